"""One page of counts, for an organisation with fewer than five files in the year."""

from __future__ import annotations

from reportlib.blocks import Blocks, Column, FreeZone, Note, Paragraph, Row, Table, text
from reportlib.sections.bilan import FEW_FILES, Bilan
from reportlib.sections.certification import lines
from reportlib.sections.tournures import absente, chapter, notes, source
from reportlib.wording import integer, rich, spelled, typographed

COUNTED = (
    ("BA-01", "Dossiers déposés dans l’année"),
    ("BA-02", "Dossiers passés en commission dans l’année"),
    ("BA-03", "Dossiers accordés"),
    ("BA-07", "Parcours individualisés"),
    ("BA-12", "Propositions d’ingénierie étudiées"),
    ("RP-01", "Parcours rompus dans l’année"),
    ("BA-23", "Parcours achevés dans l’année"),
    ("BA-10", "Interventions menées avec l’accord du stagiaire"),
    ("CH-21", "Alertes que vous avez émises"),
    ("BA-15", "Certificats de réalisation déposés à l’heure"),
    ("BA-17", "Changements demandés"),
)
"""What is counted; a share gives its numerator alone."""
NEEDED = (
    "dossiers_ptp",
    "propositions",
    "interventions",
    "alertes",
    "signataires",
    "certificats_realisation",
    "avenants",
    "certificats_qualiopi",
)


def organisme(bilan: Bilan) -> Blocks:
    """Return the page of counts, or nothing for an organisation with enough files."""
    if not bilan.bref:
        return Blocks()
    figures = [(label, bilan.one(identifier)) for identifier, label in COUNTED]
    rows = tuple(Row(cells=(text(label), figure.cell)) for label, figure in figures)
    due = bilan.one("BA-15")
    expected = (
        (rich("Certificats de réalisation attendus : {n}.", n=integer(due.base)),)
        if due.base
        else ()
    )
    table = Table(
        title=f"Votre année {bilan.annee} en nombres",
        unit="Dossiers, sauf mention",
        columns=(
            Column(label="Ce qui est compté"),
            Column(label="Nombre", kind="num", width_mm=30),
        ),
        rows=rows,
        notes=notes([figure for _, figure in figures], *expected),
        source=source(
            "dossiers_ptp",
            "propositions",
            "interventions",
            "alertes",
            "certificats_realisation",
            "avenants",
        ),
    )
    return chapter(
        "Vos dossiers",
        Note(
            title="Peu de dossiers",
            text=rich(
                "Moins de {n} dossiers dans l’année : des nombres, sans pourcentage ni "
                "comparaison.",
                n=spelled(FEW_FILES),
            ),
        ),
        table,
        _qualiopi(bilan),
        absente(bilan, *NEEDED),
        FreeZone(title="Pour notre temps de dialogue", lines=1),
    )


def _qualiopi(bilan: Bilan) -> Paragraph | None:
    """The certification in a sentence."""
    if not bilan.provided("certificats_qualiopi"):
        return None
    said = " ; ".join(f"{label.lower()} : {words}" for label, words in lines(bilan, short=True))
    return Paragraph(text=rich("**Qualiopi.** {s}.", s=typographed(said[:1].upper() + said[1:])))
