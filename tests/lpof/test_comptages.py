"""Counts equal the truth of the list, and SQL on the same file; bases are named."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from reportlib.indicators.lpof import CATEGORIES, TAILLES, adoption, categories, taille
from reportlib.indicators.lpof_declares import aberrants, medianes
from reportlib.intake.lpof import ListePublique

from .conftest import LIGNES, table

NOMBRES = ["organismes", "certifies", *CATEGORIES]


def truth(dossier: Path, name: str) -> dict[str, list[int]]:
    rows = [row for row in table(dossier / "verite_comptages.csv") if row["ventilation"] == name]
    return {row["modalite"]: [int(row[n]) for n in NOMBRES] for row in rows}


@pytest.mark.parametrize("name", ["region", "departement", "taille", "specialite"])
def test_counts_are_the_truth(dossier: Path, listes: dict[str, ListePublique], name: str) -> None:
    counted = adoption(listes["officielle"].organismes, name)
    found = {row[name]: [int(row[n]) for n in NOMBRES] for _, row in counted.iterrows()}
    assert found == truth(dossier, name)


def test_whole_and_crossed_counts_are_the_truth(
    dossier: Path, listes: dict[str, ListePublique]
) -> None:
    organismes = listes["officielle"].organismes
    whole = adoption(organismes)
    assert whole[NOMBRES].iloc[0].tolist() == truth(dossier, "ensemble")["ensemble"]
    crossed = adoption(organismes, "region", "taille")
    found = {
        f"{row['region']}|{row['taille']}": [int(row[n]) for n in NOMBRES]
        for _, row in crossed.iterrows()
    }
    assert found == truth(dossier, "region_taille")


def test_sql_on_the_file_agrees(officielle: Path, listes: dict[str, ListePublique]) -> None:
    rows = duckdb.execute(
        """
        SELECT "adressePhysiqueOrganismeFormation.codeRegion" AS region, count(*),
               count(coalesce("certifications.actionsDeFormation", "certifications.VAE",
                              "certifications.bilansDeCompetences",
                              "certifications.actionsDeFormationParApprentissage")),
               count(*) FILTER ("certifications.VAE" = 'true')
        FROM read_csv(?, delim = ';', header = true, all_varchar = true) GROUP BY 1 ORDER BY 1
        """,
        [str(officielle)],
    ).fetchall()
    counted = adoption(listes["officielle"].organismes, "region")
    columns = counted[["region", "organismes", "certifies", "vae"]]
    assert [tuple(row) for row in columns.itertuples(index=False)] == rows


def test_true_alone_is_the_common_mistake(listes: dict[str, ListePublique]) -> None:
    organismes = listes["officielle"].organismes
    certified = int(adoption(organismes)["certifies"].iloc[0])
    of_one_column = int(organismes["actions_formation"].sum())
    missed = organismes[
        organismes["certifie"] & ~organismes["actions_formation"].fillna(value=False)
    ]
    assert of_one_column < certified
    assert certified - of_one_column == len(missed) == 32
    assert (missed["actions_formation"].eq(other=False)).all()


def test_categories_name_their_base(listes: dict[str, ListePublique]) -> None:
    organismes = listes["officielle"].organismes
    of_list, of_certified = categories(organismes), categories(organismes, "certifies")
    assert of_list["organismes"].tolist() == [LIGNES] * 4
    assert of_certified["organismes"].tolist() == [int(organismes["certifie"].sum())] * 4
    assert of_list["base"].unique().tolist() == ["organismes de la liste"]
    assert of_certified["base"].unique().tolist() == ["organismes certifiés de la liste"]
    assert of_list["certifies"].tolist() == of_certified["certifies"].tolist()
    assert of_certified["certifies"].sum() > of_certified["organismes"].iloc[0]


def test_a_base_says_what_it_leaves_out(listes: dict[str, ListePublique]) -> None:
    counted = adoption(listes["officielle"].organismes, "departement")
    known = int(counted["organismes"].sum())
    wanted = (
        f"organismes de la liste dont on connaît le code postal ({known:_} sur {LIGNES:_})".replace(
            "_", "\u202f"
        )
    )
    assert counted["base"].unique().tolist() == [wanted]
    assert known < LIGNES


def test_one_region_names_its_base(listes: dict[str, ListePublique]) -> None:
    organismes = listes["officielle"].organismes
    grand_est = organismes[organismes["code_region"] == "44"]
    whole = adoption(grand_est, perimetre="du Grand Est").iloc[0]
    of_region = adoption(organismes, "region").set_index("region").loc["44"]
    assert whole[NOMBRES].tolist() == of_region[NOMBRES].tolist()
    assert whole["base"] == "organismes du Grand Est"
    assert categories(grand_est, "certifies", perimetre="du Grand Est")[
        "base"
    ].unique().tolist() == ["organismes certifiés du Grand Est"]
    departments = adoption(grand_est, "departement")["departement"].tolist()
    assert departments == ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"]


def test_labels(listes: dict[str, ListePublique]) -> None:
    liste = listes["officielle"]
    regions = adoption(liste.organismes, "region").set_index("region")["libelle"]
    assert regions["44"] == "Grand Est"
    crossed = adoption(liste.organismes, "region", "taille")
    assert "Grand Est · 3 à 10 formateurs" in crossed["libelle"].tolist()
    named = adoption(liste.organismes, "specialite", specialites=liste.specialites)
    assert named.set_index("specialite")["libelle"]["312"] == "Commerce, vente"


def test_an_empty_list_has_no_share(listes: dict[str, ListePublique]) -> None:
    nobody = listes["officielle"].organismes.iloc[:0]
    whole = adoption(nobody)
    assert whole["etat"].tolist() == ["sans_objet"]
    assert whole["part"].isna().all()
    assert adoption(nobody, "region").empty


@pytest.mark.parametrize(
    ("formateurs", "classe"),
    [
        (0, "0"),
        (1, "1"),
        (2, "2"),
        (3, "3-10"),
        (10, "3-10"),
        (11, "11-50"),
        (50, "11-50"),
        (51, "51+"),
    ],
)
def test_size_classes(formateurs: int, classe: str) -> None:
    assert taille(pd.Series([formateurs], dtype="Int64")).tolist() == [classe]


def test_size_of_unknown_is_unknown() -> None:
    assert taille(pd.Series([pd.NA], dtype="Int64")).isna().all()
    assert list(taille(pd.Series([], dtype="Int64")).cat.categories) == list(TAILLES)


def test_medians_resist_values_beyond_reason(listes: dict[str, ListePublique]) -> None:
    organismes = listes["officielle"].organismes
    middle = medianes(organismes, "formateurs").iloc[0]
    assert (middle["organismes"], middle["mediane"]) == (LIGNES, 1.0)
    assert organismes["formateurs"].max() == 375_438
    by_size = medianes(organismes, "stagiaires", "taille").set_index("taille")["mediane"]
    again = organismes.loc[organismes["formateurs"] == 1, "stagiaires"].sort_values()
    assert by_size["1"] == again.astype(float).median()


def test_values_beyond_reason_are_told(
    listes: dict[str, ListePublique], pieges: dict[str, int]
) -> None:
    told = aberrants(listes["officielle"].organismes)
    assert told["colonne"].value_counts().to_dict() == {
        "stagiaires_confies": pieges["confies_superieurs"],
        "formateurs": pieges["formateurs_aberrants"],
        "stagiaires": pieges["stagiaires_aberrants"],
    }
    assert 1_079_586 in told["valeur"].tolist()


def test_counting_changes_nothing(listes: dict[str, ListePublique]) -> None:
    organismes = listes["officielle"].organismes
    before = organismes.copy()
    adoption(organismes, "region", "taille")
    aberrants(organismes)
    pd.testing.assert_frame_equal(organismes, before)
