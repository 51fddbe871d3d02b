"""Checks between columns and between registers: notices only, no row is set aside for them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from reportlib.intake.notices import by_sheet
from reportlib.intake.records import Notice
from reportlib.registers import Coherence, Column, Order, Register


def orders(
    register: Register, kept: pd.DataFrame, frames: Mapping[str, pd.DataFrame]
) -> list[Notice]:
    """Return the notices of dates that come before or after what they should (R-LEC-02)."""
    found: list[Notice] = []
    for column in register.colonnes.values():
        for order in column.ordre:
            other = _other_date(order, kept, frames)
            if other is None:
                continue
            wrong = kept[column.nom] < other if order.sign == ">=" else kept[column.nom] > other
            side = "avant" if order.sign == ">=" else "après"
            template = (
                f"Ordre de dates incohérent, ligne gardée : « {column.nom} » tombe {side} "
                f"« {order.column} » : {{lignes}}."
            )
            concerned = wrong.fillna(value=False).to_numpy(dtype=bool)
            found += by_sheet(register, kept, concerned, column.nom, ("R-LEC-02", template))
    return found


def _other_date(
    order: Order, kept: pd.DataFrame, frames: Mapping[str, pd.DataFrame]
) -> pd.Series | None:
    """Return the date to compare with, row by row; in another register, the file's first one."""
    if not order.register:
        return kept[order.column]
    if order.register not in frames:
        return None
    first = frames[order.register].groupby("id_dossier", observed=True)[order.column].min()
    return first.reindex(kept["id_dossier"]).reset_index(drop=True)


def coherences(register: Register, kept: pd.DataFrame) -> list[Notice]:
    """Return the notices of cells that do not go together."""
    found: list[Notice] = []
    for check in register.coherences:
        concerned = _applies(check, kept) & ~_as_expected(check, kept)
        template = f"{check.message[0].upper()}{check.message[1:]}, ligne gardée : {{lignes}}."
        found += by_sheet(register, kept, concerned, check.colonne, ("R-LEC-02", template))
    return found


def _applies(check: Coherence, kept: pd.DataFrame) -> np.ndarray:
    """True where every condition holds."""
    holds = np.ones(len(kept), dtype=bool)
    for column, values in check.quand.items():
        filled = kept[column].notna()
        said = kept[column].astype("str").isin(values) if values else filled
        holds &= (filled & said).to_numpy(dtype=bool)
    return holds


def _as_expected(check: Coherence, kept: pd.DataFrame) -> np.ndarray:
    """True where the column says what is expected."""
    values = kept[check.colonne]
    expected = values.notna()
    if check.attendu:
        expected &= values.astype("str").isin(check.attendu)
    return expected.to_numpy(dtype=bool)


def limits(register: Register, kept: pd.DataFrame) -> list[Notice]:
    """Return the notices of a number beyond the one of the same row that bounds it."""
    found: list[Notice] = []
    for column in register.colonnes.values():
        if column.au_plus:
            over = (kept[column.nom] > kept[column.au_plus]).fillna(value=False)
            template = f"« {column.nom} » dépasse « {column.au_plus} », ligne gardée : {{lignes}}."
            concerned = over.to_numpy(dtype=bool)
            found += by_sheet(register, kept, concerned, column.nom, ("R-LEC-02", template))
    return found


def shared(register: Register, kept: pd.DataFrame) -> list[Notice]:
    """Return the notices of values that two rows share, where that is worth a look."""
    found: list[Notice] = []
    for column in register.colonnes.values():
        if column.partage_signale:
            values = kept[column.nom]
            concerned = (values.notna() & values.duplicated(keep=False)).to_numpy(dtype=bool)
            template = (
                f"Même « {column.nom} » sur plusieurs lignes, aucune n’est fusionnée : {{lignes}}."
            )
            found += by_sheet(register, kept, concerned, column.nom, ("R-LEC-08", template))
    return found


def references(
    register: Register, kept: pd.DataFrame, frames: Mapping[str, pd.DataFrame]
) -> list[Notice]:
    """Return the notices of values that name no kept row of another register (orphans)."""
    found: list[Notice] = []
    for column in register.colonnes.values():
        target, _, key = column.reference.partition(".")
        if column.nom == "id_of" or not target:
            continue
        filled = kept[column.nom].notna()
        if target not in frames:
            found += _unverified(register, kept, filled, column)
            continue
        orphan = filled & ~kept[column.nom].isin(frames[target][key])
        template = (
            f"« {column.nom} » introuvable dans le registre « {target} » (absent, ou mis à "
            "l’écart), ligne gardée : {lignes}."
        )
        concerned = orphan.to_numpy(dtype=bool)
        found += by_sheet(register, kept, concerned, column.nom, ("R-LEC-02", template))
    return found


def _unverified(
    register: Register, kept: pd.DataFrame, filled: pd.Series, column: Column
) -> list[Notice]:
    """Say that a reference could not be checked, its register not being provided."""
    target = column.reference.partition(".")[0]
    template = (
        f"Le registre « {target} » n’est pas fourni, « {column.nom} » n’est pas vérifié : "
        "{lignes}."
    )
    return by_sheet(register, kept, filled.to_numpy(dtype=bool), column.nom, ("R-LEC-02", template))
