"""What a sentence says of a number agrees with it, and with the team's own settings."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import pytest

from reportlib.blocks import Bar, Blocks, Tiles, absent, number
from reportlib.dataset import Dataset
from reportlib.indicators import indicator
from reportlib.sections import entete, evolution, qualiopi_entete, qualiopi_non_conformites, refus
from reportlib.sections.bilan import Bilan, jusqu_au, ouvrir_region
from reportlib.sections.figure import Figure
from reportlib.sections.qualiopi_nombres import remarques
from reportlib.sections.tournures import base_of, lues, notes
from reportlib.settings import Choix, Confidentialite
from reportlib.wording import plain as rich_text
from tests.bilans.conftest import SAMPLE
from tests.bilans.test_typography import plain, texts


def until(day: str) -> Bilan:
    """The sample's region up to a day."""
    return ouvrir_region(annee=jusqu_au(day), donnees=str(SAMPLE / "registres"))


def words(blocks: Blocks) -> str:
    """Every text of blocks, with plain spaces."""
    found = " ".join(text for block in blocks for text in texts(plain(block.record())))
    return found.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("months", "said"),
    [(6, "à échéance à six mois"), (8, "à échéance à huit mois"), (12, "à échéance à 12 mois")],
)
def test_the_delay_of_the_due_certificates_is_the_setting(months: int, said: str) -> None:
    bilan = until("2021-12-31")
    choix = Choix(alerte_renouvellement_mois=months)
    bilan = replace(bilan, settings=replace(bilan.settings, choix=choix))
    tiles = next(b for b in qualiopi_entete.region(bilan) if isinstance(b, Tiles))
    assert sum(said in tile.label for tile in tiles.items) == 1


@pytest.mark.parametrize(("least", "said"), [(5, "cinq"), (8, "huit"), (20, "20")])
def test_too_few_audited_organisations_are_told_by_the_setting(least: int, said: str) -> None:
    bilan = until("2019-12-31")
    secrecy = Confidentialite(seuil_organismes=least)
    bilan = replace(bilan, settings=replace(bilan.settings, confidentialite=secrecy))
    assert f"de moins de {said} organismes" in words(qualiopi_non_conformites.region(bilan))


def test_the_sign_of_secrecy_says_the_team_s_own_threshold() -> None:
    bilan = ouvrir_region(annee=2023, donnees=str(SAMPLE / "registres"))
    secrecy = Confidentialite(seuil_personnes=9, seuil_organismes=7)
    bilan = replace(bilan, settings=replace(bilan.settings, confidentialite=secrecy))
    withheld = [f for f in bilan.figures.by("RP-08", "frein") if f.state == "masque"]
    assert "de 1 à 8 personnes" in "".join(map(rich_text, notes(withheld)))
    assert "nombre de 1 à 6, ou retenu" in "".join(map(rich_text, remarques(withheld)))


def test_the_sign_of_secrecy_says_whom_it_covers() -> None:
    acts = replace(figure("QA-15", 3), state="masque")
    persons = replace(figure("RP-01", 3), state="masque")
    said = "s : nombre couvert par le secret, {}, ou retenu"
    for shown, few in (
        ([acts], "de moins de 5 organismes"),
        ([persons, persons], "de 1 à 4 personnes"),
        ([acts, persons], "de moins de 5 organismes ou de 1 à 4 personnes"),
    ):
        assert said.format(few) in "".join(map(rich_text, notes(shown))).replace("\u00a0", " ")


def test_the_share_of_a_single_decided_file_is_told_in_words() -> None:
    bilan = ouvrir_region(annee=2023, donnees=str(SAMPLE / "registres"))
    files = bilan.dataset["dossiers_ptp"]
    known = files["date_commission"].dt.year.eq(2023) & files["decision_initiale"].eq("accord")
    alone = Dataset(
        {**bilan.dataset.frames, "dossiers_ptp": files.loc[known].head(1)},
        bilan.dataset.set_aside,
        bilan.dataset.report,
    )
    told = words(entete.region(replace(bilan, dataset=alone)))
    assert "1 a été accordé, sur le seul dossier décidé." in told.replace("*", "")


def figure(identifier: str, count: float, base: float | None = None, **more: float) -> Figure:
    """A figure with these numbers."""
    return Figure(record=indicator(identifier), state="exact", value=more.get("value"),
                  numerator=count, denominator=base)  # fmt: skip


@pytest.mark.parametrize(
    ("base", "said"), [(0, "0 sur 0 décidé"), (1, "0 sur 1 décidé"), (2, "0 sur 2 décidés")]
)
def test_the_base_of_a_key_figure_agrees_with_its_number(base: int, said: str) -> None:
    assert base_of(figure("BA-03", 0, base), "dossier", "décidé", "décidés") == said


@pytest.mark.parametrize(("days", "said"), [(1.0, ": 1 jour."), (4.0, ": 4 jours.")])
def test_the_delay_of_the_first_contact_agrees_with_its_number(days: float, said: str) -> None:
    found = {name: figure(name, 6) for name in ("CH-16", "CH-17", "CH-18", "CH-20")}
    found["CH-19"] = figure("CH-19", 6, 6, value=days)
    bilan = cast("Bilan", SimpleNamespace(one=found.__getitem__))
    assert said in words(Blocks((refus._charter_table(bilan),)))


def test_what_is_not_provided_is_explained_once() -> None:
    bilan = ouvrir_region(annee=2023, donnees=str(SAMPLE / "registres"))
    frames = {k: v for k, v in bilan.dataset.frames.items() if k != "propositions"}
    bilan = replace(bilan, dataset=Dataset(frames, {}, bilan.dataset.report))
    assert words(evolution.region(bilan)).count("n. f. : donnée non fournie.") == 1


def test_a_chart_is_read_out_with_its_shares_and_its_signs() -> None:
    bars = (
        Bar(label="Mobilité", cell=number("12", 12), share="40,0\u00a0%"),
        Bar(label="Certificateur Boréal", cell=absent("masque")),
    )
    assert lues(bars) == "mobilité, 12 (40,0\u00a0%)\u00a0; certificateur Boréal, s"
    assert lues(bars[1:], noms=True) == "Certificateur Boréal, s"
