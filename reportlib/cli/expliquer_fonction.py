"""``bilan expliquer`` of a number made of others: its rule, and its terms for the period."""

from __future__ import annotations

from typing import Any

import pandas as pd

from reportlib.cli.cellules import SHOWN, plain, say_others
from reportlib.cli.terminal import aligned, document, say, width, wrapped
from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.indicators.fonctions import Fonction
from reportlib.periods import Period
from reportlib.settings import Settings
from reportlib.wording import decimal, integer, span_of_days, typographed

EDGES = ("_source", "_ligne")


def run(
    one: Fonction,
    dataset: Dataset,
    period: Period,
    settings: Settings,
    id_of: str | None,
    *,
    as_json: bool,
) -> int:
    """Print what a number made of others rests on.

    Raises
    ------
    ParameterError
        It is of one organisation, and none is named.
    """
    if one.un_organisme and id_of is None:
        raise ParameterError(f"{one.id} se lit pour un organisme : ajoutez --organisme.")
    absent = [name for name in one.registres if not dataset.has(name)]
    rows = None
    if one.tableau and not absent:
        rows = one.tableau(dataset, period, settings, id_of or "")
    if as_json:
        document(_as_document(one, period, id_of, rows, absent))
        return 0
    scope = f"organisme {id_of}" if id_of else "région"
    say(wrapped(f"{one.id}, {typographed(one.libelle)}"), "")
    facts = [
        ("Périmètre", f"{scope}, {span_of_days(period.start, period.end)}"),
        ("Définition", one.definition),
        ("Formule", one.formule),
        ("Termes", one.termes),
        ("Source", one.source),
        ("Valeur", "donnée non fournie" if absent else ""),
        ("Registre", ", ".join(absent)),
    ]
    say(aligned([(head, typographed(words)) for head, words in facts if words]))
    if rows is not None:
        _table(rows)
    say("", "Usage interne\u00a0: rien n’est masqué ici.")
    return 0


def _as_document(
    one: Fonction,
    period: Period,
    id_of: str | None,
    rows: pd.DataFrame | None,
    absent: list[str],
) -> dict[str, Any]:
    """The same as plain data."""
    terms = pd.DataFrame() if rows is None else rows.drop(columns=list(EDGES), errors="ignore")
    return {
        "repere": one.id,
        "libelle": typographed(one.libelle),
        "definition": typographed(one.definition),
        "formule": typographed(one.formule),
        "termes": typographed(one.termes),
        "source": typographed(one.source),
        "debut": period.start.isoformat(),
        "fin": period.end.isoformat(),
        "perimetre": "organisme" if id_of else "region",
        "id_of": id_of,
        "etat": "non_fourni" if absent else "exact",
        "lignes": [
            {str(name): plain(cell) for name, cell in row.items()}
            for row in terms.astype("object").to_dict("records")
        ],
    }


def _table(rows: pd.DataFrame) -> None:
    """Print the first terms."""
    shown = rows.drop(columns=list(EDGES), errors="ignore")
    say("", f"Termes\u00a0: {integer(len(shown)) if len(shown) else 'aucun'}")
    if shown.empty:
        return
    lines = shown.head(SHOWN).astype("object").itertuples(index=False)
    heads = [str(name).replace("_", " ") for name in shown.columns]
    table = [heads, *([_words(cell) for cell in line] for line in lines)]
    wide = sum(max(map(len, column)) + 2 for column in zip(*table, strict=True))
    if wide <= width():
        say(aligned(table))
    else:
        for line in table[1:]:
            say(aligned([pair for pair in zip(heads, line, strict=True) if pair[1]]), "")
    say_others(len(shown))


def _words(cell: Any) -> str:
    """A term as people read it."""
    written = plain(cell)
    if written is None:
        return ""
    if isinstance(written, int | float) and not isinstance(written, bool):
        return integer(written) if float(written).is_integer() else decimal(written)
    return str(written)
