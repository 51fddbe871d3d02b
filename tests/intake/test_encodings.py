"""Text files in every encoding and with every separator of French offices."""

from __future__ import annotations

import codecs

import pytest

from .conftest import sheet_of

HEAD = "ID OF;Dénomination;Ville;Dépt\n"
ROWS = "OF-1;Œuvre de l’Été;Haguenau;67\nOF-2;Prépa 100 €;Sélestat;67\n"
NAMES = ["Œuvre de l’Été", "Prépa 100 €"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(folder, encoding):
    frame = folder.text("Organismes.csv", HEAD + ROWS, encoding).read().frames["organismes"]
    assert frame["denomination"].tolist() == NAMES
    assert frame["commune"].tolist() == ["Haguenau", "Sélestat"]


def test_utf_16_big_endian_with_its_mark(folder):
    content = codecs.BOM_UTF16_BE + (HEAD + ROWS).encode("utf-16-be")
    assert (
        folder.bytes("Organismes.csv", content).read().frames["organismes"]["denomination"].tolist()
        == NAMES
    )


def test_latin_9(folder):
    rows = "OF-1;Œuvre d'Été;Haguenau;67\nOF-2;Prépa 100 €;Sélestat;67\n"
    frame = folder.text("Organismes.csv", HEAD + rows, "iso8859-15").read().frames["organismes"]
    assert frame["denomination"].tolist() == ["Œuvre d'Été", "Prépa 100 €"]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_separators(folder, separator):
    content = (HEAD + 'OF-1;"Alpha, Bêta; Gamma\tDelta";"Pont-\nà-Mousson";54\n').replace(
        ";", separator
    )
    content = content.replace(f"Bêta{separator} Gamma", "Bêta; Gamma")
    reading = folder.text("Organismes.csv", content).read()
    row = reading.frames["organismes"].iloc[0]
    assert row["denomination"] == "Alpha, Bêta; Gamma Delta"
    assert row["commune"] == "Pont- à-Mousson"
    assert sheet_of(reading, "Organismes.csv").rows == 1


def test_commas_in_texts_do_not_beat_semicolons(folder):
    rows = "".join(f"OF-{n};Un, deux, trois et {n};Metz, Nancy;57\n" for n in range(8))
    frame = folder.text("Organismes.csv", HEAD + rows).read().frames["organismes"]
    assert frame["commune"].tolist() == ["Metz, Nancy"] * 8


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(folder, end):
    content = (HEAD + ROWS).replace("\n", end)
    assert folder.text("Organismes.csv", content).read().frames["organismes"][
        "_ligne"
    ].tolist() == [2, 3]


def test_the_separator_that_excel_writes_first_is_no_row(folder):
    reading = folder.text("Organismes.csv", "sep=;\n" + HEAD + ROWS).read()
    assert sheet_of(reading, "Organismes.csv").header_row == 1
    assert reading.frames["organismes"]["_ligne"].tolist() == [2, 3]


def test_lines_that_end_with_a_separator(folder):
    content = (HEAD + ROWS).replace("\n", ";\n")
    reading = folder.text("Organismes.csv", content).read()
    assert sheet_of(reading, "Organismes.csv").kept == 2
    assert not reading.report.notices


def test_quotes_inside_texts(folder):
    rows = 'OF-1;"Centre ""Le Phare""";Metz;57\nOF-2;Dit "La Halle";Nancy;54\n'
    frame = folder.text("Organismes.csv", HEAD + rows).read().frames["organismes"]
    assert frame["denomination"].tolist() == ['Centre "Le Phare"', 'Dit "La Halle"']


def test_blank_lines_count_and_rows_keep_their_numbers(folder):
    reading = folder.text("Organismes.csv", HEAD + "\n" + ROWS + "\n\n").read()
    sheet = sheet_of(reading, "Organismes.csv")
    assert (sheet.rows, sheet.ignored) == (3, {"ligne vide": 1})
    assert reading.frames["organismes"]["_ligne"].tolist() == [3, 4]


def test_short_lines_have_empty_cells_at_their_end(folder):
    reading = folder.text("Organismes.csv", HEAD + "OF-1;Alpha\n").read()
    assert reading.frames["organismes"]["commune"].isna().all()
    assert sheet_of(reading, "Organismes.csv").kept == 1


def test_a_text_file_may_be_called_txt(folder):
    content = (HEAD + ROWS).replace(";", "\t")
    assert len(folder.text("Organismes.TXT", content, "cp1252").read().frames["organismes"]) == 2
