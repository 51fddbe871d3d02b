"""Chapter 5 of the charter's bilan: alerts, ruptures announced, no control on alert, levers."""

from __future__ import annotations

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Cell,
    Column,
    Heading,
    HeatMap,
    HeatRow,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.sections import charte_phrases
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import (
    DEDUIT,
    absente,
    compte,
    de_la_charte,
    hors_charte,
    region_a_cote,
    rien_compte,
    sur,
)
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import EVENEMENTS, LEVIERS, ORIGINES, libelle
from reportlib.sections.tournures import aside, chapter, left_out, notes, sorted_by_size, source
from reportlib.wording import SHORT_MONTHS, Rich, counted, integer, plain, rich, typographed

TITLE = f"Sécurisation : les alertes{DEDUIT}"
MONTHS_SHOWN = 13
"""Most months of a grid: one column is the total. [months]"""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region."""
    return _chapter(bilan)


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: the alerts that it sent, no one else's (R-AL-04)."""
    return Blocks() if hors_charte(bilan) else _chapter(bilan)


def _chapter(bilan: Bilan) -> Blocks:
    title = typographed(TITLE)
    activity = _activite(bilan)
    if de_la_charte(bilan) in {"au_dela", "echue"}:
        return chapter(title, Paragraph(text=rien_compte(bilan)), activity)
    return chapter(
        title,
        *_alertes(bilan),
        Heading(text="Ruptures annoncées"),
        *_ruptures(bilan),
        Heading(text="Pas de contrôle sur alerte"),
        *_controles(bilan),
        Heading(text="Leviers et activité du pôle"),
        *_leviers(bilan),
        activity,
    )


def _alertes(bilan: Bilan) -> tuple[Block | None, ...]:
    if gone := absente(bilan, "alertes", "signataires"):
        return (gone,)
    sent = bilan.one("CH-21")
    said = Paragraph(text=_emises(bilan, sent))
    if not sent.count:
        return (said,)
    many = len(bilan.period.months) <= MONTHS_SHOWN and bilan.organisme is None
    return (said, _mois(bilan, sent) if many else None, _origines(bilan, sent))


def _emises(bilan: Bilan, sent: Figure) -> Rich:
    """How many alerts, by how many organisations: neither more nor fewer is better."""
    if bilan.organisme:
        if not sent.count:
            return rich("Votre organisme n’a émis aucune alerte{a} dans la période.", a=aside(sent))
        return rich(
            "Votre organisme a émis **{n}** dans la période.",
            n=compte(sent, "alerte", "alertes"),
        )
    if not sent.count:
        return rich("Les organismes n’ont émis aucune alerte{a} dans la période.", a=aside(sent))
    senders = bilan.one("CH-24")
    if not senders.exact:
        return rich("Les organismes ont émis **{n}**.", n=compte(sent, "alerte", "alertes"))
    return rich(
        "**{n}**, de {k}. Un organisme sans événement n’a rien à signaler : ce nombre ne se lit "
        "pas comme un retard.",
        n=compte(sent, "alerte émise", "alertes émises"),
        k=sur(senders, "signataire", "signataires"),
    )


def _mois(bilan: Bilan, sent: Figure) -> Block:
    """Alerts by type and month."""
    months = bilan.period.months
    crossed = {
        (f.group["type_evenement"], f.group["mois"]): f
        for f in bilan.figures.by("CH-21", "type_evenement", "mois")
    }
    by_type = bilan.figures.grouped("CH-23", "type_evenement")
    by_month = bilan.figures.grouped("CH-21", "mois")
    zero = bilan.figures.zero
    kinds = [k for k in EVENEMENTS if k in by_type] + sorted(by_type.keys() - EVENEMENTS.keys())

    def cell(kind: str, month: str) -> Cell:
        found = crossed.get((kind, month))
        return (found or zero("CH-21", type_evenement=kind, mois=month)).cell

    rows = tuple(
        HeatRow(
            label=_event(kind),
            cells=tuple(cell(kind, month) for month in months),
            total=by_type[kind].cell,
        )
        for kind in kinds
    )
    total = HeatRow(
        label="Ensemble",
        cells=tuple((by_month.get(m) or zero("CH-21", mois=m)).cell for m in months),
        total=sent.cell,
    )
    return HeatMap(
        title="Alertes par type d’événement et par mois",
        unit="Nombre d’alertes, mois de l’alerte",
        corner="Type d’événement",
        columns=tuple(_short(m, months) for m in months),
        rows=rows,
        total=total,
        measure="Nombre d’alertes",
        notes=notes([sent, *by_type.values()]),
        source=source("alertes", "signataires"),
    )


def _event(kind: str) -> str:
    """« Risque de rupture »."""
    words = libelle(EVENEMENTS, kind)
    return f"{words[:1].upper()}{words[1:]}"


def _short(month: str, months: list[str]) -> str:
    """« janv. », with the year when a month comes twice."""
    year, rank = month.split("-")
    name = str(SHORT_MONTHS[int(rank) - 1])
    twice = [m[-2:] for m in months].count(rank) > 1
    return f"{name} {year[-2:]}" if twice else name


def _origines(bilan: Bilan, sent: Figure) -> Block:
    """Types beside origins of the event: whoever sends the alert, the event has its own origin."""
    by_type = bilan.figures.grouped("CH-23", "type_evenement")
    by_origin = bilan.figures.grouped("CH-22", "origine_evenement")
    crossed = {
        (f.group["type_evenement"], f.group["origine_evenement"]): f
        for f in bilan.figures.by("CH-21", "type_evenement", "origine_evenement")
    }
    zero = bilan.figures.zero
    kinds = [k for k in EVENEMENTS if k in by_type] + sorted(by_type.keys() - EVENEMENTS.keys())
    origins = [k for k in ORIGINES if k in by_origin] + sorted(by_origin.keys() - ORIGINES.keys())

    def cell(kind: str, origin: str) -> Cell:
        found = crossed.get((kind, origin))
        return (found or zero("CH-21", type_evenement=kind, origine_evenement=origin)).cell

    rows = [
        Row(
            cells=(
                text(_event(kind)),
                *(cell(kind, origin) for origin in origins),
                by_type[kind].cell,
            )
        )
        for kind in kinds
    ]
    totals = (*(by_origin[origin].cell for origin in origins), sent.cell)
    if len(rows) > 1:
        rows.append(Row(cells=(text("Ensemble"), *totals), total=True))
    return Table(
        title="Alertes par type et par origine de l’événement",
        unit=typographed("Nombre d’alertes ; l’origine est celle de l’événement, non de l’alerte"),
        columns=(
            Column(label="Type d’événement"),
            *(Column(label=libelle(ORIGINES, o), kind="num", width_mm=25) for o in origins),
            Column(label="Ensemble", kind="num", width_mm=22),
        ),
        rows=tuple(rows),
        notes=notes([sent, *by_origin.values()]),
        source=source("alertes", "signataires"),
    )


def _ruptures(bilan: Bilan) -> tuple[Block, ...]:
    """Ruptures that an alert of risk came before, within a delay that is printed (R-AL-05)."""
    if gone := absente(bilan, "dossiers_ptp", "alertes", "signataires"):
        return (gone,)
    told = bilan.one("CH-25")
    days = bilan.settings.choix.delai_alerte_rupture
    if not told.exact:
        return (Paragraph(text=rich("Sans objet : aucun parcours n’a été rompu dans la période.")),)
    alone = bilan.figures.left_out("CH-25").get("alerte sans dossier, non rapprochée", 0)
    tail = " {s} de risque de rupture ne {v} aucun dossier : {w}." if alone else ""
    beside = region_a_cote(bilan, "CH-25")
    return (
        Paragraph(
            text=rich(
                "Ruptures de la période précédées d’une alerte de l’organisme pour risque de "
                "rupture, sur le même dossier, dans les **{d} jours** : **{n}**{r}. Ce délai est "
                "un choix de l’équipe ; la charte n’en fixe pas." + tail,
                d=integer(days),
                n=sur(told, "rupture", "ruptures"),
                r=f" ({beside})" if beside else "",
                s=counted(alone, "alerte"),
                v="nomme" if alone == 1 else "nomment",
                w="elle n’est pas rapprochée" if alone == 1 else "elles ne sont pas rapprochées",
            )
        ),
    )


def _controles(bilan: Bilan) -> tuple[Block | None, ...]:
    """The guarantee, what cannot be verified apart; for the team, what is to be checked."""
    if gone := absente(bilan, "controles", "alertes", "signataires"):
        unknown = rich("L’engagement de ne pas contrôler sur alerte ne peut pas être vérifié.")
        return (gone, Paragraph(text=unknown))
    said = (
        *charte_phrases.controles(bilan),
        *rich(
            " Cible : 0. Un contrôle au motif de la communication n’est pas un contrôle sur alerte."
        ),
    )
    blocks: list[Block] = [Paragraph(text=said)]
    if bilan.interne:
        check, trainee = bilan.one("CH-27"), bilan.one("CH-26c")
        blocks.append(
            Paragraph(
                text=rich(
                    "Interne : **{c}** d’un autre motif sur le dossier d’une alerte antérieure ; {t}.",
                    c=counted(
                        check.count,
                        "contrôle à vérifier",
                        "contrôles à vérifier",
                        none="aucun contrôle à vérifier",
                    ),
                    t=counted(
                        trainee.count,
                        "contrôle sur l’alerte d’un stagiaire",
                        "contrôles sur l’alerte d’un stagiaire",
                        none="aucun contrôle sur l’alerte d’un stagiaire",
                    ),
                )
            )
        )
    return tuple(blocks)


def _leviers(bilan: Bilan) -> tuple[Block | None, ...]:
    """Levers named in meetings and interventions; a few in words, more in a figure."""
    if gone := absente(bilan, "temps_dialogue", "interventions", "signataires"):
        return (gone,)
    whole = bilan.one("CH-31")
    out = left_out(bilan.figures.left_out("CH-31")) if not bilan.organisme else ""
    found = [f for f in bilan.figures.by("CH-31", "levier") if f.count or not f.exact]
    if not whole.count:
        return (Paragraph(text=rich("Aucun levier n’est cité dans la période.")),)
    ordered = sorted_by_size(found, "levier", ("autre", "non_renseigne"))
    bars = tuple(Bar(label=libelle(LEVIERS, f.group["levier"]), cell=f.cell) for f in ordered)
    said = " ; ".join(f"{b.label[:1].lower()}{b.label[1:]}, {plain(b.cell.text)}" for b in bars)
    if len(bars) < 4:
        said = said.replace(" ; ", "\u00a0; ")
        return (Paragraph(text=rich("Leviers cités pour sécuriser les parcours : {s}.", s=said)),)
    return (
        BarChart(
            title="Leviers ayant sécurisé les parcours",
            unit="Nombre de fois où le levier est cité, temps de dialogue et interventions",
            category="Levier",
            measure="Citations",
            bars=bars,
            alt=typographed(
                f"Leviers ayant sécurisé les parcours : {said}. Ensemble : {whole.shown}."
            ),
            notes=notes(
                [whole, *ordered],
                rich(
                    "Interventions menées avec l’accord du stagiaire seulement."
                    + (" Hors de ces nombres : {o}." if out else ""),
                    o=out,
                ),
            ),
            source=source("temps_dialogue", "interventions"),
        ),
    )


def _activite(bilan: Bilan) -> Block | None:
    """The team's workshops and interventions; in a copy, those that the trainee agreed to."""
    workshops, situations = bilan.one("BA-08"), bilan.one("BA-10")
    if not bilan.organisme:
        return _region_activity(bilan, workshops, situations)
    if gone := absente(bilan, "interventions"):
        return gone
    held = bilan.region("BA-08")
    tail = " Dans la région, le pôle a animé {w}." if held.exact and held.count else ""
    return Paragraph(
        text=rich(
            "**{n}** avec l’accord du stagiaire." + tail,
            n=counted(
                situations.count,
                "intervention a été menée pour votre organisme",
                "interventions ont été menées pour votre organisme",
                none="Aucune intervention n’a été menée pour votre organisme",
            ),
            w=counted(held.count, "atelier"),
        )
    )


def _region_activity(bilan: Bilan, workshops: Figure, situations: Figure) -> Block | None:
    """Both counts of all organisations, as far as their registers are there."""
    parts = [
        compte(figure, one, many, f"aucun{'e' if one.startswith('situation') else ''} {one}")
        for figure, one, many in (
            (workshops, "atelier animé", "ateliers animés"),
            (situations, "situation d’intervention", "situations d’intervention"),
        )
        if figure.exact
    ]
    gone = absente(bilan, "ateliers", "interventions")
    if not parts:
        return gone
    said = rich("Activité du pôle, signataires ou non : {p}.", p=" et ".join(parts))
    return Paragraph(text=(*said, (" ", ""), *gone.text) if gone else said)
