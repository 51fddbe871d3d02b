"""The catalogue: every indicator that reportlib computes, by its id."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from reportlib.errors import ParameterError
from reportlib.indicators import (
    activite,
    alertes,
    ateliers_participation,
    autoevaluation,
    bilans_remis,
    bilans_stagiaires,
    bonnes_pratiques,
    calendrier,
    certificats_mensuels,
    check_lists,
    commission,
    communications,
    contacts,
    controles,
    controles_charte,
    couverture,
    delais,
    depots,
    dialogue,
    dossiers_charte,
    groupes_parole,
    heures,
    jurys,
    parcours,
    procedure,
    propositions,
    qualiopi,
    refus,
    rencontres,
    reprises,
    retours,
    ruptures,
    signataires,
    suivi_conjoint,
)
from reportlib.indicators.record import Indicator
from reportlib.wording import typographed

_FAMILIES = (
    depots.INDICATORS,
    commission.INDICATORS,
    refus.INDICATORS,
    activite.INDICATORS,
    parcours.INDICATORS,
    ruptures.INDICATORS,
    propositions.INDICATORS,
    dialogue.INDICATORS,
    qualiopi.INDICATORS,
    check_lists.INDICATORS,
    groupes_parole.INDICATORS,
    procedure.INDICATORS,
    delais.INDICATORS,
    bonnes_pratiques.INDICATORS,
    reprises.INDICATORS,
    autoevaluation.INDICATORS,
    ateliers_participation.INDICATORS,
    bilans_stagiaires.INDICATORS,
    calendrier.INDICATORS,
    certificats_mensuels.INDICATORS,
    controles.INDICATORS,
    couverture.INDICATORS,
    heures.INDICATORS,
    jurys.INDICATORS,
    signataires.INDICATORS,
    retours.INDICATORS,
    suivi_conjoint.INDICATORS,
    contacts.INDICATORS,
    dossiers_charte.INDICATORS,
    alertes.INDICATORS,
    controles_charte.INDICATORS,
    bilans_remis.INDICATORS,
    rencontres.INDICATORS,
    communications.INDICATORS,
)


@cache
def _records() -> tuple[Indicator, ...]:
    """Every record, its words with French typography, sorted by id."""
    records = [record for family in _FAMILIES for record in family]
    return tuple(sorted(map(_printed, records), key=lambda record: record.id))


def _printed(record: Indicator) -> Indicator:
    """The record with French spaces and apostrophes in its words."""
    return replace(
        record,
        libelle=typographed(record.libelle),
        definition=typographed(record.definition),
        formule=typographed(record.formule),
        periode=typographed(record.periode),
        cas_limites=typographed(record.cas_limites),
        source=typographed(record.source),
    )


def catalogue() -> dict[str, Indicator]:
    """Return the indicators by id, sorted; a new dictionary each time."""
    return {record.id: record for record in _records()}


def indicator(name: str) -> Indicator:
    """Return the indicator called ``name``, for instance « BA-03 ».

    Raises
    ------
    ParameterError
        There is none; the message names the nearest.
    """
    known = catalogue()
    if name in known:
        return known[name]
    raise ParameterError(
        f"« {name} » n'est pas un indicateur du catalogue. "
        f"Le plus proche est « {_nearest(name, list(known))} »."
    )


def _nearest(name: str, known: list[str]) -> str:
    """The id meant by « BA-3 » or « ba03 », else the one whose letters are the closest."""
    if written := re.fullmatch(r"\s*([A-Za-z]{2})[-\s]*(\d+)\s*([a-z]?)\s*", name):
        meant = f"{written[1].upper()}-{int(written[2]):02d}{written[3]}"
        if meant in known:
            return meant
    return get_close_matches(name.upper(), known, n=1, cutoff=0.0)[0]
