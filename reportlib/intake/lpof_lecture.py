"""One block of the list as columns of plain arrays, its faults told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_adresses import deduced_regions, departments, named_regions, regions
from reportlib.intake.lpof_anomalies import Anomalies, Rows
from reportlib.intake.lpof_blocs import Block, Cells, Columns, is_utf8
from reportlib.intake.lpof_cellules import EMPTY, TRUE, UNREAD, read_counts, read_days, read_states
from reportlib.intake.lpof_dispositions import ETATS, NIC, RESUME, STAGIAIRES, Layout
from reportlib.intake.lpof_identifiants import (
    completed,
    declaration_numbers,
    from_siret,
    keys,
    sirens,
    sirets,
)
from reportlib.intake.lpof_personnes import natural_persons
from reportlib.intake.lpof_resume import from_summary

Arrays = dict[str, npt.NDArray[Any]]
JOURS = ("date_declaration", "debut_exercice", "fin_exercice")
NOMBRES = ("stagiaires", "stagiaires_confies", "formateurs")
PROBED = 1 << 16
"""Bytes of each block that are looked at for the encoding."""


@dataclass
class Words:
    """Distinct texts of the file, each kept once."""

    villes: dict[str, int] = field(default_factory=dict)
    libelles: dict[int, str] = field(default_factory=dict)
    """Label of a specialty, as first written."""


@dataclass
class BlockReader:
    """Reads the blocks of one file; ``anomalies`` and ``words`` grow with each.

    ``wanted`` names the columns to give. Identifiers are checked in any case.
    """

    layout: Layout
    anomalies: Anomalies
    wanted: frozenset[str]
    words: Words = field(default_factory=Words)

    def read(self, block: Block) -> Arrays:
        """Return the columns of the block's rows; rows of another width are set aside."""
        odd = np.flatnonzero((block.widths != self.layout.width) & ~block.blank)
        rows = (odd + block.first_row).tolist()
        self.anomalies.refuse("largeur", rows, [str(w) for w in block.widths[odd].tolist()])
        columns = block.columns(self.layout.width)
        rows_read = columns.records + block.first_row
        if not is_utf8(block.content[:PROBED].tobytes()):
            self.anomalies.note("encodage", rows_read[:1])
        return (
            {"_ligne": rows_read}
            | self._identity(columns, rows_read)
            | self._names(columns)
            | self._places(columns, rows_read)
            | self._states(columns, rows_read)
            | self._declared(columns, rows_read)
            | self._specialties(columns)
        )

    def _cells(self, columns: Columns, source: str, name: str = "") -> Cells | None:
        """Return the column of the file that gives ``name``; None: not there, or not wanted."""
        place = self.layout.places.get(source)
        return columns[place] if place is not None and (name or source) in self.wanted else None

    def _identity(self, columns: Columns, rows: Rows) -> Arrays:
        """Return declaration numbers and their keys, SIREN and SIRET."""
        places, anomalies = self.layout.places, self.anomalies
        nda = declaration_numbers(columns[places["nda"]], rows, anomalies)
        siren = sirens(columns[places["siren"]], rows, anomalies)
        siret = np.full(len(rows), b"", dtype="S14")
        if "siret" in places:
            siret = sirets(columns[places["siret"]], siren, rows, anomalies)
            siren = from_siret(siren, siret, rows, anomalies)
        elif NIC in places:
            siret = completed(columns[places[NIC]], siren, rows, anomalies)
        found = {"nda": nda, "siren": siren, "siret": siret}
        kept = {name: column for name, column in found.items() if name in self.wanted}
        return {"_cle": keys(nda)} | kept | self._earlier(columns, nda)

    def _earlier(self, columns: Columns, nda: npt.NDArray[np.bytes_]) -> Arrays:
        """Return the earlier declaration numbers, the present one left out."""
        cells = self._cells(columns, "ndas_precedents")
        if cells is None:
            return {}
        earlier = np.full(len(nda), np.nan, dtype=object)
        same = (cells.fixed(11).view("S11").ravel() == nda) & (cells.sizes == 11)
        told = np.flatnonzero((cells.sizes > 0) & ~same)
        for at, text in zip(told.tolist(), cells.at(told).texts(), strict=True):
            present = nda[at].decode()
            known = [number for part in text.split(",") if (number := part.strip())]
            if others := [number for number in known if number != present]:
                earlier[at] = ";".join(others)
        return {"ndas_precedents": earlier}

    def _names(self, columns: Columns) -> Arrays:
        """Return names, those of natural persons left out, and the mark of it."""
        place = self.layout.places.get("denomination")
        if place is None or self.wanted.isdisjoint({"denomination", "personne_physique"}):
            return {}
        cells = columns[place]
        persons = natural_persons(cells)
        found: Arrays = {"personne_physique": persons}
        if "denomination" in self.wanted:
            found["denomination"] = names = np.full(len(persons), np.nan, dtype=object)
            shown = np.flatnonzero(~persons & (cells.sizes > 0))
            names[shown] = cells.at(shown).texts()
        return found

    def _places(self, columns: Columns, rows: Rows) -> Arrays:
        """Return towns (index in ``words``), departments (index) and regions (number)."""
        found: Arrays = {}
        if (towns := self._cells(columns, "ville")) is not None:
            seen = self.words.villes
            found["ville"] = np.full(len(rows), -1, dtype=np.int32)
            told = np.flatnonzero(towns.sizes > 0)
            found["ville"][told] = [seen.setdefault(t, len(seen)) for t in towns.at(told).texts()]
        if (postal := self._cells(columns, "code_postal", "departement")) is not None:
            found["departement"] = departments(postal, rows, self.anomalies)
        if (cells := self._cells(columns, "code_region")) is not None:
            found["code_region"] = regions(cells, rows, self.anomalies)
        elif (cells := self._cells(columns, "nom_region", "code_region")) is not None:
            found["code_region"] = named_regions(cells)
        elif (postal := self._cells(columns, "code_postal", "code_region")) is not None:
            known = found.get("departement")
            known = departments(postal, rows, self.anomalies) if known is None else known
            found["code_region"] = deduced_regions(known, rows, self.anomalies)
        return found

    def _states(self, columns: Columns, rows: Rows) -> Arrays:
        """Return the four states; none when the file does not tell certifications."""
        told = self.layout.states
        if not told or self.wanted.isdisjoint({"certifie", *ETATS}):
            return {}
        if told == (RESUME,):
            return from_summary(columns[self.layout.places[RESUME]])
        states = {name: read_states(columns[self.layout.places[name]]) for name in ETATS}
        for name, column in states.items():
            unread = np.flatnonzero(column == UNREAD)
            texts = columns[self.layout.places[name]].at(unread).texts()
            self.anomalies.refuse("etat_illisible", rows[unread].tolist(), texts)
        filled = sum((column != EMPTY).astype(np.int8) for column in states.values())
        held = np.logical_or.reduce([column == TRUE for column in states.values()])
        self.anomalies.note("etats_contraires", rows[(filled > 0) & ~held])
        self.anomalies.note("etats_partiels", rows[(filled > 0) & (filled < len(ETATS))])
        return dict(states)

    def _declared(self, columns: Columns, rows: Rows) -> Arrays:
        """Return declared numbers and days, and the marks « CFA » and « foreign organisation »."""
        found: Arrays = {}
        for name in NOMBRES:
            if (cells := self._cells(columns, name)) is not None:
                found[name] = self._counts(cells, rows)
        parts = [self._cells(columns, name, "stagiaires") for name in STAGIAIRES]
        told = [self._counts(part, rows) for part in parts if part is not None]
        if told:
            given = np.logical_or.reduce([part >= 0 for part in told])
            total = np.add.reduce([np.maximum(part, 0) for part in told])
            found["stagiaires"] = np.where(given, total, EMPTY)
        for name in JOURS:
            if (cells := self._cells(columns, name)) is not None:
                found[name], unread = read_days(cells)
                self.anomalies.note("date_illisible", rows[unread])
        if (cells := self._cells(columns, "cfa")) is not None:
            found["cfa"] = read_states(cells)
        if (cells := self._cells(columns, "etranger")) is not None:
            found["etranger"] = cells.sizes > 0
        return found

    def _counts(self, cells: Cells, rows: Rows) -> npt.NDArray[np.int64]:
        """Return whole numbers, EMPTY where none is readable, which is noted."""
        counts = read_counts(cells)
        self.anomalies.note("nombre_illisible", rows[counts == UNREAD])
        return np.where(counts == UNREAD, EMPTY, counts)

    def _specialties(self, columns: Columns) -> Arrays:
        """Return specialty codes, -1 where there is none; labels go to ``words``."""
        found: Arrays = {}
        for rank in (1, 2, 3):
            name = f"specialite_{rank}"
            if (cells := self._cells(columns, name)) is not None:
                codes = read_counts(cells)
                codes = np.where((codes < 100) | (codes > 999), -1, codes)
                found[name] = codes.astype(np.int16)
                if (labels := self._cells(columns, f"libelle_{rank}", name)) is not None:
                    self._label(codes, labels)
        return found

    def _label(self, codes: npt.NDArray[np.int64], labels: Cells) -> None:
        """Keep the label of each specialty that had none so far."""
        known = self.words.libelles
        unseen = np.ones(1000, dtype=bool)
        unseen[list(known)] = False
        at = np.flatnonzero((codes >= 0) & unseen[codes] & (labels.sizes > 0))
        if len(at):
            distinct, first = np.unique(codes[at], return_index=True)
            known.update(zip(distinct.tolist(), labels.at(at[first]).texts(), strict=True))
