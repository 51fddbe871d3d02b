"""The organisation of each row of a register: told by the row, or known through its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportlib.intake.notices import by_sheet
from reportlib.intake.organisations import Directory, matched, refuse_contradictions, told_of
from reportlib.intake.records import Notice
from reportlib.intake.sentences import sentence
from reportlib.intake.tables import Fault, Table
from reportlib.registers import registers

_OWNERS = {"dossiers_ptp": "du dossier", "audits_qualiopi": "de l’audit"}
"""Register through which an organisation is known → how its rows are called in a message."""


@dataclass(frozen=True)
class Attribution:
    """What each row of a table says of its organisation."""

    id_of: pd.Series
    """Missing: no known organisation."""
    identity: pd.Series
    """``id_of``, or what an orphan row says: tells apart orphans of the same key."""
    states: pd.Series
    """See ``Match.state``."""


def attribute(
    table: Table, directory: Directory, frames: Mapping[str, pd.DataFrame]
) -> Attribution:
    """Return the organisation of each row; rows that contradict themselves are set aside.

    An indirect register takes the organisation of the row's file, or audit; the one that the row
    itself names is checked against it, and serves when the file is unknown. In a register of the
    region, the organisation is « », the region as such.
    """
    size = len(table.frame)
    if table.register.organisme == "propre":
        own = table.frame["id_of"]
        return Attribution(own, own, pd.Series("reconnu", index=own.index, dtype="str"))
    if not table.register.identifies:
        region = "" if table.register.organisme == "regional" else None
        nobody = pd.Series([region] * size, dtype="str")
        return Attribution(nobody, nobody, pd.Series("sans objet", index=nobody.index, dtype="str"))
    own, states = matched(table, directory)
    refuse_contradictions(table, states)
    found = own
    if table.register.organisme == "indirect":
        column = table.register.colonnes[table.register.organisme_par]
        target = column.reference.partition(".")[0]
        through = _through(table.frame[column.nom], column.reference, frames)
        table.fail(
            np.flatnonzero(through.notna() & own.notna() & (through != own)),
            Fault(
                "id_of",
                "R-LEC-08",
                sentence(
                    "L’organisme de la ligne n’est pas celui {owner} : corrigez l’un des deux, "
                    "ou laissez l’organisme vide.",
                    owner=_OWNERS[target],
                ),
            ),
        )
        found = through.fillna(own)
        states = states.where(through.isna(), "par un autre registre")
    return Attribution(found, found.fillna("?" + told_of(table)), states)


def _through(named: pd.Series, reference: str, frames: Mapping[str, pd.DataFrame]) -> pd.Series:
    """Return the organisation of what each row names, that of its last version."""
    target, _, key = reference.partition(".")
    if target not in frames:
        return pd.Series([None] * len(named), dtype="str")
    known = frames[target].dropna(subset=["id_of"])
    if dated := registers()[target].historique:
        known = known.sort_values(dated, na_position="first", kind="stable")
    last = known.groupby(key, observed=True)["id_of"].last()
    return last.reindex(named).reset_index(drop=True)


def notices(table: Table, attribution: Attribution, kept: np.ndarray) -> list[Notice]:
    """Return the notices of kept rows matched by name only, or to no organisation."""
    said = {
        "nom seul": "Organisme reconnu par le nom seul : {lignes}.",
        "inconnu": "Organisme introuvable dans le registre « organismes » (absent, ou mis à "
        "l’écart), ligne gardée sans organisme : {lignes}.",
        "absent": "Organisme non indiqué, ligne gardée sans organisme : {lignes}.",
        "ambigu": "Identifiant porté par plusieurs organismes, ligne gardée sans organisme : "
        "{lignes}.",
    }
    found: list[Notice] = []
    present = set(attribution.states[kept].unique())
    if table.register.organisme == "indirect":
        present.discard("absent")
    for state, template in ((s, t) for s, t in said.items() if s in present):
        concerned = kept & (attribution.states == state).to_numpy()
        found += by_sheet(table.register, table.frame, concerned, "id_of", ("R-LEC-08", template))
    return found
