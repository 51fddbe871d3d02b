"""The end of the charter's bilan: rules, completeness, signatories, detail for the team, method."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Method, PageBreak
from reportlib.indicators import indicator
from reportlib.rules.engagements import MESURES
from reportlib.sections import annexe, charte_detail, remise, signataires
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import chapter
from reportlib.wording import Rich, counted, rich

OTHERS = ("CH-07", "CH-22", "CH-23", "CH-31", "BA-08", "BA-10")
"""Indicators cited beside the measures of the engagements."""
USED = {
    "signataires": ("publie_site", "date_publication_site"),
    "propositions": ("date_contact", "date_etude", "date_retour", "permet_amenagement",
                     "retour_ingenierie_financiere", "modalites"),
    "dossiers_ptp": ("parcours_amenage", "concertation_prealable", "amenagement_valorise",
                     "motif_refus"),
    "echanges_refus": ("motif_precise", "attendus_partages", "reponse_reflechie"),
    "alertes": ("id_dossier", "origine_evenement"),
    "controles": ("motif", "id_alerte"),
    "temps_dialogue": ("volet_qualitatif", "volet_quantitatif", "leviers"),
    "interventions": ("leviers", "accord_stagiaire"),
    "demandes_bilan": ("date_demande", "date_remise"),
}  # fmt: skip
"""Columns that the numbers of the charter rest on."""


def region(bilan: Bilan) -> Blocks:
    """Return the annexes of the region's bilan; two more pages for the team's own copy."""
    cited = _cited(bilan)
    return Blocks(
        (
            PageBreak(),
            *chapter("Annexe A. Règles de calcul", annexe.rules_table(cited), _method(bilan)),
            *chapter(
                "Annexe B. Complétude et anomalies",
                annexe.rows_read(bilan),
                annexe.gaps(bilan, USED),
            ),
            *signataires.annexe(bilan),
            *charte_detail.annexe(bilan),
            *remise.controles(bilan),
            annexe.rules(cited),
            annexe.controls(bilan),
        )
    )


def organisme(bilan: Bilan) -> Blocks:
    """Return the method note of an organisation's copy; its rules stand in the workbook."""
    texts = (
        annexe.signs(charter=True),
        rich(
            "Une part est donnée à partir de 10 cas ; une valeur de la région, qui comprend votre "
            "organisme, si au moins {n} autres organismes y contribuent. Ce que compte chaque "
            "nombre : feuille « Règles » du classeur d’annexe.",
            n=bilan.settings.confidentialite.seuil_organismes,
        ),
        _read(bilan),
    )
    return Blocks(
        (
            Method(title="Méthode", texts=texts),
            annexe.rules(_cited(bilan)),
            annexe.controls(bilan),
        )
    )


def _cited(bilan: Bilan) -> tuple[str, ...]:
    """The indicators of the bilan; those not for an organisation are not in its copy."""
    names = tuple(dict.fromkeys((*MESURES, *OTHERS)))
    if bilan.organisme:
        return tuple(name for name in names if indicator(name).visible_of == "oui")
    return (*names, "CH-26c", "CH-27") if bilan.interne else names


def _method(bilan: Bilan) -> Block:
    texts = [
        annexe.signs(charter=True),
        rich(
            "Une part est commentée à partir de 10 cas ; ses intervalles à 95 % sont ceux de "
            "Wilson. Arrondi au plus proche, à une décimale."
        ),
    ]
    if bilan.interne:
        texts.append(rich("Exemplaire interne : aucun nombre n’est masqué."))
    else:
        texts.append(
            rich(
                "Sont masqués les effectifs de 1 à {n} personnes par motif de refus et les nombres "
                "qui portent sur moins de {k} organismes ; ne le sont pas les actes du pôle ni la "
                "liste des signataires.",
                n=bilan.settings.confidentialite.seuil_personnes - 1,
                k=bilan.settings.confidentialite.seuil_organismes,
            )
        )
    return Method(title="Méthode", texts=tuple(texts))


def _read(bilan: Bilan) -> Rich:
    sheets = [s for s in bilan.dataset.report.sheets if s.register]
    return rich(
        "Registres lus : {n}, dont {k} et {a}.",
        n=counted(sum(s.rows for s in sheets), "ligne"),
        k=counted(sum(s.kept for s in sheets), "gardée"),
        a=counted(sum(s.set_aside for s in sheets), "mise à l’écart", "mises à l’écart"),
    )
