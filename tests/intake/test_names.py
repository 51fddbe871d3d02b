"""Names with markup of any language go through files as data; messages are typeset in French."""

from __future__ import annotations

import csv
import io
import re

import openpyxl
import pytest

from .conftest import spaced

NAMES = [
    "<script>alert(1)</script>",
    "<b>Gras</b> & Cie &amp; Fils",
    '#read("/etc/passwd") $x^2$',
    "# Titre **gras** _italique_ [lien](http://exemple.org) `code`",
    "=CMD|' /C calc'!A0",
    "@SUM(A1:A9)",
    "+33 Formation",
    "-Tiret",
    "École 🎓 du Vin 👩‍🏫",
    "日本語 العربية",
    "a\\b{c}{0}%s%n",
    "'; DROP TABLE organismes; --",
    'Centre "Le Phare"; annexe, bis\\n',
    "é" * 300,
    "Total Formation",
    "Note d’Or",
    "NA Formation",
]


@pytest.fixture(params=["csv", "xlsx"])
def organismes(request, folder):
    """A list of organisations with these names, in both formats."""
    rows = [
        ["ID OF", "Raison sociale", "Ville"],
        *([f"OF-{n}", name, "Metz"] for n, name in enumerate(NAMES)),
    ]
    if request.param == "csv":
        out = io.StringIO()
        csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
        return folder.text("Organismes.csv", out.getvalue())
    book = openpyxl.Workbook()
    book.active.title = "OF"
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = book.active.cell(number, column)
            cell.value = text
            cell.data_type = "s"
    content = io.BytesIO()
    book.save(content)
    return folder.bytes("Organismes.xlsx", content.getvalue())


def test_names_come_back_as_they_were_written(organismes):
    reading = organismes.read()
    assert reading.frames["organismes"]["denomination"].tolist() == NAMES
    assert not reading.report.set_aside
    assert not reading.report.notices


def test_a_row_is_matched_by_such_a_name(organismes):
    organismes.workbook("P.xlsx", {"Ateliers": [["Date", "Thème"], ["05/03/2022", "<i>*#x*</i>"]]})
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(["N° proposition", "Organisme", "Date", "Écrit reçu", "Modalité"])
    writer.writerows([[f"P{n}", name, "05/03/2022", "oui", "FOAD"] for n, name in enumerate(NAMES)])
    reading = organismes.text("Propositions.csv", out.getvalue()).read()
    assert reading.frames["propositions"]["id_of"].tolist() == [
        f"OF-{n}" for n in range(len(NAMES))
    ]
    assert reading.frames["ateliers"]["theme"].tolist() == ["<i>*#x*</i>"]


@pytest.mark.parametrize("value", NAMES[:13])
def test_messages_show_such_a_value_as_it_is(folder, value):
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(
        [["Date", "Format"], ["05/03/2022", value]]
    )
    (row,) = folder.text("Ateliers.csv", out.getvalue()).read().report.set_aside
    assert f"«\u00a0{value[:39]}" in row.message
    assert spaced(row.message).endswith(
        "n’est pas une valeur admise : écrivez « atelier », « webinaire », « groupe_de_travail » "
        "ou « rencontre_individuelle »."
    )


def test_control_characters_go_with_a_notice(folder):
    reading = folder.text("Organismes.csv", "ID OF;Organisme\nOF-1;Al\x00p\x1bha\n").read()
    assert reading.frames["organismes"]["denomination"].tolist() == ["Alpha"]
    assert [spaced(n.message) for n in reading.report.notices] == [
        "Colonne « denomination », caractères de contrôle retirés : ligne 2."
    ]


WRONG = re.compile(r"[ \u202f][:;!?»%]|« |'|\{|\}|\s$|^[a-zà-ý]")


def test_messages_of_the_sample_have_french_typography(root):
    from reportlib.dataset import Dataset

    report = Dataset.read(root / "data_samples" / "registres").report
    messages = [row.message for row in (*report.set_aside, *report.notices)]
    assert len(messages) > 20
    for message in messages:
        quoted = re.sub(r"«\u00a0[^»]*\u00a0»", "«\u00a0x\u00a0»", message)
        assert not WRONG.search(quoted), message
        assert message.endswith(".")
