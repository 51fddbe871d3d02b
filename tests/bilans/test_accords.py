"""What a sentence says of a number agrees with it, and with the team's own settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportlib.blocks import Blocks, Tiles
from reportlib.sections import qualiopi_entete, qualiopi_non_conformites
from reportlib.sections.bilan import Bilan, jusqu_au, ouvrir_region
from reportlib.settings import Choix, Confidentialite
from tests.bilans.conftest import SAMPLE
from tests.bilans.test_typography import plain, texts


def until(day: str) -> Bilan:
    """The sample's region up to a day."""
    return ouvrir_region(annee=jusqu_au(day), donnees=str(SAMPLE / "registres"))


def words(blocks: Blocks) -> str:
    """Every text of blocks, with plain spaces."""
    found = " ".join(text for block in blocks for text in texts(plain(block.record())))
    return found.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("months", "said"),
    [(6, "à échéance à six mois"), (8, "à échéance à huit mois"), (12, "à échéance à 12 mois")],
)
def test_the_delay_of_the_due_certificates_is_the_setting(months: int, said: str) -> None:
    bilan = until("2021-12-31")
    choix = Choix(alerte_renouvellement_mois=months)
    bilan = replace(bilan, settings=replace(bilan.settings, choix=choix))
    tiles = next(b for b in qualiopi_entete.region(bilan) if isinstance(b, Tiles))
    assert sum(said in tile.label for tile in tiles.items) == 1


@pytest.mark.parametrize(("least", "said"), [(5, "cinq"), (8, "huit"), (20, "20")])
def test_too_few_audited_organisations_are_told_by_the_setting(least: int, said: str) -> None:
    bilan = until("2019-12-31")
    secrecy = Confidentialite(seuil_organismes=least)
    bilan = replace(bilan, settings=replace(bilan.settings, confidentialite=secrecy))
    assert f"de moins de {said} organismes" in words(qualiopi_non_conformites.region(bilan))
