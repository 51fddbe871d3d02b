"""Situations of intervention: what an organisation may see, and the order of the procedure.

Source: organisations' page, « un échange téléphonique avec le stagiaire […] avec l'accord de
l'apprenant, un contact est établi avec le prestataire »; rules R-ACT-02, R-ACT-03.
"""

from __future__ import annotations

import pandas as pd

CAUSES = ("construction_projet", "contenu_formation", "conditions_participation", "imponderable")
"""Typology of causes (R-RUP-01), shared by ruptures and interventions."""
MAINTIENS = ("maintien", "maintien_amenage")
ISSUES = (*MAINTIENS, "suspension", "rupture", "en_cours", "sans_suite")


def visibles(situations: pd.DataFrame) -> pd.Series:
    """Return True for a situation that its organisation may see: agreed by the trainee (R-ACT-03).

    « non », « en attente » and missing are all invisible, counts included (our choice).
    """
    return situations["accord_stagiaire"].eq("oui").fillna(value=False).astype(bool)


def contacts_sans_accord(situations: pd.DataFrame) -> pd.Series:
    """Return True where the provider was contacted without the trainee's agreement (R-ACT-02)."""
    return situations["date_contact_prestataire"].notna() & ~visibles(situations)


def contacts_avant_appel(situations: pd.DataFrame) -> pd.Series:
    """Return True where the provider was contacted before the trainee was called (R-ACT-02).

    A contact with no date of call is not said to be before it.
    """
    early = situations["date_contact_prestataire"] < situations["date_appel_stagiaire"]
    return early.fillna(value=False).astype(bool)
