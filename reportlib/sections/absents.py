"""Chapters whose registers this version does not read yet: they stay, in one line each."""

from __future__ import annotations

from reportlib.blocks import Blocks
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import chapter, missing

LIFE = ("certificats_realisation", "avenants")
QUALITY = ("controles", "certificats_qualiopi")


def vie_des_dossiers(bilan: Bilan) -> Blocks:
    """Return chapter 6 of the region's bilan: certificates of attendance, amendments."""
    return _absent(bilan, "La vie des dossiers", *LIFE)


def qualite(bilan: Bilan) -> Blocks:
    """Return chapter 7 of the region's bilan: controls, Qualiopi coverage."""
    return _absent(bilan, "La qualité", *QUALITY)


def clea(bilan: Bilan) -> Blocks:
    """Return chapter 8 of the region's bilan: CléA juries."""
    return _absent(bilan, "CléA", "jurys_clea")


def vos_certificats(bilan: Bilan) -> Blocks:
    """Return chapter 5 of an organisation's copy."""
    return _absent(bilan, "Vos certificats et vos calendriers", *LIFE)


def votre_qualiopi(bilan: Bilan) -> Blocks:
    """Return chapter 6 of an organisation's copy."""
    return _absent(bilan, "Votre certification Qualiopi", "certificats_qualiopi")


def _absent(bilan: Bilan, title: str, *registers: str) -> Blocks:
    if bilan.bref:
        return Blocks()
    return chapter(title, missing(*registers))
