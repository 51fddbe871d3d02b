"""Chapter 1, the bases: what a rate is worth depends on which one it is of (R-ADO-07)."""

from __future__ import annotations

import pandas as pd

from reportlib.blocks import Block, Column, Paragraph, Row, Table, text
from reportlib.indicators.qualiopi_nationales import releves, taux_nationaux
from reportlib.sections.bilan import Bilan
from reportlib.sections.qualiopi_nombres import (
    Sources,
    cite,
    decimale,
    entier,
    nationale,
    reference,
)
from reportlib.wording import day, joined, rich


def region(bilan: Bilan, sources: Sources) -> Block:
    """Return certified, and certified or under way, beside each base that a source gives."""
    rates = taux_nationaux(bilan.dataset, bilan.period.end)
    told = rates.loc[rates["denominator"].notna()]
    if told.empty:
        return Paragraph(text=rich("Aucune base n’est publiée avec ces nombres : pas de taux."))
    wide = told.pivot_table(
        index=["date", "base", "denominator", "source"],
        columns="id",
        values="numerator",
        aggfunc="first",
        dropna=False,
        observed=True,
    ).reset_index().dropna(subset=["QA-03"])  # fmt: skip
    rows = tuple(_base_row(row, sources) for _, row in wide.sort_values(["date", "denominator"])
                 .iterrows())  # fmt: skip
    notes = [rich("« Dans la démarche » : certifiés ou en cours. Un taux change avec sa base : "
                  "deux bases ne se comparent pas.")]  # fmt: skip
    latest = releves(bilan.dataset, bilan.period.end)["date"].max()
    if latest > wide["date"].max():
        notes.append(rich("Au {j}, dernier point publié, la source ne donne pas de base.",
                          j=day(latest)))  # fmt: skip
    return Table(
        title="Les bases, et ce que valent les taux selon chacune",
        unit="Nombre d’organismes, et part de la base",
        columns=(
            Column(label="Date, source", width_mm=36),
            Column(label="Base"),
            Column(label="Effectif", kind="num", width_mm=19),
            Column(label="Certifiés", kind="num", width_mm=19),
            Column(label="en\u00a0%", kind="num", width_mm=13),
            Column(label="Dans la démarche", kind="num", width_mm=22),
            Column(label="en\u00a0%", kind="num", width_mm=13),
        ),
        rows=rows,
        notes=(joined(notes),),
        source="registre des certifications nationales.",
    )


def _base_row(row: pd.Series, sources: Sources) -> Row:
    """A day and a base: counts, and their shares of it."""
    when, base = row["date"].date(), float(row["denominator"])
    engaged = row.get("QA-04")
    named = str(row["base"])
    noun = named.partition(" («")[0]
    key = f"{noun}|{when.isoformat()}"
    return Row(
        cells=(
            text(f"{day(when)} {sources.mark(str(row['source']))}"),
            text(cite(noun[0].upper() + noun[1:])),
            entier(base, reference("QA-03", "national", key, "base")),
            entier(row["QA-03"], nationale("QA-01", "certifies", when)),
            decimale(100 * row["QA-03"] / base, reference("QA-03", "national", key, "taux")),
            entier(engaged, nationale("QA-04", "total", when)),
            decimale(
                None if pd.isna(engaged) else 100 * float(str(engaged)) / base,
                reference("QA-04", "national", key, "taux"),
            ),
        )
    )
