"""A row's own identifier, made up when missing; rows of one key: duplicates and conflicts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from reportlib.intake.guide import Guide
from reportlib.intake.notices import by_sheet
from reportlib.intake.organisations import NOBODY
from reportlib.intake.records import Notice
from reportlib.intake.sentences import sentence
from reportlib.intake.tables import FILE, LINE, MADE_UP, SHEET, Fault, Table
from reportlib.intake.values import convert
from reportlib.registers import Register
from reportlib.wording import listed


def with_identifiers(table: Table) -> tuple[pd.DataFrame, list[Notice]]:
    """Return the rows with an identifier each: « Alertes 2022-L14 » where the file has none.

    An organisation takes its SIRET, else its SIREN, else its NDA, before sheet and line.
    """
    own, frame = table.register.own_id, table.frame
    if own is None:
        return frame.assign(**{MADE_UP: False}), []
    unreadable = {p for p, found in table.faults.items() if any(f.column == own.nom for f in found)}
    missing = frame[own.nom].isna().to_numpy(copy=True)
    missing[list(unreadable)] = False
    made = _from_place(frame)
    if table.register.organisme == "propre":
        made = frame["siret"].fillna(frame["siren"]).fillna(frame["nda"]).fillna(made)
    notices = by_sheet(
        table.register,
        frame,
        missing,
        own.nom,
        ("R-LEC-08", f"Identifiant « {own.nom} » absent, fabriqué : {{lignes}}."),
    )
    columns: dict[str, pd.Series] = {
        own.nom: frame[own.nom].where(~missing, made),
        MADE_UP: pd.Series(missing, index=frame.index),
    }
    return frame.assign(**columns), notices


def _from_place(frame: pd.DataFrame) -> pd.Series:
    """« Feuille-L14 »; the file's name comes first when two files have a sheet of that name."""
    stem = frame[FILE].str.replace(r"\.[^.]*$", "", regex=True)
    sheet = frame[SHEET].where(frame[SHEET] != "", stem)
    files = frame.groupby(sheet)[FILE].transform("nunique") if len(frame) else pd.Series(dtype=int)
    label = sheet.where(files <= 1, frame[FILE] + " " + frame[SHEET])
    return label + "-L" + frame[LINE].astype("str")


@dataclass(frozen=True)
class Settled:
    """What becomes of rows of the same key."""

    ignored: np.ndarray
    """True for an exact duplicate of a row that is kept."""
    replaced: np.ndarray
    """True for a version that a later file replaces (R-LEC-04)."""


def settle(table: Table, identity: pd.Series, guide: Guide) -> Settled:
    """Tell duplicates from conflicts among the sound rows, and set conflicts aside (R-LEC-03).

    Parameters
    ----------
    identity
        The organisation of each row, or what an orphan row says of it. Rows that say nothing are
        not compared where the organisation is part of the key.
    """
    register, size = table.register, len(table.frame)
    ignored, replaced = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    keys = list(register.cle)
    comparable = table.sound
    if "id_of" in keys:
        comparable &= (identity != NOBODY).to_numpy()
    sound = np.flatnonzero(comparable)
    compared = _compared(table, identity).iloc[sound]
    keyed = _keys(register, compared)
    shared = keyed.duplicated(keep=False).to_numpy()
    rows, keyed = compared[shared], keyed[shared]
    if rows.empty:
        return Settled(ignored, replaced)
    places = sound[shared]
    contents = rows.groupby(list(rows.columns), dropna=False, sort=False).ngroup().to_numpy()
    codes = keyed.groupby(keys, dropna=False, sort=False).ngroup().to_numpy()
    several = pd.Series(contents).groupby(codes).transform("nunique").to_numpy() > 1
    ignored[places[~several]] = pd.Series(codes[~several]).duplicated().to_numpy()
    for _, positions in pd.Series(np.flatnonzero(several)).groupby(codes[several]):
        at, content = places[positions], contents[positions]
        last = _deciding(table, at, content, guide)
        if last is None:
            table.fail(at.tolist(), _conflict(table, at, rows.iloc[positions]))
            continue
        replaced[at[content != last]] = True
        ignored[at[content == last][1:]] = True
    return Settled(ignored, replaced)


def _compared(table: Table, identity: pd.Series) -> pd.DataFrame:
    """Return what is compared: the register's columns, empty cells for what they stand for."""
    named = {
        c.nom: convert(c.vide, c).value
        for c in table.register.colonnes.values()
        if c.vide is not None
    }
    columns = table.frame[list(table.register.colonnes)].fillna(named)
    return columns.assign(id_of=identity) if table.register.identifies else columns


def _keys(register: Register, compared: pd.DataFrame) -> pd.DataFrame:
    """Return the key of each row; of columns at choice, those after a filled one are emptied."""
    keys = compared[list(register.cle)]
    filled = pd.Series(data=False, index=keys.index)
    for name in register.cle_au_choix:
        keys = keys.assign(**{name: keys[name].mask(filled)})
        filled |= keys[name].notna()
    return keys


def _deciding(table: Table, at: np.ndarray, content: np.ndarray, guide: Guide) -> int | None:
    """Return the content that holds, of the file written last in the guide; None: a conflict."""
    ranks = [guide.rank(str(file)) for file in table.frame[FILE].iloc[at]]
    known = [rank for rank in ranks if rank is not None]
    if not table.register.historique or len(known) < len(ranks):
        return None
    last = {int(c) for c, rank in zip(content, known, strict=True) if rank == max(known)}
    return last.pop() if len(last) == 1 else None


def _conflict(table: Table, at: np.ndarray, compared: pd.DataFrame) -> Fault:
    """Say which rows have the same key, and in which columns they differ."""
    differing = [str(name) for name in compared if not compared[name].duplicated()[1:].all()]
    return Fault(
        differing[0],
        "R-LEC-03",
        sentence(
            "Clé en conflit : {count} lignes ont la même clé ({key}) et diffèrent par {columns} "
            "({places}) ; gardez la bonne ligne, ou donnez à chacune sa propre clé.",
            count=len(at),
            key=_named_key(table.register),
            columns=listed([f"«\u00a0{name}\u00a0»" for name in differing]),
            places=_named_places(table.frame.iloc[at]),
        ),
    )


def _named_key(register: Register) -> str:
    """« id_of, numero ou date_obtention »."""
    fixed = [name for name in register.cle if name not in register.cle_au_choix]
    chosen = " ou ".join(register.cle_au_choix)
    return ", ".join([*fixed, *([chosen] if chosen else [])])


def _named_places(rows: pd.DataFrame, most: int = 6) -> str:
    """« lignes 47 et 48 », with file and sheet where there are several."""
    single = len(rows[[FILE, SHEET]].drop_duplicates()) == 1
    lines = [str(line) for line in rows[LINE].head(most)]
    if single:
        return f"lignes {listed(lines)}"
    shown_places = rows[FILE].str.cat(rows[SHEET], sep=" ").str.strip().head(most)
    return listed(
        [f"{place}, ligne {line}" for place, line in zip(shown_places, lines, strict=True)]
    )


def probable_duplicates(register: Register, kept: pd.DataFrame) -> list[Notice]:
    """Return the notices of rows that are probably the same, none of which is dropped."""
    alike = np.zeros(len(kept), dtype=bool)
    rule = register.doublon_probable
    if rule is not None:
        known = kept.dropna(subset=[*rule.colonnes, rule.date]).reset_index(names="_place")
        known = known.sort_values([*rule.colonnes, rule.date], kind="stable")
        gaps = known.groupby(list(rule.colonnes), sort=False)[rule.date].diff().dt.days
        near = (gaps < rule.jours).to_numpy()
        alike[known["_place"].to_numpy()[near]] = True
        alike[known["_place"].to_numpy()[np.flatnonzero(near) - 1]] = True
    made = kept[MADE_UP].to_numpy(dtype=bool)
    own = register.own_id
    if own is not None and made.any():
        contents = [name for name in kept.columns if name in register.colonnes and name != own.nom]
        twins = kept[made].duplicated([*contents, "id_of"], keep=False).to_numpy()
        alike[np.flatnonzero(made)[twins]] = True
    template = "Doublon probable, gardé, à vérifier : {lignes}."
    return by_sheet(register, kept, alike, register.cle[0], ("R-LEC-03", template))
