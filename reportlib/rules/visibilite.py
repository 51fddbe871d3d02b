"""What never enters an organisation's copy, register by register, before any computation.

Rules R-ACT-03 (interventions without the trainee's agreement), R-AL-04 (alerts of trainees),
R-CONF-04. Both are our choice.
"""

from __future__ import annotations

import pandas as pd

from reportlib.rules.interventions import visibles

FILTERED = ("interventions", "alertes")
"""Registers that hide some of an organisation's own rows from it."""


def visible_of(register: str, rows: pd.DataFrame) -> pd.Series:
    """Return True for each row of ``register`` that its own organisation may see."""
    if register == "interventions":
        return visibles(rows)
    if register == "alertes":
        sender = rows["emetteur"]
        return (sender.notna() & sender.ne("stagiaire")).astype(bool)
    return pd.Series(data=True, index=rows.index)
