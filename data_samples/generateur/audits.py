"""Qualiopi audits and their non-conformities: each decision of R-NC-06 occurs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .contexte import GARDE, Contexte, add_months, numbered
from .hasard import draw, maybe, stream
from .jours import known, working_day

Row = dict[str, object]
FONDAMENTAUX = (4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32)
"""Indicators that give major non-conformities only (R-RNQ-05)."""
PONDERABLES = {
    1: 20, 2: 18, 3: 4, 8: 5, 9: 12, 12: 14, 13: 2, 17: 4, 18: 4, 19: 4, 23: 5, 24: 6, 25: 6, 28: 2,
    30: 10,
}  # fmt: skip
"""Indicators that give minor ones, and how often, after the order that Afnor gives (R-RNQ-08)."""
MAJEURES = {26: 20, 5: 12, 11: 12, 6: 10, 10: 9, 4: 5, 22: 5, 27: 4, 32: 6, 1: 3, 2: 3}
SANS_SURVEILLANCE = ("OF-0105", "OF-0101", "OF-0113")
"""Certified organisations of which no surveillance audit is known."""
SCENARIOS = {
    "aucune": 46, "mineures": 40, "cinq": 2, "dix": 1, "seance": 2, "levee": 9, "en_cours": 2,
}  # fmt: skip
"""What an audit found, by weight."""
PERDUS = {("refuse", "initial"), ("suspendu", "surveillance"), ("retire", "surveillance")}
"""States and audits of which the major non-conformity was never lifted; so is a renewal's."""


def audit(contexte: Contexte) -> list[Row]:
    """Return the audits, by day; each has its number."""
    rng = stream("audits_qualiopi")
    sizes = {o.id_of: o for o in contexte.organismes}
    rows: list[Row] = []
    seen: set[object] = set()
    for certificate in contexte.tables["certificats_qualiopi"]:
        again = certificate["id_of"] in seen
        seen.add(certificate["id_of"])
        for kind, day in _days(rng, certificate, again):
            if known(day):
                few = sizes[str(certificate["id_of"])].nb_sites
                rows.append(_line(rng, certificate, kind, day, few))
    return numbered(rows, "id_audit", "AUD-801", "date_audit")


def _days(rng: Random, certificate: Row, again: bool) -> Iterable[tuple[str, date]]:
    """Yield the audits of a certificate: first or renewal, surveillance, now and then extension."""
    obtained, state = certificate["date_obtention"], certificate["statut_declare"]
    contract = certificate["date_contrat"]
    if state == "refuse":
        first = contract if isinstance(contract, date) else date(2022, 6, 14)
        yield "initial", working_day(first + timedelta(days=80))
    if not isinstance(obtained, date):
        return
    kind = "renouvellement" if again else "initial"
    yield kind, working_day(obtained - timedelta(days=20 + rng.randrange(60)))
    watched = add_months(obtained, 14) + timedelta(days=rng.randrange(240))
    wanted = state in {"suspendu", "retire"} or rng.random() < 0.82
    if wanted and certificate["id_of"] not in SANS_SURVEILLANCE:
        yield "surveillance", working_day(watched)
    if rng.random() < 0.06:
        yield "extension", working_day(obtained + timedelta(days=200 + rng.randrange(200)))
    if rng.random() < 0.03:
        yield "complementaire", working_day(obtained + timedelta(days=90 + rng.randrange(90)))


def _line(rng: Random, certificate: Row, kind: str, day: date, sites: int) -> Row:
    """Draw an audit: its length in half-days, its cost before tax."""
    halves = (3 if kind in {"initial", "renouvellement"} else 2) + (sites > 2) + rng.randrange(2)
    shorter = maybe(rng, 0.25, 0.65) if kind == "initial" else None
    if shorter:
        halves = 1 + rng.randrange(2)
    euros = halves * (420 + rng.randrange(140))
    return {
        "id_of": certificate["id_of"],
        "type_audit": kind,
        "date_audit": day,
        "duree_jours": Decimal(halves) / 2 if rng.random() < 0.92 else None,
        "duree_amenagee": shorter,
        "cout_ht": Decimal(euros) if rng.random() < 0.85 else None,
        "_statut": certificate["statut_declare"],
    }


def find(contexte: Contexte) -> list[Row]:
    """Return the non-conformities, by audit then indicator."""
    rng = stream("non_conformites")
    rows: list[Row] = []
    seen_renewed = False
    for one in contexte.tables["audits_qualiopi"]:
        scenario = draw(rng, SCENARIOS)
        renewed = one["type_audit"] == "renouvellement"
        if (one["_statut"], one["type_audit"]) in PERDUS or (renewed and not seen_renewed):
            scenario = "jamais_levee"
        seen_renewed |= renewed
        found = sorted(_found(rng, one, scenario), key=lambda row: int(str(row["indicateur"])))
        if found:
            one[GARDE] = True
        rows += found
    rows += _impossible(contexte, rows)
    rows.sort(key=lambda row: (str(row["id_audit"]), int(str(row["indicateur"]))))
    return rows


def _found(rng: Random, one: Row, scenario: str) -> Iterable[Row]:
    """Yield what an audit found: « levee » is a major one lifted in time, « en_cours » too late."""
    minor = {"mineures": 1 + rng.randrange(4), "cinq": 5, "dix": 10, "seance": 5}.get(scenario, 0)
    pool = dict(PONDERABLES)
    for rank in range(minor):
        number = draw(rng, pool)
        del pool[number]
        on_the_spot = scenario == "seance" and rank == 0
        yield _one(rng, one, number, "mineure", on_the_spot=on_the_spot) | (
            {} if scenario == "mineures" else {GARDE: True}
        )
    if scenario in {"levee", "en_cours", "jamais_levee"}:
        major = _one(rng, one, draw(rng, MAJEURES), "majeure", on_the_spot=False)
        told = major["date_notification"] or one["date_audit"]
        lifted = add_months(told, 1) if isinstance(told, date) and scenario == "levee" else None
        if scenario == "en_cours" and isinstance(told, date):
            lifted = add_months(told, 5)
        yield major | {"date_levee": known(lifted), GARDE: True}


def _one(rng: Random, one: Row, number: int, gravity: str, *, on_the_spot: bool) -> Row:
    """Return a non-conformity; a minor one is lifted two times out of three within ten months."""
    day = one["date_audit"]
    if not isinstance(day, date):
        raise TypeError("an audit without a day")
    told = known(day + timedelta(days=rng.randrange(12))) if rng.random() < 0.88 else None
    lifted = None
    if on_the_spot:
        lifted = day if told is None else told
    elif rng.random() < 0.68:
        lifted = known((told or day) + timedelta(days=30 + rng.randrange(270)))
    return {
        "id_audit": one["id_audit"],
        "id_of": one["id_of"],
        "indicateur": number,
        "gravite": gravity,
        "date_notification": told,
        "date_levee": lifted,
        "levee_en_seance": True if on_the_spot else maybe(rng, 0.0, 0.6),
        "_type": one["type_audit"],
    }


def _impossible(contexte: Contexte, rows: list[Row]) -> Iterable[Row]:
    """Yield two minor non-conformities on indicators that only know major ones (R-NC-01)."""
    taken = {row["id_audit"] for row in rows}
    free = [
        a for a in contexte.tables["audits_qualiopi"]
        if a["id_audit"] not in taken and a["type_audit"] == "initial"
    ]  # fmt: skip
    for one, number in zip(free[3::20], FONDAMENTAUX[:2], strict=False):
        one[GARDE] = True
        yield {
            "id_audit": one["id_audit"],
            "id_of": one["id_of"],
            "indicateur": number,
            "gravite": "mineure",
            "date_notification": one["date_audit"],
            "_type": one["type_audit"],
            GARDE: True,
        }
