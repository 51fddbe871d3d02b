"""``bilan expliquer``: a number, its rule, and the rows of the registers behind it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportlib.cli import expliquer_fonction
from reportlib.cli.cellules import SHOWN, plain, say_others
from reportlib.cli.organismes import id_of
from reportlib.cli.terminal import aligned, document, say, wrapped
from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.indicators import Explanation, explain, indicator
from reportlib.indicators.fonctions import Fonction, fonction
from reportlib.indicators.record import BASED
from reportlib.periods import Period
from reportlib.places import locate
from reportlib.settings import Charte, Choix, Settings
from reportlib.wording import counted, decimal, integer, percent, span_of_days

if TYPE_CHECKING:
    import pandas as pd

STATES = {
    "sans_objet": "sans objet, la base est vide",
    "non_fourni": "donnée non fournie",
    "reconduction": "reconduction non renseignée",
}
"""States in which there is no number → how they are said."""

HEADS = {
    "cle": "clé",
    "role": "rôle",
    "raison": "raison",
    "source": "feuille",
    "_source": "feuille",
    "ligne": "ligne",
    "_ligne": "ligne",
    "motif": "motif",
}
"""Columns of the tables → how they are said."""


def run(  # noqa: PLR0913 - one argument an option
    name: str,
    periode: str,
    *,
    organisme: str | None,
    donnees: str,
    charte: str,
    choix: str = "",
    par: Sequence[str] = (),
    as_json: bool,
) -> int:
    """Print where an indicator's value comes from, for the region or one organisation.

    For internal use: nothing is withheld, and keys of files are shown.

    Parameters
    ----------
    par
        « NOM=VALEUR », for one number of a broken-down table.

    Raises
    ------
    ParameterError
        The indicator, a breakdown, the period, a path or the organisation is unknown.
    DataError
        A fault of a file.
    """
    record = fonction(written(name)) or indicator(written(name))
    period = Period.parse(periode)
    settings = Settings(charte=Charte.read(charte), choix=Choix.read(choix) if choix else Choix())
    group = breakdowns(par)
    dataset = Dataset.read(locate(donnees))
    one = id_of(dataset, organisme) if organisme else None
    if isinstance(record, Fonction):
        return expliquer_fonction.run(record, dataset, period, settings, one, as_json=as_json)
    explanation = explain(record, dataset, period, settings, id_of=one, par=group)
    if as_json:
        document(as_document(explanation))
    else:
        show(explanation)
    return 0


def written(name: str) -> str:
    """Return an indicator as the catalogue writes it: « ch-30B » is « CH-30b »."""
    shape = re.fullmatch(r"([a-z]{2}-?\d+)([a-z]?)", name.strip(), re.IGNORECASE)
    return f"{shape[1].upper()}{shape[2].lower()}" if shape else name.upper()


def breakdowns(words: Sequence[str]) -> dict[str, str]:
    """Return breakdown → value of « NOM=VALEUR ».

    Raises
    ------
    ParameterError
        One is not written so, or a name comes twice.
    """
    group: dict[str, str] = {}
    for word in words:
        name, equal, wanted = word.partition("=")
        if not (name and equal and wanted) or name in group:
            raise ParameterError(
                f"--par {word} : écrivez --par NOM=VALEUR, par exemple --par mois=2023-02, une "
                "fois par ventilation."
            )
        group[name] = wanted
    return group


def show(explanation: Explanation) -> None:
    """Print an explanation for people."""
    record, period = explanation.indicator, explanation.period
    scope = f"organisme {explanation.id_of}" if explanation.id_of else "région"
    say(wrapped(f"{record.id}, {record.libelle}"), "")
    facts = [
        ("Périmètre", f"{scope}, {span_of_days(period.start, period.end)}"),
        ("Ventilation", ", ".join(f"{name} = {value}" for name, value in explanation.par.items())),
        ("Définition", record.definition),
        ("Formule", record.formule),
        ("Cas limites", record.cas_limites),
        ("Source", record.source),
        ("Valeur", value(explanation)),
        ("Unité", "" if record.kind == "part" else record.unite),
        ("Numérateur", _number(explanation.numerator)),
        ("Dénominateur", _number(explanation.denominator)),
        ("Remarque", explanation.remark),
    ]
    if record.kind not in {"part", "moyenne"}:
        facts = [fact for fact in facts if fact[0] not in {"Numérateur", "Dénominateur"}]
    say(aligned([fact for fact in facts if fact[1]]))
    if explanation.state != "non_fourni":
        _table("Lignes comptées", explanation.units, ("cle", "role", "source", "ligne"))
        _table("Laissées de côté", explanation.left_out, ("cle", "raison", "source", "ligne"))
        title = "Mises à l’écart à la lecture, qui auraient pu compter"
        _table(title, explanation.set_aside, ("_source", "_ligne", "motif"))
    say("", "Usage interne\u00a0: rien n’est masqué ici.")


def value(explanation: Explanation) -> str:
    """« 65,1 % », « 54, 2 lignes écartées », « sans objet, la base est vide »."""
    number = explanation.value
    if explanation.state in STATES:
        return STATES[explanation.state]
    if math.isnan(number):
        shown = "0" if explanation.indicator.kind not in BASED else "sans valeur"
    else:
        shown = percent(number) if explanation.indicator.kind == "part" else _number(number)
    lost = len(explanation.set_aside)
    aside = f", {counted(lost, 'ligne écartée', 'lignes écartées')}" if lost else ""
    return shown + aside


def as_document(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as plain data; a number that is not there is ``null``."""
    record, period = explanation.indicator, explanation.period
    return {
        "repere": record.id,
        "libelle": record.libelle,
        "definition": record.definition,
        "formule": record.formule,
        "cas_limites": record.cas_limites,
        "source": record.source,
        "unite": record.unite,
        "debut": period.start.isoformat(),
        "fin": period.end.isoformat(),
        "perimetre": "organisme" if explanation.id_of else "region",
        "id_of": explanation.id_of,
        "ventilation": dict(explanation.par),
        "etat": explanation.state,
        "valeur": plain(explanation.value),
        "numerateur": plain(explanation.numerator),
        "denominateur": plain(explanation.denominator),
        "remarque": explanation.remark,
        "lignes": _rows(explanation.units),
        "laissees_de_cote": _rows(explanation.left_out),
        "ecartees": _rows(explanation.set_aside, ("_source", "_ligne", "id_of", "motif")),
    }


def _table(title: str, rows: pd.DataFrame, columns: Sequence[str]) -> None:
    """Print the first rows of a table under its title and number of rows."""
    say("", f"{title}\u00a0: {integer(len(rows)) if len(rows) else 'aucune'}")
    kept = [name for name in columns if name in rows]
    if rows.empty or not kept:
        return
    shown = rows[kept].head(SHOWN).astype("object").itertuples(index=False)
    head = [HEADS[name] for name in kept]
    say(aligned([head, *([_cell(cell) for cell in row] for row in shown)]))
    say_others(len(rows))


def _rows(rows: pd.DataFrame, columns: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Rows as plain data; a missing cell is ``null``."""
    kept = [name for name in columns if name in rows] or list(rows.columns)
    return [
        {name.lstrip("_"): plain(cell) for name, cell in zip(kept, row, strict=True)}
        for row in rows[kept].astype("object").itertuples(index=False)
    ]


def _cell(cell: Any) -> str:
    told = plain(cell)
    return "" if told is None else str(told)


def _number(number: float) -> str:
    if math.isnan(number):
        return ""
    return integer(number) if number == int(number) else decimal(number)
