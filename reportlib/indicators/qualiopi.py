"""The Qualiopi family of the catalogue, gathered from its modules.

What is no record of the engine stands beside: national series and quoted figures, response rate,
estimates, pace, profiles (``qualiopi_nationales`` and the modules that follow it).
"""

from __future__ import annotations

from reportlib.indicators import (
    qualiopi_audits_fiches,
    qualiopi_certificats,
    qualiopi_echeances,
    qualiopi_enquete_fiches,
)
from reportlib.indicators.record import Indicator

INDICATORS: tuple[Indicator, ...] = (
    *qualiopi_certificats.INDICATORS,
    *qualiopi_echeances.INDICATORS,
    *qualiopi_enquete_fiches.INDICATORS,
    *qualiopi_audits_fiches.INDICATORS,
)
