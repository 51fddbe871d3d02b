"""Chapter 1 of the charter's bilan: what the charter says of its days, what the bilan covers."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Note, Paragraph
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import hors_charte, jours, phrase_terme, sa_signature, terminee
from reportlib.sections.tournures import chapter, missing
from reportlib.wording import Rich, day, rich

TITLE = "Le cadre"


def region(bilan: Bilan) -> Blocks:
    """Return the chapter for the region: effect, end, version, renewal, what is counted."""
    return chapter(
        TITLE,
        Paragraph(text=_charte(bilan)),
        _terme(bilan),
        Paragraph(
            text=rich(
                "Ce bilan porte sur la période {p}. Un événement y compte si son organisme était "
                "signataire à sa date ; les ateliers et les interventions du pôle comptent pour "
                "tous les organismes, signataires ou non.",
                p=jours(bilan),
            )
        ),
    )


def organisme(bilan: Bilan) -> Blocks:
    """Return the chapter for one organisation: the same, with its own signature."""
    signed: Block | None = missing("signataires")
    if bilan.provided("signataires"):
        signed = Paragraph(text=_signature(bilan))
    return chapter(TITLE, Paragraph(text=_charte(bilan)), _terme(bilan), signed)


def _charte(bilan: Bilan) -> Rich:
    """Effect, end, version, and the renewal when it is recorded."""
    charte = bilan.settings.charte
    said = (
        "La charte d’engagement « Les bonnes pratiques au cœur des parcours » (version {v}) prend "
        "effet à la date de signature de chaque organisme. Elle est conclue jusqu’au {f}."
    )
    values = {"v": charte.version, "f": day(charte.fin)}
    if charte.reconduction and charte.fin_reconduction is None:
        said += " Sa reconduction est enregistrée sans nouvelle fin : ce terme est gardé."
    elif charte.reconduction:
        said += " Elle a été reconduite jusqu’au **{n}**."
        values["n"] = day(charte.terme)
    elif charte.reconduction is False:
        said += " Elle n’a pas été reconduite."
    else:
        said += " Sa reconduction n’est pas renseignée."
    return rich(said, **values)


def _terme(bilan: Bilan) -> Block | None:
    """What a period past the term changes: in full past it, until the term astride (R-CH-12)."""
    said = phrase_terme(bilan)
    if not said:
        return None
    if bilan.period.start <= bilan.settings.charte.terme:
        tail = (
            " Ce qui se lit au dernier jour de la période n’est pas établi."
            if bilan.settings.charte.reconduction is None
            else " Les événements sont comptés jusqu’à cette date."
        )
        return Note(title="Terme de la charte.", text=(*said, *rich(tail)))
    if bilan.settings.charte.reconduction is None:
        tail = (
            " Les nombres de la charte portent la mention « r. n. r. » (reconduction non "
            "renseignée), qui ne vaut pas 0."
        )
        return Note(title="Terme de la charte.", text=(*said, *rich(tail)))
    tail = " Aucun engagement ne court sur la période : il n’y a rien à tenir ni à manquer."
    return Note(title="Terme de la charte.", text=(*said, *rich(tail)))


def _signature(bilan: Bilan) -> Rich:
    """The organisation's own dates, and what its copy counts."""
    mine = sa_signature(bilan)
    if hors_charte(bilan):
        return rich(
            "Votre organisme n’est signataire de la charte aucun jour de la période {p} : aucun "
            "engagement de la charte ne le concerne, et ce bilan ne compte rien pour lui.",
            p=jours(bilan),
        )
    if mine is None:
        return rich("Aucune signature de votre organisme n’est enregistrée avant cette date.")
    first = "Votre organisme a signé le {s}"
    first += " et a quitté la charte le {d}." if mine.denoncee else "."
    tail = (
        ""
        if terminee(bilan)
        else " Ce bilan porte sur la période {p} et ne compte que vos propositions, vos dossiers, "
        "vos alertes et nos actes envers vous, aux jours où vous étiez signataire."
    )
    return rich(
        first + tail,
        s=day(mine.signee),
        d=day(mine.denoncee) if mine.denoncee else "",
        p=jours(bilan),
    )
