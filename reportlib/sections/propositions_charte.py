"""Proposals of the charter's bilan: contact then writing, forms, quarters, the joint count."""

from __future__ import annotations

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    absent,
    text,
)
from reportlib.sections import suivi_conjoint
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import au_soir, duree, sur
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import MODALITES, TRIMESTRES, libelle
from reportlib.sections.tournures import (
    absente,
    aside,
    left_out,
    lues,
    notes,
    sorted_by_size,
    source,
)
from reportlib.wording import Rich, counted, rich, typographed

FEW = 5
"""Under this number of an organisation's proposals, a sentence, no table. [proposals]"""
STEPS = (
    ("CH-04", "Reçues par écrit"),
    ("CH-08", "Étudiées"),
    ("CH-09", "Avec un retour"),
    ("CH-05", "Ayant permis un aménagement"),
)


def blocks(bilan: Bilan) -> tuple[Block | None, ...]:
    """Return the blocks on proposals, for the region or one organisation."""
    if gone := absente(bilan, "propositions", "signataires"):
        return (gone,)
    sent = bilan.one("CH-04")
    if not sent.count:
        none = rich(
            "Aucune proposition d’ingénierie individualisée{a} n’a été reçue par écrit dans la "
            "période.",
            a=aside(sent),
        )
        return (Paragraph(text=none), _sans_ecrit(bilan), *suivi_conjoint.blocks(bilan))
    return (
        Paragraph(text=_contact(bilan)),
        _modalites(bilan, sent),
        _trimestres(bilan, sent),
        Paragraph(text=_retours(bilan)),
        *suivi_conjoint.blocks(bilan),
    )


def _contact(bilan: Bilan) -> Rich:
    """Contact first, then writing (R-CH-13): how many, after how long, what stayed unwritten."""
    first, delay, alone = (bilan.one(name) for name in ("CH-34", "CH-34b", "CH-34c"))
    said = "La date de prise de contact n’est renseignée pour aucune proposition reçue."
    if first.exact:
        said = (
            "Prise de contact datée avant l’écrit, et avant le dépôt du dossier lié : **{n}** ; "
            + ("délai médian" if delay.value is not None else "délai")
            + " du contact à l’écrit : {d}."
        )
    tail = " À part : {c}." if alone.count else ""
    return rich(
        said + tail,
        n=sur(first, "proposition datée", "propositions datées") if first.exact else "",
        d=duree(delay) if delay.exact else delay.shown,
        c=counted(alone.count, "contact resté sans écrit", "contacts restés sans écrit"),
    )


def _sans_ecrit(bilan: Bilan) -> Block | None:
    alone = bilan.one("CH-34c")
    if not alone.count:
        return None
    return Paragraph(
        text=rich(
            "{c} dans la période.",
            c=counted(
                alone.count, "contact est resté sans écrit", "contacts sont restés sans écrit"
            ),
        )
    )


def _modalites(bilan: Bilan, sent: Figure) -> Block | None:
    """Proposals by form; a single proposal has its forms in words, no figure."""
    found = [f for f in bilan.figures.by("CH-07", "modalites") if f.count or not f.exact]
    ordered = sorted_by_size(found, "modalites", ("autre", "non_renseigne"))
    if len(ordered) < 2:
        return None
    bars = tuple(Bar(label=libelle(MODALITES, f.group["modalites"]), cell=f.cell) for f in ordered)
    return BarChart(
        title="Propositions par modalité",
        unit=typographed(f"Nombre de propositions ; base : {counted(sent.count, 'proposition')}"),
        category="Modalité",
        measure="Propositions",
        bars=bars,
        alt=typographed(f"Propositions par modalité : {lues(bars)}. Base : {sent.shown}."),
        notes=notes(
            ordered,
            rich(
                "Une proposition peut porter plusieurs modalités : la somme peut dépasser la base."
            ),
        ),
        source=source("propositions", "signataires"),
    )


def _trimestres(bilan: Bilan, sent: Figure) -> Block:
    """What came in each quarter, and what became of it by the period's end."""
    if bilan.organisme and sent.count < FEW:
        said = "\u00a0; ".join(
            f"{label.lower()}, {_number(bilan.one(n)).text[0][0]}" for n, label in STEPS
        )
        state = rich("Vos propositions de la période, état au {f} : {s}.", f=au_soir(bilan), s=said)
        return Paragraph(text=state)
    figures = [bilan.one(name) for name, _ in STEPS]
    return Table(
        title="Propositions par trimestre de réception",
        unit=typographed("Nombre de propositions ; état au dernier jour de la période"),
        columns=(
            Column(label="Étape"),
            *(Column(label=label, kind="num", width_mm=19) for label in TRIMESTRES.values()),
            Column(label="Ensemble", kind="num", width_mm=22),
        ),
        rows=tuple(_quarters(bilan, name, label) for name, label in STEPS),
        notes=notes(figures, *_a_part(bilan)),
        source=source("propositions", "signataires"),
    )


def _number(figure: Figure) -> Cell:
    """The count of a count or of a share; 0 is written when there is nothing to study."""
    return figure.cell if figure.exact else absent(figure.state)


def _quarters(bilan: Bilan, identifier: str, label: str) -> Row:
    found = bilan.figures.grouped(identifier, "trimestre")
    zero = bilan.figures.zero
    cells = (
        found[q].cell if q in found else zero(identifier, trimestre=q).cell for q in TRIMESTRES
    )
    return Row(cells=(text(label), *cells, _number(bilan.one(identifier))))


def _a_part(bilan: Bilan) -> tuple[Rich, ...]:
    """What CH-05 does not count yet: proposals whose outcome is not known."""
    out = bilan.figures.left_out("CH-05")
    kept = {
        k: n
        for k, n in out.items()
        if k in {"en cours", "sans aménagement", "suite non renseignée"}
    }
    if not kept:
        return ()
    said = left_out(kept)
    return (
        rich(
            "Suite des propositions qui n’ont pas permis d’aménagement à cette date : {o}.", o=said
        ),
    )


def _retours(bilan: Bilan) -> Rich:
    """Answers made in the period, whenever the proposal came (R-CH-14)."""
    delay, money = bilan.one("CH-10"), bilan.one("CH-11")
    if not delay.exact:
        return rich("Aucun retour daté n’a été fait dans la période.")
    shown = "délai médian de {d}" if delay.value is not None else "délai : {d}"
    tail = (
        " ; **{m}** renseignés traitent l’ingénierie financière"
        if money.exact and money.base > 1
        else ""
    )
    return rich(
        "Retours faits dans la période, quelle que soit la date de réception : {n}, "
        + shown
        + tail
        + ".",
        n=counted(delay.base, "retour daté", "retours datés"),
        d=duree(delay),
        m=sur(money, "retour", "retours") if money.exact else "",
    )
