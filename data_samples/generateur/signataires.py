"""Signatures of the charter: about 45 % of the organisations, in 2021 and 2022."""

from __future__ import annotations

from datetime import date, timedelta

from .hasard import draw, maybe, pick, stream
from .jours import EXTRACTION, working_day
from .organismes import Organisme

SIGNATAIRES, SANS_AUCUN_DOSSIER = 55, 3
PREMIERE, DERNIERE, TERME = date(2021, 9, 15), date(2022, 11, 30), date(2022, 12, 31)
SIGNATURE_TARDIVE = date(2023, 2, 14)
"""One signature comes after the end of the charter (R-CH-02): an anomaly, never active."""
DENONCIATIONS = (
    (date(2022, 5, 10), "communication"),
    (date(2022, 7, 4), "volonte_of"),
    (date(2022, 10, 20), "autre"),
)
NOM_INCONNU = "Institut du Phare Englouti"
"""A signatory that the list of organisations lacks."""

Row = dict[str, object]


def sign(organismes: tuple[Organisme, ...]) -> list[Row]:
    """Return one line a signature, by day; the last line is of an unknown organisation."""
    rng = stream("signataires")
    active = [o for o in organismes if o.poids]
    idle = [o for o in organismes if o.role == "sans_dossier"]
    chosen = rng.sample(active, SIGNATAIRES - SANS_AUCUN_DOSSIER)
    chosen += rng.sample(idle, SANS_AUCUN_DOSSIER)
    rows = []
    for rank, organisme in enumerate(chosen):
        late = rank == len(chosen) - 1
        span = (DERNIERE - PREMIERE).days
        early = PREMIERE + timedelta(days=int(span * rng.random() * rng.random()))
        signed = SIGNATURE_TARDIVE if late else max(PREMIERE, working_day(early))
        on_site = maybe(rng, 0.78, 0.12)
        row: Row = {
            "id_of": organisme.id_of,
            "date_signature": signed,
            "date_fin": TERME if rng.random() < 0.5 and not late else None,
            "version_charte": draw(rng, {"2021": 88, None: 12}),
            "date_denonciation": None,
            "motif_denonciation": None,
            "publie_site": on_site,
            "date_publication_site": None,
        }
        if on_site and rng.random() < 0.85:
            shown = working_day(signed + timedelta(days=10 + rng.randrange(60)))
            row["date_publication_site"] = min(shown, EXTRACTION)
        rows.append(row)
    _denounce(rows)
    rows.sort(key=lambda row: (str(row["date_signature"]), str(row["id_of"])))
    rows.append(
        {
            "id_of": None,
            "date_signature": date(2022, 3, 17),
            "version_charte": "2021",
            "publie_site": pick(rng, (True, False)),
        }
    )
    return rows


def _denounce(rows: list[Row]) -> None:
    """End some of the early engagements."""
    early = [row for row in rows if str(row["date_signature"]) < "2022-03-01"]
    for row, (day, ground) in zip(early[::7], DENONCIATIONS, strict=False):
        row["date_denonciation"], row["motif_denonciation"] = day, ground


def active(rows: list[Row], id_of: object, day: date) -> bool:
    """Whether ``id_of`` is an active signatory on ``day`` (R-CH-01), renewal not recorded."""
    for row in rows:
        signed, left = row["date_signature"], row.get("date_denonciation")
        if row["id_of"] == id_of and isinstance(signed, date) and signed <= day <= TERME:
            return not (isinstance(left, date) and left <= day)
    return False
