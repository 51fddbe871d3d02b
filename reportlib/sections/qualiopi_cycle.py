"""Chapter 5, when things fall due in a certificate's life, and who answers for subcontractors."""

from __future__ import annotations

from reportlib.blocks import Block, Column, Heading, Note, Paragraph, Row, Table, text
from reportlib.sections.bilan import Bilan
from reportlib.wording import rich, typographed

DIAPORAMA = "« Matinales de la Qualité », juin 2021"
_LECTURES = {
    "reglementaire": "avant le 1er janvier 2021 (décret n° 2020-894)",
    "seed": "avant le 1er janvier 2022 (diaporama de juin 2021)",
}


def region(bilan: Bilan) -> tuple[Block, ...]:
    """Return the cycle and its dates, three years or four, subcontracting."""
    return (
        Heading(level=3, text="Le cycle et ses échéances"),
        _cycle(bilan),
        _four_years(bilan),
        Heading(level=3, text="Sous-traitance et co-traitance"),
        *_subcontracting(),
    )


def _cycle(bilan: Bilan) -> Table:
    choix = bilan.settings.choix
    steps = (
        ("Démarche, jusqu’au certificat", "de deux à six mois en général", DIAPORAMA),
        ("Certificat", "trois ans ; quatre pour les premiers (voir ci-dessous)", DIAPORAMA),
        (
            "Audit de surveillance",
            "du 14e au 22e mois après l’obtention ; jusqu’au 28e si elle précède le 1er janvier "
            "2021",
            "arrêté du 6 juin 2019, article 2 ; arrêté du 24 juillet 2020",
        ),
        (
            "Non-conformité majeure",
            "trois mois pour la lever, un mois de plus pour la vérifier",
            "arrêté du 31 mai 2023",
        ),
        ("Non-conformité mineure", "six mois, vérifiée à l’audit suivant", DIAPORAMA),
        (
            "Information sur le renouvellement",
            f"{choix.alerte_renouvellement_mois} mois avant la fin",
            "choix de l’équipe",
        ),
        (
            "Dernière date sûre de l’audit de renouvellement",
            f"{choix.limite_renouvellement_mois} mois avant la fin",
            "questions et réponses du ministère, 6.1",
        ),
        (
            "Audit d’extension",
            "à tout moment ; ne prolonge pas le certificat",
            DIAPORAMA,
        ),
    )
    return Table(
        title="Le cycle du certificat",
        columns=(
            Column(label="Étape", width_mm=48),
            Column(label="Quand"),
            Column(label="Source", width_mm=52),
        ),
        rows=tuple(Row(cells=tuple(text(typographed(one)) for one in step)) for step in steps),
        dense=True,
    )


def _four_years(bilan: Bilan) -> Note:
    chosen = _LECTURES[bilan.settings.choix.derogation_4_ans]
    return Note(
        title="Trois ou quatre ans",
        text=rich(
            typographed(
                "Les sources se contredisent pour les certificats obtenus en 2021 : le diaporama "
                "de juin 2021 donne quatre ans avant le 1er janvier 2022, le décret n° 2020-894 "
                "avant le 1er janvier 2021. Lecture retenue ici : quatre ans {c}. La date de fin "
                "écrite sur le certificat prime toujours sur le calcul."
            ),
            c=chosen,
        ),
    )


def _subcontracting() -> tuple[Paragraph, ...]:
    """R-RNQ-11 to R-RNQ-13, in words."""
    said = (
        "**Sous-traitance totale.** L’audit porte sur tous les indicateurs applicables, pas "
        "seulement le 27. Le sous-traitant n’est pas audité : le donneur d’ordre apporte les "
        "preuves et répond du respect du référentiel. Un manquement du sous-traitant est une "
        "non-conformité majeure sur l’indicateur 27.",
        "**Sous-traitant, porté, co-traitant.** Un sous-traitant ou un salarié porté n’a pas "
        "d’obligation formelle d’être certifié ; un sous-traitant a un numéro de déclaration "
        f"d’activité actif. En co-traitance, tous sont certifiés. Source : {DIAPORAMA}.",
    )
    return tuple(Paragraph(text=rich(typographed(one))) for one in said)
