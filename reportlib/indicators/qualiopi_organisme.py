"""Where one organisation stands on a day: its certificate, its next audit, what applies to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_lecture import seuil, situation
from reportlib.rules import certificats
from reportlib.rules.rnq_profils import PROFIL_MINIMAL_PTP, Profil
from reportlib.settings import Settings


@dataclass(frozen=True, kw_only=True)
class Certification:
    """The certificate that speaks for an organisation on a day (R-CYC-02 to R-CYC-07)."""

    statut: str
    """One of ``rules.certificats.PRIORITE``."""
    etat_import: bool
    """Whether the status rests on a word with no date."""
    fin: date | None
    fin_declaree: bool
    """Whether ``fin`` is written in the register; else it is computed."""
    divergence: bool
    """Whether the two readings of the four years put a computed end a year apart."""
    derniere_date_sure: date | None
    """Last safe day for the renewal audit (R-CYC-05)."""
    surveillance: str
    """State of ``rules.certificats.surveillances``; empty when it does not apply."""
    surveillance_debut: date | None
    surveillance_fin: date | None


def certification(
    dataset: Dataset, id_of: str, jour: date, settings: Settings
) -> Certification | None:
    """Return the certification of an organisation; None when the register has no row of it."""
    held = situation(dataset, jour, settings)
    own = held.loc[held["id_of"].eq(id_of)]
    if own.empty:
        return None
    audits = dataset["audits_qualiopi"] if dataset.has("audits_qualiopi") else None
    state = certificats.surveillances(own, audits, jour, seuil(settings)).iloc[0]
    row = own.iloc[0]
    return Certification(
        statut=str(row["statut"]),
        etat_import=bool(row["etat_import"]),
        fin=_day(row["fin"]),
        fin_declaree=not pd.isna(row["date_fin"]),
        divergence=bool(row["divergence"]),
        derniere_date_sure=_day(row["derniere_date_sure"]),
        surveillance="" if pd.isna(state) else str(state),
        surveillance_debut=_day(row["surveillance_debut"]),
        surveillance_fin=_day(row["surveillance_fin"]),
    )


def profil_declare(dataset: Dataset, id_of: str) -> Profil | None:
    """Return the profile of an organisation by its categories, certifying training with it.

    A career change is paid for certifying training alone (R-RNQ-04). None when the register of
    organisations does not say its categories.
    """
    organismes = dataset["organismes"]
    said = organismes.loc[organismes["id_of"].eq(id_of), "categories"].dropna()
    if said.empty:
        return None
    return Profil(categories=frozenset(str(said.iloc[0]).split(";"))) | PROFIL_MINIMAL_PTP


def _day(moment: pd.Timestamp) -> date | None:
    """A date of the register, or None."""
    return None if pd.isna(moment) else moment.date()
