"""The same list in the layouts that were published: official, Opendatasoft twice, before 2022."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress
from pathlib import Path

import numpy as np

from .noms import AVANT_2022, LIBELLES, OFFICIELS, TECHNIQUES
from .tirage import Liste

Cells = list[str]
Columns = list[Cells]


def ecrire(liste: Liste, chemin: Path, disposition: str = "officielle") -> None:
    """Write ``liste`` as a file of ``disposition``: see ``DISPOSITIONS``."""
    headers, columns, ending, mark = DISPOSITIONS[disposition](liste)
    rows = zip(*columns, strict=True)
    with chemin.open("w", encoding="utf-8", newline="") as out:
        out.write(mark + ";".join(headers) + ending)
        out.writelines(";".join(row) + ending for row in rows)


def quoted(cells: Cells) -> Cells:
    """Return every cell between quotes, a quote inside being doubled."""
    return ['"' + cell.replace('"', '""') + '"' for cell in cells]


def guarded(cells: Cells) -> Cells:
    """Return cells, between quotes only those that need it."""
    return [
        quoted([cell])[0] if '"' in cell or ";" in cell or "\n" in cell else cell for cell in cells
    ]


def states(liste: Liste) -> Columns:
    """Return the four state columns: « true », « false », empty without any certification."""
    known = [np.where(held, "true", "false") for held in liste.categories.T]
    return [np.where(liste.certifie, column, "").tolist() for column in known]


def _number(values: np.ndarray) -> Cells:
    """Return whole numbers as text, -1 being an empty cell."""
    return ["" if value < 0 else str(value) for value in values.tolist()]


def _day(days: np.ndarray) -> Cells:
    """Return days as « 22/04/2022 »."""
    iso = days.astype("datetime64[D]").astype("U10")
    return [f"{d[8:]}/{d[5:7]}/{d[:4]}" for d in iso.tolist()]


def _year(liste: Liste) -> Columns:
    """Return first and last day of the financial year, the one that the declaration tells of."""
    start = (liste.date.astype("datetime64[Y]") - 1).astype("datetime64[M]")
    end = (start + liste.mois_exercice).astype("datetime64[D]") - 1
    return [_day(start), _day(end)]


def _codes(liste: Liste) -> Columns:
    """Return code and label of each specialty, in turn."""
    texts = [column.tolist() for column in liste.specialites.T]
    return [
        cells for column in texts for cells in ([t[:3] for t in column], [t[4:] for t in column])
    ]


def _body(liste: Liste, text: Callable[[Cells], Cells]) -> Columns:
    """Return the 30 columns of the list in their official order."""
    nothing = [""] * len(liste)
    foreign = np.where(liste.etranger, "FOREIGN EXAMPLE LTD", "").tolist()
    country = np.where(liste.etranger, "BELGIQUE", "").tolist()
    before = (
        liste.nda, liste.precedent, liste.denomination, liste.siren, liste.siret, liste.voie,
        liste.code_postal, liste.ville, liste.region,
    )  # fmt: skip
    return [
        *(text(column.tolist()) for column in before),
        *states(liste),
        *map(text, (foreign, nothing, nothing, nothing, country)),
        _day(liste.date),
        *_year(liste),
        *map(text, _codes(liste)),
        *map(_number, (liste.stagiaires, liste.confies, liste.formateurs)),
    ]


def _official(liste: Liste) -> tuple[Sequence[str], Columns, str, str]:
    """Header and rows end with « ; »: a 31st column, empty."""
    return [*OFFICIELS, ""], [*_body(liste, quoted), [""] * len(liste)], "\n", ""


def _exported(liste: Liste, headers: Sequence[str]) -> tuple[Sequence[str], Columns, str, str]:
    """An export adds place and summary columns, and makes the postal code a number."""
    body, nothing = _body(liste, guarded), [""] * len(liste)
    body[6] = [cell.lstrip("0") for cell in body[6]]
    point, yes = (
        np.where(liste.code_postal != "", *pair).tolist()
        for pair in (("48.5, 7.5", ""), ("true", "false"))
    )
    specialties = guarded(["/".join(t[4:] for t in row if t) for row in liste.specialites.tolist()])
    held = ["/".join(compress(LIBELLES[10:14], row)) for row in liste.categories.tolist()]
    added = [nothing] * 4 + [liste.departement.tolist(), nothing, nothing, nothing]
    added += [specialties, yes, held, [str(rank) for rank in range(len(liste))]]
    return headers, [*body[:9], point, *body[9:], *added], "\r\n", "\ufeff"


def _before_2022(liste: Liste, *, joined: bool) -> tuple[Sequence[str], Columns, str, str]:
    """NIC apart from the SIREN, spaces before the names, and neither region nor certification.

    ``joined`` appends region and certifications under their official names, as a re-user who
    completes an old file does, so that it says what the others say.
    """
    nothing = [""] * len(liste)
    codes = _codes(liste)[::2] + [nothing] * 9
    trainees = [_number(liste.stagiaires)] + [nothing] * 11
    columns = [
        guarded(liste.denomination.tolist()),
        liste.siren.tolist(),
        [siret[-5:] for siret in liste.siret.tolist()],
        liste.nda.tolist(),
        np.where(liste.categories[:, 3], "Oui", "Non").tolist(),
        _number(liste.formateurs),
        liste.voie.tolist(),
        nothing,
        liste.code_postal.tolist(),
        liste.ville.tolist(),
        *[nothing] * 5,
        *(cells for pair in zip(codes, trainees, strict=True) for cells in (*pair, nothing)),
    ]
    if not joined:
        return AVANT_2022, columns, "\n", ""
    names = [*AVANT_2022, *(f" {name}" for name in OFFICIELS[8:13])]
    return names, [*columns, liste.region.tolist(), *states(liste)], "\n", ""


DISPOSITIONS: dict[str, Callable[[Liste], tuple[Sequence[str], Columns, str, str]]] = {
    "officielle": _official,
    "opendatasoft": lambda liste: _exported(liste, TECHNIQUES),
    "opendatasoft_libelles": lambda liste: _exported(liste, LIBELLES),
    "avant_2022": lambda liste: _before_2022(liste, joined=True),
    "avant_2022_attestee": lambda liste: _before_2022(liste, joined=False),
}
"""« avant_2022_attestee » has the columns that were published, no more."""
