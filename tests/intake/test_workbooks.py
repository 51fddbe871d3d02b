"""Workbooks: what the reader alone would lose, in real .xlsx and .ods files."""
# ruff: noqa: E501 - a row of a table, a sentence, stay on one line

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest

from reportlib.intake.cells import Padded, Unread
from reportlib.intake.files import FolderFile
from reportlib.intake.workbooks import read_workbook
from reportlib.intake.xlsx_cells import marked_in_xlsx

from .conftest import notices_of, sheet_of, spaced


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.2" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
    'manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def ods(rows: str, name: str = "Ateliers") -> bytes:
    """The smallest .ods that holds these rows."""
    xml = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
        'office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="{name}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", xml)
    return content.getvalue()


def text_cell(text: str) -> str:
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def test_types_of_cells(folder):
    book = openpyxl.Workbook()
    book.active.title = "Ateliers"
    book.active.append(["N° atelier", "Date", "Inscrits", "Présents", "Thème"])
    book.active.append([12, datetime(2022, 3, 5, 14, 30), 3, 2.0, time(14, 30)])
    book.active.append(["A-2", date(2022, 3, 6), "1 200", None, True])
    frame = folder.bytes("Suivi.xlsx", saved(book)).read().frames["ateliers"]
    assert frame["id_atelier"].tolist() == ["12", "A-2"]
    assert frame["date_atelier"].dt.strftime("%Y-%m-%d").tolist() == ["2022-03-05", "2022-03-06"]
    assert frame["nb_inscrits"].tolist() == [3, 1200]


def test_a_date_is_the_same_in_the_calendar_of_1904(folder):
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.title = "Ateliers"
    book.active.append(["Date", "Thème"])
    book.active.append([date(2022, 3, 5), "Charte"])
    frame = folder.bytes("Suivi.xlsx", saved(book)).read().frames["ateliers"]
    assert frame["date_atelier"].dt.strftime("%Y-%m-%d").tolist() == ["2022-03-05"]


class TestFormulas:
    """R-LEC-06: a formula without a stored value is never read as empty."""

    def with_body(self, body: str, attributes: str = "") -> list:
        """The cells marked in a sheet whose B2 is given as XML."""
        book = openpyxl.Workbook()
        book.active.append(["Date", "Thème"])
        book.active.append(["05/03/2022", "ICI"])
        content = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(saved(book))) as old, zipfile.ZipFile(content, "w") as new:
            for part in old.namelist():
                xml = old.read(part)
                if part.endswith("sheet1.xml"):
                    start = xml.index(b'<c r="B2"')
                    stop = xml.index(b"</c>", start) + 4
                    cell = f'<c r="B2"{attributes}>{body}</c>'.encode()
                    xml = xml[:start] + cell + xml[stop:]
                new.writestr(part, xml)
        return list(marked_in_xlsx(content.getvalue(), "Sheet").items())

    @pytest.mark.parametrize(
        ("body", "attributes", "mark"),
        [
            ("<f>A1+1</f>", "", Unread.FORMULA),
            ("<f>A1+1</f><v></v>", "", Unread.FORMULA),
            ("<f>A1+1</f><v/>", "", Unread.FORMULA),
            ('<f t="shared" si="0"/>', "", Unread.FORMULA),
            ("<f>A1+1</f><v>12</v>", "", None),
            ("<f>A1</f><v>texte</v>", ' t="str"', None),
            ('<f>IF(A1,"","")</f><v></v>', ' t="str"', None),
            ("<v>12</v>", "", None),
            ("<v>#N/A</v>", ' t="e"', Unread.ERROR),
            ("<f>1/0</f><v>#DIV/0!</v>", ' t="e"', Unread.ERROR),
        ],
    )
    def test_marks(self, body, attributes, mark):
        assert self.with_body(body, attributes) == ([((1, 1), mark)] if mark else [])

    def test_the_last_row_is_not_lost_when_it_only_has_a_formula(self, folder):
        rows = [["N° atelier", "Date"], ["A1", "05/03/2022"], [None, "=TODAY()"]]
        reading = folder.workbook("Suivi.xlsx", {"Ateliers": rows}).read()
        sheet = sheet_of(reading, "Suivi.xlsx", "Ateliers")
        assert (sheet.rows, sheet.kept, sheet.set_aside) == (2, 1, 1)
        assert reading.report.set_aside[0].row == 3

    def test_in_a_column_left_out_it_harms_nobody(self, folder):
        rows = [["N° atelier", "Date", "Salle"], ["A1", "05/03/2022", "=1+1"]]
        assert folder.workbook("Suivi.xlsx", {"Ateliers": rows}).read().report.sheets[0].kept == 1


@pytest.mark.parametrize("code", ["00000", "00000;@", '"D"00000', "[$-40C]00000", "00\\ 000"])
def test_zeros_of_a_number_format_are_restored_with_a_notice(folder, code):
    book = openpyxl.Workbook()
    book.active.title = "Ateliers"
    book.active.append(["N° atelier", "Date"])
    book.active.append([123, date(2022, 3, 5)])
    book.active["A2"].number_format = code
    reading = folder.bytes("Suivi.xlsx", saved(book)).read()
    plain = "D" not in code
    assert reading.frames["ateliers"]["id_atelier"].tolist() == (["00123"] if plain else ["123"])
    assert [spaced(m) for m in notices_of(reading, "R-LEC-07")] == (
        ["Colonne « id_atelier », zéro de tête rétabli : ligne 2."] if plain else []
    )


def test_marked_cells_without_places_are_found_by_their_rank():
    xml = '<row><c t="e"><v>#N/A</v></c></row><row r="5"><c/><c t="e"><v>#N/A</v></c></row>'
    book = openpyxl.Workbook()
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book))) as old, zipfile.ZipFile(content, "w") as new:
        for part in old.namelist():
            body = old.read(part)
            new.writestr(
                part,
                body.replace(b"<sheetData/>", f"<sheetData>{xml}</sheetData>".encode()).replace(
                    b"<sheetData></sheetData>", f"<sheetData>{xml}</sheetData>".encode()
                ),
            )
    assert set(marked_in_xlsx(content.getvalue(), "Sheet")) == {(0, 0), (4, 1)}


class TestMergedCells:
    """A cell under a merge reads as empty: titles and notes are ignored, data are set aside."""

    def read(self, folder, merges, rows):
        book = openpyxl.Workbook()
        book.active.title = "Ateliers"
        for row in rows:
            book.active.append(row)
        for merge in merges:
            book.active.merge_cells(merge)
        return folder.bytes("Suivi.xlsx", saved(book)).read()

    def test_titles_and_notes(self, folder):
        rows = [
            ["Ateliers animés en 2022"], ["N° atelier", "Date", "Thème"], ["A1", "05/03/2022", "Charte"],
            ["Second semestre"], ["A2", "05/09/2022", "Charte"], ["Chiffres arrêtés en mars", None, None],
        ]  # fmt: skip
        reading = self.read(folder, ["A1:C1", "A4:C4", "A6:C6"], rows)
        sheet = reading.report.sheets[0]
        assert (sheet.rows, sheet.kept, sheet.ignored) == (5, 2, {"titre": 1, "note": 2})

    def test_a_value_merged_down_is_refused_in_the_rows_below(self, folder):
        rows = [
            ["N° atelier", "Date", "Thème"],
            ["A1", "05/03/2022", "Charte"],
            ["A2", "06/03/2022", None],
        ]
        reading = self.read(folder, ["C2:C3"], rows)
        (row,) = reading.report.set_aside
        assert (row.row, row.column) == (3, "theme")
        assert spaced(row.message) == (
            "La cellule est fusionnée avec une autre : défusionnez-les et écrivez la valeur dans chacune."
        )

    def test_empty_merged_cells_are_empty(self, folder):
        rows = [
            ["N° atelier", "Date", "Thème"],
            ["A1", "05/03/2022", None],
            ["A2", "06/03/2022", None],
        ]
        assert self.read(folder, ["C2:C3"], rows).report.sheets[0].kept == 2

    def test_a_merge_that_goes_far_below_adds_no_row(self, folder):
        rows = [["N° atelier", "Date", "Thème"], ["A1", "05/03/2022", "Charte"]]
        assert self.read(folder, ["C2:C900"], rows).report.sheets[0].rows == 1


def test_a_hidden_sheet_is_read_and_said(folder):
    book = openpyxl.Workbook()
    book.active.title = "Ateliers"
    book.active.append(["N° atelier", "Date"])
    book.active.append(["A1", "05/03/2022"])
    hidden = book.create_sheet("Webinaires")
    hidden.append(["N° atelier", "Date"])
    hidden.append(["A2", "05/03/2022"])
    hidden.sheet_state = "hidden"
    reading = folder.bytes("Suivi.xlsx", saved(book)).read()
    assert len(reading.frames["ateliers"]) == 2
    assert [(n.sheet, spaced(n.message)) for n in reading.report.notices] == [
        ("Webinaires", "La feuille est masquée dans le classeur : elle est lue comme les autres.")
    ]


def test_formatted_rows_below_the_last_value_are_no_rows(folder):
    book = openpyxl.Workbook()
    book.active.title = "Ateliers"
    book.active.append(["N° atelier", "Date"])
    book.active.append(["A1", "05/03/2022"])
    book.active["A900"].number_format = "00000"
    assert folder.bytes("Suivi.xlsx", saved(book)).read().report.sheets[0].rows == 1


def test_a_sheet_that_begins_at_d4_keeps_its_row_numbers(folder):
    book = openpyxl.Workbook()
    book.active.title = "Ateliers"
    for cell, value in {"D4": "N° atelier", "E4": "Date", "D5": "A1", "E5": "05/03/2022"}.items():
        book.active[cell] = value
    reading = folder.bytes("Suivi.xlsx", saved(book)).read()
    assert reading.frames["ateliers"]["_ligne"].tolist() == [5]
    assert reading.report.sheets[0].ignored == {"ligne vide": 3}


class TestOds:
    """LibreOffice's own format."""

    HEAD = f"<table:table-row>{text_cell('N° atelier')}{text_cell('Date')}{text_cell('Présents')}</table:table-row>"

    def test_values(self, folder):
        rows = (
            f"{self.HEAD}<table:table-row>{text_cell('A1')}"
            '<table:table-cell office:value-type="date" office:date-value="2022-03-05"><text:p>05/03/22</text:p></table:table-cell>'
            '<table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell></table:table-row>'
        )
        frame = folder.bytes("Suivi.ods", ods(rows)).read().frames["ateliers"]
        assert frame.iloc[0][["id_atelier", "nb_participants"]].tolist() == ["A1", 12]
        assert frame["date_atelier"].dt.strftime("%Y-%m-%d").tolist() == ["2022-03-05"]

    @pytest.mark.parametrize(
        ("stored", "shown", "read"),
        [
            ("0.125", "12,5 %", 12.5),
            ("0.28999999999999998", "29 %", 29.0),
            ("1", "100 %", 100.0),
            ("-5.0000000000000003E-2", "-5 %", -5.0),
        ],
    )
    def test_a_percentage_is_read_as_it_is_shown(self, folder, stored, shown, read):
        rows = (
            f"<table:table-row>{text_cell('Au')}{text_cell('Certifiés')}{text_cell('Source')}{text_cell('Évolution')}</table:table-row>"
            f"<table:table-row>{text_cell('15/03/2021')}{text_cell('8305')}{text_cell('DGEFP')}"
            f'<table:table-cell office:value-type="percentage" office:value="{stored}"><text:p>{shown}</text:p></table:table-cell></table:table-row>'
        )
        folder.bytes("Suivi.ods", ods(rows, "DGEFP"))
        frame = folder.read().frames["certifications_nationales"]
        assert frame["croissance_annoncee"].tolist() == [read]

    @pytest.mark.parametrize(
        ("cell", "rule"),
        [
            ('<table:table-cell table:formula="of:=1+1"/>', "R-LEC-06"),
            ('<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>', "R-LEC-02"),
        ],
    )  # fmt: skip
    def test_formulas_without_a_value(self, folder, cell, rule):
        good = f"<table:table-row>{text_cell('A1')}{text_cell('05/03/2022')}{text_cell('3')}</table:table-row>"
        bad = f"<table:table-row>{text_cell('A2')}{text_cell('05/03/2022')}{cell}</table:table-row>"
        blank = '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>'
        reading = folder.bytes("Suivi.ods", ods(self.HEAD + good + blank + bad)).read()
        (row,) = reading.report.set_aside
        assert (row.row, row.column, row.rule) == (5, "nb_participants", rule)


def test_the_reader_gives_marks_in_place():
    book = openpyxl.Workbook()
    book.active.append(["a", "=1+1", 8])
    book.active["C1"].number_format = "00"
    (grid,) = read_workbook(FolderFile("x.xlsx", saved(book)))
    assert list(grid.rows[0]) == ["a", Unread.FORMULA, "08"]
    assert isinstance(grid.rows[0][2], Padded)
