"""Small datasets written as text tables, typed as intake types them.

``dataset(dossiers_ptp="…")``: the first line names the columns, cells are separated by « | », an
empty cell is missing. Columns that a table does not write are missing. ``id_of`` of
``echanges_refus`` comes from its file, as intake finds it.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from reportlib.dataset import Dataset

TYPES: Mapping[str, Mapping[str, str]] = {
    "signataires": {
        "id_of": "texte",
        "date_signature": "date",
        "date_fin": "date",
        "version_charte": "texte",
        "date_denonciation": "date",
        "motif_denonciation": "texte",
        "publie_site": "booleen",
        "date_publication_site": "date",
    },
    "propositions": {
        "id_proposition": "texte",
        "id_of": "texte",
        "date_contact": "date",
        "date_reception": "date",
        "formalisee_ecrit": "booleen",
        "modalites": "texte",
        "intitule_formation": "texte",
        "date_etude": "date",
        "date_retour": "date",
        "retour_ingenierie_financiere": "booleen",
        "permet_amenagement": "texte",
        "source": "texte",
    },
    "interventions": {
        "id_intervention": "texte",
        "id_alerte": "texte",
        "id_of": "texte",
        "id_dossier": "texte",
        "date_ouverture": "date",
        "date_appel_stagiaire": "date",
        "diagnostic_fait": "booleen",
        "cause": "texte",
        "accord_stagiaire": "texte",
        "date_contact_prestataire": "date",
        "leviers": "texte",
        "issue": "texte",
        "date_cloture": "date",
    },
    "ateliers": {
        "id_atelier": "texte",
        "date_atelier": "date",
        "theme": "texte",
        "format": "texte",
        "modalite": "texte",
        "statut": "texte",
        "nb_inscrits": "entier",
        "nb_participants": "entier",
    },
    "dossiers_ptp": {
        "id_dossier": "texte",
        "id_of": "texte",
        "date_depot": "date",
        "date_commission": "date",
        "decision_initiale": "texte",
        "decision_finale": "texte",
        "date_decision_finale": "date",
        "motif_refus": "texte",
        "type_certification": "texte",
        "code_certification": "texte",
        "priorite": "entier",
        "parcours_amenage": "booleen",
        "amenagements": "texte",
        "concertation_prealable": "booleen",
        "amenagement_valorise": "booleen",
        "id_proposition": "texte",
        "positionnement_fourni": "booleen",
        "date_debut": "date",
        "date_fin_prevue": "date",
        "heures_prevues": "decimal",
        "statut_parcours": "texte",
        "date_rupture": "date",
        "cause_rupture": "texte",
        "certification_obtenue": "texte",
        "date_resultat": "date",
        "montant_accorde": "decimal",
    },
    "echanges_refus": {
        "id_echange": "texte",
        "id_dossier": "texte",
        "date_echange": "date",
        "motif_precise": "booleen",
        "attendus_partages": "booleen",
        "reponse_reflechie": "booleen",
        "id_dossier_suite": "texte",
        "id_of": "texte",
    },
}
_DTYPES = {"texte": "str", "booleen": "boolean", "entier": "Int64", "decimal": "Float64"}
_BOOLEANS = {"oui": True, "non": False}


def typed(register: str, rows: list[dict[str, str | None]]) -> pd.DataFrame:
    """Rows of text as a frame of ``register``, with the types of the dictionary."""
    columns = {}
    for name, kind in TYPES[register].items():
        cells = [row.get(name) or None for row in rows]
        if kind == "date":
            days = pd.to_datetime(pd.Series(cells, dtype="str"), format="%Y-%m-%d")
            columns[name] = days.astype("datetime64[us]")
        elif kind == "booleen":
            columns[name] = pd.Series([_BOOLEANS.get(c or "") for c in cells], dtype="boolean")
        else:
            columns[name] = pd.Series(cells, dtype="str").astype(_DTYPES[kind])
    frame = pd.DataFrame(columns)
    return frame.assign(
        _source=pd.Series(f"{register}.csv", index=frame.index, dtype="str"),
        _ligne=pd.Series(range(2, len(rows) + 2), dtype="Int64"),
    )


def rows_of(text: str) -> list[dict[str, str | None]]:
    """The lines of a text table as rows."""
    lines = [line for line in text.strip("\n").splitlines() if line.strip()]
    head, *body = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(head, cells, strict=True)) for cells in body]


def register(name: str, text: str) -> pd.DataFrame:
    """A frame of the register ``name`` from a text table."""
    return typed(name, rows_of(text))


def dataset(set_aside: Mapping[str, str] | None = None, **tables: str) -> Dataset:
    """A dataset from text tables; ``set_aside`` maps a register to its rows, all with a motif."""
    frames = {name: register(name, text) for name, text in tables.items()}
    aside = {
        name: register(name, text).assign(motif="valeur illisible")
        for name, text in (set_aside or {}).items()
    }
    return Dataset(frames=frames, set_aside=aside)
