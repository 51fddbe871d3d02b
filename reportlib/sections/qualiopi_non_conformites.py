"""Chapter 4: non-conformities observed, beside Afnor's top ten of 2021; simulated decisions."""

from __future__ import annotations

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Cell,
    Column,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.rules.non_conformites import LIBELLES, SIMULATION
from reportlib.rules.rnq import TOP_10_ARRET, criteres, fondamentaux, indicateur, top_10_afnor
from reportlib.rules.statistiques import taux
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles_qualiopi import NATURES
from reportlib.sections.qualiopi_nombres import couvert, remarques, tu
from reportlib.sections.statistiques import phrase_taux
from reportlib.sections.tournures import absente, aside, chapter, lues, source
from reportlib.wording import Rich, agreed, counted, integer, rich, spelled, typographed

TITRE = "Les non-conformités"
REGISTRES = ("audits_qualiopi", "non_conformites")
RANGS = 10


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: audits concerned, two top tens, criteria, natures, decisions."""
    if gone := absente(bilan, *REGISTRES):
        return chapter(TITRE, gone, _afnor_alone())
    whole, audits = bilan.one("QA-15"), bilan.one("QA-15c")
    if audits.state == "sans_objet":
        none = rich("Aucun audit n’est daté de la période.")
        return chapter(TITRE, Paragraph(text=none), _afnor_alone())
    if not (audits.exact and whole.exact):
        few = rich(
            "Les audits de la période viennent de moins de {n} organismes : leurs nombres sont "
            "couverts par le secret (//s//).",
            n=spelled(bilan.settings.confidentialite.seuil_organismes),
        )
        return chapter(TITRE, Paragraph(text=few), _afnor_alone())
    found = (_top(bilan), _criteria(bilan)) if whole.count else (_afnor_alone(),)
    return chapter(TITRE, Paragraph(text=_said(whole, audits)), *found, *_decisions(bilan))


def _said(whole: Figure, audits: Figure) -> Rich:
    return rich(
        typographed(
            "Audits de la période{x} ayant relevé au moins une non-conformité : {p}. "
            "Au total, **{m}**{y}."
        ),
        x=aside(audits),
        p=phrase_taux(taux(audits.count, audits.base)),
        m=counted(whole.count, "non-conformité", "non-conformités", none="aucune non-conformité"),
        y=aside(whole),
    )  # fmt: skip


def _top(bilan: Bilan) -> Table:
    """The ten indicators most often found, beside Afnor's; what is withheld takes no rank."""
    ranked = _ranked(bilan)
    hidden = sum(f.state == "masque" for f in bilan.figures.by("QA-15", "indicateur"))
    rows = tuple(
        _rank(rank, ranked[rank - 1] if rank <= len(ranked) else None, afnor)
        for rank, afnor in enumerate(top_10_afnor(), start=1)
    )
    extra = []
    if hidden:
        extra.append(
            rich(
                "{n} de plus {v} une non-conformité au moins, en nombre couvert par le secret : "
                "sans rang.",
                n=counted(hidden, "indicateur"),
                v=agreed(hidden, "a", "ont"),
            )
        )
    return Table(
        title="Les indicateurs les plus cités, ici et selon l’Afnor",
        unit=typographed("Numéro et intitulé de l’indicateur ; non-conformités de la période"),
        columns=(
            Column(label="Rang", width_mm=11),
            Column(label="Observé dans nos registres"),
            Column(label="Nombre", kind="num", width_mm=16),
            Column(label=f"Top 10 Afnor, {TOP_10_ARRET}", width_mm=71),
        ),
        rows=rows,
        notes=remarques(
            ranked,
            *extra,
            rich(
                "À nombre égal, dans l’ordre du référentiel. Afnor : repère national daté, autre "
                "population ; (F) : indicateur fondamental, non-conformité toujours majeure."
            ),
        ),
        source=typographed(
            f"{source(*REGISTRES)[:-1]} ; « Le Top 10 des non-conformités, selon l’Afnor », "
            "« Matinales de la Qualité », juin 2021."
        ),
        dense=True,
    )


def _ranked(bilan: Bilan) -> list[Figure]:
    """Return the indicators that take a rank, the most cited first."""
    shown = [f for f in bilan.figures.by("QA-15", "indicateur") if f.exact and f.count]
    return sorted(shown, key=lambda f: (-f.count, int(f.group["indicateur"])))[:RANGS]


def _rank(rank: int, own: Figure | None, afnor: int) -> Row:
    name = text("–") if own is None else text(_named(int(own.group["indicateur"])))
    size: Cell = text("–") if own is None else own.cell
    return Row(cells=(text(str(rank)), name, size, text(_named(afnor))))


def _named(numero: int) -> str:
    """« 26 (F) Handicap : expertises… »."""
    mark = " (F)" if numero in fondamentaux() else ""
    return typographed(f"{numero}{mark} · {indicateur(numero).intitule}")


def _afnor_alone() -> Table:
    """Afnor's ten without ours beside."""
    rows = tuple(
        Row(cells=(text(str(rank)), text(_named(number)),
                   text(typographed(indicateur(number).constat_nc) or "–")))
        for rank, number in enumerate(top_10_afnor(), start=1)
    )  # fmt: skip
    return Table(
        title=f"Les indicateurs les plus cités selon l’Afnor, {TOP_10_ARRET}",
        unit="Repère national daté, autre population",
        columns=(
            Column(label="Rang", width_mm=12),
            Column(label="Indicateur"),
            Column(label="Constat", width_mm=72),
        ),
        rows=rows,
        source=typographed("« Matinales de la Qualité », juin 2021."),
        dense=True,
    )


def _criteria(bilan: Bilan) -> BarChart:
    """Non-conformities by criterion, in the order of the standard; by nature, apart."""
    criteria = _guarded(bilan, _values(bilan, "critere", [str(c.numero) for c in criteres()]))
    natures = _values(bilan, "nature", list(NATURES))
    bars = tuple(
        Bar(label=f"{c.numero}. {c.phase.capitalize()}", cell=f.cell)
        for c, f in zip(criteres(), criteria, strict=True)
    )
    apart = tuple(
        Bar(label=label, cell=f.cell) for label, f in zip(NATURES.values(), natures, strict=True)
    )
    return BarChart(
        title="Non-conformités par critère, et selon la nature de l’indicateur",
        unit=typographed("Nombre de non-conformités ; critères dans l’ordre du référentiel"),
        category="Critère ou nature",
        measure="Non-conformités",
        bars=bars,
        apart=apart,
        alt=typographed(f"Non-conformités par critère, puis par nature : {lues((*bars, *apart))}."),
        notes=remarques(
            [*criteria, *natures],
            rich(
                "En gris, les mêmes selon la nature : les {n} indicateurs fondamentaux ne donnent "
                "que des majeures ; une mineure saisie sur l’un d’eux est lue majeure.",
                n=integer(len(fondamentaux())),
            ),
        ),
        source=source(*REGISTRES),
    )


def _guarded(bilan: Bilan, criteria: list[Figure]) -> list[Figure]:
    """Withhold a criterion whose ranked indicators leave a small rest; never one alone."""
    ranked = {int(f.group["indicateur"]): f.count for f in _ranked(bilan)}
    rests = [
        f.count - sum(ranked.get(number, 0) for number in c.indicateurs)
        for c, f in zip(criteres(), criteria, strict=True)
    ]
    kept = [
        tu(f) if f.exact and couvert(rest, bilan) else f
        for f, rest in zip(criteria, rests, strict=True)
    ]
    shown = [f for f in kept if f.exact and f.count]
    if sum(not f.exact for f in kept) == 1 and shown:
        least = min(shown, key=lambda f: f.count)
        kept = [tu(f) if f is least else f for f in kept]
    return kept


def _values(bilan: Bilan, par: str, values: list[str]) -> list[Figure]:
    """Return the figure of each value, an exact 0 where no unit takes it."""
    found = bilan.figures.grouped("QA-15", par)
    return [found.get(one) or bilan.figures.zero("QA-15", **{par: one}) for one in values]


def _decisions(bilan: Bilan) -> list[Block]:
    """What the rules would say of each audit: a simulation, and it says so."""
    found = bilan.figures.grouped("QA-16", "decision")
    if not found:
        return []
    whole = bilan.one("QA-16")
    rows = [
        Row(cells=(text(label[0].upper() + label[1:]), found[code].cell))
        for code, label in LIBELLES.items()
        if code in found
    ]
    rows.append(Row(cells=(text("Ensemble des audits"), whole.cell), total=True))
    table = Table(
        title="Décisions simulées après les audits de la période",
        unit=typographed(f"Nombre d’audits ; {SIMULATION}"),
        columns=(
            Column(label="Décision selon les règles"),
            Column(label="Audits", kind="num", width_mm=34),
        ),
        rows=tuple(rows),
        notes=remarques(
            [*found.values(), whole],
            rich(
                "Règles : une majeure non levée sous trois mois empêche ou suspend le certificat ; "
                "cinq mineures d’un même audit valent une majeure ; une mineure non levée à "
                "l’audit suivant devient majeure. La gravité et la récurrence restent "
                "l’appréciation du certificateur."
            ),
        ),
        source=source(*REGISTRES),
        dense=True,
    )
    return [table]
