"""Completeness of a register: the share of cells filled, column by column (BA-26)."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.lost import reference_days
from reportlib.periods import Period
from reportlib.rules.attendus import attendue

REFERENCES: Mapping[str, tuple[str, ...]] = {
    "signataires": ("date_signature",),
    "propositions": ("date_reception",),
    "interventions": ("date_ouverture",),
    "ateliers": ("date_atelier",),
    "dossiers_ptp": ("date_commission", "date_depot"),
    "echanges_refus": ("date_echange",),
    "alertes": ("date_alerte",),
    "certificats_realisation": ("mois",),
    "avenants": ("date_demande",),
    "controles": ("date_controle",),
    "certificats_qualiopi": ("date_obtention", "date_contrat"),
    "audits_qualiopi": ("date_audit",),
    "non_conformites": ("date_notification",),
    "enquete_qualiopi": ("date_reponse",),
    "certifications_nationales": ("date",),
    "checklists": ("date_passation",),
    "groupes_parole": ("date_seance",),
    "temps_dialogue": ("date_dialogue",),
    "demandes_bilan": ("date_demande", "date_remise"),
    "suivi_parcours": ("date_suivi",),
    "communications": ("date_constat",),
    "jurys_clea": ("date_jury",),
}
"""What puts a row of each register in a period: the first of these dates that is filled.

Of a month, its first day. A register without date (organisations, answers by campaign) is whole.
"""
_ORIGIN = ["_source", "_ligne"]


def completude(dataset: Dataset, registre: str, period: Period | None = None) -> pd.DataFrame:
    """Return how full each column of a register is.

    Parameters
    ----------
    period
        Only its rows; a row with no reference date is outside. None: every row.

    Returns
    -------
    pd.DataFrame
        ``colonne, renseignees, lignes, part``, in the order of the register. ``lignes``: rows
        where the column is expected (``rules.attendus``); ``part`` [%], missing when there is
        none. Empty when the register is not provided.
    """
    columns = ["colonne", "renseignees", "lignes", "part"]
    if not dataset.has(registre):
        return pd.DataFrame(columns=columns)
    rows = _inside(dataset[registre], registre, period)
    counted = []
    for column in rows.columns.difference(_ORIGIN, sort=False):
        wanted = rows.loc[attendue(registre, column, rows), column]
        counted.append((column, int(wanted.notna().sum()), len(wanted)))
    table = pd.DataFrame(counted, columns=columns[:3])
    base = table["lignes"].where(table["lignes"].gt(0))
    return table.assign(part=100 * table["renseignees"] / base)


def _inside(rows: pd.DataFrame, registre: str, period: Period | None) -> pd.DataFrame:
    """The rows of a register in the period."""
    dates = REFERENCES.get(registre)
    if period is None or dates is None:
        return rows
    return rows.loc[period.contains(reference_days(rows, *dates))]
