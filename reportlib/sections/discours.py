"""Chapter 6 of the charter's bilan: meetings, bilans handed over, communications."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Column, Paragraph, Row, Table, text
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import DEDUIT, au_soir, hors_charte, rien_compte, taux, terminee
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import absente, aside, chapter, notes, source
from reportlib.wording import Rich, agreed, counted, rich, typographed

TITLE = f"Discours concerté et commun{DEDUIT}"
SHARES = (
    ("CH-30b", "Signataires rencontrés"),
    ("CH-30c", "Temps avec les deux volets"),
    ("CH-28", "Bilans intermédiaires remis"),
    ("CH-29", "Bilans annuels demandés, et remis"),
)
"""Indicator, its row of the region's table."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region."""
    return _chapter(bilan)


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation."""
    return Blocks() if hors_charte(bilan) else _chapter(bilan)


def _chapter(bilan: Bilan) -> Blocks:
    title = typographed(TITLE)
    if terminee(bilan):
        return chapter(title, Paragraph(text=rien_compte(bilan)))
    return chapter(title, *_dialogue(bilan), _communications(bilan))


def _dialogue(bilan: Bilan) -> tuple[Block | None, ...]:
    """Meetings in words, then the shares of meetings and of bilans in one table."""
    gone = absente(bilan, "temps_dialogue", "demandes_bilan", "signataires")
    held = bilan.one("CH-30")
    said = Paragraph(text=_tenus(bilan, held)) if held.exact else None
    shown = [one for one in SHARES if bilan.one(one[0]).state != "non_fourni"]
    if bilan.organisme:
        return (gone, said, _remises(bilan))
    return (gone, said, _table(bilan, shown) if shown else None)


def _remises(bilan: Bilan) -> Block | None:
    """The bilans handed to one organisation: the charter's own, and those that it asked for."""
    handed, asked = bilan.one("CH-28"), bilan.one("CH-29")
    said = []
    if handed.exact:
        said.append(
            "Un bilan intermédiaire vous a été remis."
            if handed.count
            else "Aucun bilan intermédiaire ne vous avait encore été remis au {f}."
        )
    if asked.state == "sans_objet":
        said.append("Vous n’avez pas demandé de bilan annuel dans la période.")
    elif asked.exact:
        said.append("Bilans annuels que vous avez demandés dans la période : {n}.")
    if not said:
        return None
    remitted = counted(asked.count, "remis", none="aucun remis")
    return Paragraph(
        text=rich(
            " ".join(said),
            f=au_soir(bilan),
            n=f"{counted(asked.base, 'demande')}, {remitted}" if asked.exact else "",
        )
    )


def _tenus(bilan: Bilan, held: Figure) -> Rich:
    """How many meetings, when; the charter asks for a qualitative and a quantitative part."""
    if not held.count:
        return rich("Aucun temps de dialogue{a} n’a été tenu dans la période.", a=aside(held))
    quarters = bilan.figures.grouped("CH-30", "trimestre")
    spread = [
        f"{f.shown} au {name} trimestre"
        for key, name in (("T1", "1er"), ("T2", "2e"), ("T3", "3e"), ("T4", "4e"))
        if (f := quarters.get(key)) is not None and f.count
    ]
    many = len(spread) > 1 and not bilan.organisme
    return rich(
        "**{n}** {v} dans la période{a}" + (" : {q}." if many else "."),
        n=counted(held.count, "temps de dialogue", "temps de dialogue"),
        v=agreed(held.count, "a été tenu", "ont été tenus"),
        a=aside(held),
        q=", ".join(spread),
    )


def _table(bilan: Bilan, shown: list[tuple[str, str]]) -> Block:
    figures = [bilan.one(identifier) for identifier, _ in shown]
    rows = tuple(
        Row(cells=(text(label), figure.cell, figure.base_cell, taux(figure)))
        for (_, label), figure in zip(shown, figures, strict=True)
    )
    registers = [r for r in ("temps_dialogue", "demandes_bilan") if bilan.provided(r)]
    return Table(
        title="Temps de dialogue et bilans remis",
        unit=typographed(
            "Bases : signataires, temps de dialogue, demandes ; remises lues au dernier jour"
        ),
        columns=(
            Column(label="Mesure"),
            Column(label="Nombre", kind="num", width_mm=22),
            Column(label="Base", kind="num", width_mm=22),
            Column(label="Part (en\u00a0%)", kind="num", width_mm=24),
        ),
        rows=rows,
        notes=notes(figures, *_lecture(figures)),
        source=source(*registers),
    )


def _lecture(figures: list[Figure]) -> tuple[Rich, ...]:
    first = rich("Deux volets : qualitatif et quantitatif. Un bilan annuel est remis sur demande.")
    if any(figure.small for figure in figures):
        return (first, rich("Base de moins de 10 : nombres seuls, la part est sans objet (s. o.)."))
    return (first,)


def _communications(bilan: Bilan) -> Block:
    """Findings on communication: a number, never a name (R-CH-09)."""
    if gone := absente(bilan, "communications", "controles", "signataires"):
        return gone
    found = bilan.one("CH-32")
    if found.state == "masque":
        return Paragraph(
            text=rich(
                "Communications hors de la charte (constats, contrôles, dénonciations) : nombre "
                "couvert par le secret (s)."
            )
        )
    whose = " de votre organisme" if bilan.organisme else ""
    if not found.count:
        return Paragraph(
            text=rich(
                "Aucune communication{w} hors de la charte{a} n’est constatée.",
                w=whose,
                a=aside(found),
            )
        )
    return Paragraph(
        text=rich(
            "Communications{w} hors de la charte{a} : **{n}**, contrôles et dénonciations compris.",
            w=whose,
            a=aside(found),
            n=counted(found.count, "constat"),
        )
    )
