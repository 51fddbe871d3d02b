"""The Qualiopi report: what it says at three dates, of which source, and what it never shows."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pandas as pd
import pytest
from openpyxl import load_workbook

from data_samples.publics.generer_lpof import generer, generer_copies
from reportlib.blocks import Block, Curve, Missing, StackedBar, Table, Verbatims
from reportlib.dataset import Dataset
from reportlib.disclosure import breakdowns
from reportlib.errors import DataError, ParameterError
from reportlib.indicators import indicator
from reportlib.indicators.lpof_suivi import MOUVEMENTS
from reportlib.intake.lpof import read_lpof
from reportlib.rendering.annex import annex
from reportlib.rendering.document import from_blocks
from reportlib.rendering.html import html
from reportlib.rules.rnq import criteres
from reportlib.sections import (
    qualiopi_annexes,
    qualiopi_controle,
    qualiopi_enquete,
    qualiopi_entete,
    qualiopi_essentiel,
    qualiopi_liste,
    qualiopi_nationale,
    qualiopi_non_conformites,
    qualiopi_organismes,
    qualiopi_paroles,
    qualiopi_preparation,
    reperes,
)
from reportlib.sections.bilan import Bilan, jusqu_au, ouvrir_region
from reportlib.sections.qualiopi_nationale import HORIZON
from reportlib.wording import Rich, plain
from tests.bilans.conftest import SAMPLE
from tests.bilans.in_process import said
from tests.bilans.test_typography import CLICHES, texts
from tests.bilans.test_typography import plain as stored

DATES = ("2019-12-31", "2021-12-31", "2023-12-31")
NEEDED = {
    "certifications_nationales": (qualiopi_nationale, qualiopi_annexes),
    "certificats_qualiopi": (qualiopi_organismes,),
    "enquete_qualiopi": (qualiopi_enquete, qualiopi_paroles),
    "audits_qualiopi": (qualiopi_non_conformites, qualiopi_preparation),
    "non_conformites": (qualiopi_non_conformites,),
    "organismes": (qualiopi_organismes,),
    "dossiers_ptp": (qualiopi_organismes,),
}
"""Register → the chapters that read it."""
CHAPTERS = (
    qualiopi_nationale,
    qualiopi_organismes,
    qualiopi_enquete,
    qualiopi_non_conformites,
    qualiopi_preparation,
    qualiopi_paroles,
    qualiopi_annexes,
)
Ref = tuple[str, float]


def made(day: str) -> tuple[Block, ...]:
    """The report of the delivered notebook, with the real snapshots."""
    return said("bilan_qualiopi", date=day, liste=CLICHES).blocks


@cache
def opened(day: str = "2021-12-31") -> Bilan:
    """The sample's bilan at a day; that of the report made, where there is one."""
    if day in DATES:
        return cast("Bilan", said("bilan_qualiopi", date=day, liste=CLICHES).bilan)
    return ouvrir_region(annee=jusqu_au(day), donnees=str(SAMPLE / "registres"))


def without(bilan: Bilan, *registers: str, **changed: pd.DataFrame) -> Bilan:
    """The same bilan, some registers not provided, some with other rows."""
    kept = {k: v for k, v in bilan.dataset.frames.items() if k not in registers}
    own = Dataset(kept | changed, bilan.dataset.set_aside, bilan.dataset.report)
    return replace(bilan, dataset=own)


def strict(*blocks: Block) -> None:
    """Draw the blocks under the report's title; a fault stops it."""
    title = made("2021-12-31")[0]
    assert from_blocks([block.record() for block in (title, *blocks)]).pieces


def words(*blocks: Block) -> str:
    """All that is said, on one line, spaces alike."""
    every = " ".join(text for block in blocks for text in texts(stored(block.record())))
    return re.sub(r"[\s\u00a0\u202f]+", " ", every)


def told(sentences: Sequence[Rich]) -> str:
    """Sentences on one line, spaces alike."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", " ".join(map(plain, sentences)))


def refs(value: Any) -> Iterator[Ref]:
    """Every named number of a record."""
    if isinstance(value, dict):
        number = value.get("value") if "text" in value else value.get("number")
        if value.get("ref") and isinstance(number, int | float):
            yield value["ref"], float(number)
        for item in value.values():
            yield from refs(item)
    elif isinstance(value, list):
        for item in value:
            yield from refs(item)


def curve(day: str) -> Curve:
    """The national curve of the report made."""
    return next(b for b in made(day) if isinstance(b, Curve))


def table(blocks: tuple[Block, ...], title: str) -> Table:
    return next(b for b in blocks if isinstance(b, Table) and b.title.startswith(title))


def numbers(found: Table) -> dict[str, list[str]]:
    """Label of a row → its other cells, as they print."""
    return {plain(r.cells[0].text): [plain(c.text) for c in r.cells[1:]] for r in found.rows}


# What is said


def test_the_framed_sentence_names_both_bases() -> None:
    assert (
        "Au 15 mars 2021, 8 304 organismes sont certifiés en France et 5 860 sont en cours, soit "
        "25,8 % des 55 000 organismes référençables sur Datadock (17,7 % des 80 000 prestataires "
        "déclarés (OPAC))."
    ) in told(qualiopi_essentiel.pays(opened("2021-04-30")))


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2019-12-31", "Aucun chiffre national n’est publié au 31 décembre 2019."),
        ("2019-12-31", "certifiés de nos registres est couvert par le secret."),
        ("2019-12-31", "Aucun certificat n’arrive à échéance dans les 6 mois."),
        ("2021-12-31", "soit 48,9 % de près de 57 000 organismes visés."),
        ("2021-12-31", "Parmi les 37 organismes répondants, 9 se déclarent certifiés (24,3 %)."),
        ("2023-12-31", "la dernière date sûre de l’audit de renouvellement est passée."),
        ("2023-12-31", "Au 1er novembre 2023, 44 000 organismes sont certifiés en France ; ceux"),
    ],
)
def test_the_essential_follows_the_date(day: str, sentence: str) -> None:
    assert sentence in words(made(day)[2])


def test_a_point_without_base_says_so() -> None:
    shown = told(qualiopi_essentiel.pays(opened("2020-12-31")))
    assert "Au 31 décembre 2020, 7 500 organismes sont certifiés en France ; ceux qui" in shown
    assert "%" not in shown


@pytest.mark.parametrize(
    ("certified", "sentence"),
    [
        ([True], "Le seul organisme répondant se déclare certifié."),
        ([False], "Le seul organisme répondant ne se déclare pas certifié."),
        ([False] * 12, "Parmi les 12 organismes répondants, aucun ne se déclare certifié (0,0 %)."),
        (
            [True] + [False] * 11,
            "Parmi les 12 organismes répondants, 1 se déclare certifié (8,3 %).",
        ),
        (
            [True] * 8,
            "Parmi les 8 organismes répondants, 8 se déclarent certifiés. Moins de 10 rép",
        ),
    ],
)
def test_the_survey_agrees_in_number(certified: list[bool], sentence: str) -> None:
    base = opened()
    answers = base.dataset["enquete_qualiopi"]
    rows = answers.drop_duplicates("id_of").dropna(subset=["id_of"]).head(len(certified))
    states = ["certifie" if one else "non_engage" for one in certified]
    own = rows.assign(avancement=states, date_reponse=pd.Timestamp("2021-06-01").as_unit("us"))
    bilan = without(base, enquete_qualiopi=own)
    withheld = told([qualiopi_essentiel.declares(bilan)])
    assert ("%" in withheld) == (len(certified) >= 10 and sum(certified) not in range(1, 5))
    none = replace(bilan.settings.confidentialite, seuil_organismes=0, seuil_personnes=0)
    bilan = replace(bilan, settings=replace(bilan.settings, confidentialite=none))
    assert sentence in told([qualiopi_essentiel.declares(bilan)])


def test_the_quoted_growth_is_checked_in_a_frame() -> None:
    shown = words(*made("2021-12-31"))
    assert (
        "La croissance annoncée de 10 % correspond à 755 certifiés de plus, et non à 1 000."
        in shown
    )
    assert "L’arrondi du taux laisse de 721 à 789." in shown
    assert "supposerait 7 304 certifiés au 31 décembre 2020, et une croissance de 13,7 %" in shown
    assert "La croissance annoncée de 25 % suppose 4 688 organismes en cours" in shown


def test_another_value_gives_another_check() -> None:
    """The seeded defect: the sentence follows the register, it is not written in."""
    base = opened()
    rows = base.dataset["certifications_nationales"]
    at = rows["date"].eq(pd.Timestamp("2021-03-15"))
    other = rows.assign(certifies=rows["certifies"].mask(at, 11_000))
    shown = words(*qualiopi_nationale.region(without(base, certifications_nationales=other)))
    assert "755" not in shown
    assert "La croissance annoncée de 10 % et les 1 000 de plus annoncés concordent" in shown


def test_the_mark_of_2019_stands_apart() -> None:
    for day in DATES:
        blocks = made(day)
        assert "Ce n’est pas Qualiopi" in words(*blocks)
        assert all(point.cell.value != 11.5 for b in blocks if isinstance(b, Curve)
                   for one in b.series for point in one.points)  # fmt: skip


# The curve, its sources, its band


@pytest.mark.parametrize("day", ["2021-12-31", "2023-12-31"])
def test_each_point_names_its_source(day: str) -> None:
    drawn = curve(day)
    published = [p for one in drawn.series for p in one.points if not p.extrapolated]
    assert published
    listed = words(*made(day))
    for point in published:
        assert point.source is not None
        assert drawn.sources[point.source - 1] in drawn.sources
        assert re.sub(r"[\s\u00a0\u202f]+", " ", drawn.sources[point.source - 1]) in listed
        assert re.fullmatch(r"QA-0[12]\|national\|\w+\|\d{4}-\d\d-\d\d\|nombre.*", point.cell.ref)
        assert date.fromisoformat(point.date) <= date.fromisoformat(day)


def beyond(drawn: Curve) -> list[str]:
    """Days drawn past the last published point and the horizon."""
    last = max(date.fromisoformat(p.date) for p in drawn.series[0].points if not p.extrapolated)
    limit = (last + timedelta(days=HORIZON)).isoformat()
    days = [b.date for b in drawn.band] + [p.date for one in drawn.series for p in one.points]
    return [day for day in days if day > limit]


def test_the_band_stops_at_the_stated_horizon() -> None:
    drawn = curve("2023-12-31")
    assert drawn.band
    assert beyond(drawn) == []
    assert [p.extrapolated for p in drawn.series[0].points] == [False] * 6 + [True]
    shown = words(*made("2023-12-31"))
    assert "Au 2 mai 2024, un point de plus tomberait entre" in shown
    assert "Rien n’est montré au-delà de cette date." in shown
    assert "C’est un repère, pas une prévision." in shown


def test_a_band_past_the_horizon_is_seen() -> None:
    drawn = curve("2023-12-31")
    far = replace(drawn.band[-1], date="2024-09-01")
    assert beyond(replace(drawn, band=(*drawn.band, far))) == ["2024-09-01"]


def test_no_band_with_too_few_points() -> None:
    assert curve("2021-12-31").band == ()
    assert "Ajustement non fait : 4 points, il en faut 6." in words(*made("2021-12-31"))


def test_two_sources_of_a_day_are_both_shown() -> None:
    base = opened()
    rows = base.dataset["certifications_nationales"]
    rival = rows.loc[rows["date"].eq(pd.Timestamp("2021-09-30"))].assign(
        certifies=16_000, source="Autre source, 2021", motif="clé en conflit"
    )
    aside = {**base.dataset.set_aside, "certifications_nationales": rival}
    bilan = replace(base, dataset=Dataset(base.dataset.frames, aside, base.dataset.report))
    blocks = qualiopi_nationale.region(bilan)
    drawn = next(b for b in blocks if isinstance(b, Curve))
    same = [p for p in drawn.series[0].points if p.date == "2021-09-30"]
    assert [p.cell.value for p in same] == [15551.0, 16000.0]
    assert "Autre source, 2021" in words(table(tuple(blocks), "Ce que les sources disent"))
    strict(*blocks)


# Dates and absences


@pytest.mark.parametrize("day", DATES)
def test_the_report_holds_at_each_date(day: str) -> None:
    assert said("bilan_qualiopi", date=day, liste=CLICHES).document.pieces
    assert f"Adoption de Qualiopi au {int(day[8:])} décembre {day[:4]}" in words(*made(day))


@pytest.mark.parametrize("register", NEEDED)
def test_a_register_not_provided_is_said_in_a_line(register: str) -> None:
    bilan = without(opened(), register)
    blocks = [block for chapter in NEEDED[register] for block in chapter.region(bilan)]
    strict(*blocks)
    if register != "organismes":
        lines = [words(b) for b in blocks if isinstance(b, Missing)]
        assert any(register in line for line in lines)


def test_nothing_provided_still_makes_a_report() -> None:
    bilan = without(opened(), *opened().dataset.frames)
    blocks = [*qualiopi_entete.region(bilan)]
    blocks += [block for chapter in CHAPTERS for block in chapter.region(bilan)]
    assert from_blocks([block.record() for block in blocks]).pieces
    assert "Aucun nombre n’est connu au 31 décembre 2021." in words(*blocks)


def test_no_answer_is_said_and_no_chart_drawn() -> None:
    shown = words(*made("2019-12-31"))
    assert "Aucune réponse à l’enquête dans la période." in shown


# Secrecy


def small(found: Iterator[Ref]) -> list[Ref]:
    """Counts of 1 to 4 of an indicator that withholds them, by a breakdown."""
    kept = []
    for ref, value in found:
        head, _, rest = ref.partition("|")
        if not rest.startswith("propre|") or not 0 < value < 5:
            continue
        group, part = rest.split("|")[1], rest.split("|")[3]
        if group and part == "nombre" and indicator(head).masque_of:
            kept.append((ref, value))
    return kept


@pytest.mark.parametrize("day", DATES)
def test_no_count_of_one_to_four_organisations_is_shown(day: str) -> None:
    records = [stored(block.record()) for block in made(day)]
    assert any(ref.startswith("QA-") for ref, _ in refs(records)) or day == "2019-12-31"
    assert small(refs(records)) == []


def test_a_small_count_is_seen() -> None:
    leak = [{"text": [["3", ""]], "value": 3.0, "ref": "QA-01|propre|departement=08|2021|nombre"}]
    assert small(refs(leak)) == [("QA-01|propre|departement=08|2021|nombre", 3.0)]


def test_fewer_than_five_audited_organisations_give_no_breakdown() -> None:
    blocks = tuple(qualiopi_non_conformites.region(opened("2019-12-31")))
    assert "couverts par le secret" in words(*blocks)
    assert not any(
        ref.startswith("QA-15|") for ref, _ in refs([stored(b.record()) for b in blocks])
    )


def rests(blocks: Sequence[Block]) -> list[float]:
    """What each criterion shown has more than its indicators shown, when it is 1 to 4."""
    shown = dict(refs([stored(block.record()) for block in blocks]))
    counts = {ref.split("|")[2]: n for ref, n in shown.items() if ref.startswith("QA-15|propre|")}
    left = [
        counts[f"critere={c.numero}"] - sum(counts.get(f"indicateur={n}", 0) for n in c.indicateurs)
        for c in criteres()
        if f"critere={c.numero}" in counts
    ]
    return [n for n in left if 0 < n < 5]


@pytest.mark.parametrize("day", DATES)
def test_criteria_and_indicators_leave_no_small_rest(day: str) -> None:
    assert rests(made(day)) == []


def test_a_small_rest_is_kept_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the groups of the breakdown, and by the chapter: either suffices, neither is seen."""
    monkeypatch.setattr(breakdowns, "_groups", lambda name: breakdowns._GROUPS.get(name, ()))
    assert rests([*qualiopi_non_conformites.region(without(opened("2023-12-31")))]) == []
    monkeypatch.setattr(qualiopi_non_conformites, "_guarded", lambda _, criteria: criteria)
    assert rests([*qualiopi_non_conformites.region(without(opened("2023-12-31")))]) != []


def test_three_of_five_are_not_told_for_the_length_of_audits() -> None:
    share = opened("2021-12-31").one("QA-12")
    assert (share.count, share.base) == (3, 5)
    drawn = next(b for b in made("2021-12-31") if isinstance(b, StackedBar))
    assert [cell.state for cell in drawn.rows[0].cells] == ["masque", "masque"]


def declared(certified: int, answers: int) -> Bilan:
    """The bilan of so many answers, of which so many say that they are certified."""
    base = opened()
    rows = base.dataset["enquete_qualiopi"].dropna(subset=["id_of"]).drop_duplicates("id_of")
    states = ["certifie"] * certified + ["en_cours"] * (answers - certified)
    own = rows.head(answers).assign(
        avancement=states, date_reponse=pd.Timestamp("2021-06-01").as_unit("us")
    )
    return without(base, enquete_qualiopi=own)


def told_of(bilan: Bilan, certified: int, rate: str) -> set[str]:
    """Where the number of the survey's certified is told: page, annex, check cell."""
    blocks = (*qualiopi_entete.region(bilan), *qualiopi_enquete.region(bilan))
    document = from_blocks([block.record() for block in blocks])
    page = re.sub(r"<[^>]+>|[\s\u00a0\u202f]+", " ", html(document))
    book = load_workbook(io.BytesIO(annex(document)))
    lines = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    places = {
        "page": rate in page or f"Certifié, {certified} " in page,
        "annex": any(rate in str(v) for line in lines for v in line)
        or any(line[:2] == ["Certifié", certified] for line in lines),
        "cell": reperes.qualiopi(bilan)["QA-03b"] is not None,
    }
    return {place for place, told in places.items() if told}


@pytest.mark.parametrize(("certified", "rate"), [(3, "17,6"), (14, "82,4")])
def test_few_certified_of_the_survey_are_told_nowhere(certified: int, rate: str) -> None:
    """Nor few who are not: they would be known by difference."""
    bilan = declared(certified, 17)
    assert told_of(bilan, certified, rate) == set()
    none = replace(bilan.settings.confidentialite, seuil_organismes=0, seuil_personnes=0)
    bare = replace(bilan, settings=replace(bilan.settings, confidentialite=none))
    assert told_of(bare, certified, rate) == {"page", "annex", "cell"}


def test_a_site_that_forgets_the_guard_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    for site, place in ((qualiopi_enquete, "page"), (qualiopi_essentiel, "page"),
                        (reperes, "cell")):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(site, "declaree", Bilan.one)
            assert told_of(declared(3, 17), 3, "17,6") == {place}


def named(shown: str, names: list[str]) -> list[str]:
    """Names of organisations in a text, whatever the case and spaces."""
    bare = re.sub(r"[\s\u00a0\u202f’']+", "", shown).casefold()
    return [name for name in names if re.sub(r"[\s’']+", "", name).casefold() in bare]


def test_no_organisation_is_named() -> None:
    rows = opened().dataset["organismes"]
    names = [str(n) for n in pd.concat([rows["denomination"], rows["id_of"]]).dropna()]
    for day in DATES:
        assert named(words(*made(day)), names) == []
    assert named(f"Merci à {names[0].upper()} !", names) == [names[0]]


def test_words_are_printed_with_consent_only() -> None:
    bilan = opened("2023-12-31")
    answers = bilan.dataset["enquete_qualiopi"]
    inside = answers["date_reponse"].dt.year.eq(2023)
    refused = answers.loc[inside & answers["accord_diffusion"].ne(other=True), "verbatim"].dropna()
    agreed = answers.loc[inside & answers["accord_diffusion"].eq(other=True), "verbatim"].dropna()
    blocks = qualiopi_paroles.region(bilan)
    items = next(b for b in blocks if isinstance(b, Verbatims)).items
    assert items
    assert len({item.words for item in items}) == len(items)
    only_refused = set(refused) - set(agreed)
    shown = words(*blocks)
    assert [text for text in only_refused if text.replace("'", "’") in shown] == []
    silent = pd.Series(data=False, index=answers.index).astype("boolean")
    none = without(bilan, enquete_qualiopi=answers.assign(accord_diffusion=silent))
    assert "Aucun témoignage n’est diffusable." in words(*qualiopi_paroles.region(none))


# Preparing


def test_profiles_lengths_and_costs_are_those_of_the_slides() -> None:
    blocks = made("2021-12-31")
    profiles = numbers(table(blocks, "Nombre d’indicateurs par profil"))
    assert [row[0] for row in profiles.values()][:5] == ["23", "24", "26", "27", "28"]
    lengths = list(numbers(table(blocks, "Durée d’un audit initial")).values())
    assert [row[-1] for row in lengths] == ["5,0", "0,5"]
    costs = numbers(table(blocks, "Coût indicatif"))
    assert [c.replace("\u202f", " ") for c in costs["Total sur 3\u00a0ans"]] == [
        "2 650,00",
        "5 150,00",
    ]


def test_three_or_four_years_says_which_reading_is_kept() -> None:
    base = opened()
    assert "Lecture retenue ici : quatre ans avant le 1er janvier 2021" in words(
        *qualiopi_preparation.region(base)
    )
    choix = replace(base.settings.choix, derogation_4_ans="seed")
    other = replace(base, settings=replace(base.settings, choix=choix))
    assert "Lecture retenue ici : quatre ans avant le 1er janvier 2022" in words(
        *qualiopi_preparation.region(other)
    )


def test_simulated_decisions_say_that_they_are() -> None:
    shown = words(*made("2021-12-31"))
    assert "simulation, ne vaut pas décision du certificateur" in shown


def test_the_external_mark_is_labelled_in_every_case() -> None:
    for bilan in (opened(), opened("2019-12-31"), without(opened(), "enquete_qualiopi")):
        shown = words(*qualiopi_enquete.region(bilan))
        assert "Repère externe, autre région" in shown
        assert "86 organismes répondants, dont 56 certifiés (65,1 %)" in shown


# The public list


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three dated copies of a small fictitious list, and their movements."""
    place = tmp_path_factory.mktemp("copies")
    generer_copies(place, lignes=800, copies=3)
    return place


@pytest.fixture(scope="module")
def listes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("listes")
    generer(place, lignes=800, dispositions=("officielle", "avant_2022_attestee"))
    return place


def test_without_a_list_the_part_is_one_line() -> None:
    blocks = tuple(qualiopi_liste.region(opened()))
    assert [type(block).__name__ for block in blocks] == ["Heading", "Missing"]
    assert qualiopi_liste.fichiers("") == ()


def test_counts_of_the_list_are_those_of_the_file(listes: Path) -> None:
    path = listes / "lpof_2025-10-01_officielle.csv"
    read = read_lpof(path).organismes
    blocks = tuple(qualiopi_liste.region(opened("2025-12-31"), str(path)))
    held, size = int(read["certifie"].sum()), len(read)
    regions = numbers(table(blocks, "La liste publique par région"))
    assert regions["Ensemble"][:4] == [str(size), str(held), str(size - held), "0"]
    mine = read["code_region"].astype("str").eq("44")
    assert regions["Grand Est"][:2] == [str(mine.sum()), str(read.loc[mine, "certifie"].sum())]
    assert sum(int(row[0]) for name, row in regions.items() if name != "Ensemble") == size
    departments = numbers(table(blocks, "La liste publique par département"))
    assert departments["Ensemble"][:2] == regions["Grand Est"][:2]


def test_no_name_of_the_list_is_shown(listes: Path) -> None:
    path = listes / "lpof_2025-10-01_officielle.csv"
    names = [str(n) for n in read_lpof(path).organismes["denomination"].dropna()]
    assert len(names) > 400
    shown = words(*qualiopi_liste.region(opened("2025-12-31"), str(path)))
    assert named(shown, names) == []
    assert "denomination" not in qualiopi_liste.COLONNES


def test_a_list_silent_on_certifications_makes_states_unknown(listes: Path) -> None:
    path = listes / "lpof_2025-10-01_avant_2022_attestee.csv"
    blocks = tuple(qualiopi_liste.region(opened("2025-12-31"), str(path)))
    assert "certifications : donnée non fournie, et non 0." in words(*blocks)
    drawn = next(b for b in blocks if isinstance(b, StackedBar))
    states = [cell.state for cell in drawn.rows[0].cells]
    assert states == ["non_fourni", "non_fourni", "exact"]
    assert drawn.rows[0].cells[2].value == len(read_lpof(path).organismes)


def test_movements_between_copies_add_up(copies: Path) -> None:
    blocks = tuple(qualiopi_liste.region(opened("2025-12-31"), str(copies)))
    rows = list(numbers(table(blocks, "La liste publique d’une copie")).values())
    assert rows[0][2:] == ["s.\u00a0o."] * len(MOUVEMENTS)
    for before, after in pairwise(rows):
        new, came, lost, left = (int(cell) for cell in after[2:])
        assert int(after[1]) == int(before[1]) + new + came - lost - left
        assert new + lost > 0
    assert "verite_mouvements.csv" in words(*blocks)


def test_a_copy_later_than_the_date_is_not_counted(copies: Path) -> None:
    blocks = tuple(qualiopi_liste.region(opened("2025-07-31"), str(copies)))
    assert "1 copie de la liste est postérieure au 31 juillet 2025 : non comptée ici." in words(
        *blocks
    )
    assert "Copie du 1er juillet 2025" in words(*blocks)
    none = tuple(qualiopi_liste.region(opened("2021-12-31"), str(copies)))
    assert "3 copies de la liste sont postérieures" in words(*none)
    assert not any(isinstance(block, Table) for block in none)


def test_snapshots_are_a_dated_series() -> None:
    found = numbers(table(tuple(qualiopi_liste.region(opened(), CLICHES)), "Établissements"))
    assert list(found) == [f"{d}\u00a0{m}" for d, m in (
        (12, "décembre 2020"), (9, "septembre 2021"), (20, "septembre 2021"))]  # fmt: skip
    first = next(iter(found.values()))
    assert first[3:] == ["n.\u00a0f."] * 3
    late = words(*qualiopi_liste.region(opened("2019-12-31"), CLICHES))
    assert "Les clichés de Datadock sont tous postérieurs au 31 décembre 2019." in late


def test_a_wrong_list_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "autre.csv"
    wrong.write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(DataError):
        qualiopi_liste.region(opened(), str(wrong))
    with pytest.raises(ParameterError):
        qualiopi_liste.region(opened(), str(tmp_path / "rien.csv"))


def test_same_numbers_in_tiles_and_tables() -> None:
    """A number that differs under one name stops the strict document."""
    blocks = list(made("2023-12-31"))
    tiles = next(b for b in blocks if b.kind == "tiles")
    record = stored(tiles.record())
    record["items"][0] |= {"value": "75", "number": 75.0}
    records = [record if b is tiles else b.record() for b in blocks]
    with pytest.raises(Exception, match="QA-01"):
        from_blocks(records)


def test_quoted_rates_keep_their_decimals() -> None:
    assert qualiopi_controle._quoted_rate(10.0) == "10\u00a0%"
    assert qualiopi_controle._quoted_rate(11.5) == "11,5\u00a0%"
