"""Chapter 3: the survey's six charts, its base under each, the external mark labelled as one."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Blocks,
    Note,
    Paragraph,
    StackedBar,
    StackRow,
    number,
)
from reportlib.rules.rnq import criteres
from reportlib.rules.statistiques import BASE_MIN, taux
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.libelles_qualiopi import (
    AVANCEMENTS,
    CHOIX_CERTIFICATEUR,
    TYPES_CERTIFICATEUR,
)
from reportlib.sections.qualiopi_nombres import bases, declaree, remarques
from reportlib.sections.statistiques import phrase_taux
from reportlib.sections.tournures import aside, chapter, lues, missing, sorted_by_size, source
from reportlib.wording import Rich, counted, integer, listed, percent, plain, rich, typographed

TITRE = "L’enquête auprès des organismes"
REGISTRE = "enquete_qualiopi"
REPERE = (86, 56)
"""Respondents and certified of Occitanie's survey of 2021: an external mark (R-ENQ-01)."""
CERTIFIES = "organismes répondants certifiés"
MULTIPLE = "Plusieurs réponses possibles : la somme peut dépasser 100 %."


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: who answered, the external mark, six charts."""
    if not bilan.provided(REGISTRE):
        return chapter(TITRE, missing(REGISTRE), _mark())
    answers = bilan.one("QA-09")
    if answers.state == "sans_objet":
        none = rich("Aucune réponse à l’enquête dans la période.")
        return chapter(TITRE, Paragraph(text=none), _mark())
    return chapter(
        TITRE, Paragraph(text=_who(bilan)), _mark(), *_progress(bilan), *_certified(bilan)
    )


def _who(bilan: Bilan) -> Rich:
    """How many answered, how many say that they are certified, no response rate."""
    share, answers = declaree(bilan, "QA-03b"), bilan.one("QA-09")
    if not answers.exact:
        return rich("Le nombre de répondants n’est pas montré : {s}.", s=answers.shown)
    first = typographed("**{b}**{a}. Se déclarent certifiés : {p}. ")
    return rich(
        first + "Le nombre d’organismes interrogés n’est pas connu : aucun taux de réponse n’est "
        "calculé.",
        b=counted(answers.base, "organisme a répondu", "organismes ont répondu"),
        a=aside(answers),
        p=phrase_taux(taux(share.count, share.base)) if share.exact else share.shown,
    )


def _mark() -> Note:
    asked, held = REPERE
    return Note(
        title="Repère externe, autre région",
        text=rich(
            typographed(
                "Enquête de Transitions Pro Occitanie, 2021 : {n} organismes répondants, dont {m} "
                "certifiés ({p}). Ce sont d’autres organismes ; ces nombres n’entrent dans aucun "
                "calcul de ce rapport. Source : « Matinales de la Qualité », juin 2021."
            ),
            n=integer(asked),
            m=integer(held),
            p=percent(100 * held / asked),
        ),
    )


def _progress(bilan: Bilan) -> list[Block]:
    return [
        _bars(bilan, "QA-09", "avancement", AVANCEMENTS, "Avancement Qualiopi des répondants"),
    ]


def _certified(bilan: Bilan) -> list[Block]:
    """The five questions put to the certified."""
    criteria = {str(c.numero): f"{c.numero}. {c.phase.capitalize()}" for c in criteres()}
    return [
        _bars(
            bilan, "QA-11", "certificateur", {"autres": "Autres"}, "Certificateurs des répondants"
        ),
        _bars(
            bilan,
            "QA-11",
            "type_certificateur",
            TYPES_CERTIFICATEUR,
            "Accrédité ou instance de labellisation",
        ),
        _shortened(bilan),
        _bars(bilan, "QA-13", "choix", CHOIX_CERTIFICATEUR, "Choix du certificateur", MULTIPLE),
        _bars(bilan, "QA-14", "critere", criteria, "Critères et difficultés rencontrées", MULTIPLE),
    ]


def _bars(
    bilan: Bilan,
    identifier: str,
    par: str,
    labels: dict[str, str],
    title: str,
    *said: str,
) -> Block:
    """One question as sorted bars, with its base in words."""
    figures = bilan.figures.by(identifier, par)
    if not figures or all(f.state == "sans_objet" for f in figures):
        return _unanswered(title)
    base = bases(figures)
    last = ("autres", "autre", "non_renseigne", "ne_sait_pas")
    ordered = sorted_by_size(figures, par, last)
    bars = tuple(_bar(f, labels.get(f.group[par], f.group[par])) for f in ordered)
    words = CERTIFIES if par != "avancement" else "organismes répondants"
    return BarChart(
        title=title,
        unit=_unit(base),
        category="Réponse",
        measure="Organismes",
        bars=bars,
        alt=typographed(f"{title} : {lues(bars, noms=par == 'certificateur')}."),
        notes=remarques(ordered, *_base(bilan, identifier, base, words), *map(_line, said)),
        source=source(REGISTRE),
    )


def _line(words: str) -> Rich:
    return rich(typographed(words))


def _unit(base: int) -> str:
    if base >= BASE_MIN:
        return "Nombre d’organismes, et part de la base"
    return typographed("Nombre d’organismes ; base de moins de 10 : pas de part")


def _base(bilan: Bilan, identifier: str, base: int, words: str) -> tuple[Rich, ...]:
    """« Base : 52 organismes répondants », and those who left the question blank."""
    noun = words if base >= 2 else words.replace("organismes", "organisme").replace("ants", "ant")
    noun = noun if base >= 2 else noun.replace("certifiés", "certifié")
    shown = f"{integer(base)}\u00a0{noun}" if base else "couverte par le secret"
    apart = bilan.figures.left_out(identifier)
    blank = listed([f"{reason} ({integer(n)})" for reason, n in sorted(apart.items()) if n])
    tail = f" À part : {blank}." if blank else ""
    return (rich(typographed("Base : {b}.{t}"), b=shown, t=typographed(tail)),)


def _bar(figure: Figure, label: str) -> Bar:
    share = figure.value if figure.exact and figure.base >= BASE_MIN else None
    return Bar(
        label=label,
        cell=figure.cell,
        share="" if share is None else percent(share),
        rate=share,
    )


def _shortened(bilan: Bilan) -> Block:
    """Whether the audit was shortened: yes and no of those who say."""
    figure = declaree(bilan, "QA-12")
    title = "Durée d’audit aménagée"
    if figure.state == "sans_objet":
        return _unanswered(title)
    yes = figure.cell
    no = replace(figure.cell, ref=figure.ref("nombre") + "|ordinaire")
    if figure.exact:
        rest = figure.base - figure.count
        no = replace(number(integer(rest), rest), ref=no.ref)
    parts = ("durée aménagée", "durée ordinaire")
    shown = [f"{name}, {plain(cell.text)}" for name, cell in zip(parts, (yes, no), strict=True)]
    return StackedBar(
        title=title,
        unit=_unit(figure.base).replace(", et part de la base", ""),
        category="Répondants",
        parts=parts,
        rows=(
            StackRow(
                label="Audits initiaux des répondants",
                cells=(yes, no),
                base=figure.shown + " aménagés" if figure.base >= BASE_MIN else "",
            ),
        ),
        alt=typographed(f"{title} : {' ; '.join(shown)}."),
        notes=remarques([figure], *_base(bilan, "QA-12", figure.base, CERTIFIES)),
        source=source(REGISTRE),
    )


def _unanswered(title: str) -> Paragraph:
    return Paragraph(
        text=rich(typographed("{t} : aucun organisme certifié n’a répondu à la question."), t=title)
    )
