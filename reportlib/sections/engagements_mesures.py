"""How each measure of the table of engagements is said: the number, its name, its base."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reportlib.blocks import Measured
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import duree, part, region_a_cote
from reportlib.sections.figure import Figure
from reportlib.wording import agreed, counted, typographed


@dataclass(frozen=True, kw_only=True)
class Dit:
    """What stands beside a number: singular and plural, and what its base is made of."""

    un: str
    plusieurs: str
    base: tuple[str, str] = ("", "")
    """What one unit and several units of the base are called; for shares and medians."""


COUNTS: dict[str, Dit] = {
    "CH-04": Dit(un="proposition reçue par écrit", plusieurs="propositions reçues par écrit"),
    "CH-05": Dit(un="a permis un aménagement", plusieurs="ont permis un aménagement"),
    "CH-12": Dit(un="d’écart au suivi conjoint", plusieurs="d’écart au suivi conjoint"),
    "CH-16": Dit(un="refus pour cohérence", plusieurs="refus pour cohérence"),
    "CH-21": Dit(un="alerte émise", plusieurs="alertes émises"),
    "CH-26": Dit(un="contrôle sur alerte", plusieurs="contrôles sur alerte"),
    "CH-26b": Dit(un="non vérifiable", plusieurs="non vérifiables"),
    "CH-30": Dit(un="temps de dialogue", plusieurs="temps de dialogue"),
    "CH-32": Dit(un="constat", plusieurs="constats"),
    "CH-34c": Dit(un="contact sans écrit", plusieurs="contacts sans écrit"),
}
SHARES: dict[str, Dit] = {
    "CH-03": Dit(un="listé sur le site", plusieurs="listés sur le site",
                 base=("signataire", "signataires")),
    "CH-06": Dit(un="organisme auteur", plusieurs="d’organismes auteurs",
                 base=("signataire", "signataires")),
    "CH-08": Dit(un="étudiée", plusieurs="étudiées", base=("reçue", "reçues")),
    "CH-09": Dit(un="avec un retour", plusieurs="avec un retour", base=("reçue", "reçues")),
    "CH-11": Dit(un="retour traite le financement", plusieurs="des retours traitent le financement",
                 base=("renseigné", "renseignés")),
    "CH-13": Dit(un="parcours aménagé", plusieurs="de parcours aménagés",
                 base=("dossier", "dossiers")),
    "CH-14": Dit(un="aménagement valorisé", plusieurs="d’aménagements valorisés",
                 base=("dossier aménagé", "dossiers aménagés")),
    "CH-15": Dit(un="accord", plusieurs="d’accords", base=("dossier décidé", "dossiers décidés")),
    "CH-17": Dit(un="suivi d’un contact", plusieurs="suivis d’un contact",
                 base=("refus", "refus")),
    "CH-18": Dit(un="contact complet", plusieurs="contacts complets", base=("refus", "refus")),
    "CH-20": Dit(un="suivi d’un nouveau dossier", plusieurs="suivis d’un nouveau dossier",
                 base=("refus", "refus")),
    "CH-24": Dit(un="organisme émetteur", plusieurs="d’organismes émetteurs",
                 base=("signataire", "signataires")),
    "CH-25": Dit(un="rupture annoncée", plusieurs="de ruptures annoncées",
                 base=("rupture", "ruptures")),
    "CH-28": Dit(un="bilan remis", plusieurs="de bilans remis",
                 base=("signataire", "signataires")),
    "CH-29": Dit(un="bilan remis", plusieurs="bilans remis",
                 base=("demande", "demandes")),
    "CH-30b": Dit(un="signataire rencontré", plusieurs="de signataires rencontrés",
                  base=("signataire", "signataires")),
    "CH-30c": Dit(un="avec les deux volets", plusieurs="avec les deux volets",
                  base=("temps de dialogue", "temps de dialogue")),
    "CH-34": Dit(un="précédée d’un contact", plusieurs="précédées d’un contact",
                 base=("datée", "datées")),
}  # fmt: skip
MEDIANS: dict[str, Dit] = {
    "CH-10": Dit(un="délai de retour", plusieurs="délai médian de retour",
                 base=("retour de la période", "retours de la période")),
    "CH-19": Dit(un="délai du contact", plusieurs="délai médian du contact",
                 base=("contact", "contacts")),
    "CH-34b": Dit(un="délai du contact à l’écrit", plusieurs="délai médian du contact à l’écrit",
                  base=("datée", "datées")),
}  # fmt: skip


def mesure(bilan: Bilan, identifier: str) -> Measured:
    """Return one measure as the table of engagements says it, the region beside an own number."""
    figure = bilan.one(identifier)
    say: Callable[[Figure, Dit], Measured]
    table: Mapping[str, Dit]
    say, table = next(
        (say, table)
        for say, table in ((_count, COUNTS), (_share, SHARES), (_median, MEDIANS))
        if identifier in table
    )
    told = say(figure, table[identifier])
    beside = region_a_cote(bilan, identifier)
    base = " ; ".join(filter(None, (told.base, beside)))
    return Measured(label=typographed(told.label), cell=told.cell, base=typographed(base))


def _count(figure: Figure, said: Dit) -> Measured:
    label = agreed(figure.count, said.un, said.plusieurs) if figure.exact else said.plusieurs
    return Measured(label=label, cell=figure.cell)


def _share(figure: Figure, said: Dit) -> Measured:
    """A share with its base; the count alone, « sur 6 demandes », under ten.

    An organisation alone in its base is not said to be one of one.
    """
    one, many = said.base
    if not figure.exact:
        none = f"aucun cas ({many})" if figure.state == "sans_objet" else ""
        return Measured(label=said.plusieurs, cell=part(figure), base=none)
    if figure.small:
        label = agreed(
            figure.count,
            said.un,
            said.plusieurs.removeprefix("de ").removeprefix("d’").removeprefix("des "),
        )
        alone = figure.base == 1 and one == "signataire"
        whole = "" if alone else f"sur {counted(figure.base, one, many)}"
        return Measured(label=label, cell=part(figure), base=whole)
    shown = f"{figure.cell.text[0][0]} sur {counted(figure.base, one, many)}"
    return Measured(label=said.plusieurs, cell=part(figure), base=shown)


def _median(figure: Figure, said: Dit) -> Measured:
    """A median from five cases; the value or both ends under that."""
    if not figure.exact:
        none = "aucun cas" if figure.state == "sans_objet" else ""
        return Measured(label=said.plusieurs, cell=figure.cell, base=none)
    name = said.plusieurs if figure.value is not None else said.un
    cell = replace(figure.cell, text=((duree(figure), ""),))
    return Measured(label=f"de {name}", cell=cell, base=f"sur {counted(figure.base, *said.base)}")
