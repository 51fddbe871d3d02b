"""Compares a measure over several years at once: each formula runs once a year.

The total of each year is asked of ``measure`` as a bilan asks it. A breakdown is asked for all the
years together: the units of the years, one under the other, with the year as one more breakdown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators import Indicator, Units, indicator
from reportlib.periods import Period
from tests.recalcul.ecarts import (
    Comparaison,
    Demande,
    Lignes,
    comparer_nombres,
    comparer_reponses,
    par_cle,
)
from tests.recalcul.moteur import Recalcul
from tests.recalcul.recalcule import Recalcule

ANNEE = "annee_lue"
"""The breakdown by year; no register has a column of that name."""


def comparer_annees(
    recalcule: Recalcule,
    annees: Sequence[int],
    code: Dataset,
    sql: Recalcul,
    *,
    copies: Sequence[str] = ("interne",),
    ensemble: bool = False,
) -> Comparaison:
    """Compare every breakdown of every year, in every scope and copy.

    ``ensemble``: the totals too are asked for all the years together.
    """
    demandes = {annee: Demande(recalcule=recalcule, periode=Period.year(annee)) for annee in annees}
    fiche = indicator(recalcule.id)
    unites = {
        annee: fiche.formula(code, demande.periode, demande.settings)
        for annee, demande in demandes.items()
    }
    reunies = _ensemble(fiche, unites)
    trouve = Comparaison()
    for copie in copies:
        copiees = {annee: replace(demande, copie=copie) for annee, demande in demandes.items()}
        for par in recalcule.ventilations:
            if par or ensemble:
                voulues = {annee: replace(demande, par=par) for annee, demande in copiees.items()}
                trouve.ajouter(_ventilees(voulues, reunies, code, sql))
            else:
                for annee, demande in copiees.items():
                    obtenu = demande.calculer(code, _figee(fiche, unites[annee]))
                    trouve.ajouter(comparer_reponses(demande, obtenu, demande.recalculer(sql)))
    return trouve


def _figee(fiche: Indicator, unites: Units) -> Indicator:
    """The record, whose formula gives units already computed."""
    return replace(fiche, formula=lambda *_: unites)


def _ensemble(fiche: Indicator, unites: Mapping[int, Units]) -> Indicator:
    """The record, whose formula gives the units of all the years, each saying its year."""
    lignes = pd.concat(
        [
            lues.rows.assign(**{ANNEE: str(annee), "cle": f"{annee} " + lues.rows["cle"]})
            for annee, lues in unites.items()
            if len(lues.rows)
        ]
        or [lues.rows.assign(**{ANNEE: ""}) for lues in unites.values()][:1],
        ignore_index=True,
    )
    return replace(_figee(fiche, Units(lignes)), ventilations=(*fiche.ventilations, ANNEE))


def _ventilees(
    demandes: Mapping[int, Demande], fiche: Indicator, code: Dataset, sql: Recalcul
) -> Comparaison:
    """Compare one breakdown over the years."""
    modele = next(iter(demandes.values()))
    obtenu = replace(modele, par=(ANNEE, *modele.par)).calculer(code, fiche)
    attendu: Lignes = {}
    for annee, demande in demandes.items():
        cles = ["perimetre", "id_of", ANNEE, *modele.par]
        lignes = demande.recalculer(sql).assign(**{ANNEE: str(annee)})
        attendu |= par_cle(lignes, cles)
    trouve = Comparaison()
    quoi = f"{modele.recalcule.id} {'+'.join(modele.par) or 'total'} ({modele.copie})"
    if obtenu.duplicated(["perimetre", "id_of", ANNEE, *modele.par]).any():
        trouve.ecarts.append(f"{quoi} : lignes en double")
    cotes = (par_cle(obtenu, ["perimetre", "id_of", ANNEE, *modele.par]), attendu)
    comparer_nombres(trouve, quoi, modele.recalcule.genre, cotes)
    return trouve
