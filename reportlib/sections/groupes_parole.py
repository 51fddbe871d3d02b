"""Note on ruptures, chapter 3: groupes de parole, numbers only (R-CONF-06)."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Column, Paragraph, Row, Table, text
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import manque
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import FORMES
from reportlib.sections.statistiques import EFFECTIF_INCONNU, sans_effet
from reportlib.sections.tournures import chapter, notes, soit, source
from reportlib.wording import Rich, counted, rich


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: meetings and attendances by form, ruptures among participants."""
    title = "Les groupes de parole"
    if line := manque(bilan, "RP-09"):
        return chapter(title, line)
    if not bilan.one("RP-09").count:
        none = rich("Aucune séance de groupe de parole ne s’est tenue dans l’année.")
        return chapter(title, Paragraph(text=none))
    return chapter(title, _forms(bilan), Paragraph(text=_ruptures(bilan)))


def _forms(bilan: Bilan) -> Block:
    held, came = (bilan.figures.grouped(i, "forme") for i in ("RP-09", "RP-09b"))
    forms = [form for form in FORMES if form in held or form != "non_renseigne"]
    whole = {identifier: bilan.one(identifier) for identifier in ("RP-09", "RP-09b")}

    def cells(identifier: str, figures: dict[str, Figure]) -> list[Figure]:
        zero = bilan.figures.zero
        return [figures.get(form) or zero(identifier, forme=form) for form in forms]

    lines = (
        ("Séances", cells("RP-09", held), whole["RP-09"]),
        ("Participations", cells("RP-09b", came), whole["RP-09b"]),
    )
    return Table(
        title="Séances et participations par forme",
        unit="Nombre de séances tenues dans l’année, et de participations à ces séances",
        columns=(
            Column(label="Ce qui est compté", width_mm=30),
            *(Column(label=FORMES[form], kind="num") for form in forms),
            Column(label="Ensemble", kind="num", width_mm=20),
        ),
        rows=tuple(
            Row(cells=(text(label), *(f.cell for f in figures), total.cell))
            for label, figures, total in lines
        ),
        notes=notes(
            [*lines[0][1], *lines[1][1], *whole.values()],
            _attendances(bilan),
        ),
        source=source("groupes_parole"),
    )


def _attendances(bilan: Bilan) -> Rich:
    """What an attendance is, and how many meetings have none known."""
    unknown = bilan.figures.left_out("RP-09b").get("effectif inconnu", 0)
    apart = counted(
        unknown,
        "séance sans effectif n’y est pas comptée",
        "séances sans effectif n’y sont pas comptées",
    )
    return rich(
        "Des participations, pas des personnes : qui vient deux fois compte deux fois."
        + (" {apart}." if unknown else ""),
        apart=apart,
    )


def _ruptures(bilan: Bilan) -> Rich:
    """Ruptures among distinct participants, only where their number is known (R-RUP-03)."""
    figure = bilan.one("RP-10")
    if figure.state == "sans_objet":
        return rich("{said}", said=EFFECTIF_INCONNU)
    if not figure.exact:
        return rich(
            "Ruptures parmi les participants : //s//, un nombre couvert par le secret. Leur nombre "
            "est trop petit pour qu’un taux soit publié."
        )
    unknown = bilan.figures.left_out("RP-10").get("effectif inconnu", 0)
    apart = counted(unknown, "séance dont le site", "séances dont les sites")
    return rich(
        "Parmi {b} dont le nombre est connu, **{n}**{share}. {end}"
        + (" {apart} ne {v} pas ce nombre {w} à part." if unknown else ""),
        b=counted(figure.base, "participant distinct", "participants distincts"),
        n=counted(figure.count, "a rompu", "ont rompu", none="aucun n’a rompu"),
        share=soit(figure),
        end=sans_effet("les groupes de parole"),
        apart=apart,
        v="donne" if unknown < 2 else "donnent",
        w="est" if unknown < 2 else "sont",
    )
