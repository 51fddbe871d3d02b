"""Indicators on the quality team's activity: workshops, interventions, proposals studied."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.aggregation import REGIONAL
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, quarters, units
from reportlib.periods import Period
from reportlib.rules import activite, charte, etat
from reportlib.rules.interventions import MAINTIENS, visibles
from reportlib.settings import Settings

_FORMATS = {
    "webinaire": "webinaire",
    "groupe_de_travail": "groupe de travail",
    "rencontre_individuelle": "rencontre individuelle",
}
_STATUTS = {"annule": "annulé", "reporte": "reporté"}
_ISSUES = {"suspension": "suspension", "sans_suite": "sans suite", "en_cours": "en cours"}


def ateliers_animes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Workshops held in the period, one unit a workshop; they belong to the region."""
    inside = dataset["ateliers"].loc[lambda rows: period.contains(rows["date_atelier"])]
    held = inside.assign(id_of=REGIONAL, trimestre=quarters(inside["date_atelier"]))
    reason = raisons_a_part(held)
    return Units(
        units(held.loc[reason.isna()], "id_atelier", par=("theme", "trimestre", "modalite")),
        gathered(left_out(held.loc[reason.notna()], "id_atelier", reason.dropna())),
    )


def raisons_a_part(ateliers: pd.DataFrame) -> pd.Series:
    """Return why a row of ``ateliers`` is no workshop held (status, format); missing if it is."""
    return activite.statuts(ateliers).map(_STATUTS).fillna(activite.formats(ateliers).map(_FORMATS))


def situations(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Situations opened in the period, one unit a situation."""
    opened = dataset["interventions"].loc[lambda rows: period.contains(rows["date_ouverture"])]
    outcome = etat.issues(opened, period.end)
    seen = opened.assign(
        issue=outcome["issue"],
        etat_import_issue=outcome["etat_import"],
        mois=months(opened["date_ouverture"]),
    )
    return Units(
        units(seen, "id_intervention", visible_of=visibles(seen), par=("cause", "issue", "mois"))
    )


def maintenus(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Situations closed in the period by a maintenance or a rupture; kept on in the numerator."""
    every = dataset["interventions"]
    opened = (every["date_ouverture"] <= pd.Timestamp(period.end)).fillna(value=True)
    known = every.loc[opened | period.contains(every["date_cloture"])]
    issue = etat.issues(known, period.end)["issue"]
    closed = period.contains(known["date_cloture"])
    open_still = etat.connues(known["date_cloture"], period.end).isna()
    decided = closed & issue.isin((*MAINTIENS, "rupture"))
    undated = open_still & known["date_cloture"].isna() & issue.notna() & issue.ne("en_cours")
    reason = issue.map(_ISSUES).fillna("issue non renseignée")
    reason = reason.mask(open_still, "en cours").mask(undated, "issue non datée")
    aside = (closed & ~decided) | open_still
    base, apart = known.loc[decided], known.loc[aside]
    return Units(
        units(
            base,
            "id_intervention",
            numerateur=issue.loc[decided].isin(MAINTIENS),
            visible_of=visibles(base),
        ),
        gathered(left_out(apart, "id_intervention", reason.loc[aside], visible_of=visibles(apart))),
    )


def analysees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals studied in the period, one unit a proposal, whoever sent it."""
    propositions = dataset["propositions"]
    when = activite.dates_analyse(propositions, period.end)
    inside = period.contains(when)
    signed = dataset["signataires"] if dataset.has("signataires") else None
    status = charte.statuts_au(propositions["id_of"], when, signed, settings.charte)
    seen = propositions.assign(signataire=status, trimestre=quarters(when)).loc[inside]
    waiting = (
        period.contains(propositions["date_reception"])
        & when.isna()
        & activite.sources(propositions).ne("of")
    )
    stand_in = etat.connues(seen["date_etude"], period.end).isna().any()
    return Units(
        units(seen, "id_proposition", par=("modalites", "signataire", "trimestre")),
        gathered(left_out(propositions.loc[waiting], "id_proposition", "non analysée")),
        "Date d'étude vide : la date de retour est lue à sa place." if stand_in else "",
    )


BA_08 = Indicator(
    id="BA-08",
    libelle="Ateliers animés",
    definition="Ateliers tenus par le pôle Qualité des parcours.",
    formule="nombre d'ateliers distincts, statut = realise et format = atelier",
    unite="ateliers",
    kind="compte",
    engagement="TPGE",
    periode="date_atelier dans la période",
    cas_limites="Format vide : atelier ; statut vide : réalisé. Annulés et reportés exclus ; "
    "webinaires, groupes de travail et rencontres individuelles à part. Jamais masqué.",
    visible_of="region",
    source="Espace organisme de formation, « En 2023, notre pôle a animé 15 ateliers ! » "
    "(R-ACT-01)",
    origine="SEED",
    registres=("ateliers",),
    principal="ateliers",
    date_reference="date_atelier",
    ventilations=("theme", "trimestre", "modalite"),
    formula=ateliers_animes,
)

BA_10 = Indicator(
    id="BA-10",
    libelle="Situations d'intervention",
    definition="Situations de risque de rupture où le pôle est intervenu.",
    formule="nombre de situations distinctes ouvertes dans la période",
    unite="situations",
    kind="compte",
    engagement="TPGE",
    periode="date_ouverture dans la période",
    cas_limites="Plusieurs appels : une situation. Total régional jamais masqué ; par cause, « s » "
    "sous le seuil. Organisme : seulement avec l'accord du stagiaire (notre choix, R-ACT-03). "
    "Issue non datée : état à l'import.",
    visible_of="oui",
    source="Espace organisme de formation, « le pôle qualité des parcours est intervenu dans 56 "
    "situations » (R-ACT-01, R-ACT-04)",
    origine="SEED",
    registres=("interventions",),
    principal="interventions",
    date_reference="date_ouverture",
    ventilations=("cause", "issue", "mois"),
    sensibles=("cause",),
    formula=situations,
)

BA_11 = Indicator(
    id="BA-11",
    libelle="Issue des interventions",
    definition="Part des situations closes où la personne est restée dans son parcours.",
    formule="(maintien + maintien_amenage) / (maintien + maintien_amenage + rupture)",
    unite="%",
    kind="part",
    engagement="commun",
    periode="date_cloture dans la période",
    cas_limites="Suspension, sans suite et en cours hors base, affichées ; issue sans date de "
    "clôture : non datée, à part. Organisme : seulement avec l'accord du stagiaire.",
    visible_of="oui",
    source="Espace organisme de formation, « maintenir la personne dans son parcours et de ce "
    "fait, limiter la rupture »",
    origine="SEED",
    registres=("interventions",),
    principal="interventions",
    date_reference="date_cloture",
    formula=maintenus,
)

BA_12 = Indicator(
    id="BA-12",
    libelle="Propositions d'ingénierie analysées",
    definition="Propositions d'ingénierie étudiées, tous organismes.",
    formule="nombre de propositions distinctes avec date_etude dans la période",
    unite="propositions",
    kind="compte",
    engagement="TPGE",
    periode="date_etude dans la période",
    cas_limites="date_etude vide mais date_retour connue : repli sur date_retour, signalé ; ni "
    "l'une ni l'autre : non analysée, affichée. Jamais masqué. Plusieurs modalités par "
    "proposition : leur somme dépasse le total.",
    visible_of="oui",
    source="Espace organisme de formation, « analyser 3 propositions d'ingénieries » (R-ACT-01)",
    origine="SEED",
    registres=("propositions",),
    principal="propositions",
    date_reference="date_etude",
    dates_repli=("date_retour",),
    ventilations=("modalites", "signataire", "trimestre"),
    multiples=("modalites",),
    formula=analysees,
)

RP_11 = Indicator(
    id="RP-11",
    libelle="Interventions par cause",
    definition="Situations d'intervention selon la typologie des causes.",
    formule="situations de BA-10 par cause",
    unite="situations",
    kind="compte",
    engagement="TPGE",
    periode="date_ouverture dans la période",
    cas_limites="« s » sous le seuil hors usage interne ; le total BA-10 n'est pas masqué.",
    visible_of="region",
    source="Espace organisme de formation ; « Sécurisation des parcours », quatre causes "
    "(R-RUP-01)",
    origine="AJOUT",
    registres=("interventions",),
    principal="interventions",
    date_reference="date_ouverture",
    ventilations=("cause",),
    sensibles=("cause",),
    formula=situations,
)

INDICATORS = (BA_08, BA_10, BA_11, BA_12, RP_11)
