"""Small made registers of the charter's follow-up, whose values hypothesis chooses."""

from __future__ import annotations

from random import Random

ORGANISATIONS = ("A", "B", "C", "D", None)
DAYS = (
    "2021-11-30", "2021-12-31", "2022-01-01", "2022-02-10", "2022-06-15", "2022-09-30",
    "2022-12-31", "2023-01-01", "2023-04-20", None,
)  # fmt: skip
"""Days before, in, at the bounds of and after 2022."""
YES_NO = ("oui", "non", None)
Row = dict[str, str | None]


def suivi(random: Random, files: list[str]) -> dict[str, list[Row]]:
    """Alerts, controls, meetings, requests and communications of a few rows each."""
    return {
        "alertes": [_alert(random, n, files) for n in range(random.randint(0, 6))],
        "controles": [_control(random, n, files) for n in range(random.randint(0, 6))],
        "temps_dialogue": [_meeting(random, n) for n in range(random.randint(0, 4))],
        "demandes_bilan": [_request(random, n) for n in range(random.randint(0, 5))],
        "communications": [_finding(random, n) for n in range(random.randint(0, 4))],
    }


def suivi_later(day: str, file: str) -> dict[str, list[Row]]:
    """Rows of the same that say nothing but what happens after 2022."""
    return {
        "alertes": [{"id_alerte": "AL90", "id_of": "A", "id_dossier": file, "date_alerte": day,
                     "emetteur": "organisme", "type_evenement": "risque_rupture"}],
        "controles": [{"id_controle": "K90", "id_of": "A", "id_dossier": file, "date_controle": day,
                       "motif": "alerte", "id_alerte": "AL0"}],
        "temps_dialogue": [{"id_dialogue": "R90", "id_of": "A", "date_dialogue": day,
                            "leviers": "tutorat"}],
        "demandes_bilan": [{"id_demande": "Q90", "id_of": "A", "type_bilan": "annuel",
                            "exercice": "2022", "date_demande": day, "date_remise": day}],
        "communications": [{"id_communication": "M90", "id_of": "A", "date_constat": day,
                            "conforme": "non"}],
    }  # fmt: skip


def _alert(random: Random, number: int, files: list[str]) -> Row:
    return {
        "id_alerte": f"AL{number}",
        "id_of": random.choice(ORGANISATIONS),
        "id_dossier": random.choice([*files, None]),
        "date_alerte": random.choice(DAYS[:-1]),
        "emetteur": random.choice(("organisme", "organisme", "stagiaire", "cep")),
        "origine_evenement": random.choice(("organisme", "stagiaire", None)),
        "type_evenement": random.choice(("risque_rupture", "changement_modalites")),
    }


def _control(random: Random, number: int, files: list[str]) -> Row:
    return {
        "id_controle": f"K{number}",
        "id_of": random.choice(ORGANISATIONS),
        "id_dossier": random.choice([*files, None]),
        "date_controle": random.choice(DAYS[:-1]),
        "motif": random.choice(("alerte", "alerte", "programme", "communication", "inconnu", None)),
        "id_alerte": random.choice(("AL0", "AL1", "AL2", "AL9", None)),
    }


def _meeting(random: Random, number: int) -> Row:
    return {
        "id_dialogue": f"R{number}",
        "id_of": random.choice(ORGANISATIONS),
        "date_dialogue": random.choice(DAYS[:-1]),
        "volet_qualitatif": random.choice(YES_NO),
        "volet_quantitatif": random.choice(YES_NO),
        "leviers": random.choice(("tutorat;mediation", "tutorat", None)),
    }


def _request(random: Random, number: int) -> Row:
    return {
        "id_demande": f"Q{number}",
        "id_of": random.choice(ORGANISATIONS),
        "type_bilan": random.choice(("annuel", "intermediaire")),
        "exercice": random.choice(("2021", "2022", None)),
        "date_demande": random.choice(DAYS),
        "date_remise": random.choice(DAYS),
    }


def _finding(random: Random, number: int) -> Row:
    return {
        "id_communication": f"M{number}",
        "id_of": random.choice(ORGANISATIONS),
        "date_constat": random.choice(DAYS[:-1]),
        "conforme": random.choice(("oui", "non")),
    }
