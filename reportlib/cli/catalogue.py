"""``bilan catalogue``: the indicators, one a line."""

from __future__ import annotations

from reportlib.cli.terminal import aligned, document, say
from reportlib.indicators import catalogue
from reportlib.wording import counted


def run(*, as_json: bool) -> int:
    """Print the indicators that can be computed, by id."""
    records = catalogue()
    if as_json:
        document(
            {
                "indicateurs": [
                    {
                        "repere": record.id,
                        "libelle": record.libelle,
                        "unite": record.unite,
                        "definition": record.definition,
                        "source": record.source,
                        "ventilations": list(record.ventilations),
                    }
                    for record in records.values()
                ]
            }
        )
        return 0
    say(aligned([(record.id, record.libelle) for record in records.values()], indent=0))
    say("", f"{counted(len(records), 'indicateur')}\u00a0; « bilan expliquer BA-10 --annee 2023 ».")
    return 0
