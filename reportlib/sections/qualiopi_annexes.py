"""Annexes of the Qualiopi report: the standard, the rules, the sources and their dates."""

from __future__ import annotations

from reportlib.blocks import (
    Blocks,
    Column,
    FreeZone,
    Heading,
    Method,
    PageBreak,
    Row,
    Table,
    text,
)
from reportlib.indicators.qualiopi_citations import REPERE_CNEFOP
from reportlib.indicators.qualiopi_nationales import BASES_CITEES, releves
from reportlib.rules.rnq import criteres, referentiel
from reportlib.sections import annexe
from reportlib.sections.bilan import Bilan
from reportlib.sections.qualiopi_nombres import cite
from reportlib.sections.tournures import chapter
from reportlib.wording import day, integer, rich, typographed

CITES = (
    "QA-01", "QA-02", "QA-03", "QA-03b", "QA-04", "QA-09", "QA-11", "QA-12", "QA-13", "QA-14",
    "QA-15", "QA-15c", "QA-16", "QA-17", "QA-17b", "QA-17c", "QA-18", "QA-19b", "QA-20b", "QA-21",
    "QA-22", "QA-25",
)  # fmt: skip
"""Indicators cited in the report."""
PROFILS = {"formation": "AF", "bilan": "BC", "vae": "VAE", "apprentissage": "CFA"}
CONDITIONS = {
    "certifiante": "certifiante",
    "alternance": "alternance",
    "situation_de_travail": "en entreprise",
}


def observations(bilan: Bilan) -> Blocks:
    """Return the team's own words; nothing when there are none."""
    if not bilan.edition.observations:
        return Blocks()
    zone = FreeZone(title="Ce que retient l’équipe", markdown=bilan.edition.observations)
    return chapter("Observations", zone)


def region(bilan: Bilan) -> Blocks:
    """Return the annexes: standard, rules, sources, rows read, method."""
    return Blocks(
        (
            PageBreak(),
            *chapter("Annexe A. Le référentiel national qualité", _standard()),
            *chapter("Annexe B. Règles de calcul", annexe.rules_table(CITES)),
            *chapter("Annexe C. Sources et dates", _sources(bilan)),
            Heading(level=3, text="Lignes lues"),
            annexe.rows_read(bilan),
            *chapter("Annexe D. Méthode", _method(bilan)),
            annexe.rules(CITES),
            annexe.controls(bilan),
        )
    )


def _standard() -> Table:
    """The 32 indicators."""
    rows = tuple(
        Row(
            cells=(
                text(str(one.numero)),
                text(typographed(one.intitule)),
                text(str(one.critere)),
                text(_applies(one.categories, one.condition, specific=one.specifique)),
                text("oui" if one.fondamental else "–"),
                text("oui" if one.cnefop else "–"),
                text(str(one.rang_afnor or "–")),
            )
        )
        for one in referentiel()
    )
    return Table(
        title="Les 32 indicateurs",
        unit=typographed(
            "AF : action de formation ; BC : bilan de compétences ; VAE ; CFA : apprentissage"
        ),
        columns=(
            Column(label="N°", width_mm=8),
            Column(label="Indicateur"),
            Column(label="Critère", width_mm=12),
            Column(label="S’applique à", width_mm=33),
            Column(label="Majeure", width_mm=13),
            Column(label="Cnefop", width_mm=13),
            Column(label="Afnor", width_mm=10),
        ),
        rows=rows,
        notes=(
            rich(
                "Majeure : indicateur fondamental, toute non-conformité y est majeure. Critères : "
                + ", ".join(f"{c.numero} {c.phase.lower()}" for c in criteres())
                + ". Cnefop : indicateur commun que garde l’audit initial aménagé, avec les "
                "indicateurs spécifiques applicables. Afnor : rang parmi les dix non-conformités "
                "les plus citées, printemps 2021."
            ),
        ),
        source=typographed(
            "guide de lecture, V9 (intitulés abrégés) ; arrêté du 6 juin 2019 ; diaporama de 2021."
        ),
        dense=True,
        long=True,
    )


def _applies(categories: frozenset[str], condition: str, *, specific: bool) -> str:
    """« tous », or the categories, with what a training action must be."""
    if not specific:
        return "tous"
    named = ", ".join(word for name, word in PROFILS.items() if name in categories)
    return f"{named} ({CONDITIONS.get(condition, condition)})" if condition else named


def _sources(bilan: Bilan) -> Table:
    """Every source of a number that our registers do not hold, with its date."""
    rows = []
    if bilan.provided("certifications_nationales"):
        read = releves(bilan.dataset, bilan.period.end)
        rows += [(day(row["date"]), cite(str(row["source"]))) for _, row in read.iterrows()]
    rows += [
        (day(one.date), cite(f"{one.source} : base de {integer(one.effectif)}, {one.nom}"))
        for one in BASES_CITEES
        if one.date <= bilan.period.end
    ]
    rows.append((str(REPERE_CNEFOP.annee), cite(f"{REPERE_CNEFOP.source} : repère Cnefop")))
    rows.append(("juin 2021", cite("« Matinales de la Qualité », Transitions Pro Occitanie : "
                                   "86 répondants, 56 certifiés ; Top 10 Afnor ; coûts ; deux "
                                   "exemples de durée")))  # fmt: skip
    return Table(
        title="Sources des nombres extérieurs à nos registres",
        unit="Aucun de ces nombres ne vient de Transitions Pro Grand Est",
        columns=(Column(label="Date du nombre", width_mm=34), Column(label="Source")),
        rows=tuple(Row(cells=(text(when), text(words))) for when, words in rows),
        dense=True,
    )


def _method(bilan: Bilan) -> Method:
    least = bilan.settings.confidentialite.seuil_organismes - 1
    words = (
        "État au soir du {fin} : une date postérieure est ignorée, avec la valeur qu’elle date. Un "
        "organisme compte une fois, sous son meilleur statut.",
        "Intervalles à 95 % : méthode de Wilson ; sous 10 cas, des nombres et pas de pourcentage. "
        "Arrondi au plus proche, à une décimale.",
        "Sont masqués les nombres de 1 à {n} organismes, et ceux qui les feraient retrouver par "
        "différence. Ce qui est public (chiffres nationaux, liste officielle) ne l’est pas.",
        "Un nombre national est montré tel que sa source le donne ; deux sources ne sont jamais "
        "fondues.",
    )
    return Method(
        title="Méthode",
        texts=(
            annexe.signs(),
            *(rich(typographed(one), fin=day(bilan.period.end), n=integer(least)) for one in words),
        ),
    )
