"""Self-assessment sheet, chapter 1: the profile by block, the region's mark beside it."""

from __future__ import annotations

from dataclasses import dataclass

from reportlib.blocks import Block, Blocks, Cell, Column, Level, Levels, Row, Table, text
from reportlib.indicators import accompagnement
from reportlib.rules.accompagnement import charte, echelle
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import compte, vide
from reportlib.sections.fiche_accompagnement import vierge
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import chapter, notes, source
from reportlib.wording import Rich, agreed, counted, plain, rich, typographed


@dataclass(frozen=True, kw_only=True)
class Bloc:
    """One of the five blocks, and how much of it was answered."""

    code: str
    nom: str
    repondus: int
    items: int
    partiel: bool


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter: mean level of each block, and what it rests on; nothing when blank."""
    if vierge(bilan):
        return Blocks()
    known = _blocs(bilan)
    return chapter("Votre profil", _levels(bilan, known), _counts(bilan, known))


def echelle_en_mots() -> str:
    """Return « 0 non engagé, 1 en projet, 2 partiel, 3 effectif »."""
    return ", ".join(f"{level}\u00a0{label}" for level, label in echelle().items())


def _blocs(bilan: Bilan) -> list[Bloc]:
    who = bilan.organisme
    rows = accompagnement.blocs(bilan.dataset, bilan.period, who.id_of if who else "")
    names = charte()["blocs"]
    return [
        Bloc(
            code=str(row["bloc"]),
            nom=f"{row['bloc']}. {names[row['bloc']]['nom']}",
            repondus=int(row["repondus"]),
            items=int(row["items"]),
            partiel=bool(row["partiel"]),
        )
        for row in rows.to_dict("records")
    ]


def _levels(bilan: Bilan, known: list[Bloc]) -> Block:
    own = bilan.figures.grouped("AC-03", "bloc")
    region = bilan.figures.grouped("AC-03", "bloc", scope="region")
    shown = any(figure.exact for figure in region.values())
    rows = tuple(
        Level(
            label=one.nom,
            own=_level(own, one.code, bilan),
            region=region[one.code].cell if one.code in region else None,
            base=_base(own.get(one.code), one),
        )
        for one in known
    )
    beside = (
        "Le repère de la région comprend votre organisme."
        if shown
        else "Pas de repère de la région : trop peu d’autres organismes ont répondu."
    )
    return Levels(
        title="Niveau moyen de chaque bloc",
        unit=typographed(f"De 0 à 3 : {echelle_en_mots()}"),
        category="Bloc",
        rows=rows,
        alt=_alt(rows),
        notes=notes([*own.values(), *region.values()], *_partial(known), rich(beside)),
        source=source("autoevaluations"),
    )


def _level(own: dict[str, Figure], code: str, bilan: Bilan) -> Cell:
    """A block's mean; « s. o. » when none of its items has a level."""
    if code in own:
        return own[code].cell
    return vide(bilan, "AC-03", bloc=code).cell


def _base(figure: Figure | None, one: Bloc) -> str:
    levels = figure.base if figure is not None else 0
    if not levels:
        return "aucun niveau donné"
    said = f"{counted(levels, 'niveau', 'niveaux')} sur {counted(one.items, 'item')}"
    return f"partiel : {said}".replace(" :", "\u00a0:") if one.partiel else said


def _partial(known: list[Bloc]) -> tuple[Rich, ...]:
    found = [one for one in known if one.partiel]
    if not found:
        return ()
    return (
        rich(
            "{n} : moins de la moitié des items ont une réponse.",
            n=agreed(len(found), "Bloc partiel", "Blocs partiels"),
        ),
    )


def _alt(rows: tuple[Level, ...]) -> str:
    said = []
    for row in rows:
        own = f"{row.label} : {plain(row.own.text)} ({row.base})"
        region = f", région {plain(row.region.text)}" if row.region is not None else ""
        said.append(own + region)
    return typographed("Niveau moyen de chaque bloc, de 0 à 3. " + " ; ".join(said) + ".")


def _counts(bilan: Bilan, known: list[Bloc]) -> Block:
    """What each block's mean rests on: counts, for a block has five items at most."""
    done, proved = (bilan.figures.grouped(i, "bloc") for i in ("AC-04", "AC-08"))
    rows = [
        Row(
            cells=(
                text(one.nom),
                compte(one.items, f"AC-01|propre|bloc={one.code}|{bilan.annee}|base"),
                compte(one.repondus, f"AC-01|propre|bloc={one.code}|{bilan.annee}|nombre"),
                *_pair(bilan, "AC-04", done, one.code),
                *_pair(bilan, "AC-08", proved, one.code),
            )
        )
        for one in known
    ]
    return Table(
        title="Réponses, items effectifs et preuves par bloc",
        columns=(
            Column(label="Bloc"),
            Column(label="Items", kind="num", width_mm=15),
            Column(label="Réponses", kind="num", width_mm=19),
            Column(label="Niveaux donnés", kind="num", width_mm=20),
            Column(label="Effectifs (niveau 3)", kind="num", width_mm=22),
            Column(label="Notés 2\u00a0ou\u00a03", kind="num", width_mm=22),
            Column(label="Dont avec une preuve", kind="num", width_mm=24),
        ),
        rows=tuple(rows),
        notes=(rich("Nombre d’items. « s. o. » : une réponse, non un niveau."),),
        source=source("autoevaluations"),
        dense=True,
    )


def _pair(
    bilan: Bilan, identifier: str, figures: dict[str, Figure], code: str
) -> tuple[Cell, Cell]:
    """The base of a share, then its count: both 0 for a block without any."""
    figure = figures.get(code) or vide(bilan, identifier, bloc=code)
    return figure.base_cell, _count(figure)


def _count(figure: Figure) -> Cell:
    """The count of a share whose empty base is a true 0 of items."""
    if figure.state == "sans_objet":
        return compte(0, figure.ref("nombre"))
    return figure.cell
