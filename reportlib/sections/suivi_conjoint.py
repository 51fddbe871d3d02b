"""The joint count of proposals: what one party counts and the other does not (R-CH-04)."""

from __future__ import annotations

import pandas as pd

from reportlib.blocks import Block, Column, Paragraph, Row, Table, text
from reportlib.indicators.suivi_conjoint import ecarts_suivi
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import source
from reportlib.wording import Rich, counted, day, rich, signed


def blocks(bilan: Bilan) -> tuple[Block | None, ...]:
    """The joint count: what only one party has, in a list for those who may see it."""
    gap = bilan.one("CH-12")
    if not gap.exact:
        return ()
    without = bilan.figures.left_out("CH-12").get("décompte de l’organisme non fourni", 0)
    own = bilan.organisme
    alone = ecarts_suivi(
        bilan.dataset, bilan.period, bilan.settings, id_of=own.id_of if own else None
    )
    if own and without:
        return (
            Paragraph(
                text=rich(
                    "Suivi conjoint : votre propre décompte des propositions n’est pas fourni ; "
                    "il n’est pas rapproché du nôtre."
                )
            ),
        )
    if own and alone.empty and not bilan.one("CH-04").count:
        return ()
    return (Paragraph(text=_rapprochement(bilan, gap, alone, without)), _liste(bilan, alone))


def _rapprochement(bilan: Bilan, gap: Figure, alone: pd.DataFrame, without: int) -> Rich:
    theirs, ours = (int(alone["source"].eq(party).sum()) for party in ("of", "tpge"))
    whose = "votre organisme" if bilan.organisme else "les organismes"
    said = "Suivi conjoint de l’indicateur de la charte : "
    said += (
        "chaque proposition comptée par une partie l’est par l’autre."
        if alone.empty
        else "{a} par {w} et non par Transitions Pro, {b} par Transitions Pro et non par {w} "
        "(écart : {e})."
    )
    tail = (
        " Sont hors de ce rapprochement {o}, dont l’organisme n’a pas fourni son décompte."
        if without
        else ""
    )
    return rich(
        said + tail,
        a=counted(theirs, "proposition comptée", "propositions comptées", none="aucune comptée"),
        b=counted(ours, "comptée", "comptées", none="aucune"),
        w=whose,
        e=signed(gap.numerator or 0),
        o=counted(without, "proposition"),
    )


def _liste(bilan: Bilan, alone: pd.DataFrame) -> Block | None:
    """The proposals that only one party counts; a regional copy names no organisation's."""
    if alone.empty or not (bilan.organisme or bilan.interne):
        return None
    names = {"of": "l’organisme", "tpge": "Transitions Pro"}
    rows = tuple(
        Row(
            cells=(
                text(day(when)),
                *((text(id_of),) if bilan.interne else ()),
                text(
                    str(title).replace("'", "’") if pd.notna(title) else "formation non renseignée"
                ),
                text(names[party]),
            )
        )
        for when, id_of, title, party in alone[
            ["date_reception", "id_of", "intitule_formation", "source"]
        ].itertuples(index=False)
    )
    return Table(
        title="Propositions comptées par une seule partie",
        columns=(
            Column(label="Reçue le", width_mm=36),
            *((Column(label="Organisme", width_mm=26),) if bilan.interne else ()),
            Column(label="Formation"),
            Column(label="Comptée par", width_mm=34),
        ),
        rows=rows,
        source=source("propositions"),
        dense=True,
    )
