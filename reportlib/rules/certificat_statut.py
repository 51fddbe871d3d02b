"""Where one certificate stands on a day.

Sources: slides « Matinales de la Qualité » (« en cours de certification (ayant signé un contrat) »,
establishments « réputés avoir satisfait à l’obligation »), article L. 6316-4; rule R-CYC-07.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from reportlib.rules.certificat import SEUILS, Certificat, Declare, validite

Statut = Literal[
    "certifie",
    "en_cours",
    "non_engage",
    "repute",
    "suspendu",
    "retire",
    "refuse",
    "expire",
    "inconnu",
]

DETENUS: tuple[Declare, ...] = ("certifie", "suspendu", "retire")
"""Declared statuses of a provider that has had its certificate."""
SANS_DATE: dict[Declare, Statut] = {"en_cours": "en_cours", "non_engage": "non_engage"}
"""Declared statuses that can be read when no date tells; the others need a date to hold."""


@dataclass(frozen=True)
class StatutAuJour:
    """A status on a day; ``etat_import`` when it rests on a word with no date (R-ETAT-04)."""

    statut: Statut
    etat_import: bool


def statut(
    certificat: Certificat, jour: date, seuil: date = SEUILS["reglementaire"]
) -> StatutAuJour:
    """Return where a certificate stands on the evening of ``jour`` (R-CYC-07).

    Dates prevail over the declared word: a certificate holds from its obtention to its end, both
    included. ``suspendu`` and ``retire`` have no date: they hold from obtention on, as import
    states, until the end for the first, for ever for the second. Before obtention, a signed
    contract makes ``en_cours``; before the contract, ``non_engage``; neither date, the declared
    word, else ``inconnu``. ``repute`` is told apart whatever the dates.
    """
    declared, obtained = certificat.statut_declare, certificat.date_obtention
    if declared == "repute":
        return StatutAuJour("repute", etat_import=True)
    signed = certificat.date_contrat
    waiting = obtained is None and (
        declared not in DETENUS or (signed is not None and signed > jour)
    )
    if waiting or (obtained is not None and obtained > jour):
        return _avant(certificat, jour)
    if declared == "retire":
        return StatutAuJour("retire", etat_import=True)
    end = validite(certificat, seuil).fin
    if end is not None and jour > end:
        return StatutAuJour("expire", etat_import=False)
    if declared == "suspendu":
        return StatutAuJour("suspendu", etat_import=True)
    return StatutAuJour("certifie", etat_import=obtained is None)


def _avant(certificat: Certificat, jour: date) -> StatutAuJour:
    """Return the status while no certificate is held."""
    declared, signed = certificat.statut_declare, certificat.date_contrat
    if signed is not None and signed > jour:
        return StatutAuJour("non_engage", etat_import=False)
    if certificat.date_obtention is None and declared == "refuse":
        return StatutAuJour("refuse", etat_import=True)
    if signed is not None:
        return StatutAuJour("en_cours", etat_import=False)
    word = SANS_DATE.get(declared)
    return StatutAuJour(word or "inconnu", etat_import=word is not None)
