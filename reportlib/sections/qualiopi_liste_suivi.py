"""Dated copies of the public list one after the other, and snapshots of Datadock."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.blocks import Column, Row, Table, text
from reportlib.indicators.lpof_suivi import MOUVEMENTS, Copie, serie
from reportlib.intake.lpof import ListePublique
from reportlib.sections.qualiopi_liste_tableaux import SOURCE
from reportlib.sections.qualiopi_nombres import decimale, entier, reference
from reportlib.wording import day, listed, rich, typographed


def mouvements(copies: Sequence[ListePublique]) -> Table:
    """Return what moved from copy to copy: newly certified, lost (followed by SIREN)."""
    dated = [Copie(copy.date, copy.organismes) for copy in copies if copy.date]
    rows = tuple(
        Row(
            cells=(
                text(day(row["jour"])),
                *(
                    entier(row[name], reference("LPOF", "suivi", row["jour"].isoformat(), name),
                           "sans_objet")
                    for name in ("organismes", "certifies", *MOUVEMENTS)
                ),
            )
        )
        for _, row in serie(dated).iterrows()
    )  # fmt: skip
    names = ("Nouveaux certifiés", "Entrés certifiés", "Perdus", "Sortis certifiés")
    told = [
        f"{name.lower()} : {words}" for name, words in zip(names, MOUVEMENTS.values(), strict=True)
    ]
    return Table(
        title="La liste publique d’une copie à l’autre",
        unit="Organismes, suivis par leur SIREN",
        columns=(
            Column(label="Copie"),
            *(Column(label=name, kind="num", width_mm=23)
              for name in ("Organismes", "Certifiés", *names)),
        ),
        rows=rows,
        notes=(rich("{n}.", n=typographed(listed(told)).capitalize()),),
        source=SOURCE,
    )  # fmt: skip


def cliches(series: pd.DataFrame, name: str) -> Table:
    """Return the snapshots of Datadock as a dated series, of apprenticeship only."""
    columns = ("etablissements", "referencables", "part_referencables", "certifies",
               "part_certifies", "eduform")  # fmt: skip
    rows = tuple(
        Row(
            cells=(
                text(day(row["jour"])),
                *(
                    (decimale if one.startswith("part") else entier)(
                        row[one], reference("Datadock", str(row["jour"])[:10], one)
                    )
                    for one in columns
                ),
            )
        )
        for _, row in series.iterrows()
    )
    return Table(
        title="Établissements d’apprentissage sur Datadock, clichés datés",
        unit="Établissements distincts, et part de ceux du cliché",
        columns=(
            Column(label="Cliché"),
            Column(label="Établissements", kind="num", width_mm=26),
            Column(label="Référençables", kind="num", width_mm=26),
            Column(label="en\u00a0%", kind="num", width_mm=15),
            Column(label="Label Qualiopi", kind="num", width_mm=24),
            Column(label="en\u00a0%", kind="num", width_mm=15),
            Column(label="Label Eduform", kind="num", width_mm=24),
        ),
        rows=rows,
        notes=(
            rich(
                "Établissements d’apprentissage seulement : une autre population que celle de la "
                "courbe nationale. « n. f. » : le cliché n’a pas de colonne de label."
            ),
        ),
        source=f"{name}, extraits publics.",
    )
