"""After a refusal on the charter's ground: contact, complete or not, a new file, an agreement."""

from __future__ import annotations

from reportlib.blocks import Block, Funnel, Paragraph, Step, absent
from reportlib.rules.statistiques import BASE_MIN
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import au_soir, duree, region_a_cote
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import SUITES
from reportlib.sections.tournures import absente, lues, notes, source
from reportlib.wording import Rich, counted, integer, listed, percent, rich, typographed

VOLETS = (
    ("motif_precise", "motif précisé"),
    ("attendus_partages", "attendus partagés"),
    ("reponse_reflechie", "réponse réfléchie ensemble"),
)


def blocks(bilan: Bilan) -> tuple[Block | None, ...]:
    """Return the blocks on what follows a refusal, for the region or one organisation."""
    if gone := absente(bilan, "dossiers_ptp", "echanges_refus", "signataires"):
        return (gone,)
    refused = bilan.one("CH-16")
    if refused.state == "masque":
        return (
            Paragraph(
                text=rich(
                    "Les refus motivés par la cohérence du parcours sont trop peu nombreux pour "
                    "être publiés (s)."
                )
            ),
        )
    if not refused.count:
        return (
            Paragraph(
                text=rich(
                    "Sans objet : aucun refus n’a été motivé par la cohérence du parcours dans la "
                    "période."
                )
            ),
        )
    return (_funnel(bilan, refused), Paragraph(text=_delai(bilan)))


def _funnel(bilan: Bilan, refused: Figure) -> Block:
    """The funnel from refusals to agreements; shares are of the refusals, the one common base."""
    contacted, complete, again = (bilan.one(name) for name in ("CH-17", "CH-18", "CH-20"))
    after = bilan.figures.grouped("CH-20", "suite").get("accordee")
    agreed_after = after.cell if after else bilan.figures.zero("CH-20", suite="accordee").cell
    if again.exact and not again.count:
        agreed_after = bilan.figures.zero("CH-20", suite="accordee").cell
    steps = (
        Step(label="Refus", cell=refused.cell),
        _step("Contactés", contacted),
        _step("Contacts complets", complete),
        _step("Nouveau dossier", again),
        Step(label=SUITES["accordee"], cell=agreed_after),
    )
    figures = [refused, contacted, complete, again, *([after] if after else [])]
    return Funnel(
        title="Du refus pour cohérence du parcours au nouvel accord",
        unit=typographed(
            f"Dossiers refusés dans la période, part des refus ; suites au {au_soir(bilan)}"
        ),
        steps=steps,
        alt=typographed(f"Entonnoir des refus pour cohérence du parcours : {lues(steps)}."),
        notes=notes(
            figures,
            rich(
                "Contact complet : motif précisé, attendus partagés et réponse réfléchie ensemble. "
                "Un nouveau dossier peut suivre un contact incomplet."
            ),
        ),
        source=source("dossiers_ptp", "echanges_refus", "signataires"),
    )


def _step(label: str, figure: Figure) -> Step:
    if not figure.exact:
        return Step(label=label, cell=absent(figure.state))
    if figure.base < BASE_MIN or figure.value is None:
        return Step(label=label, cell=figure.cell)
    return Step(
        label=label,
        cell=figure.cell,
        share=f"{percent(figure.value)} des refus",
        rate=figure.value,
    )


def _delai(bilan: Bilan) -> Rich:
    """The delay of the contact, the three parts of it, what is counted apart."""
    delay, parts = bilan.one("CH-19"), bilan.figures.grouped("CH-18", "volets")
    said: list[str] = []
    values: dict[str, str] = {}
    if delay.exact:
        said.append(
            "Délai médian de la commission au premier contact : {d} ({c})."
            if delay.value is not None
            else "Délai de la commission au premier contact : {d} ({c})."
        )
        values |= {"d": duree(delay), "c": counted(delay.base, "contact")}
    known = [
        f"{label}, {integer(f.base)}"
        for key, label in VOLETS
        if (f := parts.get(key)) is not None and f.exact
    ]
    if known:
        said.append("Volets remplis : {v}.")
        values["v"] = listed(known)
    other = bilan.figures.left_out("CH-16").get("motif «\u00a0pertinence du parcours\u00a0»", 0)
    if other:
        said.append("À part, {p} au motif de la pertinence du parcours, hors de la charte.")
        values["p"] = counted(other, "refus", "refus")
    beside = region_a_cote(bilan, "CH-17")
    if beside:
        said.append("Refus suivis d’un contact, {b}.")
        values["b"] = beside
    return rich(" ".join(said), **values)
