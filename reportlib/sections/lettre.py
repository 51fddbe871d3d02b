"""The half-page letter that comes with an organisation's copy of the charter's bilan."""

from __future__ import annotations

from reportlib.blocks import Blocks, Letter
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import hors_charte, jours, sa_signature
from reportlib.wording import Rich, day, rich, typographed


def organisme(bilan: Bilan) -> Blocks:
    """Return the letter, from a role to a role, last of the copy."""
    who, identite = bilan.organisme, bilan.settings.identite
    if who is None or hors_charte(bilan):
        return Blocks()
    edited = bilan.edition.shown_date
    letter = Letter(
        sender=(
            identite.emetteur,
            identite.equipe,
            *((identite.contact,) if identite.contact else ()),
        ),
        recipient=("À la direction de l’organisme", who.denomination),
        dated=f"Édité le {edited}" if edited[0].isdigit() else "",
        subject="bilan intermédiaire de la charte d’engagement",
        paragraphs=(
            rich("Madame, Monsieur,"),
            _premier(bilan),
            rich(
                "Il ne contient que vos lignes et des nombres de la région, sans aucun classement. "
                "Les zones libres attendent vos observations autant que les nôtres : nous les "
                "remplirons ensemble lors d’un temps de dialogue."
            ),
            rich(
                "Ce document de travail vous est remis dans le cadre de la charte ; toute "
                "communication reste limitée au partage des principes de fonctionnement et des "
                "bonnes pratiques."
            ),
            rich("Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées."),
        ),
        signature=typographed(f"Pour {identite.emetteur}, les chargées de projet qualité"),
    )
    return Blocks((letter,))


def _premier(bilan: Bilan) -> Rich:
    mine = sa_signature(bilan)
    signed = ", que vous avez signée le {s}" if mine else ""
    return rich(
        "Vous trouverez ci-joint le bilan intermédiaire de la charte d’engagement" + signed + ". "
        "Il porte sur la période {p} et montre, engagement par engagement, ce que chaque partie a "
        "fait.",
        s=day(mine.signee) if mine else "",
        p=jours(bilan),
    )
