"""The table of engagements: which are kept, on plain numbers and states (CH-33, R-CH-06).

Source: engagement charter, engagements of the organisation (OF-1 to OF-3) and of Transitions Pro
(TP-1 to TP-8). The charter fixes one threshold, 0 controls on an organisation's alert (TP-4); any
other one is the user's. A measure is a figure already released: what is withheld stays withheld.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportlib.rules.controles_alerte import etat_tp4

Etat = Literal[
    "tenu", "partiel", "non_tenu", "non_mesurable", "sans_objet", "sans_seuil", "reconduction"
]
Partie = Literal["OF", "TPGE"]
Connue = Literal["exact", "masque", "sans_objet", "non_fourni", "reconduction"]
TEMOIN = "CH-02"
"""The count that says « reconduction » when the period is past the charter's term (R-CH-12)."""
TEMOIN_STOCK = "CH-01"
"""The same for what is read at the evening of the period's end."""
AU_PLUS = frozenset({"CH-10", "CH-12", "CH-16", "CH-19", "CH-32", "CH-34b", "CH-34c"})
"""Measures kept when at most their threshold: delays, gaps, findings; all others, at least."""


@dataclass(frozen=True, kw_only=True)
class Mesure:
    """A released figure."""

    etat: Connue
    valeur: float | None = None
    """The number in the measure's own unit; missing when there is none to show. [its unit]"""
    effectif: float = 0.0
    """The base of a share or a median; the number of a count. 0: no occasion. [units]"""


@dataclass(frozen=True, kw_only=True)
class Engagement:
    """One promise of the charter, and the figures that measure it."""

    id: str
    partie: Partie
    libelle: str
    mesures: tuple[str, ...]
    occasions: tuple[str, ...] = ()
    """Measures that are all empty when there was nothing to do; none: there always is."""
    temoin: str = TEMOIN


ENGAGEMENTS = (
    Engagement(
        id="OF-1",
        partie="OF",
        libelle="Développer des ingénieries individualisées",
        mesures=("CH-04", "CH-05", "CH-06", "CH-12", "CH-13", "CH-34", "CH-34b", "CH-34c"),
        occasions=("CH-04", "CH-13"),
    ),
    Engagement(
        id="OF-2",
        partie="OF",
        libelle="Alerter, informer",
        mesures=("CH-21", "CH-24", "CH-25"),
        occasions=("CH-21", "CH-25"),
    ),
    Engagement(id="OF-3", partie="OF", libelle="Communiquer selon la charte", mesures=("CH-32",)),
    Engagement(
        id="TP-1",
        partie="TPGE",
        libelle="Étudier et faire un retour",
        mesures=("CH-08", "CH-09", "CH-10", "CH-11"),
        occasions=("CH-08", "CH-10"),
    ),
    Engagement(
        id="TP-2",
        partie="TPGE",
        libelle="Valoriser en commission",
        mesures=("CH-14", "CH-15"),
        occasions=("CH-14",),
    ),
    Engagement(
        id="TP-3",
        partie="TPGE",
        libelle="Contacter après un refus",
        mesures=("CH-16", "CH-17", "CH-18", "CH-19", "CH-20"),
        occasions=("CH-16",),
    ),
    Engagement(
        id="TP-4",
        partie="TPGE",
        libelle="Ne pas contrôler sur alerte",
        mesures=("CH-26", "CH-26b"),
    ),
    Engagement(
        id="TP-5",
        partie="TPGE",
        libelle="Bilan intermédiaire",
        mesures=("CH-28",),
        occasions=("CH-28",),
        temoin=TEMOIN_STOCK,
    ),
    Engagement(
        id="TP-6",
        partie="TPGE",
        libelle="Bilan annuel, sur demande",
        mesures=("CH-29",),
        occasions=("CH-29",),
    ),
    Engagement(
        id="TP-7",
        partie="TPGE",
        libelle="Temps de dialogue",
        mesures=("CH-30", "CH-30b", "CH-30c"),
        occasions=("CH-30b",),
    ),
    Engagement(
        id="TP-8",
        partie="TPGE",
        libelle="Lister sur le site",
        mesures=("CH-03",),
        occasions=("CH-03",),
        temoin=TEMOIN_STOCK,
    ),
)
MESURES = (TEMOIN, TEMOIN_STOCK, *(name for one in ENGAGEMENTS for name in one.mesures))
"""Every figure that the table needs."""


def etat(
    engagement: Engagement, mesures: Mapping[str, Mesure], seuils: Mapping[str, float]
) -> Etat:
    """Return the state of one engagement.

    In this order. Past the charter's term: ``reconduction``. TP-4, without any threshold: a breach,
    ``non_tenu``; else a control that cannot be verified, or no register, ``non_mesurable`` (it is
    written « non vérifiable »); else ``tenu``. Every figure not provided: ``non_mesurable``. No
    occasion: ``sans_objet``. No threshold on its measures: ``sans_seuil``, the raw value stands
    alone. A figure with a threshold that is not provided, is withheld, or is a median of fewer than
    five cases: ``non_mesurable``. Then all the figures that have a threshold and an object reach
    it: ``tenu``; none: ``non_tenu``; some and not others: ``partiel`` (our choice). A figure
    without object is no failure and decides nothing.

    Parameters
    ----------
    mesures
        Released figures by id, with the witnesses ``TEMOIN`` and ``TEMOIN_STOCK``. A figure that
        misses is not looked at (it is not for this reader).
    seuils
        Measure → its threshold, in its own unit (a share in percent).
    """
    witness = mesures.get(engagement.temoin)
    if witness is not None and witness.etat == "reconduction":
        return "reconduction"
    known = {name: mesures[name] for name in engagement.mesures if name in mesures}
    if all(one.etat == "non_fourni" for one in known.values()):
        return "non_mesurable"
    if engagement.id == "TP-4":
        return _sans_controle(known)
    if engagement.occasions and all(_vide(mesures.get(name)) for name in engagement.occasions):
        return "sans_objet"
    return _juge({name: one for name, one in known.items() if name in seuils}, seuils)


def _sans_controle(known: Mapping[str, Mesure]) -> Etat:
    """TP-4: one breach, one unverifiable, or neither (R-AL-03)."""
    if any(one.etat not in {"exact", "sans_objet"} for one in known.values()):
        return "non_mesurable"
    counts = [round(known[name].effectif) if name in known else 0 for name in ("CH-26", "CH-26b")]
    return etat_tp4(*counts)


def _vide(mesure: Mesure | None) -> bool:
    """Whether a figure says for sure that there was nothing."""
    return mesure is not None and mesure.etat in {"exact", "sans_objet"} and mesure.effectif == 0


def _juge(judged: Mapping[str, Mesure], seuils: Mapping[str, float]) -> Etat:
    """The state that thresholds give."""
    if not judged:
        return "sans_seuil"
    with_object = {name: one for name, one in judged.items() if one.etat != "sans_objet"}
    if any(one.etat != "exact" or one.valeur is None for one in with_object.values()):
        return "non_mesurable"
    reached = [
        _atteint(name, one.valeur, seuils[name])
        for name, one in with_object.items()
        if one.valeur is not None
    ]
    if not reached:
        return "sans_objet"
    if all(reached):
        return "tenu"
    return "partiel" if any(reached) else "non_tenu"


def _atteint(name: str, value: float, threshold: float) -> bool:
    """Whether a value reaches its threshold, the threshold itself included."""
    return abs(value) <= threshold if name in AU_PLUS else value >= threshold
