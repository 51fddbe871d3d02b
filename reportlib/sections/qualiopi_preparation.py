"""Chapter 5: what applies to whom, how long and how much, when, and subcontracting."""

from __future__ import annotations

from functools import cache

from reportlib.blocks import (
    Block,
    Blocks,
    Cell,
    Column,
    Heading,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.indicators.qualiopi_profils import profils
from reportlib.rules.duree_audit import Demande, duree
from reportlib.rules.rnq_profils import PROFIL_MINIMAL_PTP, Profil, indicateurs_applicables
from reportlib.sections import qualiopi_couts, qualiopi_cycle
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles_qualiopi import TYPES_AUDIT
from reportlib.sections.qualiopi_cycle import DIAPORAMA
from reportlib.sections.qualiopi_nombres import cite, decimale, entier, reference, remarques
from reportlib.sections.tournures import chapter, source
from reportlib.wording import Rich, counted, integer, rich, typographed

TITRE = "Se préparer"
EXEMPLES = (
    (
        "2 500 000 € de chiffre d’affaires, 17 établissements, formation, bilan et VAE",
        Demande(
            type_audit="initial",
            ca=2_500_000,
            categories=frozenset({"formation", "bilan", "vae"}),
            nb_sites=17,
        ),
    ),
    (
        "300 000 € de chiffre d’affaires, un établissement, formation et VAE, titulaire Cnefop",
        Demande(
            type_audit="initial",
            ca=300_000,
            categories=frozenset({"formation", "vae"}),
            cnefop=True,
        ),
    ),
)
"""The two examples of the slides (initial audits)."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: profiles, lengths, costs, cycle, subcontracting."""
    return chapter(
        TITRE,
        _profiles(),
        Paragraph(text=_ptp()),
        Heading(level=3, text="Durée et coût"),
        _lengths(),
        *_observed(bilan),
        qualiopi_couts.indicatif(),
        *qualiopi_cycle.region(bilan),
    )


def _profiles() -> Table:
    """QA-24: indicators that apply, by profile."""
    columns = ("indicateurs", "fondamentaux", "ponderables", "audites_cnefop")
    table = profils()
    rows = tuple(
        Row(
            cells=(
                text(str(row["profil"])),
                *(entier(row[one], reference("QA-24", str(row["profil"]), one)) for one in columns),
                text(_origin(str(row["source"]))),
            )
        )
        for _, row in table.iterrows()
    )
    return Table(
        title="Nombre d’indicateurs par profil",
        unit="Indicateurs applicables, sur 32",
        columns=(
            Column(label="Profil"),
            Column(label="Indicateurs", kind="num", width_mm=20),
            Column(label="dont fondamentaux", kind="num", width_mm=24),
            Column(label="dont pondérables", kind="num", width_mm=22),
            Column(label="audités si Cnefop", kind="num", width_mm=20),
            Column(label="Source", width_mm=30),
        ),
        rows=rows,
        notes=(
            rich(
                "Plusieurs catégories : l’union des indicateurs. L’absence d’abandon ne rend "
                "jamais l’indicateur 12 sans objet. « Audités si Cnefop » : audit initial d’un "
                "titulaire d’une certification reconnue par le Cnefop."
            ),
        ),
        source=typographed(f"{DIAPORAMA} ; guide de lecture du ministère, V9 du 8 janvier 2024."),
        dense=True,
    )


def _origin(source_: str) -> str:
    return "Guide V9" if source_.startswith("guide") else "Diaporama 2021"


def _ptp() -> Rich:
    """The profile of an organisation paid in a PTP."""
    least = len(indicateurs_applicables(PROFIL_MINIMAL_PTP))
    placed = len(indicateurs_applicables(Profil(**{**vars(PROFIL_MINIMAL_PTP), "stage": True})))
    return rich(
        "Les formations d’un projet de transition professionnelle sont certifiantes : un organisme "
        "financé relève d’au moins **{n}**, {m} avec un stage en entreprise.",
        n=counted(least, "indicateur"),
        m=integer(placed),
    )


@cache
def _estimates() -> tuple[tuple[str, float, str], ...]:
    """Each example with its length [days] and the sum that gives it."""
    found = [(words, duree(asked)) for words, asked in EXEMPLES]
    return tuple((words, one.jours, one.phrase) for words, one in found)


def _lengths() -> Table:
    rows = tuple(
        Row(
            cells=(
                text(cite(words)),
                text(typographed(phrase.rpartition(" = ")[0] or phrase)),
                decimale(days, reference("QA-19", f"exemple {rank}", "jours")),
            )
        )
        for rank, (words, days, phrase) in enumerate(_estimates(), start=1)
    )
    return Table(
        title="Durée d’un audit initial, deux exemples",
        unit=typographed("Jours : base + catégories + sites visités × 0,5"),
        columns=(
            Column(label="Organisme"),
            Column(label="Calcul", width_mm=56),
            Column(label="Jours", kind="num", width_mm=16),
        ),
        rows=rows,
        notes=(
            rich(
                "Sites visités : racine carrée du nombre de sites, à l’entier le plus proche. "
                "Estimation ; la durée est celle du contrat avec le certificateur. Un barème non "
                "publié n’est pas inventé : « bilan qualiopi duree » le dit."
            ),
        ),
        source=typographed(f"{DIAPORAMA} ; arrêté du 6 juin 2019, articles 4, 6 et 10."),
        dense=True,
    )


def _observed(bilan: Bilan) -> list[Block]:
    """Lengths and prices of the period's audits, beside the estimates (QA-19b, QA-20b)."""
    if not bilan.provided("audits_qualiopi"):
        return []
    lengths = bilan.figures.grouped("QA-19b", "type_audit")
    prices = bilan.figures.grouped("QA-20b", "type_audit")
    kinds = [kind for kind in TYPES_AUDIT if kind in lengths or kind in prices]
    if not kinds:
        return []
    rows = tuple(
        Row(
            cells=(
                text(TYPES_AUDIT[kind]),
                *_mean(lengths.get(kind), bilan.figures.zero("QA-19b", type_audit=kind)),
                *_mean(prices.get(kind), bilan.figures.zero("QA-20b", type_audit=kind)),
            )
        )
        for kind in kinds
    )
    table = Table(
        title="Durée et coût observés des audits de la période",
        unit=typographed("Moyennes des audits qui les renseignent ; jours, et euros hors taxes"),
        columns=(
            Column(label="Type d’audit"),
            Column(label="Durée moyenne", kind="num", width_mm=26),
            Column(label="Audits", kind="num", width_mm=22),
            Column(label="Coût moyen", kind="num", width_mm=26),
            Column(label="Audits", kind="num", width_mm=22),
        ),
        rows=rows,
        notes=remarques([*lengths.values(), *prices.values()]),
        source=source("audits_qualiopi"),
        dense=True,
    )
    return [table]


def _mean(figure: Figure | None, none: Figure) -> tuple[Cell, Cell]:
    """A mean and the audits that it rests on."""
    shown = figure or none
    if figure is None:
        return (
            entier(None, shown.ref("taux"), "sans_objet"),
            entier(0, shown.ref("base")),
        )
    return (shown.cell, shown.base_cell)
