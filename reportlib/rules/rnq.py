"""The national quality standard as data: 7 criteria, 32 indicators, and which apply to whom.

Sources: decree n° 2019-565 of 6 June 2019, the ministry's reading guide (V9, 8 January 2024), the
order of 6 June 2019 on audits, slides « Matinales de la Qualité » (June 2021); rules R-RNQ-01 to
R-RNQ-13 and R-CYC-09. The facts stand in ``rnq_referentiel.csv``; every count here is derived.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from reportlib.errors import ParameterError

Categorie = Literal["formation", "bilan", "vae", "apprentissage"]
SousTraitance = Literal["aucune", "partielle", "totale"]
Role = Literal["co_traitant", "sous_traitant", "porte"]

CATEGORIES: tuple[Categorie, ...] = get_args(Categorie)
TOP_10_ARRET = "printemps 2021"
"""When Afnor's ten most frequent non-conformities were counted: a dated mark (R-RNQ-08)."""

_INHERENT: dict[str, frozenset[str]] = {
    "vae": frozenset({"certifiante"}),
    "apprentissage": frozenset({"certifiante", "alternance", "situation_de_travail"}),
}
"""Conditions that a category fulfils by nature, whatever the profile says (R-RNQ-04)."""


@dataclass(frozen=True, kw_only=True)
class Indicateur:
    """One of the 32 indicators; « NC » is a non-conformity."""

    numero: int
    critere: int
    phase: str
    critere_intitule: str
    intitule: str
    specifique: bool
    condition: str
    """What a training action must be for it to apply: ``certifiante``, ``alternance``…, or ""."""
    reserve: str
    """When a common indicator, counted all the same, may have no object: or ""."""
    categories: frozenset[str]
    fondamental: bool
    """Only major NC possible (R-RNQ-05); else minor or major (R-RNQ-06)."""
    cnefop: bool
    """A common indicator that the reduced audit keeps (R-RNQ-07)."""
    rang_afnor: int | None
    constat_nc: str
    nouvel_entrant_2021: bool
    note_nouvel_entrant: str
    nouvel_entrant_v9: bool
    revu_surveillance: bool
    """Reviewed at the follow-up audit where it applies, since 2023 (R-CYC-09)."""
    sous_traitant_v9: str
    handicap: str
    doute: str


@dataclass(frozen=True, kw_only=True)
class Critere:
    """One of the 7 criteria and its indicators, in order."""

    numero: int
    phase: str
    intitule: str
    indicateurs: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Profil:
    """What a provider does. ``certifiante`` to ``stage`` bear on its training actions alone.

    Raises
    ------
    ParameterError
        No category, or one that is none of ``CATEGORIES``.
    """

    categories: frozenset[str]
    certifiante: bool = False
    alternance: bool = False
    afest: bool = False
    stage: bool = False
    sous_traitance: SousTraitance = "aucune"
    portage: bool = False
    nouvel_entrant: bool = False
    cnefop: bool = False
    """Holder, on the day of the request, of a certification or label that Cnefop recognised."""

    def __post_init__(self) -> None:
        """Refuse a profile without category, or of an unknown one."""
        unknown = sorted(set(self.categories) - set(CATEGORIES))
        if unknown or not self.categories:
            found = f"« {unknown[0]} »" if unknown else "aucune"
            raise ParameterError(
                f"Catégorie d’actions inconnue : {found}. "
                f"Attendu une ou plusieurs de : {', '.join(CATEGORIES)}."
            )

    def __or__(self, other: Profil) -> Profil:
        """Return the profile of a provider that does what both do."""
        degrees = get_args(SousTraitance)
        return Profil(
            categories=self.categories | other.categories,
            certifiante=self.certifiante or other.certifiante,
            alternance=self.alternance or other.alternance,
            afest=self.afest or other.afest,
            stage=self.stage or other.stage,
            sous_traitance=max(self.sous_traitance, other.sous_traitance, key=degrees.index),
            portage=self.portage or other.portage,
            nouvel_entrant=self.nouvel_entrant or other.nouvel_entrant,
            cnefop=self.cnefop or other.cnefop,
        )


PROFIL_MINIMAL_PTP = Profil(categories=frozenset({"formation"}), certifiante=True)
"""Least profile of a provider paid for career changes: certifying training (R-RNQ-04)."""


@cache
def referentiel() -> tuple[Indicateur, ...]:
    """Return the 32 indicators, in the order of the process.

    Raises
    ------
    ValueError
        The package's file is damaged: numbers not 1 to 32, a criterion cut in two.
    """
    text = files("reportlib.rules").joinpath("rnq_referentiel.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    indicators = tuple(_indicateur(row) for row in csv.DictReader(lines))
    if [i.numero for i in indicators] != list(range(1, 33)):
        raise ValueError("rnq_referentiel.csv: indicators are not numbered 1 to 32")
    if [i.critere for i in indicators] != sorted(i.critere for i in indicators):
        raise ValueError("rnq_referentiel.csv: a criterion is cut in two")
    return indicators


def indicateur(numero: int) -> Indicateur:
    """Return the indicator of that number.

    Raises
    ------
    ParameterError
        ``numero`` is not between 1 and 32.
    """
    if not 1 <= numero <= len(referentiel()):
        raise ParameterError(f"« {numero} » n’est pas un indicateur du référentiel : de 1 à 32.")
    return referentiel()[numero - 1]


@cache
def criteres() -> tuple[Critere, ...]:
    """Return the 7 criteria, each with its indicators (R-RNQ-02)."""
    heads = {i.critere: i for i in reversed(referentiel())}
    return tuple(
        Critere(
            numero=number,
            phase=head.phase,
            intitule=head.critere_intitule,
            indicateurs=tuple(i.numero for i in referentiel() if i.critere == number),
        )
        for number, head in sorted(heads.items())
    )


def fondamentaux() -> frozenset[int]:
    """Return the indicators on which only a major non-conformity is possible (R-RNQ-05)."""
    return frozenset(i.numero for i in referentiel() if i.fondamental)


def ponderables() -> frozenset[int]:
    """Return the indicators on which a minor non-conformity is possible (R-RNQ-06)."""
    return frozenset(i.numero for i in referentiel() if not i.fondamental)


def top_10_afnor() -> tuple[int, ...]:
    """Return the ten most cited indicators, first rank first: « selon l’Afnor » (R-RNQ-08)."""
    ranks = {i.rang_afnor: i.numero for i in referentiel() if i.rang_afnor is not None}
    return tuple(ranks[rank] for rank in sorted(ranks))


def indicateurs_applicables(profil: Profil) -> frozenset[int]:
    """Return the indicators that apply: the union over the profile's categories (R-RNQ-04).

    27 counts with no subcontracting too (see ``sans_objet``), and 12 always: that nobody left
    never makes it void (R-RNQ-10).
    """
    declared = {
        "certifiante": profil.certifiante,
        "alternance": profil.alternance,
        "situation_de_travail": profil.alternance or profil.afest or profil.stage,
    }
    training = frozenset(name for name, held in declared.items() if held)
    met = {c: training if c == "formation" else _INHERENT.get(c, frozenset()) for c in CATEGORIES}
    return frozenset(
        i.numero
        for i in referentiel()
        if any(i.condition in {"", *met[c]} for c in i.categories & profil.categories)  # type: ignore[index]
    )


def indicateurs_audites(profil: Profil, audit: str = "initial") -> frozenset[int]:
    """Return the indicators that the audit looks at (R-RNQ-07, R-RNQ-11).

    All that apply; a Cnefop holder's initial audit keeps nine common ones and every specific one
    that applies. Total subcontracting: all of them (our reading of « l'audit portera sur tous les
    indicateurs », for a Cnefop holder too).
    """
    applicable = indicateurs_applicables(profil)
    if not profil.cnefop or audit != "initial" or profil.sous_traitance == "totale":
        return applicable
    return frozenset(n for n in applicable if indicateur(n).cnefop or indicateur(n).specifique)


def sans_objet(profil: Profil) -> frozenset[int]:
    """Return the indicators counted but without object: 27 with no subcontractor (R-RNQ-04)."""
    if profil.sous_traitance != "aucune" or profil.portage:
        return frozenset()
    return frozenset(i.numero for i in referentiel() if i.reserve == "sous_traitance_ou_portage")


def allegements(profil: Profil, guide: Literal["v9", "2021"] = "v9") -> frozenset[int]:
    """Return the applicable indicators whose evidence is lighter for a new entrant (R-RNQ-09).

    Empty for a provider that is none. ``2021``: as the slides say; ``v9``: as the guide says.
    """
    light = {i.numero for i in referentiel() if getattr(i, f"nouvel_entrant_{guide}")}
    return indicateurs_applicables(profil) & light if profil.nouvel_entrant else frozenset()


def revus_en_surveillance(profil: Profil, anterieures: Iterable[int] = ()) -> frozenset[int]:
    """Return the least that a follow-up audit reviews since 2023 (R-CYC-09).

    The applicable fundamentals, 1, 17, 19, 3 where it applies, and ``anterieures``, the indicators
    of the former audit's non-conformities.
    """
    listed = {i.numero for i in referentiel() if i.revu_surveillance} | set(anterieures)
    return indicateurs_applicables(profil) & listed


def exigences_manquantes(
    role: Role, *, certifie: bool | None, nda_actif: bool | None
) -> tuple[str, ...]:
    """Return what a partner lacks, in French; None is unknown, hence to be checked.

    A co-contractor must be certified; a subcontractor must hold an active declaration number; no
    certification is asked of a subcontractor or of a carried worker (R-RNQ-12, R-RNQ-13).
    """
    asked = {
        "co_traitant": ("certification Qualiopi", certifie),
        "sous_traitant": ("numéro de déclaration d’activité actif", nda_actif),
    }
    name, held = asked.get(role, ("", True))
    if held:
        return ()
    return (f"{name}{' à vérifier' if held is None else ''}",)


def _indicateur(row: dict[str, str]) -> Indicateur:
    """One line of the file."""
    flags = ("specifique", "fondamental", "cnefop", "nouvel_entrant_2021", "nouvel_entrant_v9")
    words = ("phase", "critere_intitule", "intitule", "condition", "reserve", "constat_nc")
    notes = ("note_nouvel_entrant", "sous_traitant_v9", "handicap", "doute")
    return Indicateur(
        numero=int(row["indicateur"]),
        critere=int(row["critere"]),
        categories=frozenset(c for c in CATEGORIES if _oui(row[c])),
        rang_afnor=int(row["rang_afnor"]) if row["rang_afnor"] else None,
        revu_surveillance=_oui(row["revu_surveillance"]),
        **{name: _oui(row[name]) for name in flags},  # type: ignore[arg-type]
        **{name: row[name] for name in (*words, *notes)},  # type: ignore[arg-type]
    )


def _oui(text: str) -> bool:
    """Read « oui » or « non », and nothing else."""
    return {"oui": True, "non": False}[text]
