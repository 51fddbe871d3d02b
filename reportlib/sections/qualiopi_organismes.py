"""Chapter 2: where our organisations stand, by department; what falls due, what is to plan."""

from __future__ import annotations

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Column,
    Note,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.rules.statistiques import taux
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import DEPARTEMENTS, libelle
from reportlib.sections.qualiopi_nombres import remarques
from reportlib.sections.statistiques import phrase_taux
from reportlib.sections.tournures import aside, chapter, lues, missing, source
from reportlib.wording import counted, day, integer, month, rich, typographed

TITRE = "La situation de nos organismes"
REGISTRE = "certificats_qualiopi"
INCONNU = "non_renseigne"
STATUTS = (
    ("QA-01", "Certifiés"),
    ("QA-02", "En cours (contrat signé)"),
    ("QA-17c", "Certificat expiré"),
    ("QA-22", "Suspendus, retirés ou refusés"),
)
SURVEILLANCES = {
    "ouverte": "Fenêtre ouverte",
    "bientot_close": "Fenêtre close dans moins de deux mois",
    "depassee": "Fenêtre passée sans audit connu",
    "a_verifier": "À vérifier : registre des audits non fourni",
}


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: statuses, exempt apart, departments, due dates, follow-up windows."""
    if not bilan.provided(REGISTRE):
        return chapter(TITRE, missing(REGISTRE))
    return chapter(
        TITRE,
        _shares(bilan),
        _statuses(bilan),
        _departments(bilan),
        *_due(bilan),
        *_follow_up(bilan),
    )


def _shares(bilan: Bilan) -> Block:
    """Certified, and under way, among the organisations paid in the period (QA-03, QA-04)."""
    if not bilan.provided("dossiers_ptp"):
        return missing("dossiers_ptp")
    certified, engaged = bilan.one("QA-03"), bilan.one("QA-04")
    if not certified.exact or not certified.base:
        none = "Aucun organisme n’a eu de dossier accordé dans l’année : pas de taux."
        return Paragraph(text=rich(none))
    return Paragraph(
        text=rich(
            typographed(
                "Des **{b}**{a} (au moins un dossier accordé), sont certifiés : {p}. "
                "Sont certifiés ou en cours : {q}."
            ),
            b=counted(
                certified.base, "organisme financé dans l’année", "organismes financés dans l’année"
            ),
            a=aside(certified),
            p=_share(certified),
            q=_share(engaged),
        )
    )


def _share(figure: Figure) -> str:
    """A share with its interval, or counts under ten."""
    return phrase_taux(taux(figure.count, figure.base)) if figure.exact else figure.shown


def _statuses(bilan: Bilan) -> BarChart:
    """One bar a status on the evening of the period; exempt organisations apart."""
    bars = tuple(Bar(label=label, cell=bilan.one(name).cell) for name, label in STATUTS)
    exempt = bilan.one("QA-21")
    apart = (Bar(label="Réputés satisfaire à l’obligation", cell=exempt.cell),)
    left = bilan.figures.left_out("QA-01")
    orphans = sum(left.values())
    extra = (
        rich("{n} d’un organisme inconnu : à part.",
             n=counted(orphans, "ligne de certificat", "lignes de certificat")),
    ) if orphans else ()  # fmt: skip
    return BarChart(
        title=f"Statut de nos organismes au {day(bilan.period.end)}",
        unit=typographed("Nombre d’organismes ; chacun compte une fois, sous son meilleur statut"),
        category="Statut",
        measure="Organismes",
        bars=bars,
        apart=apart,
        alt=typographed(f"Statut des organismes : {lues((*bars, *apart))}."),
        notes=remarques(
            [*(bilan.one(name) for name, _ in STATUTS), exempt],
            rich(
                "En gris, réputés : établissements d’enseignement supérieur que la loi dispense, "
                "jamais comptés avec les certifiés."
            ),
            *extra,
        ),
        source=source(REGISTRE),
    )


def _departments(bilan: Bilan) -> Block | None:
    """Certified and under way by department, few of them withheld."""
    held = bilan.figures.grouped("QA-01", "departement")
    engaged = bilan.figures.grouped("QA-02", "departement")
    codes = sorted({*held, *engaged}, key=lambda code: (code == INCONNU, code))
    if not codes:
        return None
    figures = [
        (
            held.get(code) or bilan.figures.zero("QA-01", departement=code),
            engaged.get(code) or bilan.figures.zero("QA-02", departement=code),
        )
        for code in codes
    ]
    rows = [
        Row(cells=(text(libelle(DEPARTEMENTS, code)), one.cell, other.cell))
        for code, (one, other) in zip(codes, figures, strict=True)
    ]
    whole = [bilan.one(name) for name in ("QA-01", "QA-02")]
    rows.append(Row(cells=(text("Ensemble"), *(f.cell for f in whole)), total=True))
    return Table(
        title="Nos organismes par département",
        unit="Nombre d’organismes",
        columns=(
            Column(label="Département"),
            Column(label="Certifiés", kind="num", width_mm=34),
            Column(label="En cours", kind="num", width_mm=34),
        ),
        rows=tuple(rows),
        notes=remarques([f for pair in figures for f in pair] + whole),
        source=source(REGISTRE, "organismes"),
        dense=True,
    )


def _due(bilan: Bilan) -> list[Block]:
    """Certificates near their end, by month; those over, apart (QA-17)."""
    choix = bilan.settings.choix
    due, over = bilan.one("QA-17"), bilan.one("QA-17c")
    blocks: list[Block] = []
    if due.exact and not due.count:
        blocks.append(
            Paragraph(
                text=rich("Aucun certificat{a} n’arrive à échéance dans les {k} mois qui suivent.",
                          a=aside(due), k=integer(choix.alerte_renouvellement_mois))
            )
        )  # fmt: skip
    else:
        blocks.append(_due_table(bilan))
    if over.exact and over.count:
        blocks.append(
            Paragraph(
                text=rich(
                    "À part : {n} sans autre certificat connu.",
                    n=counted(over.count, "certificat a expiré", "certificats ont expiré"),
                )
            )
        )
    return blocks


def _due_table(bilan: Bilan) -> Table:
    choix = bilan.settings.choix
    due = bilan.figures.grouped("QA-17", "mois")
    late = bilan.figures.grouped("QA-17b", "mois")
    rows = [
        Row(
            cells=(
                text(_month(code)),
                due[code].cell,
                (late.get(code) or bilan.figures.zero("QA-17b", mois=code)).cell,
            )
        )
        for code in sorted(due)
    ]
    whole = [bilan.one(name) for name in ("QA-17", "QA-17b")]
    rows.append(Row(cells=(text("Ensemble"), *(f.cell for f in whole)), total=True))
    return Table(
        title=f"Certificats à échéance dans les {integer(choix.alerte_renouvellement_mois)} mois",
        unit="Nombre d’organismes certifiés, selon le mois de la fin de leur certificat",
        columns=(
            Column(label="Fin du certificat"),
            Column(label="Organismes", kind="num", width_mm=30),
            Column(label="dont dernière date sûre passée", kind="num", width_mm=50),
        ),
        rows=tuple(rows),
        notes=remarques(
            [*due.values(), *late.values()],
            rich(
                "Dernière date sûre : {k} mois avant la fin, pour lever une non-conformité majeure "
                "et la faire vérifier. La date de fin déclarée prime ; sans elle, la fin est "
                "calculée et reste à vérifier.",
                k=integer(choix.limite_renouvellement_mois),
            ),
        ),
        source=source(REGISTRE),
        dense=True,
    )


def _month(code: str) -> str:
    return "Non renseignée" if code == INCONNU else month(code)[0].upper() + month(code)[1:]


def _follow_up(bilan: Bilan) -> list[Block]:
    """Follow-up audits to plan, by the state of their window (QA-18)."""
    whole = bilan.one("QA-18")
    if whole.exact and not whole.count:
        none = "Aucune fenêtre d’audit de surveillance n’est ouverte ni passée sans audit."
        return [Paragraph(text=rich(none))]
    found = bilan.figures.grouped("QA-18", "surveillance")
    rows = [
        Row(cells=(text(label), found[code].cell))
        for code, label in SURVEILLANCES.items()
        if code in found
    ]
    rows.append(Row(cells=(text("Ensemble"), whole.cell), total=True))
    table = Table(
        title="Audits de surveillance à prévoir",
        unit="Nombre d’organismes certifiés",
        columns=(
            Column(label="Fenêtre de surveillance"),
            Column(label="Organismes", kind="num", width_mm=34),
        ),
        rows=tuple(rows),
        notes=remarques(
            [*found.values(), whole],
            rich(
                "Fenêtre : du 14e au 22e mois après l’obtention, jusqu’au 28e si elle précède le "
                "1er janvier 2021."
            ),
        ),
        source=source(REGISTRE, "audits_qualiopi"),
        dense=True,
    )
    if bilan.provided("audits_qualiopi"):
        return [table]
    said = "Sans registre des audits, une fenêtre passée reste à vérifier."
    return [table, Note(title="Audits non fournis", text=rich(typographed(said)))]
