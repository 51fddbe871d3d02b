"""What a notebook imports: how to open a bilan, and its chapters, in one place.

Importing this module also lets JupyterLab draw the blocks.
"""

from __future__ import annotations

import os

from reportlib.blocks.record import DEFERRED
from reportlib.sections import (
    accompagnement,
    bref,
    certification,
    certificats,
    clea,
    cloture,
    dossiers,
    entete,
    evolution,
    individualisation,
    parcours,
    qualite,
    refus,
    reperes,
    securisation,
)
from reportlib.sections.bilan import Bilan, ouvrir_organisme, ouvrir_region

if DEFERRED not in os.environ:
    from reportlib.rendering import fragment as _fragment

    _fragment.install()

__all__ = [
    "Bilan",
    "accompagnement",
    "bref",
    "certification",
    "certificats",
    "clea",
    "cloture",
    "dossiers",
    "entete",
    "evolution",
    "individualisation",
    "ouvrir_organisme",
    "ouvrir_region",
    "parcours",
    "qualite",
    "refus",
    "reperes",
    "securisation",
]
