"""One block of the list as columns of plain arrays, its faults told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from reportlib.intake.lpof_anomalies import Anomalies, Rows
from reportlib.intake.lpof_blocs import Block, Cells, Columns
from reportlib.intake.lpof_cellules import (
    EMPTY, FALSE, TRUE, UNREAD, States, read_counts, read_days, read_states,
)  # fmt: skip
from reportlib.intake.lpof_dispositions import ETATS, NIC, RESUME, STAGIAIRES, Layout, header_key
from reportlib.intake.lpof_identifiants import (
    completed,
    declaration_numbers,
    from_siret,
    sirens,
    sirets,
)
from reportlib.intake.lpof_personnes import natural_persons
from reportlib.intake.lpof_territoires import REGION_OF, REGIONS, departments_by_postal_code

Arrays = dict[str, npt.NDArray[Any]]
JOURS = ("date_declaration", "debut_exercice", "fin_exercice")
NOMBRES = ("stagiaires", "stagiaires_confies", "formateurs")
_RESUMES = {
    "actionsdeformations": 0, "actionsdeformation": 0, "bilansdecompetences": 1, "vae": 2,
    "actionsdeformationsparapprentissage": 3, "actionsdeformationparapprentissage": 3,
}  # fmt: skip
_REGION_NAMES = {header_key(name): int(code) for code, name in REGIONS.items()}
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
    """Reads the blocks of one file; ``anomalies`` and ``words`` grow with each."""

    layout: Layout
    anomalies: Anomalies
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

    def _cells(self, columns: Columns, name: str) -> Cells | None:
        """Return a column of the list, None when the layout has none."""
        place = self.layout.places.get(name)
        return None if place is None else columns[place]

    def _identity(self, columns: Columns, rows: Rows) -> Arrays:
        """Return declaration numbers, SIREN and SIRET."""
        places, anomalies = self.layout.places, self.anomalies
        nda = declaration_numbers(columns[places["nda"]], rows, anomalies)
        siren = sirens(columns[places["siren"]], rows, anomalies)
        siret = np.full(len(rows), b"", dtype="S14")
        if "siret" in places:
            siret = sirets(columns[places["siret"]], siren, rows, anomalies)
            siren = from_siret(siren, siret, rows, anomalies)
        elif NIC in places:
            siret = completed(columns[places[NIC]], siren, rows, anomalies)
        return {"nda": nda, "siren": siren, "siret": siret} | self._earlier(columns, nda)

    def _earlier(self, columns: Columns, nda: npt.NDArray[np.bytes_]) -> Arrays:
        """Return the earlier declaration numbers, the present one left out."""
        earlier = np.full(len(nda), "", dtype=object)
        cells = self._cells(columns, "ndas_precedents")
        if cells is not None:
            same = (cells.fixed(11).view("S11").ravel() == nda) & (cells.sizes == 11)
            told = np.flatnonzero((cells.sizes > 0) & ~same)
            for at, text in zip(told.tolist(), cells.at(told).texts(), strict=True):
                known = [number.strip() for number in text.split(",")]
                earlier[at] = ";".join(n for n in known if n and n != nda[at].decode())
        return {"ndas_precedents": earlier}

    def _names(self, columns: Columns) -> Arrays:
        """Return names, those of natural persons left out, and the mark of it."""
        cells = self._cells(columns, "denomination")
        if cells is None:
            return {}
        persons = natural_persons(cells)
        names = np.full(len(persons), "", dtype=object)
        shown = np.flatnonzero(~persons)
        names[shown] = cells.at(shown).texts()
        return {"denomination": names, "personne_physique": persons}

    def _places(self, columns: Columns, rows: Rows) -> Arrays:
        """Return towns (index in ``words``), departments (index) and regions (number)."""
        found: Arrays = {}
        towns, postal = self._cells(columns, "ville"), self._cells(columns, "code_postal")
        if towns is not None:
            seen = self.words.villes
            found["ville"] = np.full(len(rows), -1, dtype=np.int32)
            told = np.flatnonzero(towns.sizes > 0)
            found["ville"][told] = [
                seen.setdefault(t, len(seen)) for t in towns.at(told).texts()
            ]
        if postal is not None:
            found["departement"] = self._departments(postal, rows)
        return found | {"code_region": self._regions(columns, rows, found.get("departement"))}

    def _departments(self, cells: Cells, rows: Rows) -> npt.NDArray[np.int16]:
        """Return departments from postal codes, -1 where there is none."""
        codes = read_counts(cells)
        names, table = departments_by_postal_code()
        known = table[np.clip(codes, 0, 99_999)]
        known[(codes < 1_000) | (codes > 99_999)] = -1
        self.anomalies.note(
            "code_postal_zero", rows[(known >= 0) & (codes < 10_000) & (cells.sizes < 5)]
        )
        self.anomalies.note("code_postal_inconnu", rows[(codes != EMPTY) & (known < 0)])
        return known

    def _regions(
        self, columns: Columns, rows: Rows, departments: npt.NDArray[np.int16] | None
    ) -> npt.NDArray[np.int16]:
        """Return region numbers, -1 where the file gives none that is known."""
        cells, names = self._cells(columns, "code_region"), self._cells(columns, "nom_region")
        if cells is not None:
            codes = read_counts(cells)
            known = np.isin(codes, [int(code) for code in REGIONS])
            self.anomalies.note("region_zero", rows[known & (codes < 10) & (cells.sizes == 1)])
            self.anomalies.note("region_inconnue", rows[~known & (codes != EMPTY)])
            return np.where(known, codes, -1).astype(np.int16)
        if names is not None:
            texts = [header_key(name) for name in names.texts()]
            return np.array([_REGION_NAMES.get(text, -1) for text in texts], dtype=np.int16)
        if departments is None:
            return np.full(len(rows), -1, dtype=np.int16)
        codes_of = [int(REGION_OF.get(name, -1)) for name in departments_by_postal_code()[0]]
        deduced = np.array([*codes_of, -1], dtype=np.int16)[departments]
        self.anomalies.note("region_deduite", rows[deduced >= 0])
        return deduced

    def _states(self, columns: Columns, rows: Rows) -> Arrays:
        """Return the four states; none when the file does not tell certifications."""
        told = self.layout.states
        if not told:
            return {}
        if told == (RESUME,):
            return _from_summary(columns[self.layout.places[RESUME]])
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
        if STAGIAIRES[0] in self.layout.places:
            parts = [self._counts(columns[self.layout.places[n]], rows)
                     for n in STAGIAIRES if n in self.layout.places]  # fmt: skip
            total = sum(np.maximum(part, 0) for part in parts)
            given = np.logical_or.reduce([part >= 0 for part in parts])
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
            cells = self._cells(columns, f"specialite_{rank}")
            if cells is None:
                continue
            codes = read_counts(cells)
            codes = np.where((codes < 100) | (codes > 999), -1, codes).astype(np.int16)
            found[f"specialite_{rank}"] = codes
            labels = self._cells(columns, f"libelle_{rank}")
            if labels is not None:
                distinct, first = np.unique(codes, return_index=True)
                for code, text in zip(
                    distinct.tolist(), labels.at(first).texts(), strict=True
                ):
                    if code >= 0 and text:
                        self.words.libelles.setdefault(code, text)
        return found


def is_utf8(content: bytes) -> bool:
    """Whether bytes are UTF-8, a character cut at their end aside."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as exc:
        return exc.start > len(content) - 4
    return True


def _from_summary(cells: Cells) -> Arrays:
    """Return the four states from « Actions de formations/VAE »: what is not named is `false`."""
    distinct: dict[str, list[int]] = {}
    for text in (texts := cells.texts()):
        if text not in distinct:
            named = {_RESUMES.get(header_key(part), -1) for part in text.split("/")}
            distinct[text] = [
                EMPTY if not text.strip() else TRUE if rank in named else FALSE for rank in range(4)
            ]
    table: States = np.array([distinct[text] for text in texts], dtype=np.int8).reshape(-1, 4)
    return dict(zip(ETATS, table.T, strict=True))
