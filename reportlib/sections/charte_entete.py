"""The head of the charter's bilan: title block, key figures of the charter and of the team."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import Blocks, Essential, Tile, Tiles, Title
from reportlib.sections import charte_phrases
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import de_la_charte, hors_charte, tuile, tuile_nombre
from reportlib.sections.figure import Figure
from reportlib.sections.titre import SOURCES, confidentiel, titre
from reportlib.wording import agreed, counted, integer

TITLE = "Bilan intermédiaire de la charte"


def region(bilan: Bilan) -> Blocks:
    """Return the head of the region's bilan: title, eight key figures, the essential."""
    return Blocks(
        (
            _title(bilan),
            Tiles(columns=4, items=(*_charte(bilan), *_activite(bilan))),
            Essential(sentences=charte_phrases.region(bilan)),
        )
    )


def organisme(bilan: Bilan) -> Blocks:
    """Return the head of an organisation's copy: its own key figures, if it signed."""
    head = (_title(bilan), confidentiel())
    if hors_charte(bilan):
        return Blocks(head)
    return Blocks(
        (
            *head,
            Tiles(columns=3, items=_charte(bilan)),
            Essential(sentences=charte_phrases.organisme(bilan)),
        )
    )


def _title(bilan: Bilan) -> Title:
    block = titre(
        bilan,
        f"{TITLE} {bilan.annee}" if bilan.period.is_year else TITLE,
        "bilan intermédiaire",
        "charte d’engagement",
        perimetre="organismes signataires",
    )
    if not bilan.interne:
        return block
    return replace(
        block,
        footer=f"{SOURCES.removesuffix('.')}\u00a0; document interne, à ne pas remettre.",
    )


def _charte(bilan: Bilan) -> tuple[Tile, ...]:
    """Six key figures; an organisation's first one is its meetings, not the signatories."""
    sent, led = bilan.one("CH-04"), bilan.one("CH-05")
    alerts, refusals = bilan.one("CH-21"), bilan.one("CH-17")
    return (
        _rencontres(bilan) if bilan.organisme else _signataires(bilan),
        tuile(
            bilan,
            sent,
            agreed(sent.count, "proposition émise", "propositions émises"),
            agreed(sent.count, "reçue par écrit", "reçues par écrit"),
        ),
        tuile(
            bilan,
            led,
            agreed(led.count, "a permis un aménagement", "ont permis un aménagement"),
            _parmi(sent),
        ),
        tuile(
            bilan,
            alerts,
            agreed(alerts.count, "alerte émise", "alertes émises"),
            "par votre organisme" if bilan.organisme else "par les signataires",
        ),
        tuile_nombre(
            refusals,
            agreed(refusals.count, "refus suivi d’un contact", "refus suivis d’un contact"),
            _sur_refus(bilan, refusals),
        ),
        _controles(bilan),
    )


def _signataires(bilan: Bilan) -> Tile:
    active, new = bilan.one("CH-01"), bilan.one("CH-02")
    base = "au dernier jour de la période"
    if new.exact and active.exact:
        base = counted(
            new.count,
            "signature nouvelle",
            "signatures nouvelles",
            none="aucune signature nouvelle",
        )
    return tuile(
        bilan, active, agreed(active.count, "signataire actif", "signataires actifs"), base
    )


def _rencontres(bilan: Bilan) -> Tile:
    held = bilan.one("CH-30")
    return tuile(
        bilan,
        held,
        agreed(held.count, "temps de dialogue tenu", "temps de dialogue tenus"),
        "avec votre organisme",
    )


def _parmi(sent: Figure) -> str:
    if not sent.exact:
        return "parmi les propositions reçues"
    return f"sur {counted(sent.count, 'reçue', 'reçues')}, état à l’import"


def _sur_refus(bilan: Bilan, refusals: Figure) -> str:
    """The base of the refusals: never 0 % on nothing."""
    if refusals.exact:
        return f"sur {integer(refusals.base)} pour cohérence du parcours"
    if de_la_charte(bilan) == "au_dela":
        return "reconduction non renseignée"
    if refusals.state == "sans_objet":
        return "aucun refus pour cohérence du parcours"
    return "pour cohérence du parcours"


def _controles(bilan: Bilan) -> Tile:
    """Controls on an organisation's alert: target 0; those that cannot be verified apart."""
    broken, unknown = bilan.one("CH-26"), bilan.one("CH-26b")
    base = "cible : 0"
    if unknown.exact:
        base += " ; " + counted(
            unknown.count, "non vérifiable", "non vérifiables", none="aucun non vérifiable"
        )
    return tuile(
        bilan, broken, agreed(broken.count, "contrôle sur alerte", "contrôles sur alerte"), base
    )


def _activite(bilan: Bilan) -> tuple[Tile, ...]:
    workshops, situations = bilan.one("BA-08"), bilan.one("BA-10")
    return (
        tuile(
            bilan,
            workshops,
            agreed(workshops.count, "atelier animé", "ateliers animés"),
            "tous organismes, hors webinaires",
        ),
        tuile(
            bilan,
            situations,
            agreed(situations.count, "situation d’intervention", "situations d’intervention"),
            "tous organismes, signataires ou non",
        ),
    )
