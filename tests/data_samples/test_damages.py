"""The list of damages points at real cells, and accounts for every row handed over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from data_samples.generateur.colonnes import CLES
from data_samples.generateur.entetes import ORGANISMES, SUIVI, Feuille
from data_samples.generateur.entetes_ptp import EXPORTS
from data_samples.generateur.entetes_qualiopi import AUTOEVALUATIONS, AUTRES_CLASSEURS
from data_samples.generateur.entetes_suite import CERTIFICATS, SUIVI_CHARTE
from data_samples.generateur.remise import PERSONNELLES
from tests.data_samples.test_region import normalised

Row = dict[str, str]
Cells = list[list[object]]
Raw = Callable[[str, str], Cells]
SHEETS = [
    ORGANISMES, *EXPORTS.values(), *SUIVI, *SUIVI_CHARTE, *CERTIFICATS.values(), AUTOEVALUATIONS,
    *(sheet for sheets in AUTRES_CLASSEURS.values() for sheet in sheets),
]  # fmt: skip
KEYED = [s for s in SHEETS if s.colonnes[0][1] == CLES[s.registre][0] and "id_" in s.colonnes[0][1]]
"""Sheets whose first column is the key's, as it stands; elsewhere a name, a day, a campaign."""
DESIGNATIONS = {
    "siret": "_siret", "siren": "_siren", "nda": "_nda", "denomination": "_nom", "id_of": "_code",
}  # fmt: skip
HORS_TABLEAU = {"titre", "ligne_vide", "total", "note"}


def of_sheet(damages: list[Row], sheet: Feuille) -> list[Row]:
    place = (sheet.fichier, sheet.feuille)
    return [d for d in damages if (d["fichier"], d["feuille"]) == place]


def column_of(sheet: Feuille, name: str) -> int:
    """Place of a column as the list of damages names it: of the register, or by its header."""
    keys = [key for _, key in sheet.colonnes]
    headers = [header for header, _ in sheet.colonnes]
    for candidate in (name, DESIGNATIONS.get(name, "")):
        if candidate in keys:
            return keys.index(candidate)
    return headers.index(name)


def of_file(rows: list[Row], sheet: Feuille) -> list[Row]:
    """Lines of the truth that a file holds: yearly exports are cut by commission, or by month."""
    year = sheet.fichier.removesuffix(".csv")[-4:]
    if sheet.registre == "dossiers_ptp":
        return [r for r in rows if (r["date_commission"] or r["date_depot"])[:4] == year]
    if sheet.registre == "certificats_realisation":
        return [r for r in rows if r["mois"][:4] == year]
    return rows


def header_row(cells: Cells, sheet: Feuille) -> int:
    headers = [header for header, _ in sheet.colonnes]
    return next(i for i, row in enumerate(cells) if row[: len(headers)] == headers)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.feuille or s.fichier)
def test_every_damage_points_at_a_real_cell(damages: list[Row], raw: Raw, sheet: Feuille) -> None:
    cells = raw(sheet.fichier, sheet.feuille)
    for damage in of_sheet(damages, sheet):
        row = cells[int(damage["ligne"]) - 1]
        if damage["nature"] == "ligne_vide":
            assert not any(row)
        elif damage["nature"] in HORS_TABLEAU:
            assert row[0] and normalised(str(row[0]))
        elif damage["nature"].startswith("colonne_"):
            assert row[column_of(sheet, damage["colonne"])] == damage["colonne"]
        elif damage["nature"] == "cellule_requise_vide":
            assert row[column_of(sheet, damage["colonne"])] == ""
        elif damage["nature"] == "doublon_exact":
            assert row[0] and damage["colonne"] == ""
        else:
            assert row[column_of(sheet, damage["colonne"])] != ""
            typed = re.search("« (.*?) »", damage["detail"])
            if typed:
                assert str(row[column_of(sheet, damage["colonne"])]) == typed[1]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda s: s.feuille or s.fichier)
def test_rows_are_lines_of_the_truth_copies_or_no_lines(
    damages: list[Row], raw: Raw, truth: dict[str, list[Row]], sheet: Feuille
) -> None:
    """Rows but headers = truth + exact copies + conflicting copies + rows out of the table."""
    listed = of_sheet(damages, sheet)
    natures = Counter(d["nature"] for d in listed)
    rows = of_file(truth[sheet.registre], sheet)
    more = natures["doublon_exact"] + natures["cle_en_conflit"] // 2
    more += sum(natures[name] for name in HORS_TABLEAU)
    assert len(raw(sheet.fichier, sheet.feuille)) - 1 == len(rows) + more


@pytest.mark.parametrize("sheet", KEYED, ids=lambda s: s.feuille or s.fichier)
def test_lines_stand_in_the_order_of_the_truth(
    damages: list[Row], raw: Raw, truth: dict[str, list[Row]], sheet: Feuille
) -> None:
    """Apart from damaged rows, the first column is the truth's own, row after row."""
    cells, hurt = raw(sheet.fichier, sheet.feuille), of_sheet(damages, sheet)
    aside = {int(d["ligne"]) for d in hurt if d["effet"] in {"ignoree", "ecartee"}}
    start = header_row(cells, sheet)
    kept = [str(row[0]) for i, row in enumerate(cells) if i > start and i + 1 not in aside]
    lost = {d["cle"] for d in hurt if d["effet"] == "ecartee"}
    keys = [
        (row[CLES[sheet.registre][0]], "|".join(row[c] for c in CLES[sheet.registre]))
        for row in of_file(truth[sheet.registre], sheet)
    ]
    assert kept == [first for first, key in keys if key not in lost]


def test_damages_are_of_every_kind_and_effect(damages: list[Row]) -> None:
    natures = {d["nature"] for d in damages}
    assert natures >= {
        "doublon_exact", "cle_en_conflit", "organisme_inconnu", "dossier_inconnu",
        "valeur_hors_liste", "date_illisible", "date_americaine", "nombre_illisible",
        "siret_abime", "siret_invalide", "cellule_requise_vide", "formule_sans_valeur",
        "identifiants_contradictoires", "zero_de_tete", "variante_du_nom", "alias",
        "ordre_des_dates", "signature_apres_terme", "contact_sans_accord",
        "echange_avant_commission", "bloc_autre_priorite", "colonne_personnelle",
        "colonne_inconnue", *HORS_TABLEAU,
    }  # fmt: skip
    assert {d["effet"] for d in damages} == {"ecartee", "ignoree", "non_attribuee", "notee"}


def test_each_later_register_suffers_at_least_three_natures(damages: list[Row]) -> None:
    natures: dict[str, set[str]] = {}
    for damage in damages:
        natures.setdefault(damage["registre"], set()).add(damage["nature"])
    assert len(natures) == 26
    assert {name for name, found in natures.items() if len(found) < 6} == set()
    national = natures.pop("certifications_nationales")
    assert national >= {"titre", "doublon_exact", "jour_absent"}
    for name, found in natures.items():
        assert found & {"valeur_hors_liste", "nombre_illisible", "cellule_requise_vide"}, name


def test_keys_of_damages_are_keys_of_the_truth(
    damages: list[Row], truth: dict[str, list[Row]]
) -> None:
    keys = {
        name: {"|".join(row[column] for column in CLES[name]) for row in rows}
        for name, rows in truth.items()
    }
    for damage in damages:
        if damage["cle"]:
            assert damage["cle"] in keys[damage["registre"]]


def test_a_line_suffers_one_loss_at_most(damages: list[Row]) -> None:
    places = Counter(
        (d["fichier"], d["feuille"], d["ligne"])
        for d in damages
        if d["effet"] in {"ecartee", "ignoree", "non_attribuee"}
    )
    assert set(places.values()) == {1}


def test_three_rows_of_files_seen_in_2023_are_set_aside(damages: list[Row]) -> None:
    lost = [
        d
        for d in damages
        if (d["registre"], d["effet"]) == ("dossiers_ptp", "ecartee")
        and d["cle"].partition("|")[2].startswith("2023")
    ]
    assert len(lost) == 3


def test_files_set_aside_are_cited_nowhere(damages: list[Row], truth: dict[str, list[Row]]) -> None:
    """So that losing them changes nothing but their own lines."""
    lost = {
        d["cle"].partition("|")[0]
        for d in damages
        if (d["registre"], d["effet"]) == ("dossiers_ptp", "ecartee")
    }
    lines = Counter(row["id_dossier"] for row in truth["dossiers_ptp"])
    cited = {
        row[column]
        for name, rows in truth.items()
        if name != "dossiers_ptp"
        for row in rows
        for column in ("id_dossier", "id_dossier_suite")
        if column in row
    }
    assert not lost & cited
    assert {lines[number] for number in lost} == {1}


def test_organisations_set_aside_are_cited_nowhere(
    damages: list[Row], truth: dict[str, list[Row]]
) -> None:
    lost = {d["cle"] for d in damages if (d["registre"], d["effet"]) == ("organismes", "ecartee")}
    cited = {
        row["id_of"]
        for n, rows in truth.items()
        if n != "organismes"
        for row in rows
        if "id_of" in row
    }
    assert len(lost) == 3
    assert not lost & cited


def test_personal_columns_hold_nothing(raw: Raw) -> None:
    for sheet in SHEETS:
        cells = raw(sheet.fichier, sheet.feuille)
        start = header_row(cells, sheet)
        for header, key in sheet.colonnes:
            if key in PERSONNELLES:
                place = cells[start].index(header)
                values = {r[place] for r in cells[start + 1 :] if len(r) > place}
                assert values <= {"(retiré)", "00 00 00 00 00", ""}


def test_readme_counts_the_damages(damages: list[Row], sample: Path) -> None:
    lines = (sample / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [re.match(r"\| `(\w+)` \| (\w+) \| (\d+) \|", line) for line in lines]
    told = {(m[1], m[2]): int(m[3]) for m in rows if m}
    assert told == Counter((d["nature"], d["effet"]) for d in damages)
