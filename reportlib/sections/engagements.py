"""Chapter 3 of the charter's bilan: each engagement of each party, measured, on one page (CH-33).

Rule: ``reportlib.rules.engagements``, fed with released figures; what is withheld stays withheld.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportlib.blocks import Blocks, Engagement, Engagements, Party
from reportlib.blocks.engagements import Kept, Who
from reportlib.indicators import indicator
from reportlib.indicators.engagements import check_seuils
from reportlib.indicators.record import BASED
from reportlib.rules import engagements as regles
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import de_la_charte, hors_charte, jours, terminee
from reportlib.sections.engagements_mesures import mesure
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import NAMES, chapter, notes
from reportlib.sections.zones import en_ligne, zone
from reportlib.wording import Rich, decimal, integer, listed, rich, typographed

TITLE = "Les engagements de chaque partie"
SHOWN: Mapping[str, tuple[str, ...]] = {
    "OF-1": ("CH-04", "CH-05", "CH-06", "CH-34"),
    "OF-2": ("CH-21", "CH-25"),
    "OF-3": ("CH-32",),
    "TP-1": ("CH-09", "CH-10", "CH-11"),
    "TP-2": ("CH-14",),
    "TP-3": ("CH-17", "CH-18"),
    "TP-4": ("CH-26", "CH-26b"),
    "TP-5": ("CH-28",),
    "TP-6": ("CH-29",),
    "TP-7": ("CH-30", "CH-30b"),
    "TP-8": ("CH-03",),
}
"""The measures that the table shows; one that has a threshold is shown as well."""
PARTIES: tuple[regles.Partie, ...] = ("OF", "TPGE")
"""The charter's two sides, in its order."""


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region."""
    return _chapter(bilan)


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: its own side, and ours towards it."""
    return Blocks() if hors_charte(bilan) else _chapter(bilan)


def _chapter(bilan: Bilan) -> Blocks:
    check_seuils(list(bilan.settings.choix.seuils))
    wanted = [name for name in dict.fromkeys(regles.MESURES) if _visible(bilan, name)]
    figures = {name: bilan.one(name) for name in wanted}
    names = {
        "OF": "Votre organisme" if bilan.organisme else "Organismes de formation",
        "TPGE": bilan.settings.identite.emetteur,
    }
    parties = tuple(
        Party(
            name=names[party],
            engagements=tuple(
                _row(bilan, one, figures) for one in regles.ENGAGEMENTS if one.partie == party
            ),
        )
        for party in PARTIES
    )
    table = Engagements(
        title="Chaque engagement, sa mesure et son état",
        unit=_unit(bilan),
        parties=parties,
        notes=_notes(bilan, figures),
        source="registres du pôle Qualité des parcours.",
    )
    return chapter(TITLE, table)


def _visible(bilan: Bilan, name: str) -> bool:
    return bilan.organisme is None or indicator(name).visible_of == "oui"


def _row(bilan: Bilan, one: regles.Engagement, figures: Mapping[str, Figure]) -> Engagement:
    who: Who = "OF" if one.partie == "OF" else "TPGE"
    words = zone(bilan, one.id, one.libelle)
    return Engagement(
        label=one.libelle.replace("'", "’"),
        who=who,
        measures=tuple(mesure(bilan, name) for name in _measures(bilan, one, figures)),
        period=_period(bilan, stock=one.temoin == regles.TEMOIN_STOCK),
        state=etat(bilan, one, figures),
        observation=en_ligne(words),
    )


def _measures(
    bilan: Bilan, one: regles.Engagement, figures: Mapping[str, Figure]
) -> tuple[str, ...]:
    """The measures shown, then those that have a threshold; the first alone past the term."""
    if terminee(bilan):
        return tuple(name for name in SHOWN[one.id] if name in figures)[:1]
    also = [name for name in one.mesures if name in bilan.settings.choix.seuils]
    return tuple(name for name in dict.fromkeys((*SHOWN[one.id], *also)) if name in figures)


def etat(bilan: Bilan, one: regles.Engagement, figures: Mapping[str, Figure]) -> Kept:
    """Return the state of an engagement, from the figures that its reader may see.

    The rule's own (``rules.engagements.etat``), and three readings. A charter that is over engages
    nobody: « sans objet ». Nothing shown is provided: « non mesurable », were another measure of
    the rule known. « Ne pas contrôler sur alerte », not measurable, is written « non vérifiable ».
    """
    situation = de_la_charte(bilan)
    if situation == "echue":
        return "sans_objet"
    if situation == "au_dela":
        return "reconduction"
    known = {name: _mesure(figure) for name, figure in figures.items()}
    found = regles.etat(one, known, bilan.settings.choix.seuils)
    shown = [figures[name].state for name in _measures(bilan, one, figures)]
    if found != "reconduction" and all(state == "non_fourni" for state in shown):
        found = "non_mesurable"
    if one.id == "TP-4" and found == "non_mesurable":
        return "non_verifiable"
    return found


def _mesure(figure: Figure) -> regles.Mesure:
    """A released figure as the rule reads it; an absent one carries no number."""
    if not figure.exact:
        return regles.Mesure(etat=figure.state)
    based = figure.record.kind in BASED
    size = figure.denominator if based else figure.numerator
    return regles.Mesure(etat="exact", valeur=figure.value, effectif=size or 0.0)


def _period(bilan: Bilan, *, stock: bool) -> str:
    if stock:
        return f"au {bilan.period.end:%d/%m/%Y}"
    if bilan.period.is_year:
        return bilan.annee
    return "la période"


def _unit(bilan: Bilan) -> str:
    ours = bilan.settings.identite.emetteur
    theirs = "votre organisme" if bilan.organisme else "organismes signataires"
    when = "" if bilan.period.is_year else f" ; période : {jours(bilan)}"
    return typographed(f"OF : {theirs} ; TPGE : {ours}{when}")


def _shown(bilan: Bilan, figures: Mapping[str, Figure]) -> list[Figure]:
    return [figures[n] for one in regles.ENGAGEMENTS for n in _measures(bilan, one, figures)]


def _notes(bilan: Bilan, figures: Mapping[str, Figure]) -> tuple[Rich, ...]:
    """What the signs mean, the rows set aside register by register, what states rest on."""
    shown = _shown(bilan, figures)
    lost: dict[str, int] = {}
    for figure in shown:
        name = NAMES[figure.record.principal]
        lost[name] = max(lost.get(name, 0), figure.lost)
    said = "\u00a0; ".join(f"{name}, {integer(n)}" for name, n in lost.items() if n)
    rows = rich("Lignes écartées, absentes de ces nombres : {r}.", r=said) if said else ()
    told = notes([replace(figure, lost=0) for figure in shown])
    return tuple(line for line in (*told, rows, *_seuils(bilan)) if line)


def _seuils(bilan: Bilan) -> tuple[Rich, ...]:
    """What the states rest on: the team's thresholds, or the charter's only one."""
    fixed = bilan.settings.choix.seuils
    lines = []
    if not terminee(bilan):
        first = (
            "« Sans seuil » : la charte n’en fixe pas, la valeur est donnée sans état. Seul "
            "l’engagement de ne pas contrôler sur alerte en a un : 0."
        )
        lines.append(rich(first))
    if fixed:
        said = [
            f"{indicator(name).libelle.lower()}, {_threshold(name, v)}" for name, v in fixed.items()
        ]
        lines.append(rich("Seuils fixés par l’équipe : {s}.", s=listed(said)))
    if terminee(bilan):
        return ()
    lines.append(
        rich(
            "Retours : le délai et le financement portent sur ceux de la période, la part « avec "
            "un retour » sur les propositions reçues dans la période."
        )
    )
    return tuple(lines)


def _threshold(name: str, value: float) -> str:
    words = "au plus" if name in regles.AU_PLUS else "au moins"
    shown = integer(value) if float(value).is_integer() else decimal(value)
    unit = "\u00a0%" if indicator(name).kind == "part" else f"\u00a0{indicator(name).unite}"
    return f"{words} {shown}{unit}"
