"""The charter's intermediate bilan: sentences, states, one page, absences, confidentiality."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pikepdf
import pytest

from reportlib.blocks import Block, Blocks, Engagements, Table, Tiles
from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.periods import Period
from reportlib.rendering.document import from_blocks
from reportlib.rendering.pdf import pdf
from reportlib.rules import engagements as regles
from reportlib.sections import (
    alertes,
    alertes_suites,
    apres_refus,
    cadre,
    charte_annexes,
    charte_detail,
    charte_entete,
    charte_phrases,
    discours,
    engagements,
    experimentation,
    individualisation_charte,
    propositions_charte,
    regard,
    signataires,
)
from reportlib.sections.bilan import Bilan, Edition, ouvrir_organisme, ouvrir_region
from reportlib.sections.zones import en_ligne, restantes, zones
from reportlib.settings import Charte, Choix
from reportlib.wording import Rich, plain, rich
from tests.bilans.conftest import LARGE, SAMPLE
from tests.bilans.in_process import Said, said

OWN = "OF-0103"
LAPSED = "2023"
Change = Callable[[pd.DataFrame], pd.DataFrame]


@pytest.fixture(scope="module")
def whole() -> Said:
    """The region's bilan of 2022, as the notebook makes it."""
    return said("bilan_intermediaire_region")


@pytest.fixture(scope="module")
def copy() -> Said:
    """A signatory's copy of the same year."""
    return said("bilan_intermediaire_organisme")


@pytest.fixture(scope="module")
def region() -> Bilan:
    return ouvrir_region(annee="2022", donnees=str(SAMPLE / "registres"))


@pytest.fixture(scope="module")
def own() -> Bilan:
    return ouvrir_organisme(annee="2022", organisme=OWN, donnees=str(SAMPLE / "registres"))


def changed(bilan: Bilan, register: str, change: Change) -> Bilan:
    """The same bilan, one register changed."""
    frames = dict(bilan.dataset.frames)
    frames[register] = change(frames[register].copy())
    return replace(bilan, dataset=Dataset(frames, {}, bilan.dataset.report))


def without(bilan: Bilan, *registers: str) -> Bilan:
    frames = {k: v for k, v in bilan.dataset.frames.items() if k not in registers}
    return replace(bilan, dataset=Dataset(frames, {}, bilan.dataset.report))


def under(bilan: Bilan, *, periode: str = "2022", **charte: object) -> Bilan:
    """The same registers, another period or another charter."""
    settings = replace(bilan.settings, charte=Charte(**charte))  # type: ignore[arg-type]
    return replace(bilan, period=Period.parse(periode), settings=settings)


def words(sentence: Rich) -> str:
    return plain(sentence).replace("\u00a0", " ").replace("\u202f", " ")


def letters(blocks: Blocks | tuple[Block, ...]) -> str:
    """Every letter of blocks, as records."""
    records = [block.record() for block in blocks]
    return json.dumps(records, ensure_ascii=False).replace("\u00a0", " ").replace("\\u00a0", " ")


def none_of(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.iloc[:0]


# --- sentences


def in_force(rows: pd.DataFrame, column: str) -> pd.Series:
    return rows[column].between(pd.Timestamp(2022, 1, 1), pd.Timestamp(2022, 12, 31))


def first_alerts(bilan: Bilan, count: int) -> Change:
    """Keep the first alerts sent by an organisation that was a signatory all the year."""
    signed = bilan.dataset["signataires"]
    active = signed.loc[
        (signed["date_signature"] < pd.Timestamp(2022, 1, 1)) & signed["date_denonciation"].isna(),
        "id_of",
    ]

    def change(rows: pd.DataFrame) -> pd.DataFrame:
        sent = rows["emetteur"].eq("organisme") & rows["id_of"].isin(active)
        kept = rows.loc[sent & in_force(rows, "date_alerte")].head(count)
        return kept.assign(type_evenement="risque_rupture")

    return change


@pytest.mark.parametrize(
    ("count", "sentence"),
    [
        (0, "Les organismes n’ont émis aucune alerte."),
        (1, "Les organismes ont émis une alerte, pour un risque de rupture."),
        (3, "Les organismes ont émis 3 alertes, dont 3 pour un risque de rupture."),
    ],
)
def test_alerts_are_said_by_their_number(region: Bilan, count: int, sentence: str) -> None:
    few = changed(region, "alertes", first_alerts(region, count))
    assert words(charte_phrases.alertes(few)) == sentence


def controlled(ground: str, *, linked: bool, count: int = 1) -> Callable[[Bilan], Bilan]:
    """The bilan whose only controls of the year are on alerts, of that ground."""

    def change(bilan: Bilan) -> Bilan:
        alerts = first_alerts(bilan, 40)(bilan.dataset["alertes"].copy())

        def made(rows: pd.DataFrame) -> pd.DataFrame:
            some = rows.dropna(subset=["id_of"]).head(count).copy()
            first = alerts.head(1)
            some["motif"] = ground
            some["id_alerte"] = first["id_alerte"].iloc[0] if linked else pd.NA
            some["id_of"] = first["id_of"].iloc[0]
            some["date_controle"] = pd.Timestamp(2022, 12, 15)
            return some.astype(rows.dtypes.to_dict())

        return changed(bilan, "controles", made)

    return change


@pytest.mark.parametrize(
    ("change", "sentence", "state"),
    [
        (
            lambda b: changed(b, "controles", none_of),
            "Aucun contrôle n’a été réalisé à la suite d’une alerte d’un organisme.",
            "tenu",
        ),
        (
            controlled("alerte", linked=True),
            "1 contrôle a été réalisé à la suite d’une alerte d’un organisme.",
            "non_tenu",
        ),
        (
            controlled("alerte", linked=True, count=2),
            "2 contrôles ont été réalisés à la suite d’une alerte d’un organisme.",
            "non_tenu",
        ),
        (
            controlled("inconnu", linked=False),
            "1 contrôle n’a pas de motif, ou pas d’alerte rattachée : l’engagement ne peut pas "
            "être vérifié.",
            "non_verifiable",
        ),
        (
            controlled("alerte", linked=False, count=2),
            "2 contrôles n’ont pas de motif, ou pas d’alerte rattachée : l’engagement ne peut pas "
            "être vérifié.",
            "non_verifiable",
        ),
        (
            lambda b: without(b, "controles"),
            "Donnée non fournie : table controles. L’engagement de ne pas contrôler sur alerte ne "
            "peut pas être vérifié.",
            "non_verifiable",
        ),
    ],
)
def test_controls_on_alert_are_said_and_judged(
    region: Bilan, change: Callable[[Bilan], Bilan], sentence: str, state: str
) -> None:
    bilan = change(region)
    assert words(charte_phrases.controles(bilan)) == sentence
    assert state_of(bilan, "TP-4") == state


def few_refusals(rows: pd.DataFrame) -> pd.DataFrame:
    """Refusals on the charter's ground: three left in the year, of the organisation."""
    refused = rows["motif_refus"].eq("coherence_parcours") & in_force(rows, "date_commission")
    mine = rows.index[refused & rows["id_of"].eq(OWN)][:3]
    return rows.loc[~refused | rows.index.isin(mine)]


def test_few_refusals_are_withheld_but_from_the_team_and_their_own(
    region: Bilan, own: Bilan
) -> None:
    few = changed(region, "dossiers_ptp", few_refusals)
    withheld = "trop peu nombreux pour être publiés (s)."
    assert words(charte_phrases.refus(few)).endswith(withheld)
    assert "trop peu nombreux" in letters(tuple(b for b in apres_refus.blocks(few) if b))
    assert words(charte_phrases.refus(replace(few, interne=True))).startswith("Sur 3 refus motivés")
    mine = changed(own, "dossiers_ptp", few_refusals)
    assert words(charte_phrases.refus(mine)).startswith("Sur 3 refus motivés")


def test_no_proposal_and_one_proposal_are_said(region: Bilan, own: Bilan) -> None:
    none = changed(region, "propositions", none_of)
    assert words(charte_phrases.propositions(none)) == (
        "Aucune proposition d’ingénierie individualisée n’a été reçue par écrit."
    )
    assert words(charte_phrases.propositions(own)) == (
        "1 proposition d’ingénierie individualisée a été reçue par écrit de votre organisme ; elle "
        "a reçu un retour."
    )
    tiles = next(b for b in charte_entete.organisme(own) if isinstance(b, Tiles)).items
    assert ("proposition émise", "reçue par écrit") in [(tile.label, tile.base) for tile in tiles]


# --- the frame: term and renewal (R-CH-12)


@pytest.mark.parametrize(
    ("periode", "charte", "frame", "first"),
    [
        ("2022", {}, "Sa reconduction n’est pas renseignée.", "Au 31 décembre 2022, 48 organismes"),
        (LAPSED, {}, "reconduction non renseignée : les événements postérieurs",
         "La charte est conclue jusqu’au 31 décembre 2022 ; reconduction non renseignée"),
        (LAPSED, {"reconduction": False}, "il n’y a rien à tenir ni à manquer",
         "La charte a pris fin le 31 décembre 2022."),
        (LAPSED, {"reconduction": True, "fin_reconduction": date(2024, 12, 31)},
         "Elle a été reconduite jusqu’au", "Au 31 décembre 2023, "),
        ("01/09/2022-31/03/2023", {}, "Ce qui se lit au dernier jour de la période n’est pas",
         "La charte est conclue jusqu’au 31 décembre 2022 ; reconduction non renseignée"),
        ("01/09/2022-31/03/2023", {"reconduction": False}, "comptés jusqu’à cette date",
         "La charte a pris fin le 31 décembre 2022."),
    ],
)  # fmt: skip
def test_the_term_of_the_charter_is_said(
    region: Bilan, periode: str, charte: dict[str, object], frame: str, first: str
) -> None:
    bilan = under(region, periode=periode, **charte)
    assert frame in letters(cadre.region(bilan))
    assert words(charte_phrases.region(bilan)[0]).startswith(first)


def test_past_its_term_no_engagement_looks_like_a_failure(region: Bilan) -> None:
    bilan = under(region, periode=LAPSED)
    table = next(b for b in engagements.region(bilan) if isinstance(b, Engagements))
    rows = [row for party in table.parties for row in party.engagements]
    assert {row.state for row in rows} == {"reconduction"}
    assert all(one.cell.value is None for row in rows for one in row.measures)
    for chapter in (experimentation, alertes, discours):
        assert "Reconduction non renseignée : aucun événement" in letters(chapter.region(bilan))
    assert "ne sont pas établis" in letters(signataires.region(bilan))
    tiles = charte_entete.region(bilan)[1].record()["items"]
    assert [tile["number"] for tile in tiles[:6]] == [None] * 6
    assert all("reconduction" in tile["base"] for tile in tiles[:6])


def test_a_charter_that_is_over_engages_nobody(region: Bilan) -> None:
    bilan = under(region, periode=LAPSED, reconduction=False)
    assert {state_of(bilan, name) for name in ("OF-3", "TP-4", "TP-8")} == {"sans_objet"}
    for chapter in (experimentation, alertes, discours):
        assert "Sans objet : la charte a pris fin" in letters(chapter.region(bilan))


# --- the central table


def state_of(bilan: Bilan, identifier: str, **thresholds: float) -> str:
    """The state of one engagement, from the bilan's own figures, under these thresholds."""
    one = next(one for one in regles.ENGAGEMENTS if one.id == identifier)
    wanted = (regles.TEMOIN, regles.TEMOIN_STOCK, *one.mesures)
    figures = {name: bilan.one(name) for name in wanted}
    return engagements.etat(seuils(bilan, **thresholds), one, figures)


def seuils(bilan: Bilan, **values: float) -> Bilan:
    named = {name.replace("_", "-"): value for name, value in values.items()}
    return replace(bilan, settings=replace(bilan.settings, choix=Choix(seuils=named)))


STATES: tuple[tuple[str, dict[str, float], str], ...] = (
    ("TP-1", {}, "sans_seuil"),
    ("TP-1", {"CH_09": 80.0}, "tenu"),
    ("TP-1", {"CH_09": 80.0, "CH_10": 30.0}, "partiel"),
    ("TP-1", {"CH_09": 95.0}, "non_tenu"),
    ("OF-3", {"CH_32": 3.0}, "non_mesurable"),
    ("TP-5", {"CH_28": 50.0}, "tenu"),
)


def check_states(bilan: Bilan) -> None:
    for identifier, thresholds, state in STATES:
        assert state_of(bilan, identifier, **thresholds) == state, identifier


def test_states_follow_the_figures_and_the_thresholds(region: Bilan) -> None:
    check_states(region)
    assert state_of(without(region, "propositions"), "TP-1") == "non_mesurable"
    assert state_of(without(region, "propositions"), "OF-1") == "non_mesurable"
    assert state_of(changed(region, "demandes_bilan", none_of), "TP-6") == "sans_objet"


@pytest.mark.parametrize("defect", ["value as zero", "withheld as known", "at most as at least"])
def test_a_wrong_reading_of_the_figures_is_seen(
    region: Bilan, monkeypatch: pytest.MonkeyPatch, defect: str
) -> None:
    true = engagements._mesure
    if defect == "value as zero":
        monkeypatch.setattr(engagements, "_mesure", lambda f: replace(true(f), valeur=0.0))
    elif defect == "withheld as known":
        wrong = regles.Mesure(etat="exact", valeur=0.0, effectif=1.0)
        monkeypatch.setattr(
            engagements, "_mesure", lambda f: wrong if f.state == "masque" else true(f)
        )
    else:
        monkeypatch.setattr(regles, "AU_PLUS", frozenset())
    with pytest.raises(AssertionError):
        check_states(region)


def test_a_threshold_on_the_fixed_engagement_is_refused(region: Bilan) -> None:
    with pytest.raises(ParameterError, match="CH-26"):
        engagements.region(seuils(region, CH_26=2.0))


def pages_of(table: Engagements, bilan: Bilan, folder: Path) -> list[str]:
    """The text of each page of a bilan that holds the table alone."""
    title = charte_entete.region(bilan)[0] if not bilan.organisme else charte_entete._title(bilan)
    path = folder / "tableau.pdf"
    path.write_bytes(pdf(from_blocks([title.record(), table.record()])))
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True,
                          check=True).stdout  # fmt: skip
    return [page for page in text.split("\f") if page.strip()]


def check_one_page(pages: list[str]) -> None:
    """Each engagement of each party stands on one page, in two lines of print at most."""
    holding = [page for page in pages if "Développer des" in page]
    assert len(holding) == 1
    for label in ("Alerter, informer", "Communiquer selon la", "Étudier et faire un retour",
                  "Valoriser en commission", "Contacter après un refus", "Ne pas contrôler sur",
                  "Bilan intermédiaire", "Bilan annuel, sur", "Temps de dialogue",
                  "Lister sur le site"):  # fmt: skip
        assert label in holding[0], label


def test_the_table_of_engagements_is_on_one_page(whole: Said, copy: Said, tmp_path: Path) -> None:
    for one in (whole, copy):
        table = next(b for b in one.blocks if isinstance(b, Engagements))
        assert [len(party.engagements) for party in table.parties] == [3, 8]
        assert all(row.measures for party in table.parties for row in party.engagements)
        check_one_page(pages_of(table, one.bilan, tmp_path))


def test_a_table_on_two_pages_is_seen(whole: Said, tmp_path: Path) -> None:
    table = next(b for b in whole.blocks if isinstance(b, Engagements))
    long = rich(" ".join(["observation"] * 90))
    parties = tuple(
        replace(p, engagements=tuple(replace(row, observation=long) for row in p.engagements))
        for p in table.parties
    )
    with pytest.raises(AssertionError):
        check_one_page(pages_of(replace(table, parties=parties), whole.bilan, tmp_path))


def test_the_whole_bilan_holds_in_its_length(whole: Said, copy: Said) -> None:
    def pages(made: bytes) -> int:
        with pikepdf.open(io.BytesIO(made)) as document:
            return len(document.pages)

    body = [b for b in whole.blocks if not _annexed(whole, b)]
    assert 6 <= pages(pdf(from_blocks([b.record() for b in body]))) <= 8
    assert 4 <= pages(copy.pdf) <= 6


def _annexed(bilan: Said, block: Block) -> bool:
    first = next(i for i, b in enumerate(bilan.blocks) if "Annexe A" in getattr(b, "text", ""))
    return any(block is other for other in bilan.blocks[first - 1 :])


# --- the team's words


TEAM = """Avant tout titre.

## TP-3

- Le **troisième** volet.

## Ce qui a fonctionné

Le contact.

## Un titre inconnu

Rien ne se perd.
"""


def test_words_stand_in_the_zone_that_their_heading_names(region: Bilan) -> None:
    bilan = replace(region, edition=Edition(observations=TEAM))
    assert zones(TEAM)["ce qui a fonctionne"] == "Le contact."
    assert words(en_ligne(zones(TEAM)["tp 3"])) == "Le troisième volet."
    chapter = letters(regard.region(bilan))
    assert "Le contact." in chapter
    assert "Rien ne se perd." in chapter
    assert "Avant tout titre." in chapter
    assert "troisième" not in restantes(bilan, regard.KNOWN)
    one = next(one for one in regles.ENGAGEMENTS if one.id == "TP-3")
    figures = {name: bilan.one(name) for name in ("CH-02", *one.mesures)}
    assert words(engagements._row(bilan, one, figures).observation) == "Le troisième volet."


# --- what is missing


ABSENT: dict[str, Callable[[Bilan], Iterable[Block | None]]] = {
    "propositions": propositions_charte.blocks,
    "dossiers_ptp": individualisation_charte.part_amenagee,
    "echanges_refus": apres_refus.blocks,
    "alertes": alertes_suites.ruptures,
    "controles": alertes_suites.controles,
    "interventions": alertes_suites.leviers,
    "ateliers": lambda bilan: (alertes_suites.activite(bilan),),
    "temps_dialogue": discours.region,
    "demandes_bilan": discours.region,
    "communications": discours.region,
    "signataires": signataires.region,
}


@pytest.mark.parametrize("register", ABSENT)
def test_the_region_names_the_register_that_is_missing(region: Bilan, register: str) -> None:
    blocks = tuple(b for b in ABSENT[register](without(region, register)) if b is not None)
    assert "Donnée non fournie" in letters(blocks)
    assert f'["{register}", "emph"]' in letters(blocks)


@pytest.mark.parametrize("register", ["signataires", "alertes"])
def test_a_copy_without_a_register_is_still_drawn(own: Bilan, register: str) -> None:
    bilan = without(own, register)
    blocks = [b for c in (charte_entete, cadre, regard) for b in c.organisme(bilan)]
    blocks += [b for b in alertes_suites.ruptures(bilan) if b]
    from_blocks([b.record() for b in blocks])
    assert f'["{register}", "emph"]' in letters(tuple(blocks))


# --- confidentiality


def test_a_copy_bears_its_mention_and_no_other_organisation(copy: Said) -> None:
    html = copy.html.replace("’", "'")
    assert "Document de travail remis à l'organisme dans le cadre de la charte" in html
    named = copy.bilan.dataset["organismes"]
    others = named.loc[named["id_of"].ne(OWN), ["id_of", "denomination"]]
    found = [name for name in (*others["id_of"], *others["denomination"]) if f"{name}<" in html]
    assert not found
    for hidden in ("CH-06", "CH-24", "CH-26c", "CH-27"):
        assert f'"{hidden}|' not in letters(copy.blocks)


def trainees_out(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.loc[~(rows["id_of"].eq(OWN) & rows["emetteur"].eq("stagiaire"))]


def unagreed_out(rows: pd.DataFrame) -> pd.DataFrame:
    agreed = rows["accord_stagiaire"].eq("oui")
    return rows.loc[~rows["id_of"].eq(OWN) | agreed]


def two_by_trainees(rows: pd.DataFrame) -> pd.DataFrame:
    """Two of the organisation's alerts of the year, given to a trainee."""
    sent = rows["id_of"].eq(OWN) & rows["emetteur"].eq("organisme") & in_force(rows, "date_alerte")
    given = rows.index.isin(rows.index[sent][:2])
    return rows.assign(emetteur=rows["emetteur"].mask(given, "stagiaire"))


def test_trainees_alerts_and_refused_interventions_leave_no_trace(own: Bilan) -> None:
    """The seeded defect, a trainee's alert read as the organisation's, is the sample itself."""
    planted = changed(own, "alertes", two_by_trainees)
    rows = planted.dataset["alertes"]
    assert len(trainees_out(rows)) <= len(rows) - 2
    shown = letters(alertes.organisme(planted))
    assert letters(alertes.organisme(changed(planted, "alertes", trainees_out))) == shown
    assert letters(alertes.organisme(changed(planted, "interventions", unagreed_out))) == shown
    assert letters(alertes.organisme(own)) != shown


def test_the_detail_by_organisation_is_for_the_team_alone(region: Bilan, whole: Said) -> None:
    assert not charte_detail.annexe(region)
    assert "Annexe D" not in letters(whole.blocks)
    assert "Annexe E" not in letters(whole.blocks)
    team = letters(charte_annexes.region(replace(region, interne=True)))
    assert "Annexe D. Détail par organisme (interne)" in team
    assert "Annexe E. Contrôles avant remise" in team
    assert OWN in team
    assert OWN not in letters(whole.blocks)


def test_the_public_list_is_names_and_towns_of_active_signatories(whole: Said) -> None:
    table = next(b for b in whole.blocks if isinstance(b, Table) and len(b.columns) == 2
                 and b.columns[1].label == "Commune")  # fmt: skip
    assert len(table.rows) == whole.bilan.one("CH-01").count == 48
    assert not re.search(r"\d{5,}|@", letters((table,)))


def test_a_column_that_is_not_full_has_the_head_that_its_file_gives_it(whole: Said) -> None:
    table = next(b for b in whole.blocks if isinstance(b, Table)
                 and b.title.startswith("Colonnes renseignées à moins de 80"))  # fmt: skip
    heads = [plain(row.cells[1].text) for row in table.rows]
    assert "Date de prise de contact" in heads
    assert not any("_" in head for head in heads)


# --- organisations on the edge


def test_an_organisation_that_never_signed_gets_one_sentence(own: Bilan) -> None:
    other = ouvrir_organisme(annee="2022", organisme=LARGE, donnees=str(SAMPLE / "registres"))
    said_of = letters(cadre.organisme(other))
    assert "n’est signataire de la charte aucun jour" in said_of
    for chapter in (engagements, experimentation, alertes, discours, regard):
        assert not chapter.organisme(other)
    assert "n’est signataire" not in letters(cadre.organisme(own))


def test_headline_numbers_of_2022(whole: Said) -> None:
    """Worked from the registers' truth by the recomputation; here, as the page shows them."""
    tiles = next(b.record() for b in whole.blocks if b.kind == "tiles")["items"]
    assert [tile["value"] for tile in tiles] == ["48", "13", "6", "27", "31", "0", "12", "61"]
    words_of = [words(sentence) for sentence in charte_phrases.region(whole.bilan)]
    assert 3 <= len(words_of) <= 5
