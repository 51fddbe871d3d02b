"""Quality controls and communications: each branch of R-AL-03 occurs once, 2022 is clean."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from random import Random

from .contexte import GARDE, Contexte, numbered
from .hasard import draw, draw_several, stream
from .jours import day_of_year

Row = dict[str, object]
PROGRAMMES = {2021: 7, 2022: 20, 2023: 22, 2024: 20}
"""Controls that have nothing to do with an alert. [controls]"""
MOTIFS = {"programme": 66, "verification_service_fait": 18, "signalement": 8, "autre": 8}
THEMES = {
    "positionnement": 30, "suivi": 26, "methodes_pedagogiques": 20, "amenagements": 18, "autre": 6,
}  # fmt: skip
RESULTATS = {
    "conforme": 50, "reajustements": 22, "clarifications": 16, "ecarts": 5, "en_cours": 4, None: 3,
}  # fmt: skip
DENONCE, AVERTI, HORS_CHARTE = "OF-0148", "OF-0174", "OF-0103"
NON_CONFORMES = (
    (DENONCE, date(2022, 4, 21), date(2022, 5, 3)),
    (AVERTI, date(2022, 11, 8), date(2022, 11, 22)),
    (HORS_CHARTE, date(2023, 6, 13), None),
)
"""Organisation, day seen, day of the control that followed; the first was denounced on 10/05."""
COMMUNICATIONS = {2021: 4, 2022: 18, 2023: 14, 2024: 12}
"""Communications seen and found right. [communications]"""
SANS_MOTIF = "OF-0160"
Fits = Callable[[Row], bool]


def check(contexte: Contexte) -> list[Row]:
    """Return the controls, by day; each has its number."""
    rng = stream("controles")
    rows = [*_on_alerts(contexte), *_unverifiable(contexte), *_after_communications()]
    rows += _planned(rng, contexte)
    for row in rows:
        row["themes"] = draw_several(rng, THEMES, draw(rng, {0: 4, 1: 40, 2: 40, 3: 16}))
        row["resultat"] = draw(rng, RESULTATS)
    return numbered(rows, "id_controle", "CTL-501", "date_controle")


def _control(alerte: Row, days: int, motif: str, *, linked: bool) -> Row:
    """Return a control some days after an alert, on its file; « linked »: it names the alert."""
    alerte[GARDE] = True
    day = alerte["date_alerte"]
    if not isinstance(day, date):
        raise TypeError("an alert without a day")
    return {
        "id_of": alerte["id_of"],
        "id_dossier": alerte["id_dossier"],
        "date_controle": day + timedelta(days=days),
        "motif": motif,
        "id_alerte": alerte["id_alerte"] if linked else None,
        GARDE: True,
    }


def _on_alerts(contexte: Contexte) -> Iterable[Row]:
    """Yield the controls tied to an alert.

    One breach, in 2021; in 2022, none: a trainee's alert, one of an organisation that never
    signed, and files to verify (the day of the alert, 19 and 60 days after it).
    """
    alerts = iter(contexte.tables["alertes"])

    def first(sender: str, start: date, end: date, *, signed: bool) -> Row:
        return next(
            a
            for a in alerts
            if a["emetteur"] == sender
            and a["id_dossier"]
            and isinstance(day := a["date_alerte"], date)
            and start <= day <= end
            and contexte.signataire(a["id_of"], day) is signed
        )

    yield _control(
        first("organisme", date(2021, 10, 1), date(2021, 12, 1), signed=True), 14, "alerte",
        linked=True,
    )  # fmt: skip
    spring, autumn = (date(2022, 1, 3), date(2022, 6, 30)), (date(2022, 3, 1), date(2022, 10, 14))
    yield _control(first("organisme", *spring, signed=True), 19, "programme", linked=False)
    yield _control(first("organisme", *spring, signed=True), 60, "signalement", linked=False)
    yield _control(first("stagiaire", *autumn, signed=True), 21, "alerte", linked=True)
    yield _control(first("organisme", *autumn, signed=False), 16, "alerte", linked=True)
    yield _control(first("organisme", *autumn, signed=True), 0, "programme", linked=False)
    later = (date(2023, 2, 1), date(2024, 6, 30))
    yield _control(first("organisme", *later, signed=False), 33, "programme", linked=False)


def _unverifiable(contexte: Contexte) -> Iterable[Row]:
    """Yield controls of which nobody can say whether an alert caused them: 2021, then 2023."""
    yield {"id_of": SANS_MOTIF, "date_controle": date(2021, 11, 23), "motif": None, GARDE: True}
    rest = {"id_dossier": None, "id_alerte": None, GARDE: True}
    yield {"id_of": "OF-0103", "date_controle": date(2023, 3, 14), "motif": "inconnu"} | rest
    yield {"id_of": "OF-0106", "date_controle": date(2023, 9, 19), "motif": "alerte"} | rest


def _after_communications() -> Iterable[Row]:
    """Yield the controls that a communication against the charter brought about (R-CH-09)."""
    for id_of, _, day in NON_CONFORMES:
        if day:
            yield {"id_of": id_of, "date_controle": day, "motif": "communication", GARDE: True}


def _planned(rng: Random, contexte: Contexte) -> Iterable[Row]:
    """Yield the other controls, never on a file that an alert names."""
    alerted = {row["id_dossier"] for row in contexte.tables["alertes"]}
    for year, number in PROGRAMMES.items():
        months = (9, 10, 11, 12) if year == 2021 else tuple(range(1, 13))
        for _ in range(number):
            day = day_of_year(rng, year, months)
            training = contexte.one_training(rng, day, frozenset())
            if rng.random() < 0.5 or training is None or training.id_dossier in alerted:
                training = None
            yield {
                "id_of": training.id_of if training else contexte.one_organisation(rng).id_of,
                "id_dossier": training.id_dossier if training else None,
                "date_controle": day,
                "motif": draw(rng, MOTIFS),
            }


def communicate(contexte: Contexte) -> list[Row]:
    """Return the communications seen, by day; each has its number."""
    rng = stream("communications")
    controls = {
        (row["id_of"], row["date_controle"]): row["id_controle"]
        for row in contexte.tables["controles"]
    }
    rows: list[Row] = [
        {
            "id_of": id_of,
            "date_constat": seen,
            "conforme": False,
            "id_controle": controls.get((id_of, control)),
            GARDE: True,
        }
        for id_of, seen, control in NON_CONFORMES
    ]
    for year, number in COMMUNICATIONS.items():
        months = (10, 11, 12) if year == 2021 else tuple(range(1, 13))
        for _ in range(number):
            day = day_of_year(rng, year, months)
            signing = contexte.signataires(min(day, date(2022, 12, 31)))
            rows.append({"id_of": rng.choice(signing).id_of, "date_constat": day, "conforme": True})
    return numbered(rows, "id_communication", "COM-41", "date_constat")
