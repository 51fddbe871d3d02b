"""What is recomputed: indicators, kinds and breakdowns, written from the catalogue alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportlib.settings import Charte

Genre = Literal["compte", "part", "mediane", "organismes"]

ANNEES = (2021, 2022, 2023, 2024)
CHARTE = Charte(fin=date(2022, 12, 31))
"""« conclue jusqu'au 31 décembre 2022 » (charte d'engagement); renewal not recorded."""


@dataclass(frozen=True)
class Recalcule:
    """An indicator recomputed in SQL; ``ventilations`` always begins with the total, ``()``."""

    id: str
    genre: Genre
    regles: str
    ventilations: tuple[tuple[str, ...], ...] = ((),)
    registres: tuple[str, ...] = ("dossiers_ptp",)
    multiples: frozenset[str] = frozenset()

    @property
    def sans_organisme(self) -> bool:
        """Whether its rows name no organisation at all, so that none is unattributed."""
        return self.registres == ("ateliers",)

    @property
    def charte(self) -> bool:
        """Whether it counts signatories only (common rule 8)."""
        return self.id.startswith("CH")


_MOIS_TYPE = ((), ("mois",), ("type_certification",))
_REFUS = ("dossiers_ptp", "echanges_refus")
_CHARTE_REFUS = ("dossiers_ptp", "echanges_refus", "signataires")
_CHARTE_PROPOSITIONS = ("propositions", "signataires")

_LISTE = (
    Recalcule("BA-01", "compte", "C-1", ((), ("mois",))),
    Recalcule("BA-02", "compte", "C-1", _MOIS_TYPE),
    Recalcule("BA-03", "part", "R-ETAT-02, C-4", _MOIS_TYPE),
    Recalcule("BA-04", "compte", "R-PTP-05", ((), ("motif_refus",))),
    Recalcule("BA-05", "part", "R-PTP-04, R-PTP-05", registres=_REFUS),
    Recalcule(
        "BA-06", "compte", "R-ETAT-02, R-PTP-11", ((), ("type_certification",), ("priorite",))
    ),
    Recalcule(
        "BA-07",
        "part",
        "R-CH-01, R-CH-12",
        ((), ("signataire",), ("amenagements",)),
        ("dossiers_ptp", "signataires"),
        frozenset({"amenagements"}),
    ),
    Recalcule(
        "BA-08",
        "compte",
        "R-ACT-01",
        ((), ("theme",), ("trimestre",), ("theme", "trimestre")),
        ("ateliers",),
    ),
    Recalcule(
        "BA-10",
        "compte",
        "R-ACT-03, R-ACT-04, R-ETAT-03",
        ((), ("cause",), ("issue",), ("cause", "issue")),
        ("interventions",),
    ),
    Recalcule("BA-11", "part", "R-ACT-03, R-ETAT-03", registres=("interventions",)),
    Recalcule(
        "BA-12",
        "compte",
        "R-ACT-01, R-CH-12",
        ((), ("modalites",), ("signataire",)),
        ("propositions", "signataires"),
        frozenset({"modalites"}),
    ),
    Recalcule("BA-19", "part", "R-PTP-09"),
    Recalcule(
        "BA-21",
        "organismes",
        "R-ETAT-02, R-CH-12",
        ((), ("signataire",)),
        ("dossiers_ptp", "signataires"),
    ),
    Recalcule("BA-23", "part", "R-ETAT-01, R-ETAT-03"),
    Recalcule("BA-24", "part", "R-ETAT-03"),
    Recalcule("BA-27", "compte", "R-PTP-12", ((), ("etape",)), multiples=frozenset({"etape"})),
    Recalcule("RP-01", "compte", "R-RUP-01, R-LEC-04", ((), ("cause_rupture",))),
    Recalcule("RP-02", "part", "R-ETAT-01"),
    Recalcule("RP-04", "part", "R-RUP-01", (("cause_rupture",),)),
    Recalcule("RP-11", "compte", "R-RUP-01, R-ACT-03", ((), ("cause",)), ("interventions",)),
    Recalcule("CH-04", "compte", "R-CH-01, R-CH-05, R-CH-12", registres=_CHARTE_PROPOSITIONS),
    Recalcule("CH-05", "compte", "R-CH-04, R-CH-12", registres=_CHARTE_PROPOSITIONS),
    Recalcule("CH-09", "part", "R-CH-14, C-4", registres=_CHARTE_PROPOSITIONS),
    Recalcule("CH-10", "mediane", "R-CH-14", registres=_CHARTE_PROPOSITIONS),
    Recalcule("CH-16", "compte", "R-PTP-03, R-CH-12", registres=("dossiers_ptp", "signataires")),
    Recalcule("CH-17", "part", "R-CH-01, C-4", registres=_CHARTE_REFUS),
    Recalcule("CH-18", "part", "R-CH-01, C-4", registres=_CHARTE_REFUS),
    Recalcule("CH-19", "mediane", "R-CH-01", registres=_CHARTE_REFUS),
    Recalcule("CH-20", "part", "R-ETAT-01, C-4", registres=_CHARTE_REFUS),
)

PLAN = {recalcule.id: recalcule for recalcule in _LISTE}
