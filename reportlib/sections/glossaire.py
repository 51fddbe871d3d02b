"""A short glossary: the words of the annual bilan that a reader from elsewhere may not know."""

from __future__ import annotations

from reportlib.blocks import Column, Row, Table, text
from reportlib.wording import typographed

WORDS = (
    ("PTP", "Projet de transition professionnelle : formation certifiante financée, sur un congé."),
    ("Organisme actif", "Organisme de formation qui a au moins un dossier accordé dans l’année."),
    ("Signataire", "Organisme qui a signé la charte d’engagement de Transitions Pro Grand Est."),
    ("Commission", "Commission paritaire d’instruction : elle décide des dossiers."),
    ("Dossier décidé", "Accordé ou refusé ; ajournés et irrecevables n’en sont pas."),
    ("Positionnement", "Évaluation des acquis avant la formation, d’où part le parcours."),
    ("Parcours individualisé", "Parcours aménagé : durée, contenu, rythme ou lieux adaptés."),
    ("Intervention", "Situation de parcours où le pôle intervient, avec l’accord du stagiaire."),
    ("Rupture", "Fin anticipée et définitive d’un parcours ; une suspension n’en est pas une."),
    ("Certificat de réalisation", "Heures réalisées, déclarées chaque mois par l’organisme."),
    ("Contrôle qualité", "Échange sur le déroulement ; ni audit Qualiopi, ni service fait."),
    ("Qualiopi", "Certification des organismes de formation sur le référentiel national (RNQ)."),
    ("Réputé certifié", "Organisme que la loi tient pour certifié, sans certificat."),
    ("CléA", "Certificat de connaissances et de compétences professionnelles de base."),
)
"""Word, and what it means here; homonyms are told apart. Source: the team's glossary."""


def glossary() -> Table:
    """Return the glossary as a table of the annexes."""
    return Table(
        title="Mots de ce bilan",
        columns=(Column(label="Mot", width_mm=42), Column(label="Sens")),
        rows=tuple(Row(cells=(text(word), text(typographed(sense)))) for word, sense in WORDS),
        dense=True,
    )
