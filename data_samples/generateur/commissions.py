"""The commission: passages, decisions, grounds of refusal, appeals."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from .depots import Dossier, Passage
from .hasard import draw, stream
from .jours import EXTRACTION, after, known, next_commission
from .publies import acceptance

PREMIER_PASSAGE = {
    "decide": 86.0, "ajourne": 6.0, "refus": 3.6, "irrecevable": 3.0, "abandon": 1.1,
    "en_attente": 0.3,
}  # fmt: skip
"""What becomes of a file at its first passage [%]; « refus » is followed by a new passage."""
MOTIFS = {
    "coherence_projet": 24, "coherence_parcours": 22, "perspectives_emploi": 15,
    "pertinence_parcours": 9, "modalites_financement": 5, "conditions_acces": 5,
    "qualite_prestataire": 3, "autre": 4, "non_renseigne": 2,
}  # fmt: skip
BUDGET = {2021: 6, 2022: 10, 2023: 17, 2024: 22}
"""Weight of the refusals for want of money, beside ``MOTIFS``."""
ECART_ORGANISME = 0.16
"""Half-width of what an organisation adds to a file's chance of an accord."""


def examine(dossiers: list[Dossier]) -> None:
    """Give each file its passages and decisions, at the published rates of acceptance."""
    rng = stream("commissions")
    for dossier in dossiers:
        _plan(rng, dossier)
    names = sorted({d.id_of for d in dossiers})
    bonus = {name: (rng.random() - 0.5) * 2 * ECART_ORGANISME for name in names}
    for year, rate in acceptance().items():
        _decide(rng, dossiers, year, rate, bonus)
    for dossier in dossiers:
        seen = dossier.passages[0].jour.year if dossier.passages else 0
        dossier.attente = not seen or (seen > dossier.depot.year > 2020 and rng.random() < 0.11)


def _plan(rng: Random, dossier: Dossier) -> None:
    """Plan a file's passages: an adjourned one comes back, so do some refused ones."""
    day = next_commission(dossier.depot + timedelta(days=25 + rng.randrange(36)))
    nature = "decide" if dossier.simple else draw(rng, PREMIER_PASSAGE)
    while day is not None:
        dossier.passages.append(Passage(jour=day, nature=nature))
        if nature == "ajourne" and rng.random() < 0.93:
            day = next_commission(day + timedelta(days=25 + rng.randrange(60)))
            nature = draw(rng, {"decide": 93, "refus": 7})
        elif nature == "refus":
            anew = day + timedelta(days=20 + rng.randrange(60))
            day = next_commission(anew + timedelta(days=25 + rng.randrange(90)))
            nature = "decide"
            if day is not None and rng.random() < 0.4:
                dossier.passages.append(Passage(jour=day, nature=nature, depot=anew))
                return
        else:
            return


def _decide(
    rng: Random, dossiers: list[Dossier], year: int, rate: float, bonus: dict[str, float]
) -> None:
    """Decide the passages of a year: among its decided files, ``rate`` are accorded at its end."""
    base, open_ones = 0, []
    for dossier in dossiers:
        of_year = [p for p in dossier.passages if p.jour.year == year]
        for passage in of_year:
            passage.decision = passage.nature
            if passage.nature == "refus":
                passage.motif = _ground(rng, year)
        if of_year and of_year[-1].nature in {"decide", "refus"}:
            base += 1
            if of_year[-1].nature == "decide":
                score = rng.random() - bonus[dossier.id_of]
                open_ones.append((score, dossier.id_dossier, of_year[-1]))
    open_ones.sort(key=lambda entry: entry[:2])
    accords = round(rate * base)
    for rank, (_, _, passage) in enumerate(open_ones):
        if rank < accords:
            _accord(rng, passage, year)
        else:
            _refuse(rng, passage, year)


def _accord(rng: Random, passage: Passage, year: int) -> None:
    """Accord at once, or after an appeal whose answer falls in the year or is not dated."""
    passage.decision = "accord"
    if rng.random() >= 0.03:
        return
    answer = after(rng, passage.jour, 30, 115)
    passage.decision, passage.motif = "refus", _ground(rng, year)
    passage.decision_finale = "accord"
    if answer.year == year and rng.random() < 0.8:
        passage.date_decision_finale = answer


def _refuse(rng: Random, passage: Passage, year: int) -> None:
    """Refuse; some appeal: the refusal stands, or an accord follows in the next year."""
    passage.decision, passage.motif = "refus", _ground(rng, year)
    chance = rng.random()
    answer = known(after(rng, passage.jour, 30, 115))
    if chance < 0.05:
        passage.decision_finale, passage.date_decision_finale = "refus", answer
    elif chance < 0.12 and answer is not None and answer.year > year:
        passage.decision_finale, passage.date_decision_finale = "accord", answer


def _ground(rng: Random, year: int) -> str:
    """Draw a ground of refusal."""
    return draw(rng, MOTIFS | {"budget_priorites": BUDGET[year]})


def accord_day(dossier: Dossier) -> date | None:
    """Return the day of the accord in force at the export; None without one."""
    if not dossier.passages:
        return None
    last = dossier.passages[-1]
    if last.decision_at(EXTRACTION) != "accord":
        return None
    return last.date_decision_finale or last.jour


def refusals(dossier: Dossier) -> list[Passage]:
    """Return the passages first refused."""
    return [p for p in dossier.passages if p.decision == "refus"]
