"""What all chapters of the charter's bilan share: its situation, tiles, shares said in words."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import Cell, Tile, absent, number
from reportlib.indicators import indicator
from reportlib.indicators.charte_signataires import Signature, signature, situation
from reportlib.indicators.record import BASED
from reportlib.rules.charte import Situation
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import aside, last_year, tile
from reportlib.wording import Rich, agreed, counted, day, integer, rich, span_of_days, typographed

DEDUIT = " (découpage déduit)"
"""The charter parts the titles of its axes from what they hold (I-15)."""


def de_la_charte(bilan: Bilan) -> Situation:
    """Return how the period stands to the charter's term (R-CH-12)."""
    return situation(bilan.dataset, bilan.period, bilan.settings)


def sa_signature(bilan: Bilan) -> Signature | None:
    """Return the signature of the organisation that the copy is for."""
    if bilan.organisme is None:
        return None
    return signature(bilan.dataset, bilan.period, bilan.settings, bilan.organisme.id_of)


def terminee(bilan: Bilan) -> bool:
    """Whether the whole period is past the charter's term: nothing of it is counted (R-CH-12)."""
    return de_la_charte(bilan) in {"au_dela", "echue"}


def hors_charte(bilan: Bilan) -> bool:
    """Whether the copy is for an organisation that was no signatory on any day of the period.

    Past the charter's term with its renewal not recorded, nobody can be said so (R-CH-12).
    """
    if bilan.organisme is None or not bilan.provided("signataires"):
        return False
    if de_la_charte(bilan) == "au_dela":
        return False
    mine = sa_signature(bilan)
    return mine is None or not mine.engagee


def phrase_terme(bilan: Bilan) -> Rich:
    """Return what is said once of a charter past its term; nothing while it runs."""
    charte = bilan.settings.charte
    if bilan.period.end <= charte.terme:
        return ()
    if charte.reconduction is None:
        return rich(
            "La charte est conclue jusqu’au {f} ; reconduction non renseignée : les événements "
            "postérieurs ne sont pas comptés.",
            f=day(charte.terme),
        )
    return rich("La charte a pris fin le {f}.", f=day(charte.terme))


def rien_compte(bilan: Bilan) -> Rich:
    """Return the one sentence of a chapter whose events all lie past the charter's term."""
    if de_la_charte(bilan) == "au_dela":
        return rich(
            "Reconduction non renseignée : aucun événement n’est compté après le {t}.",
            t=day(bilan.settings.charte.terme),
        )
    return rich("Sans objet : la charte a pris fin le {t}.", t=day(bilan.settings.charte.terme))


def jours(bilan: Bilan) -> str:
    """« du 1er janvier au 31 décembre 2022 »."""
    return span_of_days(bilan.period.start, bilan.period.end)


def au_soir(bilan: Bilan) -> str:
    """« 31 décembre 2022 »: the evening when what lasts is read."""
    return day(bilan.period.end)


def tuile(bilan: Bilan, figure: Figure, label: str, base: str) -> Tile:
    """Return a key figure with last year's beside it, when the period is a year."""
    compare = ""
    if figure.state == "reconduction":
        base = "reconduction non renseignée"
    if bilan.organisme is None and bilan.period.is_year:
        compare = last_year(bilan, figure.record.id)
    return tile(figure, label, base, compare)


def tuile_nombre(figure: Figure, label: str, base: str) -> Tile:
    """Return a share as a key figure of its count: « 31 », sur 47 refus."""
    cell = figure.cell
    return Tile(
        value="".join(words for words, _ in cell.text),
        label=label,
        base=typographed(base + (f", {figure.set_aside}" if figure.lost else "")),
        number=cell.value,
        state=cell.state,
        ref=cell.ref,
    )


def part(figure: Figure) -> Cell:
    """Return a share written with its sign, « 92,3 % »; its count on fewer than ten cases."""
    if figure.small:
        return figure.cell
    if not figure.exact or figure.value is None:
        state = figure.state if not figure.exact else "sans_objet"
        return replace(absent(state), ref=figure.ref("taux"))
    return replace(number(figure.shown, figure.value), ref=figure.ref("taux"))


def taux(figure: Figure) -> Cell:
    """Return a share for a column « en % »; « s. o. » on fewer than ten cases."""
    return absent("sans_objet") if figure.small else figure.rate_cell


def sur(figure: Figure, one: str, many: str) -> str:
    """« 12 sur 13 propositions reçues, soit 92,3 % »; the counts alone under ten."""
    said = f"{integer(figure.count)} sur {counted(figure.base, one, many)}"
    return said if figure.small else f"{said}, soit {figure.shown}"


def compte(figure: Figure, one: str, many: str, none: str | None = None) -> str:
    """« 13 propositions (2 lignes écartées) »."""
    return counted(figure.count, one, many, none=none) + aside(figure)


def region_a_cote(bilan: Bilan, identifier: str) -> str:
    """« région : 92,3 % » beside a share or a median of an organisation.

    Nothing for a count, which has no common measure with the region's, nor when the region may
    not be shown (R-CONF-02).
    """
    if bilan.organisme is None or indicator(identifier).kind not in BASED:
        return ""
    figure = bilan.region(identifier)
    if not figure.exact or figure.small:
        return ""
    shown = duree(figure) if figure.record.kind == "mediane" else figure.shown
    return f"région\u00a0:\u00a0{shown}"


def duree(figure: Figure) -> str:
    """« 31 jours », « de 7 à 54 jours » under five cases, « 9 jours » when all are equal."""
    if figure.value is None and figure.minimum is not None and figure.minimum == figure.maximum:
        return counted(round(figure.minimum), "jour")
    size = figure.value if figure.value is not None else figure.maximum or 0.0
    return f"{figure.shown}\u00a0{agreed(size, 'jour', 'jours')}"
