"""Appeal against a decision of the commission: until when it may be lodged, then answered.

Source: labour code, R. 6323-15 and R. 6323-16 (« deux mois »); rule R-PTP-06. The registers do not
hold the day on which a decision was sent: the day of the commission is read for it (our choice).
"""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.periods import add_months
from reportlib.rules.etat import decisions

RECOURS_MOIS = 2
"""To lodge an appeal, from the day the decision is sent. [calendar months]"""
REPONSE_MOIS = 2
"""To answer it, from the day it is lodged. [calendar months]"""


def limite_recours(envoi: date) -> date:
    """Return the last day to lodge an appeal."""
    return add_months(envoi, RECOURS_MOIS)


def limite_reponse(recours: date) -> date:
    """Return the last day to answer an appeal lodged on ``recours``."""
    return add_months(recours, REPONSE_MOIS)


def revisables(passes: pd.DataFrame, fin: date) -> pd.Series:
    """Return True for a refusal that an appeal may still change after ``fin``.

    Refused at ``fin``, with no final decision dated up to it, and less than two months and two
    months past the commission (the last day included).

    Parameters
    ----------
    passes
        Passes with ``date_commission`` up to ``fin``, one row a file.
    """
    decided = decisions(passes, fin)["decision"].eq("refus").fillna(value=False).astype(bool)
    final = passes["date_decision_finale"] <= pd.Timestamp(fin)
    lodged = passes["date_commission"] + pd.DateOffset(months=RECOURS_MOIS)
    last = lodged + pd.DateOffset(months=REPONSE_MOIS)
    return decided & ~final.fillna(value=False).astype(bool) & (last > pd.Timestamp(fin))
