"""Rows on the boundary of each rule of Qualiopi, for 2022: certificates, audits, survey."""

from __future__ import annotations

from typing import Any

Lignes = list[dict[str, Any]]

_CERTIFIE = {"statut_declare": "certifie"}


def _obtenu(rang: int, jour: str, **autres: Any) -> dict[str, Any]:
    return {"id_of": f"QO{rang}", "date_obtention": jour, **_CERTIFIE, **autres}


ORGANISMES: Lignes = [{"id_of": "QO1", "departement": "67"}, {"id_of": "QC2", "departement": "08"}]
CERTIFICATS: Lignes = [
    {"id_of": "OF2", "statut_declare": "en_cours", "date_contrat": "2022-12-31"},
    {"id_of": "OF8", "statut_declare": "refuse"},
    _obtenu(1, "2022-12-31", categories="formation;bilan", certificateur="Afnor"),
    _obtenu(2, "2023-01-01", date_contrat="2022-12-31"),
    _obtenu(3, "2023-01-01", date_contrat="2023-01-01"),
    _obtenu(4, "2019-01-01", date_fin="2022-12-31", certificateur="AFNOR Certification"),
    _obtenu(5, "2019-01-01", date_fin="2022-12-30"),
    _obtenu(6, "2020-12-31", certificateur="Certificateur Boréal"),
    _obtenu(7, "2021-01-01", certificateur="certificateur boreal certification"),
    _obtenu(8, "2019-07-01", type_certificateur="instance_labellisation"),
    _obtenu(9, "2020-05-01", date_fin="2023-06-30"),
    _obtenu(10, "2020-05-01", date_fin="2023-07-01"),
    _obtenu(11, "2020-06-30", date_fin="2023-05-01"),
    _obtenu(12, "2019-12-31"),
    _obtenu(13, "2021-10-31"),
    _obtenu(14, "2021-11-01"),
    _obtenu(15, "2021-02-28"),
    _obtenu(16, "2021-04-30"),
    _obtenu(17, "2021-05-01"),
    _obtenu(18, "2020-08-31"),
    _obtenu(19, "2020-08-30"),
    _obtenu(20, "2021-02-28"),
    _obtenu(21, "2021-02-28", statut_declare="suspendu"),
    _obtenu(22, "2018-02-28", statut_declare="retire"),
    _obtenu(23, "2018-02-28", statut_declare="suspendu"),
    {"id_of": "QO24", "statut_declare": "repute", "date_fin": "2020-01-01"},
    {"id_of": "QO25", "numero": "ancien", "date_obtention": "2018-06-01", **_CERTIFIE},
    {"id_of": "QO25", "numero": "neuf", "date_obtention": "2022-06-01", **_CERTIFIE},
    {"id_of": "QO26", "numero": "tenu", "date_obtention": "2021-06-01", **_CERTIFIE},
    {"id_of": "QO26", "numero": "ajout", "statut_declare": "en_cours"},
    {"id_of": "QO27", **_CERTIFIE},
    {"id_of": "QO28", "statut_declare": "certifie", "date_fin": "2022-12-30"},
    {"statut_declare": "certifie", "date_obtention": "2022-01-01"},
    *(
        {
            "id_of": f"QC{rang}",
            "date_obtention": "2022-03-01",
            "certificateur": nom,
            "type_certificateur": genre,
            **_CERTIFIE,
        }
        for rang, (nom, genre) in enumerate(
            [
                ("Certif Boréale", None),
                ("CERTIF BOREALE", "accredite_cofrac"),
                ("Certif-boréale certification", None),
                ("Certif Boréale", "accredite_cofrac"),
                ("Certif  Boréale", None),
                ("Écoles Unies", "instance_labellisation"),
                ("écoles unies", "accredite_cofrac"),
                ("Ecoles unies", None),
                ("LNE", None),
            ]
        )
    ),
]


def _audite(
    nom: str, jour: str, id_of: str | None = None, genre: str = "initial", **autres: Any
) -> dict[str, Any]:
    return {"id_audit": nom, "date_audit": jour, "id_of": id_of, "type_audit": genre, **autres}


AUDITS: Lignes = [
    _audite("veille", "2021-12-31", "QO1"),
    _audite("premier_jour", "2022-01-01", "QO1", duree_jours=1.0, cout_ht=500.0),
    _audite(
        "dernier_jour", "2022-12-31", "QO2", duree_amenagee=True, duree_jours=2.5, cout_ht=90.5
    ),
    _audite("lendemain", "2023-01-01", "QO2", duree_jours=9.0),
    _audite("surveille", "2022-12-31", "QO20", "surveillance", duree_amenagee=True),
    _audite("surveille_apres", "2023-01-01", "QO15", "surveillance"),
    _audite("surveille_avant", "2020-08-29", "QO19", "surveillance"),
    _audite("quatre", "2022-05-10", "QO3", duree_amenagee=False),
    _audite("cinq", "2022-05-10", "QO4"),
    _audite("cinq_tard", "2022-05-10", "QO4"),
    _audite("dix", "2022-05-10", "QO5", "renouvellement"),
    _audite("en_seance", "2022-05-10", "QO6"),
    _audite("limite", "2022-09-30", "QO7"),
    _audite("limite_passee", "2022-09-30", "QO8", "surveillance"),
    _audite("levee_le_jour", "2022-05-10", "QO9"),
    _audite("levee_trop_tard", "2022-05-10", "QO10", "renouvellement"),
    _audite("fondamental", "2022-05-10", "QO11", "extension"),
    _audite("avant", "2021-05-10", "QO12"),
    _audite("apres", "2022-11-10", "QO12", "surveillance"),
    _audite("avant_leve", "2021-05-10", "QO13"),
    _audite("apres_leve", "2022-11-10", "QO13", "surveillance"),
    _audite("sans_of", "2022-11-10", genre="complementaire"),
]


_AUDITES = {audit["id_audit"]: audit["id_of"] for audit in AUDITS}


def _ecart(
    audit: str, indicateur: int, gravite: str = "mineure", notifiee: str | None = "2022-05-12",
    levee: str | None = None, en_seance: bool | None = None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "id_audit": audit,
        "id_of": _AUDITES.get(audit),
        "indicateur": indicateur,
        "gravite": gravite,
        "date_notification": notifiee,
        "date_levee": levee,
        "levee_en_seance": en_seance,
    }


ECARTS: Lignes = [
    _ecart("premier_jour", 3, notifiee=None),
    _ecart("dernier_jour", 23, notifiee="2022-12-31"),
    _ecart("dernier_jour", 24, notifiee="2023-01-01"),
    *(_ecart("quatre", n) for n in (1, 2, 9, 12)),
    *(_ecart("cinq", n) for n in (1, 2, 9, 12)),
    _ecart("cinq", 30, notifiee="2022-09-30"),
    *(_ecart("cinq_tard", n, levee="2022-08-13") for n in (1, 2)),
    *(_ecart("cinq_tard", n) for n in (9, 12, 30)),
    *(_ecart("dix", n) for n in (1, 2, 3, 8, 9, 12, 13, 17, 18, 30)),
    *(_ecart("en_seance", n) for n in (1, 2, 9, 12)),
    _ecart("en_seance", 30, en_seance=True),
    _ecart("limite", 26, "majeure", "2022-09-30"),
    _ecart("limite_passee", 26, "majeure", "2022-09-29"),
    _ecart("levee_le_jour", 26, "majeure", levee="2022-08-12"),
    _ecart("levee_trop_tard", 26, "majeure", levee="2022-08-13"),
    _ecart("fondamental", 4),
    _ecart("avant", 12, notifiee=None),
    _ecart("avant", 4, notifiee=None),
    _ecart("avant_leve", 12, notifiee=None, levee="2022-11-10"),
    _ecart("sans_of", 12, "majeure"),
    _ecart("inconnu", 12, "majeure"),
]


def _repond(rang: int, jour: str | None, **autres: Any) -> dict[str, Any]:
    return {
        "campagne": "2022",
        "id_of": f"QR{rang}",
        "date_reponse": jour,
        "avancement": "certifie",
        **autres,
    }


REPONSES: Lignes = [
    _repond(1, "2022-12-31", certificateur="Afnor", duree_amenagee=True),
    _repond(2, "2023-01-01", certificateur="Afnor"),
    _repond(3, None, certificateur="AFNOR", duree_amenagee=False, choix_certificateur="tarif"),
    _repond(4, "2022-01-01", avancement="en_cours"),
    _repond(4, None, verbatim="Un texte", accord_diffusion=True),
    _repond(5, "2022-02-01", avancement="ne_sait_pas"),
    _repond(5, "2022-02-02", certificateur="afnor certification", criteres_difficultes="1;7"),
    _repond(6, None, campagne="2021"),
    _repond(7, "2022-03-01", certificateur="Groupe Afnor", choix_certificateur="tarif;outils"),
    _repond(8, "2022-03-01", certificateur="Afnor  Certification", criteres_difficultes="7"),
    _repond(9, "2022-03-01", certificateur="LNE", verbatim="Un texte", accord_diffusion=True),
    _repond(10, "2022-03-01", certificateur="Certif Boréale", verbatim="Un texte"),
    _repond(11, "2022-03-01", certificateur="CERTIF BOREALE", accord_diffusion=True),
    _repond(12, "2022-03-01", avancement="repute", certificateur="Afnor", duree_amenagee=True),
    {"campagne": "2022", "avancement": "certifie", "certificateur": "Eduform"},
]
