"""Names of natural persons among the names of the list: recognised, never shown."""

from __future__ import annotations

from collections.abc import Iterable

TITLES = ("monsieur ", "madame ", "mademoiselle ", "m. ", "mr ", "mme ", "mlle ", "ei ", "eirl ")
MARKS = (" ei", "(ei)", " e.i.", " eirl", "(eirl)", "entrepreneur individuel", "entreprise individuelle")
"""What an individual enterprise writes beside its name (law of 14 February 2022)."""


def natural_persons(names: Iterable[str]) -> list[bool]:
    """Tell which names are a natural person's, as far as a name can tell.

    « Monsieur … », « … EI », or « NOM*USAGE/PRÉNOMS/ » as the register of companies writes it. An
    individual enterprise that trades under a name of its own is not recognised: the list has no
    column of legal form.
    """
    folded = (name.casefold().strip() for name in names)
    return [
        name.startswith(TITLES) or name.endswith(MARKS) or (name.endswith("/") and name.count("/") > 1)
        for name in folded
    ]
