"""The end of a bilan: free zones, method note, annexes (rules, completeness, rows read)."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, FreeZone, Method, PageBreak, Paragraph
from reportlib.sections import annexe, glossaire, remise
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import chapter
from reportlib.wording import Rich, counted, integer, joined, listed, rich, typographed

REGION = (
    "BA-01", "BA-02", "BA-03", "BA-04", "BA-05", "BA-06", "BA-07", "BA-08", "BA-09", "BA-09b",
    "BA-10", "BA-11", "BA-12", "BA-13", "BA-13b", "BA-14", "BA-14b", "BA-15", "BA-16", "BA-16b",
    "BA-17", "BA-17b", "BA-17c", "BA-18", "BA-19", "BA-20", "BA-20b", "BA-21", "BA-22", "BA-23",
    "BA-24", "BA-27", "QA-17", "QA-17b", "QA-17c", "QA-18", "RP-01", "RP-02", "RP-04", "RP-11",
)  # fmt: skip
ORGANISME = (
    "BA-01", "BA-02", "BA-03", "BA-04", "BA-05", "BA-07", "BA-10", "BA-12", "BA-15", "BA-16",
    "BA-16b", "BA-17", "BA-17b", "BA-17c", "BA-18", "BA-19", "BA-23", "BA-24", "BA-27", "CH-16",
    "CH-17", "CH-18", "CH-19", "CH-20", "CH-21", "RP-01", "RP-02",
)  # fmt: skip
"""Indicators cited in each bilan, for the annex of rules."""

USED = {
    "dossiers_ptp": (
        "date_depot", "date_commission", "decision_initiale", "motif_refus",
        "type_certification", "parcours_amenage", "positionnement_fourni",
        "statut_parcours", "certification_obtenue", "heures_prevues", "date_debut",
    ),
    "interventions": ("cause", "issue", "accord_stagiaire"),
    "ateliers": ("theme",),
    "propositions": ("date_etude", "modalites"),
    "participations": ("nb_personnes",),
    "suivi_parcours": ("reajustement",),
    "certificats_realisation": ("date_depot", "heures_centre"),
    "avenants": ("date_effet", "type_changement"),
    "controles": ("motif", "themes", "resultat"),
    "certificats_qualiopi": ("date_obtention", "date_fin"),
    "jurys_clea": ("candidatures", "certifies"),
}  # fmt: skip
"""Columns that the figures of the region's bilan rest on, by register."""


def perspectives(bilan: Bilan) -> Blocks:
    """Return chapter 10 of the region's bilan: the team's own words, or an empty frame."""
    zone = FreeZone(
        title="Perspectives de l’équipe"
        if bilan.edition.observations
        else "À compléter par le pôle Qualité des parcours",
        hint="" if bilan.edition.observations else "Trois priorités au plus, avec une échéance.",
        lines=2,
        markdown=bilan.edition.observations,
    )
    return chapter("Perspectives", zone)


def dialogue(bilan: Bilan) -> Blocks:
    """Return chapter 7 of an organisation's copy: three questions and room to write."""
    if bilan.bref:
        return Blocks()
    blocks: list[Block] = [Paragraph(text=question) for question in _questions(bilan)]
    if bilan.edition.observations:
        blocks.append(
            FreeZone(title="Observations de l’équipe", markdown=bilan.edition.observations)
        )
    blocks += [
        FreeZone(title="Notes de votre organisme", lines=1),
        FreeZone(title="Notes du pôle Qualité des parcours", lines=1),
    ]
    return chapter("Pour notre temps de dialogue", *blocks)


def _questions(bilan: Bilan) -> tuple[Rich, ...]:
    """The three questions, each with the number of the year that it bears on."""
    adapted, broken, refused = bilan.one("BA-07"), bilan.one("RP-01"), bilan.one("BA-05")
    share = (
        f"En {bilan.annee} : {integer(adapted.count)} sur {integer(adapted.base)}."
        if adapted.exact and adapted.base
        else "Aucun dossier renseigné dans l’année."
    )
    paths = (
        f"En {bilan.annee} : {counted(broken.count, 'rupture', none='aucune rupture')}."
        if broken.exact
        else ""
    )
    talks = (
        f"En {bilan.annee} : {counted(refused.count, 'échange')} pour "
        f"{counted(refused.base, 'refus', 'refus')} sur critère."
        if refused.exact and refused.base > 1
        else ""
    )
    return (
        rich("**Quelle part d’individualisation visons-nous ?** {s}", s=typographed(share)),
        rich("**Quels leviers ont sécurisé les parcours ?** {s}", s=typographed(paths)),
        rich("**Que changer dans nos échanges ?** {s}", s=typographed(talks)),
    )


def methode(bilan: Bilan) -> Blocks:
    """Return the method note of an organisation's copy: rows read, states, rules."""
    texts = [_rows_read(bilan)]
    if not bilan.bref:
        texts.append(annexe.signs())
        texts.append(
            rich(
                "Arrondi à une décimale ; intervalles de Wilson. La région, qui comprend votre "
                "organisme, n’est donnée que si au moins {n} autres y contribuent.",
                n=bilan.settings.confidentialite.seuil_organismes,
            )
        )
        texts.append(
            rich(
                "Règles, en entier dans la feuille « Règles » du classeur d’annexe : {r}.",
                r=", ".join(ORGANISME),
            )
        )
    return Blocks((Method(title="Méthode", texts=(joined(texts),)), annexe.controls(bilan)))


def annexes(bilan: Bilan) -> Blocks:
    """Return the annexes of the region's bilan."""
    return Blocks(
        (
            PageBreak(),
            *chapter("Annexe A. Règles de calcul", annexe.rules_table(REGION)),
            *chapter(
                "Annexe B. Lignes lues et complétude",
                annexe.rows_read(bilan),
                annexe.gaps(bilan, USED),
            ),
            *chapter(
                "Annexe C. Méthode",
                Method(
                    title="Méthode",
                    texts=(annexe.signs(), _rounding(), _intervals(), _withheld(bilan)),
                ),
            ),
            *chapter("Annexe D. Glossaire", glossaire.glossary()),
            *remise.controles(bilan),
            annexe.rules(REGION),
            annexe.controls(bilan),
        )
    )


def regles(bilan: Bilan) -> Blocks:
    """Return the rules behind an organisation's copy, for its annex: what each number counts."""
    return Blocks((annexe.rules(ORGANISME),))


def _rows_read(bilan: Bilan) -> Rich:
    """Rows of all registers read, in one sentence."""
    sheets = [s for s in bilan.dataset.report.sheets if s.register]
    return rich(
        "Registres lus : {n} dans les fichiers, dont {k}, {a} et {i} (titres, totaux, notes, "
        "lignes vides, doublons exacts).",
        n=counted(sum(s.rows for s in sheets), "ligne"),
        k=counted(sum(s.kept for s in sheets), "gardée"),
        a=counted(sum(s.set_aside for s in sheets), "mise à l’écart", "mises à l’écart"),
        i=counted(sum(sum(s.ignored.values()) for s in sheets), "ignorée"),
    )


def _rounding() -> Rich:
    return rich(
        "Arrondi au plus proche, à une décimale ; la somme de pourcentages peut faire 99,9 ou "
        "100,1. Une date postérieure à la fin de la période est ignorée, avec la valeur qu’elle "
        "date."
    )


def _intervals() -> Rich:
    return rich(
        "Intervalle à 95 % : méthode de Wilson. Il dit l’incertitude d’une part lue sur peu de "
        "cas ; il ne démontre aucune cause."
    )


def _withheld(bilan: Bilan) -> Rich:
    return rich(
        "Sont masqués les effectifs de 1 à {n} personnes par cause ou par motif, et ceux qui les "
        "feraient retrouver par différence. Ne le sont pas les actes du pôle : {a}.",
        n=bilan.settings.confidentialite.seuil_personnes - 1,
        a=listed(["ateliers", "total des interventions", "propositions"]),
    )
