"""Several dated copies of the public list, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from reportlib.errors import DataError
from reportlib.intake.lpof import ListePublique, read_lpof
from reportlib.intake.sentences import sentence
from reportlib.wording import day

SUIVI = ("nda", "ndas_precedents", "siren", "code_region", "departement", "certifie")
"""The columns that following organisations from copy to copy needs, and those to part them by."""


def read_copies(
    paths: Iterable[str | Path], *, colonnes: Collection[str] = SUIVI
) -> list[ListePublique]:
    """Return the copies of ``paths`` by day, the day being told by each file's name.

    Raises
    ------
    DataError
        A fault of a file; a name that tells no day; two copies of one day; a copy that does not
        tell certifications.
    """
    copies = [read_lpof(path, colonnes=colonnes) for path in paths]
    for copy in copies:
        if copy.date is None:
            raise DataError(
                sentence(
                    "{name} : la date de la copie est inconnue. Mettez-la dans le nom du fichier, "
                    "par exemple « lpof_2025-10-01.csv ».",
                    name=copy.sheet.file,
                )
            )
        if not copy.certifications_fournies:
            raise DataError(
                sentence(
                    "{name} : cette copie ne dit pas les certifications (avant décembre 2021). "
                    "Retirez-la de la série.",
                    name=copy.sheet.file,
                )
            )
    days = Counter(copy.date for copy in copies if copy.date)
    for jour, count in days.items():
        if count > 1:
            raise DataError(
                sentence(
                    "Deux copies de la liste sont datées du {jour} : gardez-en une.", jour=day(jour)
                )
            )
    return sorted(copies, key=lambda copy: str(copy.date))
