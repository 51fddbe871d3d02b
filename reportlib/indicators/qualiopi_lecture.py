"""What the Qualiopi registers say on a day: where each organisation stands, who answered."""

from __future__ import annotations

from datetime import date

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.signataires import departements
from reportlib.indicators.units import places
from reportlib.periods import Period
from reportlib.rules import certificateurs, certificats, enquete
from reportlib.rules.certificat import Delais, seuil_derogation
from reportlib.settings import Settings


def seuil(settings: Settings) -> date:
    """Return the day before which a first certificate lasts four years (R-CYC-02)."""
    return seuil_derogation(settings.choix.derogation_4_ans)


def delais(settings: Settings) -> Delais:
    """Return how long before the end renewal is spoken of (R-CYC-05)."""
    choix = settings.choix
    return Delais(alerte=choix.alerte_renouvellement_mois, limite=choix.limite_renouvellement_mois)


def situation(dataset: Dataset, jour: date, settings: Settings) -> pd.DataFrame:
    """Return one row an organisation of ``certificats_qualiopi``: the certificate that holds.

    Columns of the register, then ``statut`` and ``etat_import`` (R-CYC-07, R-ETAT-04),
    ``departement``, ``nom_certificateur`` (writings brought together), ``categorie``, and the due
    dates of ``rules.certificats.echeances``. Sorted by ``id_of``.
    """
    rows = dataset["certificats_qualiopi"]
    named = rows.assign(nom_certificateur=certificateurs.rapproches(rows["certificateur"]))
    held = certificats.en_vigueur(named, jour, seuil(settings))
    dates = certificats.echeances(held, seuil(settings), delais(settings))
    return pd.concat([held, dates], axis=1).assign(
        departement=departements(held, dataset), categorie=held["categories"]
    )


def repondants(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Return one row a respondent: its last answer of the period, with ``cle``.

    An answer is of the period by ``date_reponse``; with no date, when ``campagne`` starts with the
    year in which the period ends. Two campaigns in a period make one respondent. An answer of no
    known organisation stands alone. ``nom_certificateur``: writings brought together.
    """
    answers = dataset["enquete_qualiopi"]
    undated = answers["date_reponse"].isna()
    of_year = answers["campagne"].str.startswith(str(period.end.year), na=False)
    inside = period.contains(answers["date_reponse"]) | (undated & of_year)
    told = answers.loc[inside]
    last = told.loc[enquete.dernieres_reponses(told.assign(campagne="")).index]
    return last.assign(
        cle=last["id_of"].fillna(places(last)),
        nom_certificateur=certificateurs.rapproches(last["certificateur"]),
    )


def audites(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Return the audits of the period, by ``date_audit``."""
    audits = dataset["audits_qualiopi"]
    return audits.loc[period.contains(audits["date_audit"])]
