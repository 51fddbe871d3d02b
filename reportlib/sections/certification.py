"""Chapter 6 of an organisation's copy: its certificate, its next audit, what applies to it."""

from __future__ import annotations

from collections.abc import Iterator

from reportlib.blocks import Blocks, Column, Row, Table, text
from reportlib.indicators.qualiopi_organisme import Certification, certification, profil_declare
from reportlib.rules.rnq import CATEGORIES, criteres
from reportlib.rules.rnq_profils import Profil, indicateurs_applicables
from reportlib.sections.bilan import Bilan
from reportlib.sections.libelles import libelle
from reportlib.sections.libelles_qualiopi import STATUTS_QUALIOPI, SURVEILLANCES
from reportlib.sections.tournures import chapter, missing, source
from reportlib.wording import day, integer, listed, typographed

ACTIONS = {
    "formation": "action de formation",
    "bilan": "bilan de compétences",
    "vae": "validation des acquis de l’expérience",
    "apprentissage": "apprentissage",
}
"""Categories of actions, as a profile says them."""

Line = tuple[str, str]
"""Label, and what is said of it."""


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter: status, end, next audit, indicators of the national reference."""
    if bilan.bref or bilan.organisme is None:
        return Blocks()
    title = "Votre certification Qualiopi"
    if not bilan.provided("certificats_qualiopi"):
        return chapter(title, missing("certificats_qualiopi"))
    rows = tuple(Row(cells=(text(label), text(words))) for label, words in lines(bilan))
    table = Table(
        title=f"Votre certification au {day(bilan.period.end)}",
        columns=(Column(label="Repère", width_mm=46), Column(label="Situation")),
        rows=rows,
        source=source("certificats_qualiopi", "audits_qualiopi", "organismes")
        if bilan.provided("audits_qualiopi")
        else source("certificats_qualiopi", "organismes"),
    )
    gone = () if bilan.provided("audits_qualiopi") else (missing("audits_qualiopi"),)
    return chapter(title, table, *gone)


def lines(bilan: Bilan, *, short: bool = False) -> Iterator[Line]:
    """Yield what is known of an organisation's certification, a line each.

    ``short``: without the profile.
    """
    held = _held(bilan)
    yield "Statut", "aucun certificat au registre" if held is None else _status(held)
    if held is not None and held.statut == "certifie":
        if held.fin is not None:
            yield "Fin du certificat", _end(held)
        if next_audit := _next_audit(held):
            yield "Prochain audit", next_audit
    if bilan.organisme is None or short:
        return
    profile = profil_declare(bilan.dataset, bilan.organisme.id_of)
    if profile is None:
        yield "Indicateurs applicables", "catégories d’actions non renseignées"
        return
    applicable = indicateurs_applicables(profile)
    parts = [
        f"critère {c.numero} : {integer(len(applicable & set(c.indicateurs)))}" for c in criteres()
    ]
    words = (
        f"{integer(len(applicable))} sur 32, profil « {_profile(profile)} » ({', '.join(parts)})"
    )
    yield "Indicateurs applicables", typographed(words)


def _status(held: Certification) -> str:
    """« Certifié », and whether the word has no date."""
    label = libelle(STATUTS_QUALIOPI, held.statut)
    return f"{label} (état à l’import, sans date)" if held.etat_import else label


def _held(bilan: Bilan) -> Certification | None:
    if bilan.organisme is None:
        return None
    return certification(bilan.dataset, bilan.organisme.id_of, bilan.period.end, bilan.settings)


def _end(held: Certification) -> str:
    """« 12 mars 2025, date déclarée »."""
    if held.fin is None:
        return ""
    how = "date déclarée" if held.fin_declaree else "date calculée"
    if held.divergence and not held.fin_declaree:
        how += ", à vérifier : trois ou quatre ans selon les sources"
    return typographed(f"{day(held.fin)}, {how}")


def _next_audit(held: Certification) -> str:
    """The follow-up audit and its window; once it is done, the renewal and its last safe day."""
    first, last = held.surveillance_debut, held.surveillance_fin
    if first is not None and last is not None and held.surveillance not in {"", "faite"}:
        state = libelle(SURVEILLANCES, held.surveillance)
        return typographed(f"surveillance, fenêtre du {day(first)} au {day(last)} ({state})")
    if held.derniere_date_sure is None:
        return ""
    return f"renouvellement, dernière date sûre le {day(held.derniere_date_sure)}"


def _profile(profile: Profil) -> str:
    """« action de formation certifiante et bilan de compétences »."""
    names = [
        "action de formation certifiante" if kind == "formation" else ACTIONS[kind]
        for kind in CATEGORIES
        if kind in profile.categories
    ]
    return listed(names)
