"""Individualised files of signatories: decisions, rates side by side, the commission's attention.

Rates are described with their interval and never explained: no effect is claimed (CH-15).
"""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    absent,
    interval,
    number,
    text,
)
from reportlib.rules.statistiques import ecart, taux
from reportlib.sections import statistiques
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import region_a_cote, sur
from reportlib.sections.charte import taux as rate
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import AMENAGES, CONCERTATIONS, DECISIONS
from reportlib.sections.tournures import absente, aside, notes, source
from reportlib.wording import Rich, counted, decimal, integer, joined, rich, typographed

GROUPS = (
    (("amenage", "concertee"), "Aménagé, après concertation"),
    (("amenage", "non_concertee"), "Aménagé, sans concertation"),
    (("amenage", "non_renseigne"), "Aménagé, concertation non renseignée"),
)


def part_amenagee(bilan: Bilan) -> tuple[Block | None, ...]:
    """Return the share of individualised files, by decision, and the rates side by side."""
    if gone := absente(bilan, "dossiers_ptp", "signataires"):
        return (gone,)
    share = bilan.one("CH-13")
    if not share.exact:
        none = rich("Aucun dossier examiné{a} ne renseigne le parcours aménagé.", a=aside(share))
        return (Paragraph(text=none),)
    return (Paragraph(text=_part(bilan, share)), _decisions(bilan, share), *_accords(bilan))


def valorisation(bilan: Bilan) -> tuple[Block | None, ...]:
    """Return how many individualised files were put to the commission as such (TP-2)."""
    if gone := absente(bilan, "dossiers_ptp", "signataires"):
        return (gone,)
    shown = bilan.one("CH-14")
    if not shown.exact:
        none = rich("Sans objet : aucun dossier aménagé ne renseigne sa valorisation.")
        return (Paragraph(text=none),)
    by_talk = bilan.figures.grouped("CH-14", "concertation")
    parts = [
        f"{label[:1].lower()}{label[1:]}, {integer(f.count)} sur {integer(f.base)}"
        for key, label in CONCERTATIONS.items()
        if (f := by_talk.get(key)) is not None and f.exact
    ]
    out = sum(bilan.figures.left_out("CH-14").values())
    tail = " Valorisation non renseignée : {u}, hors de cette base." if out else ""
    beside = region_a_cote(bilan, "CH-14")
    return (
        Paragraph(
            text=rich(
                "Aménagements présentés comme tels à la commission : **{n}**{r}"
                + (" ({p})" if len(parts) > 1 else "")
                + "."
                + tail,
                n=sur(shown, "dossier aménagé", "dossiers aménagés"),
                r=f"\u00a0; {beside}" if beside else "",
                p="\u00a0; ".join(parts),
                u=counted(out, "dossier"),
            )
        ),
    )


def _part(bilan: Bilan, share: Figure) -> Rich:
    beside = region_a_cote(bilan, "CH-13")
    out = sum(bilan.figures.left_out("CH-13").values())
    tail = " Parcours aménagé non renseigné : {u}, hors de cette base." if out else ""
    return rich(
        "Parcours aménagés parmi les dossiers passés en commission{a} : **{n}**{r}." + tail,
        a=aside(share),
        n=sur(share, "dossier renseigné", "dossiers renseignés"),
        r=f" ({beside})" if beside else "",
        u=counted(out, "dossier"),
    )


def _decisions(bilan: Bilan, share: Figure) -> Block:
    """Individualised or not, beside each decision: counts of one same base."""
    found = bilan.figures.grouped("CH-13", "decision")
    shown = [(key, label) for key, label in DECISIONS.items() if key in found]
    shown += [(key, key.replace("_", " ").capitalize()) for key in found if key not in DECISIONS]
    adapted = tuple(found[key].cell for key, _ in shown)
    others = tuple(_rest(found[key]) for key, _ in shown)
    bases = tuple(found[key].base_cell for key, _ in shown)
    rows = (
        Row(cells=(text("Aménagé"), *adapted, share.cell)),
        Row(cells=(text("Non aménagé"), *others, _rest(share))),
        Row(cells=(text("Ensemble"), *bases, share.base_cell), total=True),
    )
    return Table(
        title="Parcours aménagé et décision de la commission",
        unit=typographed("Dossiers renseignés ; décision lue au dernier jour de la période"),
        columns=(
            Column(label="Parcours"),
            *(Column(label=label, kind="num", width_mm=21) for _, label in shown),
            Column(label="Ensemble", kind="num", width_mm=21),
        ),
        rows=rows,
        notes=notes([share, *found.values()]),
        source=source("dossiers_ptp", "signataires"),
    )


def _rest(figure: Figure) -> Cell:
    """The units of a base that are not in its numerator."""
    if not figure.exact:
        return absent(figure.state)
    rest = figure.base - figure.count
    ref = figure.ref("base").replace("|base", "|reste")
    return replace(number(integer(rest), rest), ref=ref)


def _accords(bilan: Bilan) -> tuple[Block | None, ...]:
    """Rates of agreement by group, with their intervals; the gap, and what it does not prove."""
    whole = bilan.one("CH-15")
    if not whole.exact:
        return ()
    crossed = {
        (f.group["amenagement"], f.group["concertation"]): f
        for f in bilan.figures.by("CH-15", "amenagement", "concertation")
    }
    by_kind = bilan.figures.grouped("CH-15", "amenagement")
    shown = [(label, crossed[key]) for key, label in GROUPS if key in crossed]
    shown += [
        (AMENAGES[key], by_kind[key]) for key in ("non_amenage", "non_renseigne") if key in by_kind
    ]
    if bilan.organisme and whole.small:
        return (Paragraph(text=_effectifs(whole, shown)),)
    table = Table(
        title="Taux d’accord selon l’aménagement",
        unit=typographed("Dossiers décidés, accords et refus ; état au dernier jour de la période"),
        columns=(
            Column(label="Parcours"),
            Column(label="Décidés", kind="num", width_mm=20),
            Column(label="Accordés", kind="num", width_mm=20),
            Column(label="Taux (en\u00a0%)", kind="num", width_mm=22),
            Column(label="Intervalle à 95\u00a0%", kind="num", width_mm=36),
        ),
        rows=(
            *(_accord(label, figure) for label, figure in shown),
            Row(cells=_accord("Ensemble", whole).cells, total=True),
        ),
        notes=notes([whole, *(f for _, f in shown)], *_peu(shown)),
        source=source("dossiers_ptp", "signataires"),
    )
    return (table, Paragraph(text=_lecture(bilan, by_kind)))


def _effectifs(whole: Figure, shown: list[tuple[str, Figure]]) -> Rich:
    """Counts alone, for an organisation with fewer than ten files decided."""
    parts = [
        f"{label[:1].lower()}{label[1:]}, {integer(f.count)} sur {integer(f.base)}"
        for label, f in shown
        if f.exact
    ]
    return rich(
        "Accords parmi les dossiers décidés : **{n} sur {b}** ({p}). Moins de 10 dossiers : à lire "
        "en nombres.",
        n=integer(whole.count),
        b=integer(whole.base),
        p="\u00a0; ".join(parts),
    )


def _accord(label: str, figure: Figure) -> Row:
    return Row(cells=(text(label), figure.base_cell, figure.cell, rate(figure), _interval(figure)))


def _interval(figure: Figure) -> Cell:
    """The Wilson interval of a rate; none under ten cases."""
    if not figure.exact:
        return absent(figure.state)
    around = taux(figure.count, figure.base)
    if not around.lisible or around.part is None or around.bas is None or around.haut is None:
        return absent("sans_objet")
    shown = f"de {decimal(around.bas)} à {decimal(around.haut)}"
    return interval(shown, around.part, around.bas, around.haut)


def _peu(shown: list[tuple[str, Figure]]) -> tuple[Rich, ...]:
    if not any(figure.small for _, figure in shown):
        return ()
    return (rich("Moins de 10 dossiers décidés : effectifs seuls (s. o. : taux sans objet)."),)


def _lecture(bilan: Bilan, by_kind: dict[str, Figure]) -> Rich:
    """The gap between individualised files and the others, as a description."""
    pair = [by_kind.get(kind) for kind in ("amenage", "non_amenage")]
    compared = [taux(f.count, f.base) for f in pair if f is not None and f.exact]
    gap = statistiques.phrase_ecart(ecart(*compared)) if len(compared) == 2 else ""
    caution = statistiques.sans_effet("l’aménagement")
    beside = region_a_cote(bilan, "CH-15")
    said = f"Ensemble des dossiers, {beside}." if beside else ""
    first = f"Taux d’accord des dossiers aménagés et des autres. {gap}" if gap else ""
    return joined([((typographed(part), ""),) for part in (first, caution, said) if part])
