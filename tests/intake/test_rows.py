# ruff: noqa: E501 - a row of a table, a sentence, stay on one line
"""Which rows of a sheet are data; the vectors of the reading; nothing is lost between."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportlib.intake.grids import Grid
from reportlib.intake.guide import Entry
from reportlib.intake.headers import find_heading
from reportlib.intake.recognition import Recognised
from reportlib.intake.rows import sort_rows
from reportlib.registers import register

from .conftest import notices_of, sheet_of, spaced

HEAD = "N° proposition;ID OF;Date de réception;Écrit reçu;Modalité\n"
GOOD = [
    "P1;OF-1;05/03/2022;oui;FOAD",
    "P2;OF-2;06/03/2022;non;Hybride",
    "P3;OF-1;07/03/2022;x;Blocs",
]


def causes(head, rows, name="propositions"):
    """Why each row under ``head`` is no data; « » when it is."""
    grid = Grid("f.csv", "", [head, *rows])
    one = register(name)
    heading = find_heading(grid, one, Entry(fichier="f.csv"))
    kinds = sort_rows(Recognised(grid, one, heading, "nom de fichier", Entry(fichier="f.csv")))
    said = dict.fromkeys(kinds.data, "")
    said |= {row: cause for cause, found in kinds.ignored.items() for row in found}
    return [said[index] for index in sorted(said)]


PROPOSITIONS = ["N° proposition", "ID OF", "Date de réception", "Écrit reçu", "Modalité", "Vu"]


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        (["P1", "OF-1", "05/03/2022", "oui", "FOAD", ""], ""),
        (["", "OF-1", "05/03/2022", "oui", "FOAD", ""], ""),
        (["P1", "", "", "", "", ""], ""),
        (["P1", "OF-1", "", "oui", "", ""], ""),
        (["", "", "", "oui", "", ""], ""),
        (["", "", "05/03/2022", "", "", ""], ""),
        (["", "Centre Alpha", "", "", "", ""], ""),
        (["", "", "", "", "", ""], "ligne vide"),
        ([" ", "\u00a0", None, "", "", ""], "ligne vide"),
        ([], "ligne vide"),
        (["", "", "", "", "", 12.0], "ligne vide"),
        (["", "", "", "", "", "vu"], "note"),
        (["Total", "", "", "", 56.0, ""], "total"),
        (["TOTAL : 56", "", "", "", "", ""], "total"),
        (["Total général", "", "", "", "", ""], "total"),
        (["Sous-total 2022", 12.0, "", "", "", ""], "total"),
        (["Total des propositions", "", "", "", 56.0, ""], "total"),
        (["", "", "Total", 56.0, "", ""], "total"),
        (["Total Formation", "OF-1", "05/03/2022", "oui", "FOAD", ""], ""),
        (["Source : base interne", "", "", "", "", ""], "note"),
        (["* données provisoires", "", "", "", "", ""], "note"),
        (["(1) hors report", "", "", "", "", ""], "note"),
        (["NB", "les dates sont celles du courrier", "", "", "", ""], "note"),
        (["", "", "", "Extraction du 05/03/2022", "", ""], "note"),
        (["Propositions reçues au second semestre", "", "", "", "", ""], "note"),
        (["", "", "second semestre", "", "", ""], "note"),
        (PROPOSITIONS, "titre"),
        ([*PROPOSITIONS[:5], ""], "titre"),
    ],
)
def test_rows_under_the_headers(row, cause):
    assert causes(PROPOSITIONS, [row]) == [cause]


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        (["Centre Alpha", ""], ""),
        (["Institut de Formation des Métiers du Bois", ""], ""),
        (["Total Formation", ""], ""),
        (["Total", ""], "total"),
        (["Note : liste arrêtée en mars", ""], "note"),
        (["Source", "57"], ""),
    ],
)
def test_a_name_alone_is_an_organisation(row, cause):
    assert causes(["Raison sociale", "Dépt"], [row], "organismes") == [cause]


def test_above_the_headers():
    rows = [["Suivi des propositions"], [], ["Arrêté au 05/03/2022"], PROPOSITIONS]
    grid = Grid("f.csv", "", [*rows, ["P1", "OF-1", "05/03/2022", "oui", "FOAD"]])
    one, entry = register("propositions"), Entry(fichier="f.csv")
    heading = find_heading(grid, one, entry)
    assert heading.row == 3
    kinds = sort_rows(Recognised(grid, one, heading, "", entry))
    assert kinds.ignored == {"titre": (0, 2), "ligne vide": (1,)}
    assert kinds.data == (4,)


def test_v_lec_01(folder):
    """V-LEC-01: 5 rows = 2 kept + 2 set aside + 1 ignored."""
    p1, p2 = "P1;OF-1;05/03/2022;oui;FOAD\n", "P2;OF-2;06/03/2022;{};Hybride\n"
    rows = p1 + p1 + p2.format("oui") + p2.format("non") + "P3;OF-1;07/03/2022;oui;Blocs\n"
    reading = folder.organismes().text("propositions.csv", HEAD + rows).read()
    sheet = sheet_of(reading, "propositions.csv")
    assert (sheet.rows, sheet.kept, sheet.set_aside, sheet.ignored) == (
        5,
        2,
        2,
        {"doublon exact": 1},
    )
    assert reading.frames["propositions"]["id_proposition"].tolist() == ["P1", "P3"]
    assert reading.set_aside["propositions"]["id_proposition"].tolist() == ["P2", "P2"]
    assert sheet.ignored_rows == {"doublon exact": (3,)}


def test_v_lec_02(folder):
    """V-LEC-02: two passages of one file are two versions, both kept; the last ≤ end holds."""
    rows = "D1;OF-1;12/05/2022;Refus\nD1;OF-1;10/09/2022;Accord\n"
    head = "N° dossier;ID OF;Date de commission;Décision\n"
    reading = folder.organismes().text("Dossiers PTP.csv", head + rows).read()
    dossiers = reading.frames["dossiers_ptp"]
    for end, decision in (("2022-06-30", "refus"), ("2022-12-31", "accord")):
        before = dossiers[dossiers["date_commission"] <= end].sort_values("date_commission")
        assert before["decision_initiale"].iloc[-1] == decision


def test_v_lec_03(folder):
    """V-LEC-03: department 8.0 is « 08 », SIREN 5580121 is « 005580121 », each with a notice."""
    head = ["ID OF", "Organisme", "Département", "SIREN"]
    reading = folder.workbook(
        "Organismes.xlsx", {"OF": [head, ["A", "Alpha", 8.0, 5580121]]}
    ).read()
    row = reading.frames["organismes"].iloc[0]
    assert (row["departement"], row["siren"]) == ("08", "005580121")
    assert [spaced(m) for m in notices_of(reading, "R-LEC-07")] == [
        "Colonne « siren », zéro de tête rétabli : ligne 2.",
        "Colonne « departement », zéro de tête rétabli : ligne 2.",
    ]


def test_v_lec_04(folder):
    """V-LEC-04: title, blank, 3 rows, « Total », note: 7 rows = 3 kept + 0 set aside + 4 ignored."""
    content = "Suivi 2022\n\n" + HEAD + "\n".join([*GOOD, "Total;3", "Source : base interne"])
    reading = folder.organismes().text("propositions.csv", content).read()
    sheet = sheet_of(reading, "propositions.csv")
    assert (sheet.rows, sheet.kept, sheet.set_aside) == (7, 3, 0)
    assert sheet.ignored == {"titre": 1, "ligne vide": 1, "total": 1, "note": 1}
    assert sheet.ignored_rows == {"titre": (1,), "ligne vide": (2,), "total": (7,), "note": (8,)}


LINES = {
    "good": "P{n};OF-1;05/03/2022;oui;FOAD",
    "orphan": "P{n};OF-9;05/03/2022;oui;FOAD",
    "made up": ";OF-2;05/03/2022;oui;FOAD",
    "bad date": "P{n};OF-1;31/02/2022;oui;FOAD",
    "empty": "P{n};OF-1;;oui;FOAD",
    "nobody": "P{n};;05/03/2022;oui;FOAD",
    "copy": "P0;OF-1;05/03/2022;oui;FOAD",
    "clash": "P-1;OF-1;{d:02d}/03/2022;oui;FOAD",
    "blank": ";;;;",
    "total": "Total;{n};;;",
    "note": "Note : {n};;;;",
    "surplus": "P{n};OF-1;05/03/2022;oui;FOAD;trop",
}
KIND = st.sampled_from(sorted(LINES))


def written(kinds):
    """The lines of a file, one a kind, a good one last: a file never ends with a blank row."""
    rows = [LINES[kind].format(n=n + 1, d=n % 28 + 1) for n, kind in enumerate([*kinds, "good"])]
    return HEAD + "\n".join(rows) + "\n"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(KIND, max_size=14))
def test_any_mix_of_rows_adds_up(folder, kinds):
    folder.organismes().text("propositions.csv", written(kinds))
    reading = folder.read()
    sheet = sheet_of(reading, "propositions.csv")
    clashes, copies = kinds.count("clash"), kinds.count("copy")
    aside = sum(kinds.count(kind) for kind in ("bad date", "empty", "surplus"))
    assert sheet.rows == len(kinds) + 1
    assert sheet.set_aside == aside + (clashes if clashes > 1 else 0)
    assert sheet.ignored.get("doublon exact", 0) == max(copies - 1, 0)
    assert sheet.kept + sheet.set_aside + sum(sheet.ignored.values()) == sheet.rows
    for cause, kind in (("ligne vide", "blank"), ("total", "total"), ("note", "note")):
        assert sheet.ignored.get(cause, 0) == kinds.count(kind)
    assert len(reading.frames["propositions"]) == sheet.kept
    assert (
        len(reading.set_aside["propositions"]) == len(reading.report.set_aside) == sheet.set_aside
    )


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(KIND.filter(lambda kind: kind != "made up"), min_size=2, max_size=10), st.randoms())
def test_row_order_changes_nothing_but_order(folder, kinds, chance):
    lines = written(kinds).splitlines()[1:]
    shuffled = chance.sample(lines, len(lines))
    sorted_frames = []
    for rows in (lines, shuffled):
        content = HEAD + "\n".join([*rows, "P9999;OF-1;05/03/2022;oui;FOAD"]) + "\n"
        reading = folder.organismes().text("propositions.csv", content).read()
        sheet = sheet_of(reading, "propositions.csv")
        parts = [
            frame["propositions"].drop(columns=["_ligne", "motif"], errors="ignore")
            for frame in (reading.frames, reading.set_aside)
        ]
        key = ["id_proposition", "date_reception"]
        ordered = [part.sort_values(key, ignore_index=True) for part in parts]
        sorted_frames.append((sheet.kept, sheet.set_aside, sheet.ignored, *ordered))
    first, second = sorted_frames
    assert first[:3] == second[:3]
    assert first[3].equals(second[3])
    assert first[4].equals(second[4])
