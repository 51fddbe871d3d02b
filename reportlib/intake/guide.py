"""``sources.yaml``, beside the registers: which sheet is which, and the order of the files.

::

    - fichier: Export_2023.xlsx
      feuille: Feuil1
      registre: propositions
      en-tetes:
        Arrivée chez nous: date_reception
        Suivi par: ignorer

The order of the entries is the order of the files: of two versions with the same date, the later
entry's holds (R-LEC-04). ``registre: aucun`` leaves a sheet aside; ``vide: true`` accepts a file
without a single row. ``feuille`` may be left out: the entry then speaks of all the file's sheets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, NoReturn

import yaml

from reportlib.errors import DataError
from reportlib.intake.files import FolderFile
from reportlib.intake.grids import Grid
from reportlib.intake.sentences import sentence
from reportlib.registers import IDENTIFICATION, registers

NONE = "aucun"
"""The register of a sheet that is none."""
IGNORE = "ignorer"
"""The column of a header that is to be left out."""

_HEADERS = "en-tetes"
_KEYS = ("fichier", "feuille", "registre", _HEADERS, "vide")
_EXAMPLE = "« - fichier: Export.xlsx », puis « registre: propositions »"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the guide says of a file, or of one of its sheets."""

    fichier: str
    feuille: str | None = None
    registre: str | None = None
    entetes: Mapping[str, str] = field(default_factory=dict)
    """Header as written in the file → column."""
    vide: bool = False
    """The team says that no row is what is meant."""


@dataclass(frozen=True)
class Guide:
    """The entries of ``sources.yaml``, in its order; none when there is no such file."""

    entries: tuple[Entry, ...] = ()

    def entry(self, grid: Grid) -> Entry:
        """Return what is said of a sheet; of its file when the sheet is not named."""
        for_file = [e for e in self.entries if e.fichier == grid.file]
        named = [e for e in for_file if e.feuille == grid.sheet]
        whole = [e for e in for_file if e.feuille is None]
        return (named or whole or [Entry(fichier=grid.file)])[0]

    def rank(self, file: str) -> int | None:
        """Return the place of ``file`` in the order of the guide; None when it is not there."""
        files = list(dict.fromkeys(e.fichier for e in self.entries))
        return files.index(file) if file in files else None


def read_guide(one: FolderFile | None, files: tuple[str, ...]) -> Guide:
    """Return what ``sources.yaml`` says of ``files``.

    Raises
    ------
    DataError
        The file is no YAML, or names a key, file, register or column that does not exist.
    """
    if one is None:
        return Guide()
    try:
        content = yaml.safe_load(one.content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError):
        _refuse(one.name, "le fichier n’est pas du YAML lisible")
    if isinstance(content, dict) and list(content) == ["sources"]:
        content = content["sources"]
    if content is None:
        return Guide()
    if not isinstance(content, list) or not all(isinstance(item, dict) for item in content):
        _refuse(one.name, "attendu une liste d’entrées")
    return Guide(tuple(_entry(item, one.name, files) for item in content))


def check_sheets(guide: Guide, file: str, sheets: Sequence[str]) -> None:
    """Refuse an entry about a sheet that its file lacks.

    Raises
    ------
    DataError
        The guide names such a sheet.
    """
    for entry in guide.entries:
        if entry.fichier == file and entry.feuille is not None and entry.feuille not in sheets:
            known = [sheet for sheet in sheets if sheet]
            _refuse(
                "sources.yaml",
                f"« {file} » n’a pas de feuille « {entry.feuille} »{_near(entry.feuille, known)}",
            )


def _entry(item: dict[str, Any], place: str, files: tuple[str, ...]) -> Entry:
    """Check one entry."""
    item = {
        _HEADERS if k in {"en-têtes", "entetes", "en_tetes"} else str(k): v for k, v in item.items()
    }
    for key in item:
        if key not in _KEYS:
            _refuse(place, f"clé inconnue « {key} »{_near(key, _KEYS)}")
    file = str(item.get("fichier", ""))
    if file not in files:
        _refuse(place, f"le fichier « {file} » n’est pas dans le dossier{_near(file, files)}")
    register = item.get("registre")
    known = (*registers(), NONE)
    if register is not None and register not in known:
        _refuse(place, f"le registre « {register} » n’existe pas{_near(str(register), known)}")
    headers = item.get(_HEADERS) or {}
    if not isinstance(headers, dict):
        _refuse(place, "« en-tetes » attend des lignes « en-tête: colonne »")
    sheet = item.get("feuille")
    entry = Entry(
        fichier=file,
        feuille=None if sheet is None else str(sheet),
        registre=register,
        entetes={str(k): str(v) for k, v in headers.items()},
        vide=item.get("vide") is True,
    )
    _check_columns(entry, place)
    return entry


def _check_columns(entry: Entry, place: str) -> None:
    """Refuse a header sent to a column that its register lacks."""
    described = [r for r in registers().values() if entry.registre in {None, r.nom}]
    columns = {name for register in described for name in register.colonnes}
    if any(register.identifies for register in described):
        columns |= {*IDENTIFICATION}
    for column in entry.entetes.values():
        if column not in columns | {IGNORE}:
            _refuse(place, f"la colonne « {column} » n’existe pas{_near(column, sorted(columns))}")


def _near(word: str, known: object) -> str:
    """« (vouliez-vous dire … ?) », or nothing."""
    near = get_close_matches(word, list(known), n=1) if isinstance(known, (list, tuple)) else []
    return f" (vouliez-vous dire « {near[0]} » ?)" if near else ""


def _refuse(place: str, reason: str) -> NoReturn:
    """Raise the one message of a guide at fault."""
    raise DataError(
        sentence(
            "{place} : {reason}. Écrivez par exemple {example}.",
            place=place,
            reason=sentence("{r}", r=reason),
            example=_EXAMPLE,
        )
    ) from None
