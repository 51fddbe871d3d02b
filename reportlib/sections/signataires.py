"""Chapter 2 of the charter's bilan: who signs, where, since when; the public list in annex."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Column, Paragraph, Row, Table, number, text
from reportlib.blocks.tables import Cell
from reportlib.indicators.charte_signataires import liste_publique
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import au_soir, de_la_charte, sur, terminee
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import DEPARTEMENTS, TRIMESTRES, libelle
from reportlib.sections.tournures import absente, aside, chapter, left_out, missing, notes, source
from reportlib.wording import Rich, counted, integer, rich, typographed

TITLE = "Les signataires"


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: signatories by department, signatures by quarter, the list online."""
    if not bilan.provided("signataires"):
        return chapter(TITLE, missing("signataires"))
    if terminee(bilan):
        return chapter(TITLE, Paragraph(text=_apres(bilan)))
    return chapter(TITLE, Paragraph(text=_site(bilan)), _departements(bilan), _trimestres(bilan))


def annexe(bilan: Bilan) -> Blocks:
    """Return the annex: the signatories as the public list gives them, name and town."""
    title = "Annexe C. Liste des signataires"
    if gone := absente(bilan, "signataires", "organismes"):
        return chapter(title, gone)
    listed = liste_publique(bilan.dataset, bilan.period, bilan.settings)
    if listed.empty:
        none = rich("Aucun organisme n’est signataire au {f}.", f=au_soir(bilan))
        if bilan.one("CH-01").state == "reconduction":
            none = rich(
                "Reconduction non renseignée : la liste n’est pas établie au {f}.", f=au_soir(bilan)
            )
        return chapter(title, Paragraph(text=none))
    rows = tuple(
        Row(cells=(text(_typed(name)), text(_typed(town) or "commune non renseignée")))
        for name, town in zip(listed["denomination"], listed["commune"].fillna(""), strict=True)
    )
    table = Table(
        title=f"Organismes signataires au {au_soir(bilan)}",
        unit=typographed(
            "Dénomination et commune, comme sur le site ; aucune autre donnée n’y figure"
        ),
        columns=(Column(label="Organisme"), Column(label="Commune", width_mm=60)),
        rows=rows,
        source=source("signataires", "organismes"),
        dense=True,
        long=True,
    )
    return chapter(title, table)


def _apres(bilan: Bilan) -> Rich:
    """Past the charter's term: no signatory can be told, or there is none any more."""
    if de_la_charte(bilan) == "au_dela":
        return rich(
            "Reconduction non renseignée : le nombre de signataires au {f}, les signatures de la "
            "période et la liste publiée ne sont pas établis.",
            f=au_soir(bilan),
        )
    return rich("La charte n’a plus de signataire au {f}.", f=au_soir(bilan))


def _site(bilan: Bilan) -> Rich:
    """How many are listed on the site (TP-8), and what is not said."""
    listed = bilan.one("CH-03")
    if not listed.exact:
        why = "Aucun signataire n’est à lister sur le site au {f}."
        if bilan.one("CH-01").state == "reconduction":
            why = (
                "Reconduction non renseignée : les signataires au {f}, et leur liste sur le site, "
                "ne sont pas établis."
            )
        return rich(why, f=au_soir(bilan))
    unsaid = bilan.figures.left_out("CH-03").get(
        "publication non renseignée, comptée non publié", 0
    )
    tail = " ; publication non renseignée pour {u}, comptés comme non listés" if unsaid else ""
    return rich(
        "Listés sur le site au {f} : **{n}**{a}" + tail + ".",
        f=au_soir(bilan),
        n=sur(listed, "signataire", "signataires"),
        a=aside(listed),
        u=counted(unsaid, "signataire"),
    )


def _departements(bilan: Bilan) -> Block | None:
    """Signatories at the end and signatures of the period, a row a department."""
    active, signed = bilan.one("CH-01"), bilan.one("CH-02")
    if not (active.count or signed.count):
        return None
    by_active = bilan.figures.grouped("CH-01", "departement")
    by_signed = bilan.figures.grouped("CH-02", "departement")
    names = sorted({*by_active, *by_signed}, key=lambda k: (k == "non_renseigne", k))

    def cell(found: dict[str, Figure], identifier: str, name: str) -> Cell:
        if name in found:
            return found[name].cell
        whole = bilan.one(identifier)
        return bilan.figures.zero(identifier, departement=name).cell if whole.exact else whole.cell

    rows = [
        Row(
            cells=(
                text(libelle(DEPARTEMENTS, name)),
                cell(by_active, "CH-01", name),
                cell(by_signed, "CH-02", name),
            )
        )
        for name in names
    ]
    rows.append(Row(cells=(text("Ensemble"), active.cell, signed.cell), total=True))
    return Table(
        title="Signataires par département",
        unit=typographed("Nombre d’organismes ; nombre de signatures"),
        columns=(
            Column(label="Département"),
            Column(label=f"Signataires au {au_soir(bilan)}", kind="num", width_mm=58),
            Column(label="Signatures de la période", kind="num", width_mm=44),
        ),
        rows=tuple(rows),
        notes=notes([active, signed], *_tardives(bilan)),
        source=source("signataires", "organismes"),
    )


def _trimestres(bilan: Bilan) -> Block | None:
    """Signatures by quarter: sums of the months, public numbers."""
    signed = bilan.one("CH-02")
    if not signed.count:
        return None
    by_month = bilan.figures.grouped("CH-02", "mois")
    sums: dict[tuple[str, str], float] = {}
    for month in bilan.period.months:
        year, rank = month.split("-")
        quarter = (year, f"T{(int(rank) + 2) // 3}")
        count = by_month[month].count if month in by_month else 0
        sums[quarter] = sums.get(quarter, 0) + count
    if not 2 <= len(sums) <= 8:
        return None
    several = len({year for year, _ in sums}) > 1
    cells = tuple(number(integer(n), n) for n in sums.values())
    return Table(
        title="Signatures par trimestre",
        unit="Nombre de signatures",
        columns=(
            Column(label="Trimestre"),
            *(
                Column(
                    label=TRIMESTRES[q] + (f" {year}" if several else ""),
                    kind="num",
                    width_mm=19,
                )
                for year, q in sums
            ),
            Column(label="Ensemble", kind="num", width_mm=22),
        ),
        rows=(Row(cells=(text("Signatures"), *cells, signed.cell)),),
        source=source("signataires"),
    )


def _tardives(bilan: Bilan) -> tuple[Rich, ...]:
    """Signatures after the charter's end: left out, and said (R-CH-02)."""
    late = left_out(bilan.figures.left_out("CH-02"))
    return (rich("Hors de ces nombres : {o}.", o=late),) if late else ()


def _typed(name: str) -> str:
    return name.replace("'", "’").strip()
