"""Where a value is expected: an empty cell elsewhere is no gap (BA-26).

Source: columns « requises sous condition » of the data dictionary; the other conditions follow from
what each column means (our choice). A column without condition is expected on every row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from reportlib.rules.avenants import a_trois_validations

Condition = Callable[[pd.DataFrame], pd.Series]


def attendue(register: str, column: str, rows: pd.DataFrame) -> pd.Series:
    """Return True for each row of ``register`` where ``column`` should be filled."""
    condition = _CONDITIONS.get(register, {}).get(column)
    if condition is None:
        return pd.Series(data=True, index=rows.index)
    return condition(rows).fillna(value=False).astype(bool)


def _filled(column: str) -> Condition:
    """Expected where another column is filled."""
    return lambda rows: rows[column].notna()


def _among(column: str, *values: object) -> Condition:
    """Expected where another column has one of some values."""
    return lambda rows: rows[column].isin(values)


def _granted(rows: pd.DataFrame) -> pd.Series:
    """Expected once a file is granted."""
    return rows["decision_initiale"].eq("accord") | rows["decision_finale"].eq("accord")


def _broken(rows: pd.DataFrame) -> pd.Series:
    """Expected once a path is broken."""
    return rows["date_rupture"].notna() | rows["statut_parcours"].eq("rompu")


def _resulted(rows: pd.DataFrame) -> pd.Series:
    """Expected once a result is known."""
    return rows["certification_obtenue"].notna() & rows["certification_obtenue"].ne("inconnue")


def _closed(rows: pd.DataFrame) -> pd.Series:
    """Expected once a situation has an outcome."""
    return rows["issue"].notna() & rows["issue"].ne("en_cours")


_DELIVERED = _among("statut_declare", "certifie", "suspendu", "retire")
"""Expected once a certificate was delivered."""

_CONDITIONS: Mapping[str, Mapping[str, Condition]] = {
    "dossiers_ptp": {
        "decision_initiale": _filled("date_commission"),
        "decision_finale": _filled("date_decision_finale"),
        "date_decision_finale": _filled("decision_finale"),
        "motif_refus": _among("decision_initiale", "refus"),
        "amenagements": _among("parcours_amenage", True),
        "concertation_prealable": _among("parcours_amenage", True),
        "amenagement_valorise": _among("parcours_amenage", True),
        "date_debut": _granted,
        "date_fin_prevue": _granted,
        "statut_parcours": _granted,
        "montant_accorde": _granted,
        "date_rupture": _among("statut_parcours", "rompu"),
        "cause_rupture": _broken,
        "certification_obtenue": _among("statut_parcours", "acheve"),
        "date_resultat": _resulted,
    },
    "interventions": {
        "date_contact_prestataire": _among("accord_stagiaire", "oui"),
        "date_cloture": _closed,
    },
    "alertes": {"date_prise_en_charge": _among("statut", "en_cours", "close")},
    "certificats_realisation": {
        "nature": _filled("date_depot"),
        "heures_centre": _filled("date_depot"),
        "heures_distance": _filled("date_depot"),
        "heures_stage": _filled("date_depot"),
    },
    "avenants": {
        "valide_salarie": a_trois_validations,
        "valide_of": a_trois_validations,
        "valide_employeur": a_trois_validations,
        "nouveau_calendrier": a_trois_validations,
        "nouveau_devis": a_trois_validations,
        "date_avenant": a_trois_validations,
    },
    "controles": {"id_alerte": _among("motif", "alerte")},
    "certificats_qualiopi": {
        "numero": _DELIVERED,
        "type_certificateur": _filled("certificateur"),
        "date_obtention": _DELIVERED,
        "date_fin": _DELIVERED,
        "categories": _DELIVERED,
    },
    "enquete_qualiopi": {
        "certificateur": _among("avancement", "certifie"),
        "duree_amenagee": _among("avancement", "certifie"),
        "choix_certificateur": _among("avancement", "certifie"),
        "criteres_difficultes": _among("avancement", "certifie"),
        "accord_diffusion": _filled("verbatim"),
    },
    "demandes_bilan": {"date_demande": _among("type_bilan", "annuel")},
    "propositions": {"retour_ingenierie_financiere": _filled("date_retour")},
    "signataires": {
        "date_denonciation": _filled("motif_denonciation"),
        "motif_denonciation": _filled("date_denonciation"),
        "date_publication_site": _among("publie_site", True),
    },
}
