"""Qualiopi certificates: every state, both derogations, ends on each side of each limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .contexte import GARDE, Contexte, add_months
from .hasard import draw, maybe, stream
from .jours import EXTRACTION, day_of_year, working_day
from .organismes import Organisme

Row = dict[str, object]
CERTIFICATEURS = (
    ("Certificateur Boréal", "accredite_cofrac", 34),
    ("Qualité Océane Certification", "accredite_cofrac", 26),
    ("Bureau Cairn", "accredite_cofrac", 18),
    ("Audit des Trois Vallées", "accredite_cofrac", 10),
    ("Atlas Conformité", "accredite_cofrac", 3),
    ("Label Zénith", "instance_labellisation", 7),
    ("Instance du Levant", "instance_labellisation", 2),
)
"""Invented certifiers, their kind, their weight."""
STATUTS = {
    "certifie": 84, "en_cours": 6, "non_engage": 4, "repute": 2, "inconnu": 4,
}  # fmt: skip
SEUIL_REGLEMENTAIRE = date(2021, 1, 1)


@dataclass(frozen=True)
class Cas:
    """A certificate of the README: state, day obtained, end declared (None: to be worked out)."""

    id_of: str
    statut: str
    obtention: date | None = None
    fin: date | None = None


CAS = (
    Cas("OF-0103", "certifie", date(2020, 10, 1), date(2024, 9, 30)),
    Cas("OF-0103", "certifie", date(2024, 9, 20), date(2027, 9, 30)),
    Cas("OF-0108", "certifie", date(2021, 12, 31)),
    Cas("OF-0106", "certifie", date(2022, 1, 1)),
    Cas("OF-0105", "certifie", date(2021, 1, 1)),
    Cas("OF-0104", "certifie", date(2020, 12, 31)),
    Cas("OF-0109", "certifie", date(2021, 1, 4), date(2023, 12, 31)),
    Cas("OF-0117", "certifie", date(2020, 1, 2), date(2022, 12, 31)),
    Cas("OF-0114", "certifie", date(2020, 5, 1), date(2023, 4, 30)),
    Cas("OF-0115", "certifie", date(2020, 5, 4), date(2023, 5, 1)),
    Cas("OF-0107", "certifie", date(2020, 7, 1), date(2023, 6, 30)),
    Cas("OF-0112", "certifie", date(2020, 7, 2), date(2023, 7, 1)),
    Cas("OF-0101", "certifie", date(2021, 5, 3), date(2024, 4, 30)),
    Cas("OF-0119", "certifie", date(2021, 7, 1), date(2024, 6, 30)),
    Cas("OF-0120", "certifie", date(2022, 5, 2), date(2025, 4, 30)),
    Cas("OF-0121", "certifie", date(2022, 7, 1), date(2025, 6, 30)),
    Cas("OF-0123", "certifie", date(2022, 7, 4), date(2025, 7, 1)),
    Cas("OF-0110", "certifie", date(2024, 2, 29)),
    Cas("OF-0111", "certifie", date(2021, 3, 15)),
    Cas("OF-0113", "certifie", date(2022, 3, 21), date(2025, 3, 20)),
    Cas("OF-0211", "certifie", date(2021, 11, 8), date(2024, 12, 31)),
    Cas("OF-0221", "certifie", None, None),
    Cas("OF-0118", "suspendu", date(2021, 6, 14), date(2024, 6, 13)),
    Cas("OF-0127", "suspendu", date(2022, 2, 7), date(2025, 2, 6)),
    Cas("OF-0122", "retire", date(2021, 4, 6), date(2024, 4, 5)),
    Cas("OF-0126", "refuse"),
    Cas("OF-0141", "refuse"),
    Cas("OF-0130", "repute"),
    Cas("OF-0133", "repute"),
    Cas("OF-0192", "en_cours"),
    Cas("OF-0140", "non_engage"),
    Cas("OF-0131", "inconnu"),
)
SANS_LIGNE = ("OF-0116", "OF-0152", "OF-0160")
"""Organisations of which the register says nothing."""


def certify_quality(contexte: Contexte) -> list[Row]:
    """Return the certificates, by organisation then day obtained."""
    rng = stream("certificats_qualiopi")
    by_id = {o.id_of: o for o in contexte.organismes}
    rows = [_line(rng, by_id[cas.id_of], cas) | {GARDE: True} for cas in CAS if cas.id_of in by_id]
    told = {row["id_of"] for row in rows} | set(SANS_LIGNE)
    for organisme in contexte.organismes:
        if organisme.id_of not in told:
            rows += [_line(rng, organisme, cas) for cas in _drawn(rng, organisme.id_of)]
    rows.sort(key=lambda row: (str(row["id_of"]), str(row["date_obtention"])))
    for rank, row in enumerate(rows):
        certified = row["date_obtention"] is not None
        row["numero"] = f"Q-{7001 + rank}" if certified and (GARDE in row or rank % 16) else None
    return rows


def _drawn(rng: Random, id_of: str) -> list[Cas]:
    """Draw the state of an organisation, its certificate, and the one that took over."""
    state = draw(rng, STATUTS)
    if state != "certifie":
        return [Cas(id_of, state)]
    year = draw(rng, {2020: 16, 2021: 56, 2022: 16, 2023: 8, 2024: 4})
    obtained = day_of_year(rng, year, tuple(range(3, 13)) if year == 2020 else tuple(range(1, 11)))
    end = _end(obtained)
    cases = [Cas(id_of, state, obtained, end if rng.random() < 0.75 else None)]
    if end <= EXTRACTION and rng.random() < 0.9:
        anew = working_day(end - timedelta(days=rng.randrange(40)))
        cases.append(Cas(id_of, state, anew, _end(anew)))
    return cases


def _end(obtained: date) -> date:
    """Return the last day of a certificate: three years, four before 2021 (R-CYC-01 to 03)."""
    years = 4 if obtained < SEUIL_REGLEMENTAIRE else 3
    return add_months(obtained, 12 * years) - timedelta(days=1)


def _line(rng: Random, organisme: Organisme, cas: Cas) -> Row:
    """Return the line of a certificate, or of an organisation without one."""
    engaged = cas.statut in {"certifie", "suspendu", "retire", "en_cours", "refuse"}
    name, kind, _ = draw(rng, {one: one[2] for one in CERTIFICATEURS})
    contract = None
    if cas.obtention:
        contract = working_day(cas.obtention - timedelta(days=90 + rng.randrange(120)))
    elif engaged and cas.statut != "certifie":
        contract = day_of_year(rng, 2022 + rng.randrange(2))
    return {
        "id_of": organisme.id_of,
        "numero": None,
        "certificateur": name if engaged else None,
        "type_certificateur": kind if engaged and rng.random() < 0.9 else None,
        "statut_declare": cas.statut,
        "date_contrat": contract if rng.random() < 0.8 or cas.statut == "en_cours" else None,
        "date_obtention": cas.obtention,
        "date_fin": cas.fin,
        "categories": organisme.categories if cas.obtention else (),
        "nouvel_entrant": maybe(rng, 0.1, 0.7) if engaged else None,
        "cnefop": maybe(rng, 0.25, 0.6) if engaged else None,
    }
