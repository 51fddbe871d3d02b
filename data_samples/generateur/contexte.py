"""What the later registers build on: organisations, engagements and trainings that intake keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import sqrt
from random import Random

from .hasard import draw, pick
from .organismes import Organisme
from .signataires import active

Row = dict[str, object]
GARDE = "_garde"
"""Hidden column: this line carries a case of the README, or another register cites it."""


@dataclass(frozen=True, kw_only=True)
class Parcours:
    """One training that an accord financed, as the register of files tells it."""

    id_dossier: str
    id_of: str
    debut: date
    fin: date
    rupture: date | None
    heures: Decimal | None

    @property
    def dernier(self) -> date:
        """Return the last day: the planned end, or the rupture when it comes first."""
        return min(self.fin, self.rupture) if self.rupture else self.fin


@dataclass(frozen=True, kw_only=True)
class Contexte:
    """Only what no damage loses: a later register never cites a line set aside at intake."""

    organismes: tuple[Organisme, ...]
    signatures: list[Row]
    parcours: tuple[Parcours, ...]
    tables: dict[str, list[Row]]
    """The registers made before: the first seven, then each new one."""

    def signataire(self, id_of: object, day: date) -> bool:
        """Whether ``id_of`` is an active signatory on ``day`` (R-CH-01)."""
        return active(self.signatures, id_of, day)

    def signataires(self, day: date) -> list[Organisme]:
        """Return the active signatories on ``day``."""
        return [o for o in self.organismes if self.signataire(o.id_of, day)]

    def one_training(self, rng: Random, day: date, without: frozenset[str]) -> Parcours | None:
        """Draw a training under way on ``day``, of none of the organisations ``without``."""
        fit = [p for p in self.parcours if p.debut <= day <= p.dernier and p.id_of not in without]
        return pick(rng, fit) if fit else None

    def one_organisation(self, rng: Random, without: frozenset[str] = frozenset()) -> Organisme:
        """Draw an organisation that has files, large ones a little more often."""
        return draw(
            rng, {o: sqrt(o.poids) for o in self.organismes if o.poids and o.id_of not in without}
        )


def context(
    organismes: Iterable[Organisme], tables: dict[str, list[Row]], lost: dict[str, set[str]]
) -> Contexte:
    """Return the context of the later registers.

    Parameters
    ----------
    tables
        The first seven registers, as they truly are once damaged.
    lost
        Register → first part of the keys that intake sets aside.
    """
    kept = {
        name: [row for row in rows if _first(row) not in lost.get(name, set())]
        for name, rows in tables.items()
    }
    return Contexte(
        organismes=tuple(o for o in organismes if o.role != "ecarte"),
        signatures=kept["signataires"],
        parcours=tuple(_trainings(kept["dossiers_ptp"])),
        tables=kept,
    )


def _first(row: Row) -> str:
    """Return the first column of a line, which begins its key."""
    return str(next(iter(row.values())))


def _trainings(rows: list[Row]) -> Iterable[Parcours]:
    """Yield the trainings that have a start and an end in order, and a known organisation."""
    for row in rows:
        start, end, broken = (row.get(c) for c in ("date_debut", "date_fin_prevue", "date_rupture"))
        hours = row.get("heures_prevues")
        if not (isinstance(start, date) and isinstance(end, date) and row["id_of"]):
            continue
        if start <= end and (row["statut_parcours"] != "rompu" or isinstance(broken, date)):
            yield Parcours(
                id_dossier=str(row["id_dossier"]),
                id_of=str(row["id_of"]),
                debut=start,
                fin=end,
                rupture=broken if isinstance(broken, date) else None,
                heures=hours if isinstance(hours, Decimal) else None,
            )


def numbered(
    rows: list[Row], column: str, number: str, by: str, and_then: str = "id_of"
) -> list[Row]:
    """Return the lines by day, each with its identifier « number + rank »."""
    prefix, _, first = number.rpartition("-")
    rows.sort(key=lambda row: (str(row[by]), str(row.get(and_then))))
    return [{column: f"{prefix}-{int(first) + i}"} | row for i, row in enumerate(rows)]


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last one of that month (C-2)."""
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), last_of_month(first))


def last_of_month(day: date) -> date:
    """Return the last day of the month of ``day``."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
