"""Hypothesis strategies for certificates, audits, non-conformities and survey of Qualiopi."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.recalcul.tirages import (
    JOURS,
    jour,
    jour_ou_vide,
    numerotees,
    organisme_ou_vide,
    oui_non_ou_vide,
    parmi,
)

OBTENTIONS = [
    date(2018, 12, 31),
    date(2019, 7, 1),
    date(2020, 8, 30),
    date(2020, 8, 31),
    date(2020, 12, 31),
    date(2021, 1, 1),
    date(2021, 2, 28),
    date(2021, 4, 30),
    date(2021, 5, 1),
    date(2021, 10, 31),
    date(2021, 11, 1),
    *JOURS,
]
"""Days about three and four years, and each end of a follow-up window, before a period's end."""
FINS = [date(2022, 12, 30), date(2023, 3, 30), date(2023, 4, 30), date(2023, 7, 1), *JOURS]
AUDITES = [date(2021, 6, 30), date(2022, 3, 31), date(2022, 9, 29), date(2022, 9, 30), *JOURS]
"""Audit days, some with their three months ending on the evening of a period or beside it."""
NOMS = parmi(
    "Afnor",
    "AFNOR Certification",
    "Certif Boréale",
    "CERTIF-BOREALE",
    "certif  boréale certification",
    "Certification",
    "Eduform",
)
STATUTS = st.sampled_from(
    [
        *["certifie"] * 3,
        *["en_cours", "non_engage", "repute", "suspendu", "retire", "refuse", "inconnu"],
    ]
)
AUDIT = st.sampled_from(["id_audit0", "id_audit1", "id_audit2", "id_audit3", "inconnu"])
INDICATEUR = st.sampled_from([1, 2, 4, 9, 12, 17, 26, 30])


def _sans_doublon(
    ligne: st.SearchStrategy[dict[str, Any]], *cle: str, maximum: int = 8
) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Rows of different keys."""
    return st.lists(
        ligne, max_size=maximum, unique_by=lambda une: tuple(str(une[colonne]) for colonne in cle)
    )


def des_audits(registres: dict[str, list[dict[str, Any]]]) -> dict[str, list[dict[str, Any]]]:
    """Give each non-conformity the organisation of its audit, if that is known."""
    connus = {ligne["id_audit"]: ligne["id_of"] for ligne in registres.get("audits_qualiopi", [])}
    ecarts = registres.get("non_conformites", [])
    rattaches = [{**ligne, "id_of": connus.get(ligne["id_audit"])} for ligne in ecarts]
    return {**registres, "non_conformites": rattaches}


QUALIOPI: dict[str, st.SearchStrategy[list[dict[str, Any]]]] = {
    "certificats_qualiopi": _sans_doublon(
        st.fixed_dictionaries(
            {
                "id_of": organisme_ou_vide,
                "numero": st.sampled_from(["Q1", "Q2"]),
                "certificateur": NOMS,
                "type_certificateur": parmi("accredite_cofrac", "instance_labellisation"),
                "statut_declare": STATUTS,
                "date_contrat": jour_ou_vide,
                "date_obtention": st.sampled_from([None, None, *OBTENTIONS]),
                "date_fin": st.sampled_from([*[None] * 12, *FINS]),
                "categories": st.sampled_from([None, "formation", "formation;bilan;vae"]),
            }
        ),
        "id_of",
        "numero",
        "date_obtention",
    ),
    "audits_qualiopi": numerotees(
        st.fixed_dictionaries(
            {
                "id_of": organisme_ou_vide,
                "type_audit": st.sampled_from(
                    ["initial", "surveillance", "renouvellement", "extension", "complementaire"]
                ),
                "date_audit": st.sampled_from(AUDITES),
                "duree_jours": st.sampled_from([0.5, 1.0, 2.5, None]),
                "duree_amenagee": oui_non_ou_vide,
                "cout_ht": st.sampled_from([0.0, 480.5, 1200.0, None]),
            }
        ),
        "id_audit",
    ),
    "non_conformites": _sans_doublon(
        st.fixed_dictionaries(
            {
                "id_audit": AUDIT,
                "indicateur": INDICATEUR,
                "gravite": st.sampled_from(["mineure", "mineure", "mineure", "majeure"]),
                "date_notification": st.sampled_from([None, None, *AUDITES]),
                "date_levee": st.sampled_from([*[None] * 9, *AUDITES]),
                "levee_en_seance": st.sampled_from([None, None, False, True]),
            }
        ),
        "id_audit",
        "indicateur",
        maximum=14,
    ),
    "enquete_qualiopi": _sans_doublon(
        st.fixed_dictionaries(
            {
                "campagne": st.sampled_from(["2022", "2022 automne", "2023"]),
                "id_of": organisme_ou_vide,
                "date_reponse": st.one_of(st.none(), jour),
                "avancement": st.sampled_from(
                    ["certifie", "certifie", "en_cours", "non_engage", "repute", "ne_sait_pas"]
                ),
                "certificateur": NOMS,
                "duree_amenagee": oui_non_ou_vide,
                "choix_certificateur": st.sampled_from([None, "tarif", "secteur;tarif;autre"]),
                "criteres_difficultes": st.sampled_from([None, "1", "1;2;7"]),
                "verbatim": parmi("Un texte"),
                "accord_diffusion": oui_non_ou_vide,
            }
        ),
        "campagne",
        "id_of",
        "date_reponse",
        maximum=10,
    ),
}
"""Register → its rows. The organisation of a non-conformity is that of its audit."""
