"""The data dictionary as data: one TOML a register, read into frozen records.

An analyst adds a header, a sheet name or a writing of a value there, without touching Python.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType

from reportlib.registers.loading import RegisterError, load_register
from reportlib.registers.record import IDENTIFICATION, Coherence, Column, Order, Register
from reportlib.registers.vocabulary import PLACE, Vocabulary, vocabulary

__all__ = [
    "IDENTIFICATION",
    "Coherence",
    "Column",
    "Order",
    "Register",
    "RegisterError",
    "Vocabulary",
    "register",
    "registers",
    "vocabulary",
]

_ORDER = (
    *("organismes", "signataires", "propositions", "dossiers_ptp", "alertes", "ateliers"),
    *("echanges_refus", "interventions", "participations", "certificats_realisation", "avenants"),
    *("controles", "suivi_parcours", "jurys_clea", "temps_dialogue", "demandes_bilan"),
    *("communications", "checklists", "groupes_parole", "bonnes_pratiques", "autoevaluations"),
    *("certificats_qualiopi", "audits_qualiopi", "non_conformites", "enquete_qualiopi"),
    "certifications_nationales",
)
"""The charter and its files, prevention, Qualiopi; a register comes after those it refers to."""


@cache
def registers() -> MappingProxyType[str, Register]:
    """Return every register by name, in the order of the dictionary.

    Raises
    ------
    RegisterError
        A TOML is not well formed, or its name is not its file's.
    """
    folder = Path(__file__).parent
    loaded = {
        path.stem: load_register(path) for path in folder.glob("*.toml") if path.name != PLACE.name
    }
    for stem, one in loaded.items():
        if stem != one.nom:
            raise RegisterError(f"{stem}.toml : « nom » vaut « {one.nom} », attendu « {stem} ».")
    rank = {name: index for index, name in enumerate(_ORDER)}
    names = sorted(loaded, key=lambda name: (rank.get(name, len(rank)), name))
    return MappingProxyType({name: loaded[name] for name in names})


def register(name: str) -> Register:
    """Return the register called ``name``.

    Raises
    ------
    KeyError
        No register has that name.
    """
    return registers()[name]
