"""The note on the prevention of ruptures: its head and its end."""

from __future__ import annotations

from reportlib.blocks import Blocks, Tiles
from reportlib.sections import documents
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import tuile
from reportlib.sections.titre import titre
from reportlib.sections.tournures import base_of, last_year
from reportlib.wording import agreed

TITLE = "Prévention des ruptures"
REGISTERS = (
    "dossiers_ptp", "checklists", "groupes_parole", "alertes", "interventions", "bonnes_pratiques",
)  # fmt: skip
RULES = (
    "RP-01", "RP-02", "RP-03", "RP-04", "RP-05", "RP-06", "RP-06b", "RP-07", "RP-08", "RP-09",
    "RP-09b", "RP-10", "RP-13", "RP-14", "RP-15b",
)  # fmt: skip


def entete(bilan: Bilan) -> Blocks:
    """Return the title block and four key figures: two pages leave no room to say them twice."""
    title = titre(
        bilan, f"{TITLE} {bilan.annee}", TITLE.lower(), lus=documents.fichiers(bilan, REGISTERS)
    )
    return Blocks((title, _tiles(bilan)))


def fin(bilan: Bilan) -> Blocks:
    """Return the team's words if any, the method, the rules of the annex."""
    return documents.fin(
        bilan,
        RULES,
        "Un intervalle à 95 % dit l'imprécision d'un taux sur peu de cas ; il ne dit rien d'une "
        "cause. Moins de 10 dans la base : nombres seuls. Sont masqués les effectifs de 1 à "
        f"{bilan.settings.confidentialite.seuil_personnes - 1} personnes par cause ou par frein.",
    )


def _tiles(bilan: Bilan) -> Tiles:
    broken, cohort = bilan.one("RP-01"), bilan.one("RP-02")
    flow, covered = bilan.one("RP-03"), bilan.one("RP-07")
    return Tiles(
        columns=4,
        items=(
            tuile(
                bilan,
                broken,
                agreed(broken.count, "parcours rompu", "parcours rompus")
                if broken.count
                else "parcours rompus",
                "dans l’année",
                last_year(bilan, "RP-01"),
            ),
            tuile(
                bilan,
                cohort,
                "de ruptures dans la cohorte",
                base_of(cohort, "parcours entré", "entré dans l’année", "entrés dans l’année"),
                last_year(bilan, "RP-02"),
            ),
            tuile(
                bilan,
                flow,
                "de ruptures dans le flux",
                base_of(flow, "parcours présent", "présent dans l’année", "présents dans l’année"),
                last_year(bilan, "RP-03"),
            ),
            tuile(
                bilan,
                covered,
                "d’entrées après une check-list",
                base_of(covered, "parcours entré", "entrée de l’année", "entrées de l’année"),
                last_year(bilan, "RP-07"),
            ),
        ),
    )
