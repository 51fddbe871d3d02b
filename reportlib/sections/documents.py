"""Short documents of two pages: their files, their end, what they say when data are missing.

A short document names only the files that it reads from, and keeps its rules in the annex.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlib.blocks import (
    Block,
    Blocks,
    Cell,
    FreeZone,
    Method,
    Missing,
    Tile,
    absent,
    interval,
    number,
    text,
)
from reportlib.blocks.tables import ABSENT
from reportlib.indicators import indicator
from reportlib.rules.statistiques import BASE_MIN, taux
from reportlib.sections import annexe
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import missing, tile
from reportlib.wording import decimal, integer, joined, rich, typographed

PETITE_BASE = f"moins de {BASE_MIN}"
"""Stands where a share would rest on fewer than ten cases."""

_DATED = {"RP-03": "RP-01"}
"""Indicator of a stock → the one of the same register whose days say from when it is known."""


def fin(bilan: Bilan, identifiers: tuple[str, ...], *texts: str) -> Blocks:
    """Return the end of a short document: the team's words, the method, the annex's own sheets."""
    words: tuple[Block, ...] = ()
    if bilan.edition.observations:
        words = (FreeZone(title="Observations de l’équipe", markdown=bilan.edition.observations),)
    method = Method(
        title="Méthode",
        texts=(
            joined(
                (
                    annexe.signs(),
                    rich("Ce que compte chaque nombre : feuille « Règles » du classeur d’annexe."),
                )
            ),
            *(rich("{said}", said=typographed(said)) for said in texts),
        ),
    )
    return Blocks((*words, method, annexe.rules(identifiers), annexe.controls(bilan)))


def manque(bilan: Bilan, *identifiers: str) -> Missing | None:
    """Return the line of what these indicators lack: registers not provided, or not yet begun.

    A register whose first row is after the period says nothing of it: its 0 would be no number.
    """
    records = [indicator(identifier) for identifier in identifiers]
    absents = [r for one in records for r in one.registres if not bilan.provided(r)]
    late = [o.principal for o in records if not bilan.figures.covered(_DATED.get(o.id, o.id))]
    lacking = list(dict.fromkeys(absents or late))
    return missing(*lacking) if lacking else None


def tuile(bilan: Bilan, figure: Figure, label: str, base: str, compare: str = "") -> Tile:
    """Return a key figure; its sign when data are missing, its count on a base under ten."""
    if manque(bilan, figure.record.id):
        return Tile(
            value=ABSENT["non_fourni"][0],
            label=label,
            base=ABSENT["non_fourni"][1],
            state="non_fourni",
            ref=figure.ref(figure.part),
        )
    if figure.record.kind == "part" and figure.small:
        return Tile(
            value=integer(figure.count),
            label=label,
            base=typographed(base),
            compare=typographed(f"{PETITE_BASE} cas"),
            number=float(figure.count),
            ref=figure.ref("nombre"),
        )
    return tile(figure, label, base, compare)


def taux_cell(figure: Figure) -> Cell:
    """Return « 6,2 [4,9 ; 7,7] », a share in percent and its interval at 95 %; a sign, or words.

    Under ten in the base, « moins de 10 »: counts only.
    """
    if not figure.exact or figure.value is None:
        return figure.rate_cell
    if figure.small:
        return text(PETITE_BASE)
    share = taux(figure.count, figure.base)
    if share.bas is None or share.haut is None:
        return absent("sans_objet")
    said = typographed(f"{decimal(figure.value)} [{decimal(share.bas)} ; {decimal(share.haut)}]")
    shown = interval(said.replace(" [", "\u00a0["), figure.value, share.bas, share.haut)
    return replace(shown, ref=figure.ref("taux"))


def compte(shown: int, ref: str) -> Cell:
    """Return a number that no figure holds, with a ``ref`` of its own."""
    return replace(number(integer(shown), shown), ref=ref)


def vide(bilan: Bilan, identifier: str, **group: str) -> Figure:
    """Return the figure of a share or mean whose base holds nothing: « s. o. » on a base of 0."""
    return replace(
        bilan.figures.zero(identifier, **group), state="sans_objet", value=None, denominator=0.0
    )


def fichiers(bilan: Bilan, registers: Sequence[str]) -> str:
    """Return names and fingerprints of the files that hold ``registers``; « aucun » if none."""
    report = bilan.dataset.report
    holding = {sheet.file for sheet in report.sheets if sheet.register in registers}
    named = [f"{f.name} ({f.fingerprint})" for f in report.files if f.name in holding]
    return "\u00a0; ".join(named) or "aucun"
