"""The end of the charter's bilan: rules, completeness, signatories, detail for the team, method."""

from __future__ import annotations

from reportlib.blocks import (
    Block,
    Blocks,
    Column,
    Method,
    PageBreak,
    Paragraph,
    Row,
    Table,
    number,
    text,
)
from reportlib.indicators import completude, indicator
from reportlib.rules.engagements import MESURES
from reportlib.sections import annexe, charte_detail, remise, signataires
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import NAMES, chapter
from reportlib.wording import Rich, counted, decimal, integer, rich

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
FULL_ENOUGH = 80.0
"""Under this share of filled cells, the reader is warned (BA-26). [%]"""


def region(bilan: Bilan) -> Blocks:
    """Return the annexes of the region's bilan; two more pages for the team's own copy."""
    cited = _cited(bilan)
    return Blocks(
        (
            PageBreak(),
            *chapter("Annexe A. Règles de calcul", annexe.rules_table(cited), _method(bilan)),
            *chapter("Annexe B. Complétude et anomalies", annexe.rows_read(bilan), _gaps(bilan)),
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
        _states(),
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
        _states(),
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


def _states() -> Rich:
    return rich(
        "**s** : nombre couvert par le secret ; **s. o.** : sans objet, la base est vide ; "
        "**n. f.** : donnée non fournie ; **r. n. r.** : reconduction de la charte non "
        "renseignée. Aucun de ces signes ne vaut 0."
    )


def _read(bilan: Bilan) -> Rich:
    sheets = [s for s in bilan.dataset.report.sheets if s.register]
    return rich(
        "Registres lus : {n}, dont {k} et {a}.",
        n=counted(sum(s.rows for s in sheets), "ligne"),
        k=counted(sum(s.kept for s in sheets), "gardée"),
        a=counted(sum(s.set_aside for s in sheets), "mise à l’écart", "mises à l’écart"),
    )


def _gaps(bilan: Bilan) -> Block:
    """Columns under 80 % full, among those that the charter's numbers rest on (BA-26)."""
    rows = tuple(
        Row(
            cells=(
                text(NAMES[register]),
                text(str(column)),
                number(integer(filled), filled),
                number(integer(lines), lines),
                number(decimal(share), share),
            )
        )
        for register, columns in USED.items()
        if bilan.provided(register)
        for column, filled, lines, share in _filled(bilan, register, columns)
    )
    if not rows:
        said = rich("Les colonnes utilisées sont renseignées à 80 % au moins sur la période.")
        return Paragraph(text=said)
    return Table(
        title="Colonnes renseignées à moins de 80\u00a0%",
        unit="Lignes de la période où la valeur est attendue ou facultative",
        columns=(
            Column(label="Registre", width_mm=40),
            Column(label="Colonne"),
            Column(label="Renseignées", kind="num", width_mm=26),
            Column(label="Lignes", kind="num", width_mm=22),
            Column(label="Part (en\u00a0%)", kind="num", width_mm=24),
        ),
        rows=rows,
        dense=True,
    )


def _filled(
    bilan: Bilan, register: str, columns: tuple[str, ...]
) -> list[tuple[str, float, float, float]]:
    """Column, filled, lines, share of the columns that are not full enough."""
    table = completude(bilan.dataset, register, bilan.period)
    wanted = table["colonne"].isin(columns) & table["lignes"].gt(0) & table["part"].lt(FULL_ENOUGH)
    kept = table.loc[wanted, ["colonne", "renseignees", "lignes", "part"]]
    return list(kept.itertuples(index=False, name=None))
