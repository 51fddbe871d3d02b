"""Turns of phrase that chapters share: tiles, comparisons, sources, notes under a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportlib.blocks import Bar, Blocks, Heading, Missing, Step, Tile
from reportlib.blocks.tables import ABSENT
from reportlib.rules.statistiques import taux
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import PLURIELS
from reportlib.sections.statistiques import avertissement
from reportlib.wording import (
    Rich,
    agreed,
    counted,
    integer,
    listed,
    percent,
    plain,
    rich,
    typographed,
)

NAMES = {
    "dossiers_ptp": "dossiers PTP",
    "echanges_refus": "échanges après refus",
    "interventions": "interventions",
    "ateliers": "ateliers",
    "propositions": "propositions",
    "signataires": "signataires",
    "organismes": "organismes",
    "alertes": "alertes",
    "participations": "participations aux ateliers",
    "certificats_realisation": "certificats de réalisation",
    "avenants": "changements et avenants",
    "controles": "contrôles qualité",
    "certificats_qualiopi": "certificats Qualiopi",
    "audits_qualiopi": "audits Qualiopi",
    "non_conformites": "non-conformités",
    "enquete_qualiopi": "réponses à l’enquête Qualiopi",
    "certifications_nationales": "certifications nationales",
    "checklists": "check-lists de sécurisation",
    "groupes_parole": "groupes de parole",
    "temps_dialogue": "temps de dialogue",
    "demandes_bilan": "demandes de bilan",
    "suivi_parcours": "bilans des stagiaires",
    "communications": "constats de communication",
    "autoevaluations": "autoévaluations",
    "bonnes_pratiques": "bonnes pratiques",
    "jurys_clea": "jurys CléA",
}
"""Registers as a reader calls them."""


def chapter(title: str, *blocks: object) -> Blocks:
    """Return a chapter: its heading, then its blocks; nothing without blocks."""
    kept = [block for block in blocks if block is not None]
    return Blocks((Heading(level=2, text=title), *kept)) if kept else Blocks()  # type: ignore[arg-type]


def missing(*registers: str) -> Missing:
    """Return the line of a chapter, or a part of one, whose register no file provides."""
    word = "table" if len(registers) == 1 else "tables"
    template = f"Donnée non fournie : {word} " + listed([f"//{name}//" for name in registers]) + "."
    return Missing(text=rich(template))


def absente(bilan: Bilan, *registers: str) -> Missing | None:
    """Return the line of the registers that no file provides; nothing when all are there."""
    gone = [name for name in registers if not bilan.provided(name)]
    return missing(*gone) if gone else None


def source(*registers: str) -> str:
    """Return « registre des dossiers PTP. »; the title block names the files."""
    names = [NAMES.get(name, name) for name in registers]
    if len(names) == 1:
        return f"registre des {names[0]}."
    return "registres des " + listed(names) + "."


def aside(figure: Figure) -> str:
    """Return « (2 lignes écartées) », to stand right after a number that lost rows (rule 13)."""
    return f" ({figure.set_aside})" if figure.lost else ""


def base_of(figure: Figure, noun: str, whole: str, wholes: str) -> str:
    """Return « 842 sur 1 163 décidés », « 1 sur 1 décidé », or why there is no share."""
    if figure.state == "exact":
        size = figure.denominator or 0
        said = agreed(size, whole, wholes)
        return f"{integer(figure.numerator or 0)} sur {integer(size)} {said}"
    if figure.state == "sans_objet":
        return f"aucun {noun} dans la base"
    return ABSENT[figure.state][1]


def soit(figure: Figure) -> str:
    """Return « , soit 17,8 % (intervalle à 95 % : de 9,3 % à 31,3 %) », to end a sentence.

    Under ten in the base, the warning in its place; nothing when there is no share.
    """
    if not figure.exact or not figure.base:
        return ""
    share = taux(figure.count, figure.base)
    if not share.lisible or share.bas is None or share.haut is None:
        return f" ({avertissement(share)})"
    return typographed(
        f", soit {figure.shown} (intervalle à 95 % : de {percent(share.bas)} à "
        f"{percent(share.haut)})"
    )


def tile(figure: Figure, label: str, base: str, compare: str = "") -> Tile:
    """Return a key figure: a number that lost rows says so in its base."""
    shown = ", ".join(part for part in (base, figure.set_aside) if part)
    return Tile(
        value=figure.shown,
        label=label,
        base=typographed(shown if figure.state != "non_fourni" else "donnée non fournie"),
        compare=typographed(compare),
        number=figure.value if figure.exact else None,
        state=figure.state,
        ref=figure.ref(figure.part),
    )


def last_year(bilan: Bilan, identifier: str) -> str:
    """Return « 2022 : 70,2 % », or that the data are not there."""
    label = bilan.before.period.label
    if not bilan.before.covered(identifier):
        return f"{label} : donnée non fournie"
    return f"{label} : {bilan.before.one(identifier).shown}"


def beside(bilan: Bilan, identifier: str) -> str:
    """Return « Région : 72,4 % », or nothing when the region may not be shown (R-CONF-02)."""
    figure = bilan.region(identifier)
    return f"Région :\u00a0{figure.shown}" if figure.exact else ""


def lues(drawn: Iterable[Bar | Step], *, noms: bool = False) -> str:
    """Return « mobilité, 12 (40,0 %) ; langue, s »: what a chart draws, for who reads it.

    Parameters
    ----------
    noms
        Labels are names, which keep their capital.
    """
    said = (
        (one.label if noms else one.label[:1].lower() + one.label[1:])
        + f", {plain(one.cell.text)}"
        + (f" ({one.share})" if one.share else "")
        for one in drawn
    )
    return typographed(" ; ".join(said))


def notes(figures: Iterable[Figure], *others: Rich) -> tuple[Rich, ...]:
    """Return the notes that the states of these figures call for, then ``others``."""
    shown = list(figures)
    lines: list[Rich] = []
    if withheld := [f for f in shown if f.state == "masque"]:
        few = dict.fromkeys(f.few for f in withheld)
        lines.append(
            rich(
                "s : nombre couvert par le secret, {few}, "
                "ou retenu pour qu’on ne le retrouve pas par différence.",
                few=" ou ".join(few),
            )
        )
    if any(f.state == "sans_objet" for f in shown):
        lines.append(rich("s. o. : sans objet, la base est vide."))
    if any(f.state == "non_fourni" for f in shown):
        lines.append(rich("n. f. : donnée non fournie."))
    if any(f.state == "reconduction" for f in shown):
        lines.append(rich("r. n. r. : reconduction de la charte non renseignée."))
    lines.extend(_undated(shown))
    if lost := max((f.lost for f in shown), default=0):
        lines.append(
            rich(
                "{n} du registre {verb} dans ces nombres.",
                n=counted(lost, "ligne écartée", "lignes écartées"),
                verb="manque" if lost == 1 else "manquent",
            )
        )
    return (*lines, *others)


def remarks(*sentences: str) -> tuple[Rich, ...]:
    """Return the remarks of indicators that say something, as notes."""
    return tuple(rich("{s}", s=typographed(sentence)) for sentence in sentences if sentence)


def left_out(counts: dict[str, int]) -> str:
    """Return « 12 ajournés et 3 irrecevables », by size then name; « » when nothing is left out."""
    sizes = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return listed([counted(n, reason, PLURIELS.get(reason, reason)) for reason, n in sizes if n])


def sorted_by_size(figures: Sequence[Figure], par: str, last: Sequence[str] = ()) -> list[Figure]:
    """Return figures by decreasing count, withheld after the shown, ``last`` values at the end."""
    return sorted(
        figures,
        key=lambda f: (
            f.group[par] in last,
            not f.exact,
            -f.count,
            f.group[par],
        ),
    )


def _undated(figures: Sequence[Figure]) -> list[Rich]:
    """Say which numbers rest on a value with no date of change (R-ETAT-04)."""
    undated = max((f.etat_import for f in figures), default=0)
    if not undated:
        return []
    return [
        rich(
            "État à l’import : {n} sur une valeur sans date de changement, "
            "lue telle qu’elle est dans les fichiers.",
            n=counted(undated, "cas repose", "cas reposent"),
        )
    ]
