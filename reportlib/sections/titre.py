"""The head that every bilan shares: its title block, the mention and the frame of a copy."""

from __future__ import annotations

from reportlib.blocks import Confidential, Title
from reportlib.sections.bilan import Bilan
from reportlib.wording import rich, span_of_days, typographed

MENTION = typographed(
    "Document de travail remis à l’organisme dans le cadre de la charte ; toute communication "
    "reste limitée au partage des principes de fonctionnement et des bonnes pratiques."
)
"""What every page of an organisation's copy says (R-CH-10)."""
SOURCES = typographed(
    "Sources : registres du pôle Qualité des parcours ; règles de calcul en annexe."
)
"""What every page of a region's bilan says."""


def titre(
    bilan: Bilan,
    title: str,
    *topics: str,
    perimetre: str = "tous les organismes de formation",
    lus: str | None = None,
) -> Title:
    """Return the title block that bilans have in common; each replaces what it says otherwise.

    Parameters
    ----------
    topics
        Key words, before the year and the region.
    perimetre
        Whom a region's bilan is about; a copy is about its organisation.
    lus
        Files read, when they are not those of all the registers.
    """
    who, identite = bilan.organisme, bilan.settings.identite
    days = span_of_days(bilan.period.start, bilan.period.end)
    subject = who.denomination if who else f"Région {identite.region}, {perimetre}"
    edited = bilan.edition.shown_date
    return Title(
        title=title,
        subject=subject,
        period=days[0].upper() + days[1:],
        issuer=identite.emetteur,
        team=identite.equipe,
        identity=(
            ("Édité le" if edited[0].isdigit() else "Édition", edited),
            ("Version", bilan.edition.shown_version),
            ("Fichiers lus", bilan.lus if lus is None else lus),
        ),
        running=f"{title}, {who.denomination if who else f'région {identite.region}'}",
        footer=MENTION if who else SOURCES,
        description=f"{title}\u00a0: {subject}, {days}",
        keywords=(*topics, bilan.annee, identite.region),
        compact=True,
    )


def confidentiel() -> Confidential:
    """Return the frame at the head of an organisation's copy."""
    return Confidential(
        title="Document de travail.",
        text=rich(
            "Remis à l’organisme dans le cadre de la charte. Toute communication reste limitée au "
            "partage des principes de fonctionnement et des bonnes pratiques. Il ne contient que "
            "vos lignes et des nombres de la région ; il ne classe pas les organismes."
        ),
    )
