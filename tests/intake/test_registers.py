"""The nineteen registers beside the first seven: read with their types under every header."""

from __future__ import annotations

import csv
import io
import random

import pandas as pd
import pytest

from reportlib.errors import DataError
from reportlib.intake import recognition
from reportlib.intake.grids import Grid
from reportlib.intake.guide import Entry
from reportlib.intake.headers import column_names
from reportlib.intake.reading import read_folder
from reportlib.intake.recognition import Recognised, recognise
from reportlib.intake.records import Reading
from reportlib.registers import register, registers, vocabulary
from reportlib.registers.schema import dtype_of

from .conftest import Folder, sheet_of, spaced
from .registres_petits import PARENTS, SMALL

NAMES = list(SMALL)


def header(name: str, column: str, which: int) -> str:
    """A header of a column: its own name (-2), else the first (0) or the last (-1) one seen."""
    described = registers()["organismes"] if column == "denomination" else register(name)
    seen = described.colonnes[column].entetes
    return column if which == -2 else seen[which]


def table(name: str, which: int) -> list[list[str]]:
    """The small sheet of a register: headers and a row."""
    written = SMALL[name].written
    return [[header(name, column, which) for column in written], list(written.values())]


def as_csv(rows: list[list[str]]) -> str:
    """Rows as a French text file."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return out.getvalue()


@pytest.fixture(scope="module", params=["classeur", "textes"])
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """The nineteen under their first names and headers in a workbook, or the last ones in texts."""
    folder = Folder(tmp_path_factory.mktemp(request.param))
    for file, content in PARENTS.items():
        folder.text(file, content)
    if request.param == "classeur":
        sheets = {register(name).feuilles[0]: table(name, 0) for name in NAMES}
        folder.workbook("Suivi.xlsx", sheets)
    else:
        for name in NAMES:
            folder.text(f"{register(name).feuilles[-1]} 2022.csv", as_csv(table(name, -1)))
    return read_folder(folder.place)


@pytest.mark.parametrize("name", NAMES)
def test_a_small_register_is_read_with_its_types(small, name):
    frame = small.frames[name]
    wanted = SMALL[name].read
    assert not [row for row in small.report.set_aside if row.register == name]
    assert frame.columns.tolist() == [
        *dict.fromkeys([*register(name).colonnes, "id_of"]), "_source", "_ligne",
    ]  # fmt: skip
    (row,) = frame.to_dict("records")
    got = {column: None if pd.isna(row[column]) else row[column] for column in wanted}
    assert got == dict(wanted)
    for column in register(name).colonnes.values():
        assert str(frame[column.nom].dtype) == dtype_of(column)
        assert set(wanted) >= {column.nom}, "the small row says all its columns"


def test_the_nineteen_are_all_there_and_balance(small):
    assert set(registers()) - set(small.frames) == {
        "signataires", "propositions", "interventions", "ateliers", "echanges_refus",
    }  # fmt: skip
    for sheet in small.report.sheets:
        assert sheet.rows == sheet.kept + sheet.set_aside + sum(sheet.ignored.values())
        assert sheet.recognised_by in {"nom de feuille", "nom de fichier"}


def test_every_header_of_every_register_is_its_column():
    for one in registers().values():
        names = column_names(one.nom)
        for column in one.colonnes.values():
            for written in (column.nom, *column.entetes):
                assert names[vocabulary().header_key(written.upper())][0] == column.nom


class Refused(Exception):
    """A sheet with too few known headers."""


def found(heads: list[str]) -> str:
    """The register of a sheet whose name says nothing, from its headers alone."""
    sheet = recognise(Grid("Export.csv", "", [heads, ["x"] * len(heads)]), Entry(fichier="x"))
    if not isinstance(sheet, Recognised):
        raise Refused(sheet.reason)
    assert sheet.by == "colonnes"
    return sheet.register.nom


@pytest.mark.parametrize("which", [-2, 0, -1])
@pytest.mark.parametrize("name", list(registers()))
def test_all_its_headers_designate_a_register_among_the_twenty_six(name, which):
    columns = [c for c in register(name).colonnes.values() if c.entetes]
    assert found([header(name, c.nom, which) for c in columns]) == name


@pytest.mark.parametrize("name", list(registers()))
def test_required_columns_and_any_others_are_never_read_as_another_register(name):
    draw = random.Random(name)
    outcomes = set()
    for _ in range(25):
        share = draw.random()
        heads = [
            draw.choice([c.nom, *c.entetes])
            for c in register(name).colonnes.values()
            if c.obligation in {"O", "I"} or draw.random() < share
        ]
        try:
            outcomes.add(found(heads))
        except (DataError, Refused):
            continue
    assert outcomes == {name}


def test_with_one_candidate_only_wide_sheets_would_be_refused(monkeypatch):
    heads = [header("interventions", c, 0) for c in register("interventions").colonnes]
    assert found(heads) == "interventions"
    monkeypatch.setattr(recognition, "_fullest", lambda _headings, complete: complete)
    with pytest.raises(DataError, match="plusieurs registres"):
        found(heads)


def test_an_organisation_column_changes_nothing_to_an_indirect_register():
    heads = ["N° dossier", "Date de demande", "Objet", "Centre de formation", "Salarié", "OF"]
    assert found(heads) == "avenants"


@pytest.mark.parametrize("first", ["ID OF", "Organisme"])
def test_the_list_of_organisations_is_a_candidate_only_for_want_of_another(first):
    assert found([first, "Date", "Accord du stagiaire", "Cause", "Ville"]) == "interventions"


def test_a_small_dictionary_never_wins_by_columns_that_another_one_knows(folder):
    head = "Organisme;Date;Leviers;Cause\n"
    folder.organismes().text("Export.csv", head + "Alpha;05/03/2022;tutorat;Contenu\n")
    with pytest.raises(DataError, match="Candidats") as caught:
        folder.read()
    assert spaced(str(caught.value)).endswith(
        "Candidats : « temps_dialogue » et « interventions ». Donnez à la feuille le nom du "
        "registre, par exemple « Temps de dialogue », ou nommez-le dans sources.yaml."
    )


def test_headers_of_two_rows_are_not_compared(folder):
    content = "Date;Thème\nID OF;Date de réception;Écrit reçu;Modalité\nOF-1;05/03/2022;oui;FOAD\n"
    folder.organismes().text("Export.csv", content)
    with pytest.raises(DataError, match="plusieurs registres") as caught:
        folder.read()
    assert "« propositions » et « ateliers »" in spaced(str(caught.value))


def test_words_below_the_headers_make_no_other_candidate():
    rows = [
        ["ID OF", "Date", "Accord du stagiaire", "Cause"],
        ["OF-1", "05/03/2022", "oui", "Contenu"],
        ["", "", "", "", "Candidatures", "Reçus"],
    ]
    sheet = recognise(Grid("Export.csv", "", rows), Entry(fichier="x"))
    assert isinstance(sheet, Recognised)
    assert sheet.register.nom == "interventions"


def test_an_empty_register_is_not_an_absent_one(folder):
    folder.organismes().text("Alertes.csv", "N° alerte;Organisme;Date;Émetteur;Type\n")
    folder.text("sources.yaml", "- {fichier: Alertes.csv, vide: true}\n")
    frames = folder.read().frames
    assert len(frames["alertes"]) == 0
    assert frames["alertes"]["date_alerte"].dtype == "datetime64[us]"
    assert "controles" not in frames


def test_own_identifiers_are_made_up_for_the_nineteen(folder):
    folder.organismes().text("Dialogues.csv", "Organisme;Date\nCentre Alpha;05/03/2022\n")
    reading = folder.read()
    assert reading.frames["temps_dialogue"]["id_dialogue"].tolist() == ["Dialogues-L2"]
    assert sheet_of(reading, "Dialogues.csv").kept == 1
