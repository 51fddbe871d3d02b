"""Juries of the CléA certificate: one a month.

Source: organisations' page, « Les membres du jury paritaire se réunissent chaque mois »; rule
R-CLEA-01.
"""

from __future__ import annotations

import pandas as pd

from reportlib.periods import Period
from reportlib.rules.certificats_realisation import mois_entiers


def mois_sans_jury(jurys: pd.DataFrame, period: Period) -> list[str]:
    """Return the months wholly in the period with no jury, as « YYYY-MM »; listed, not judged."""
    held = set(jurys["date_jury"].dropna().dt.strftime("%Y-%m"))
    return [month for month in mois_entiers(period) if month not in held]
