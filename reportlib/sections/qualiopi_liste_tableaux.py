"""Figures and tables of the public list: three states everywhere, the base always named.

Certified, not certified, not known: a copy that tells no certification makes its organisations
unknown, never uncertified. The list is public: its counts are not withheld.
"""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.blocks import Block, Cell, Column, Row, StackedBar, StackRow, Table, absent, text
from reportlib.indicators.lpof import TAILLES, adoption, categories
from reportlib.intake.lpof import ListePublique
from reportlib.intake.lpof_territoires import REGIONS
from reportlib.rules.statistiques import BASE_MIN
from reportlib.sections.libelles import DEPARTEMENTS, libelle
from reportlib.sections.qualiopi_nombres import decimale, entier, reference
from reportlib.wording import counted, integer, plain, rich, typographed

ETATS = ("certifiés", "non certifiés", "non connus")
SOURCE = "liste publique des organismes de formation (Licence Ouverte), fichier nommé en tête."
_NOTE = rich(
    "« Certifié » : l’une des quatre catégories d’actions est renseignée. Moins de 10 organismes : "
    "pas de part."
)


def etats(copy: ListePublique, region: str) -> list[Block]:
    """Return the states of the latest copy: region and sizes, regions, departments, categories."""
    code = next((code for code, name in REGIONS.items() if name == region), "")
    mine = copy.organismes.loc[copy.organismes["code_region"].astype("str").eq(code)]
    when = copy.date.isoformat() if copy.date else "sans date"
    blocks: list[Block] = [_bars(copy, mine, region, when), _regions(copy, when)]
    if len(mine):
        blocks.append(_departements(mine, region, when))
    return [*blocks, _categories(copy, mine, region, when)]


def _cells(row: pd.Series, key: str, when: str) -> tuple[Cell, Cell, Cell]:
    """The three states of a row: when the copy is silent, all are unknown."""
    told = row["etat"] != "non_fourni"
    refs = [reference("LPOF", when, key, name) for name in ("certifies", "non", "inconnus")]
    held = row["certifies"] if told else pd.NA
    return (
        entier(held, refs[0]),
        entier(row["organismes"] - held if told else pd.NA, refs[1]),
        entier(0 if told else row["organismes"], refs[2]),
    )


def _bars(copy: ListePublique, mine: pd.DataFrame, region: str, when: str) -> StackedBar:
    """The list, the region, and the region by number of trainers."""
    parts = [("Toute la liste", adoption(copy.organismes), "")]
    if len(mine):
        parts.append((region, adoption(mine, perimetre=f"({region})"), region))
    rows = [_bar(label, one.iloc[0], key or "liste", when) for label, one, key in parts]
    if len(mine):
        sized = adoption(mine, "taille")
        rows += [
            _bar(f"{region}, {TAILLES[row['taille']]}", row, f"taille={row['taille']}", when)
            for _, row in sized.iterrows()
        ]
    said = [
        f"{row.label}, "
        + ", ".join(
            f"{name} {plain(cell.text)}" for name, cell in zip(ETATS, row.cells, strict=True)
        )
        for row in rows
    ]
    return StackedBar(
        title="Organismes de la liste publique, certifiés ou non",
        unit=typographed("Part des organismes de la ligne ; les nombres sont des organismes"),
        category="Organismes",
        parts=ETATS,
        rows=tuple(rows),
        alt=typographed(f"Organismes de la liste selon leur certification : {' ; '.join(said)}."),
        notes=(rich("« Non connus » : la copie ne dit pas les certifications."),),
        source=SOURCE,
    )


def _bar(label: str, row: pd.Series, key: str, when: str) -> StackRow:
    return StackRow(
        label=label,
        cells=_cells(row, key, when),
        base=counted(int(row["organismes"]), "organisme"),
    )


def _states_table(title: str, first: str, rows: Sequence[Row], base: str) -> Table:
    """A table of the three states and the share, one row a territory."""
    return Table(
        title=title,
        unit=typographed(f"Nombre d’{base}, et part de certifiés"),
        columns=(
            Column(label=first),
            Column(label="Organismes", kind="num", width_mm=24),
            Column(label="Certifiés", kind="num", width_mm=22),
            Column(label="Non certifiés", kind="num", width_mm=24),
            Column(label="Non connus", kind="num", width_mm=22),
            Column(label="Certifiés, en\u00a0%", kind="num", width_mm=24),
        ),
        rows=tuple(rows),
        notes=(_NOTE,),
        source=SOURCE,
        dense=True,
    )


def _line(label: str, row: pd.Series, key: str, when: str, *, total: bool = False) -> Row:
    base = entier(row["organismes"], reference("LPOF", when, key, "organismes"))
    return Row(
        cells=(text(label), base, *_cells(row, key, when), _share(row, key, when)), total=total
    )


def _share(row: pd.Series, key: str, when: str) -> Cell:
    """The share of the certified; none under ten organisations."""
    if row["etat"] == "non_fourni":
        return absent("non_fourni")
    if int(row["organismes"]) < BASE_MIN:
        return text("–")
    return decimale(row["part"], reference("LPOF", when, key, "part"), "sans_objet")


def _regions(copy: ListePublique, when: str) -> Table:
    found = adoption(copy.organismes, "region")
    rows = [
        _line(row["libelle"], row, REGIONS.get(str(row["region"]), ""), when)
        for _, row in found.iterrows()
    ]
    unknown = copy.organismes.loc[copy.organismes["code_region"].isna()]
    if len(unknown):
        rows.append(_line("Région non connue", adoption(unknown).iloc[0], "region=", when))
    rows.append(_line("Ensemble", adoption(copy.organismes).iloc[0], "liste", when, total=True))
    return _states_table("La liste publique par région", "Région", rows, "organismes de la liste")


def _departements(mine: pd.DataFrame, region: str, when: str) -> Table:
    found = adoption(mine, "departement", perimetre=f"({region})")
    rows = [
        _line(libelle(DEPARTEMENTS, str(code)), row, f"departement={code}", when)
        for code, (_, row) in zip(found["departement"], found.iterrows(), strict=True)
    ]
    unknown = mine.loc[mine["departement"].isna()]
    if len(unknown):
        rows.append(_line("Département non connu", adoption(unknown).iloc[0], "departement=", when))
    rows.append(_line("Ensemble", adoption(mine).iloc[0], region, when, total=True))
    return _states_table(f"La liste publique par département, {region}", "Département", rows,
                         f"organismes de la liste, {region}")  # fmt: skip


def _categories(copy: ListePublique, mine: pd.DataFrame, region: str, when: str) -> Table:
    """Certified for each category, in the list and in the region; one may be for several."""
    everywhere, here = categories(copy.organismes), categories(mine)
    rows = tuple(
        Row(
            cells=(
                text(str(whole["libelle"])),
                entier(whole["certifies"], reference("LPOF", when, "liste", whole["categorie"])),
                _share(whole, f"liste;{whole['categorie']}", when),
                entier(own["certifies"], reference("LPOF", when, region, whole["categorie"])),
                _share(own, f"{region};{whole['categorie']}", when),
            )
        )
        for (_, whole), (_, own) in zip(everywhere.iterrows(), here.iterrows(), strict=True)
    )
    return Table(
        title="La liste publique par catégorie d’actions",
        unit=typographed(
            f"Organismes certifiés, et part des {integer(len(copy.organismes))} organismes de la "
            f"liste ou des {integer(len(mine))} du territoire ({region})"
        ),
        columns=(
            Column(label="Catégorie d’actions"),
            Column(label="Toute la liste", kind="num", width_mm=28),
            Column(label="en\u00a0%", kind="num", width_mm=18),
            Column(label=region, kind="num", width_mm=28),
            Column(label="en\u00a0%", kind="num", width_mm=18),
        ),
        rows=rows,
        notes=(rich("Un organisme peut l’être pour plusieurs catégories : ne pas additionner."),),
        source=SOURCE,
        dense=True,
    )
