"""Four layouts of one list are one list."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from data_samples.publics.lpof_fictive.degats import avec_lignes_abimees
from reportlib.errors import DataError
from reportlib.indicators.lpof import adoption, categories
from reportlib.intake.lpof import ListePublique, read_lpof
from reportlib.intake.lpof_colonnes import COLONNES, COMPTAGES
from reportlib.intake.lpof_copies import SUIVI
from reportlib.intake.lpof_dispositions import ETATS, recognise

from .conftest import LIGNES, avis

ABSENTES = ["ndas_precedents", "etranger", "date_declaration", "debut_exercice", "fin_exercice",
            "stagiaires_confies", "cfa"]  # fmt: skip
"""What the layout of before 2022 does not tell, or alone tells."""
COMPARABLES = [name for name in COLONNES if name not in ABSENTES]
PAR = [(), ("region",), ("departement",), ("taille",), ("specialite",), ("region", "taille")]


@pytest.mark.parametrize("name", ["opendatasoft", "opendatasoft_libelles"])
def test_exports_give_the_frame_of_the_official_file(
    listes: dict[str, ListePublique], name: str
) -> None:
    pd.testing.assert_frame_equal(listes[name].organismes, listes["officielle"].organismes)
    assert listes[name].specialites == listes["officielle"].specialites
    assert listes[name].disposition == name


def test_before_2022_gives_all_that_it_tells(listes: dict[str, ListePublique]) -> None:
    old, official = listes["avant_2022"], listes["officielle"]
    pd.testing.assert_frame_equal(old.organismes[COMPARABLES], official.organismes[COMPARABLES])
    assert old.disposition == "avant_2022"
    assert old.organismes[ABSENTES[:-1]].isna().all(axis=None)
    assert official.organismes["cfa"].isna().all()
    assert old.organismes["cfa"].sum() == official.organismes["apprentissage"].sum()


@pytest.mark.parametrize("par", PAR)
@pytest.mark.parametrize("name", ["opendatasoft", "opendatasoft_libelles", "avant_2022"])
def test_counts_are_equal(
    listes: dict[str, ListePublique], name: str, par: tuple[str, ...]
) -> None:
    expected = adoption(listes["officielle"].organismes, *par)
    pd.testing.assert_frame_equal(adoption(listes[name].organismes, *par), expected)
    pd.testing.assert_frame_equal(
        categories(listes[name].organismes), categories(listes["officielle"].organismes)
    )


def test_a_file_without_certifications_counts_none_and_says_so(
    listes: dict[str, ListePublique],
) -> None:
    old = listes["avant_2022_attestee"]
    assert not old.certifications_fournies
    assert old.organismes[["certifie", *ETATS]].isna().all(axis=None)
    whole = adoption(old.organismes).iloc[0]
    assert (whole["etat"], whole["organismes"]) == ("non_fourni", LIGNES)
    assert pd.isna(whole["certifies"])
    assert pd.isna(whole["part"])


def test_region_is_deduced_from_the_postal_code_where_the_file_has_none(
    listes: dict[str, ListePublique],
) -> None:
    old, official = listes["avant_2022_attestee"].organismes, listes["officielle"].organismes
    located = official["departement"].notna() & (official["code_region"] != "905")
    deduced = old["code_region"].astype("str")
    assert deduced[located].tolist() == official.loc[located, "code_region"].astype("str").tolist()
    assert deduced[~located].isna().all()
    assert len(avis(listes["avant_2022_attestee"], "déduite du code postal")) == located.sum()


def test_the_31st_column_is_no_column(listes: dict[str, ListePublique]) -> None:
    columns = listes["officielle"].sheet.columns
    assert len(columns) == 31
    assert (columns[-1].header, columns[-1].column) == ("", None)
    assert list(listes["officielle"].organismes) == list(COLONNES)


def test_day_of_the_copy(listes: dict[str, ListePublique]) -> None:
    assert str(listes["officielle"].date) == "2025-10-01"


def test_a_renamed_column_is_named(dossier: Path) -> None:
    line = (dossier / "lpof_2025-10-01_officielle.csv").read_text("utf-8").splitlines()[0]
    with pytest.raises(DataError) as caught:
        recognise("liste.csv", line.replace("certifications.VAE", "certif. VAE"))
    message = str(caught.value)
    assert (
        "« certif. VAE » ressemble à « certifications.VAE »".replace("« ", "«\xa0").replace(
            " »", "\xa0»"
        )
        in message
    )
    assert "téléchargez de nouveau" in message


def test_another_table_is_no_list() -> None:
    with pytest.raises(DataError, match="aucune colonne de la liste publique"):
        recognise("effectifs.csv", "annee;effectif;region")


@pytest.mark.parametrize(
    "colonnes", [COMPTAGES, SUIVI, ("vae",), ("denomination",), ("personne_physique", "siret"), ()]
)
@pytest.mark.parametrize("name", ["officielle", "avant_2022", "avant_2022_attestee"])
def test_some_columns_are_those_of_the_whole(
    dossier: Path, listes: dict[str, ListePublique], name: str, colonnes: tuple[str, ...]
) -> None:
    part = read_lpof(dossier / f"lpof_2025-10-01_{name}.csv", colonnes=colonnes)
    names = [column for column in COLONNES if column in {*colonnes, "_ligne"}]
    pd.testing.assert_frame_equal(part.organismes, listes[name].organismes[names])
    assert part.certifications_fournies == listes[name].certifications_fournies
    told = {notice.message for notice in listes[name].report.notices}
    assert {notice.message for notice in part.report.notices} <= told
    identifiers = {m for m in told if "SIREN" in m or "SIRET" in m}
    assert identifiers <= {notice.message for notice in part.report.notices}


def test_duplicates_are_told_on_every_column_whichever_are_asked_for(
    officielle: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lpof.csv"
    avec_lignes_abimees(officielle, path)
    whole, part = read_lpof(path), read_lpof(path, colonnes=COMPTAGES)
    assert part.sheet == whole.sheet
    assert part.report == whole.report
    pd.testing.assert_frame_equal(part.organismes, whole.organismes[list(part.organismes)])
    assert part.set_aside["motif"].tolist() == whole.set_aside["motif"].tolist()


def test_a_column_that_is_not_one(officielle: Path) -> None:
    with pytest.raises(ValueError, match="telephone"):
        read_lpof(officielle, colonnes=["telephone"])
