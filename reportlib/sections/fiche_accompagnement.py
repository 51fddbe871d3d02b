"""The self-assessment sheet of the support of trainees: its head, its end, whether it is blank."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import Block, Blocks, Confidential, Paragraph, Tile, Tiles
from reportlib.rules.accompagnement import charte
from reportlib.sections import documents
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import tuile
from reportlib.sections.figure import Figure
from reportlib.sections.titre import titre
from reportlib.sections.tournures import beside, missing
from reportlib.wording import agreed, counted, integer, points, rich, signed, typographed

TITLE = "Autoévaluation de l’accompagnement"
REGISTERS = ("organismes", "autoevaluations", "dossiers_ptp")
RULES = ("AC-01", "AC-02", "AC-03", "AC-04", "AC-06", "AC-08", "RP-02")


def vierge(bilan: Bilan) -> bool:
    """Return True when the organisation gave no answer in the period: its sheet is to fill in."""
    return not bilan.one("AC-01").count


def entete(bilan: Bilan) -> Blocks:
    """Return the title block, the frame of confidentiality, what the tool is, key figures."""
    title = titre(
        bilan, f"{TITLE} {bilan.annee}", TITLE.lower(), lus=documents.fichiers(bilan, REGISTERS)
    )
    confidential = Confidential(
        title="Document de travail.",
        text=rich(
            "Remis à l’organisme ; il ne contient que vos lignes et des nombres de la région, il "
            "ne classe pas les organismes. {mention}",
            mention=typographed(charte()["mention"]),
        ),
    )
    return Blocks((title, confidential, *_key(bilan)))


def fin(bilan: Bilan) -> Blocks:
    """Return the team's words if any, the method, the rules of the annex."""
    least = bilan.settings.confidentialite.seuil_organismes
    return documents.fin(
        bilan,
        RULES,
        "Niveaux déclarés ; échelle proposée par nous ; « s. o. » et sans réponse hors moyenne. "
        f"Région : montrée si au moins {least} autres organismes y contribuent.",
    )


def _key(bilan: Bilan) -> tuple[Block, ...]:
    """Five key figures; a line instead for a sheet to fill in."""
    if not bilan.provided("autoevaluations"):
        return (missing("autoevaluations"), Paragraph(text=rich(_TO_FILL)))
    if vierge(bilan):
        none = "Votre organisme n’a pas répondu à l’autoévaluation en {a}. "
        return (Paragraph(text=rich(none + _TO_FILL, a=bilan.annee)),)
    return (_tiles(bilan),)


_TO_FILL = (
    "Cette fiche est à remplir : cochez un niveau par item, puis écrivez votre plan d’action."
)


def _tiles(bilan: Bilan) -> Tiles:
    """Five key figures; the first one alone says the lines set aside, which are the same ones."""
    answered = bilan.one("AC-01")
    level, done, proved, gap = (
        replace(bilan.one(i), lost=0) for i in ("AC-03", "AC-04", "AC-08", "AC-06")
    )
    return Tiles(
        columns=5,
        items=(
            replace(
                tuile(
                    bilan,
                    answered,
                    agreed(answered.count, "item renseigné", "items renseignés"),
                    f"sur {integer(answered.base)}",
                ),
                value=integer(answered.count),
                number=float(answered.count),
                ref=answered.ref("nombre"),
            ),
            tuile(bilan, level, "niveau moyen", _given(level), beside(bilan, "AC-03")),
            tuile(
                bilan,
                done,
                "d’items effectifs" if not done.small else "items effectifs",
                f"{integer(done.count)} sur {counted(done.base, 'niveau donné', 'niveaux donnés')}"
                if done.exact
                else "aucun niveau donné",
                beside(bilan, "AC-04"),
            ),
            tuile(
                bilan,
                proved,
                "d’items avec preuve" if not proved.small else "items avec preuve",
                f"{integer(proved.count)} sur {counted(proved.base, 'noté')} 2 ou 3"
                if proved.exact
                else "aucun item noté 2 ou 3",
                beside(bilan, "AC-08"),
            ),
            _progress(bilan, gap),
        ),
    )


def _given(level: Figure) -> str:
    if not level.exact:
        return "aucun niveau donné"
    return f"de 0 à 3, {counted(level.base, 'niveau', 'niveaux')}"


def _progress(bilan: Bilan, gap: Figure) -> Tile:
    """The mean gap with the campaign before, with its sign."""
    if not gap.exact or gap.value is None:
        return tuile(bilan, gap, "point de progression", "pas d’item commun")
    size = signed(gap.value, 1)
    label = f"{points(gap.value).removeprefix(size).strip()} de progression"
    items = f"sur {counted(gap.base, 'item commun', 'items communs')}"
    return replace(tuile(bilan, gap, label, items), value=size)
