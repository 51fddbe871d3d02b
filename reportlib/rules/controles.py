"""Quality checks, checks of service done: two notions never added up.

A row of ``controles`` is one check. Source: organisations' page, « Les contrôles menés sont axés
sur l'échange »; articles L. 6316-1, L. 6316-3 and R. 6316-7; rules R-CTL-01 to R-CTL-03, R-AL-04.
"""

from __future__ import annotations

import pandas as pd

from reportlib.rules.visibilite import visible_of

SERVICE_FAIT = "verification_service_fait"
"""Papers are checked (invoices, certificates), not quality: never added to it (R-CTL-02)."""
MOTIF_ALERTE = "alerte"
MOTIF_INCONNU = "inconnu"


def motifs(controles: pd.DataFrame) -> pd.Series:
    """Return the motive of each check, missing read as ``MOTIF_INCONNU`` (register's note)."""
    return controles["motif"].fillna(MOTIF_INCONNU)


def de_service_fait(controles: pd.DataFrame) -> pd.Series:
    """Return True for a check of service done, which is no quality check (R-CTL-02)."""
    return motifs(controles).eq(SERVICE_FAIT)


def montrables(controles: pd.DataFrame, alertes: pd.DataFrame | None) -> pd.Series:
    """Return True for a check that its organisation may see among its own (R-AL-04).

    A check on an alert is shown only when that alert is known and may be: else the motive alone
    would tell an organisation that its trainee gave the alert.

    Parameters
    ----------
    alertes
        None when no file provides the register.
    """
    on_alert = motifs(controles).eq(MOTIF_ALERTE)
    if alertes is None:
        return ~on_alert
    shown = alertes.loc[visible_of("alertes", alertes), "id_alerte"]
    return ~on_alert | controles["id_alerte"].isin(shown.dropna())
