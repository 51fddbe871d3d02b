"""The life of files: monthly certificates, hours, amendments (BA-15 to BA-18)."""

from __future__ import annotations

from reportlib.blocks import (
    Block,
    Blocks,
    Cell,
    Column,
    HeatMap,
    HeatRow,
    Paragraph,
    Row,
    Table,
    absent,
    text,
)
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import CHANGEMENTS, HEURES, STATUTS_CERTIFICAT, libelle
from reportlib.sections.tournures import (
    absente,
    aside,
    chapter,
    missing,
    notes,
    remarks,
    soit,
    sorted_by_size,
    source,
)
from reportlib.wording import agreed, counted, integer, listed, month_name, rich, typographed

WIDEST = 14
"""Most months that a grid shows side by side. [months]"""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region: certificates by month, hours, amendments by type."""
    return chapter("La vie des dossiers", *_deposits(bilan, ""), *_amendments(bilan))


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: the same, its amendments in a sentence."""
    if bilan.bref:
        return Blocks()
    changes: Block = missing("avenants")
    if bilan.provided("avenants"):
        changes = Paragraph(text=rich("{s}", s=_own_amendments(bilan)))
    return chapter(
        "Vos certificats et vos calendriers", *_deposits(bilan, " de votre organisme"), changes
    )


def _deposits(bilan: Bilan, whose: str) -> tuple[Block, ...]:
    needed = ("certificats_realisation", "dossiers_ptp")
    if gone := absente(bilan, *needed):
        return (gone,)
    if not bilan.one("BA-15").base:
        none = f"Aucun certificat de réalisation{whose} n’était attendu dans l’année."
        return (Paragraph(text=rich(none)),)
    return (*_grid(bilan), Paragraph(text=rich("{s}", s=_hours(bilan))))


def _grid(bilan: Bilan) -> tuple[Block, ...]:
    """Certificates expected, by month and status; a month whose limit is to come is hatched."""
    whole, months = bilan.one("BA-15"), bilan.period.months
    if len(months) > WIDEST:
        return (Paragraph(text=rich("{s}", s=_statuses(bilan))),)
    expected = bilan.figures.grouped("BA-15", "mois")
    found = {
        (f.group["mois"], f.group["statut"]): f for f in bilan.figures.by("BA-15", "mois", "statut")
    }

    def cell(month: str, status: str) -> Cell:
        if month not in expected:
            return absent("sans_objet")
        zero = bilan.figures.zero("BA-15", mois=month, statut=status)
        return found.get((month, status), zero).cell

    by_status = bilan.figures.grouped("BA-15", "statut")
    rows = tuple(
        HeatRow(
            label=label,
            cells=tuple(cell(month, status) for month in months),
            total=by_status[status].cell,
        )
        for status, label in STATUTS_CERTIFICAT.items()
    )
    due = tuple(expected[m].base_cell if m in expected else absent("sans_objet") for m in months)
    said = f"{integer(whole.count)} sur {integer(whole.base)} à l’heure{soit(whole)}."
    idle = "s. o. : aucun certificat attendu, ou limite de dépôt pas encore passée."
    grid = HeatMap(
        title="Certificats de réalisation attendus, par mois et par statut",
        unit=typographed(
            "Nombre de certificats ; à l’heure : déposé au plus tard le 5 du mois suivant"
        ),
        corner="Statut",
        columns=tuple(month_name(month, short=True) for month in months),
        rows=rows,
        total=HeatRow(label="Attendus", cells=due, total=whole.base_cell),
        measure="Nombre de certificats",
        notes=(
            rich("{s}", s=said),
            *((rich(idle),) if len(expected) < len(months) else ()),
            *remarks(bilan.figures.remark("BA-15")),
            *notes([whole]),
        ),
        source=source("certificats_realisation", "dossiers_ptp"),
    )
    return (grid,)


def _statuses(bilan: Bilan) -> str:
    """The certificates of a period too long for a grid, in words."""
    parts = [
        f"{libelle(STATUTS_CERTIFICAT, f.group['statut']).lower()}, {integer(f.count)}"
        for f in bilan.figures.by("BA-15", "statut")
    ]
    base = counted(bilan.one("BA-15").base, "certificat attendu", "certificats attendus")
    return typographed(f"{base} : {' ; '.join(parts)}.")


def _hours(bilan: Bilan) -> str:
    """Hours done, by kind, then beside those planned."""
    whole, planned = bilan.one("BA-16"), bilan.one("BA-16b")
    if not whole.count:
        return f"Aucune heure{aside(whole)} n’est déclarée dans l’année."
    found = bilan.figures.grouped("BA-16", "type_heure")
    kinds = [f"{found[k].shown} {label}" for k, label in HEURES.items() if k in found]
    first = f"Heures réalisées dans l’année{aside(whole)} : {whole.shown}, dont {listed(kinds)}."
    if not planned.exact:
        return typographed(first)
    return typographed(
        f"{first} Ces parcours ont réalisé {planned.shown} des heures prévues, tous leurs mois "
        "compris."
    )


def _amendments(bilan: Bilan) -> tuple[Block, ...]:
    """Changes asked, by type: how many, how many ahead, how many with their validations."""
    if not bilan.provided("avenants"):
        return (missing("avenants"),)
    whole = bilan.one("BA-17")
    if not whole.count:
        none = "Aucun changement{a} n’a été demandé dans l’année."
        return (Paragraph(text=rich(none, a=aside(whole))),)
    ordered = sorted_by_size(
        bilan.figures.by("BA-17", "type_changement"), "type_changement", ("non_renseigne",)
    )
    ahead = bilan.figures.grouped("BA-17b", "type_changement")
    valid = bilan.figures.grouped("BA-17c", "type_changement")
    rows = [
        _change(
            libelle(CHANGEMENTS, f.group["type_changement"]),
            f,
            ahead.get(f.group["type_changement"]),
            valid.get(f.group["type_changement"]),
        )
        for f in ordered
    ]
    total = _change("Ensemble", whole, bilan.one("BA-17b"), bilan.one("BA-17c"))
    table = Table(
        title="Changements demandés, par type",
        unit=typographed(
            "Nombre de demandes ; demandées avant leur effet, et validées par les trois parties"
        ),
        columns=(
            Column(label="Changement"),
            Column(label="Demandes", kind="num", width_mm=22),
            Column(label="Avant l’effet", kind="num", width_mm=24),
            Column(label="sur", kind="num", width_mm=16),
            Column(label="Trois validations", kind="num", width_mm=32),
            Column(label="sur", kind="num", width_mm=16),
        ),
        rows=(*rows, Row(cells=total.cells, total=True)),
        notes=notes(
            [*ordered, whole],
            rich(
                "« sur » : demandes dont la date d’effet est connue ; demandes pour lesquelles "
                "trois validations sont prévues, s. o. pour les autres."
            ),
        ),
        source=source("avenants"),
    )
    return (table, Paragraph(text=rich("{s}", s=_cancelled(bilan))))


def _change(label: str, asked: Figure, ahead: Figure | None, valid: Figure | None) -> Row:
    pairs = [
        cell
        for figure in (ahead, valid)
        for cell in (
            (figure.cell, figure.base_cell)
            if figure is not None and figure.exact
            else (absent("sans_objet"), absent("sans_objet"))
        )
    ]
    return Row(cells=(text(label), asked.cell, *pairs))


def _cancelled(bilan: Bilan) -> str:
    """Files that a cancelled session touched (BA-18)."""
    touched = bilan.one("BA-18")
    if not touched.count:
        return "Aucun dossier n’a été touché par une annulation de session."
    said = counted(touched.count, "dossier a été touché", "dossiers ont été touchés")
    return f"{said} par une annulation de session."


def _own_amendments(bilan: Bilan) -> str:
    """The changes asked, by type, ahead of their effect, validated by the three parties."""
    whole, ahead, valid = (bilan.one(i) for i in ("BA-17", "BA-17b", "BA-17c"))
    if not whole.count:
        return f"Aucun changement{aside(whole)} n’a été demandé dans l’année."
    by_type = sorted_by_size(bilan.figures.by("BA-17", "type_changement"), "type_changement")
    kinds = ", ".join(
        f"{libelle(CHANGEMENTS, f.group['type_changement']).lower()} ({f.shown})" for f in by_type
    )
    said = [f"{counted(whole.count, 'demande')} de changement{aside(whole)} : {kinds}"]
    if ahead.exact and ahead.base:
        said.append(f"{integer(ahead.count)} sur {integer(ahead.base)} avant leur effet")
    if valid.exact and valid.base:
        word = agreed(valid.count, "validée", "validées")
        said.append(
            f"{integer(valid.count)} sur {integer(valid.base)} {word} par les trois parties"
        )
    return typographed(" ; ".join(said) + f". {_cancelled(bilan)}")
