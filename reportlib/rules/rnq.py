"""The national quality standard as data: 7 criteria, 32 indicators.

Sources: decree n° 2019-565 of 6 June 2019, the ministry's reading guide (V9, 8 January 2024), the
order of 6 June 2019 on audits, slides « Matinales de la Qualité » (June 2021); rules R-RNQ-01 to
R-RNQ-09. The facts stand in ``rnq_referentiel.csv``; every list and count here is derived from it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from reportlib.errors import ParameterError
from reportlib.wording import typographed

Categorie = Literal["formation", "bilan", "vae", "apprentissage"]

CATEGORIES: tuple[Categorie, ...] = get_args(Categorie)
TOP_10_ARRET = "printemps 2021"
"""When Afnor's ten most frequent non-conformities were counted: a dated mark (R-RNQ-08)."""


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
        text = f"« {numero} » n’est pas un indicateur du référentiel : de 1 à 32."
        raise ParameterError(typographed(text))
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


def _indicateur(row: dict[str, str]) -> Indicateur:
    """One line of the file."""
    return Indicateur(
        numero=int(row["indicateur"]),
        critere=int(row["critere"]),
        phase=row["phase"],
        critere_intitule=row["critere_intitule"],
        intitule=row["intitule"],
        specifique=_oui(row["specifique"]),
        condition=row["condition"],
        reserve=row["reserve"],
        categories=frozenset(c for c in CATEGORIES if _oui(row[c])),
        fondamental=_oui(row["fondamental"]),
        cnefop=_oui(row["cnefop"]),
        rang_afnor=int(row["rang_afnor"]) if row["rang_afnor"] else None,
        constat_nc=row["constat_nc"],
        nouvel_entrant_2021=_oui(row["nouvel_entrant_2021"]),
        note_nouvel_entrant=row["note_nouvel_entrant"],
        nouvel_entrant_v9=_oui(row["nouvel_entrant_v9"]),
        revu_surveillance=_oui(row["revu_surveillance"]),
        sous_traitant_v9=row["sous_traitant_v9"],
        handicap=row["handicap"],
        doute=row["doute"],
    )


def _oui(text: str) -> bool:
    """Read « oui » or « non », and nothing else."""
    return {"oui": True, "non": False}[text]
