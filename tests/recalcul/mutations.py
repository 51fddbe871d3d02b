"""Defects to seed in the SQL: what it is, the measure that must see it, file, text, other text."""

from __future__ import annotations

DOSSIERS = "socle/3_dossiers.sql"
REGLES = "socle/2_regles.sql"
CHARTE = "socle/4_charte.sql"
ACTIVITE = "socle/5_activite.sql"
PREVENTION = "socle/6_ruptures.sql"
ACCOMPAGNEMENT = "socle/7_accompagnement.sql"

Mutation = tuple[str, tuple[str, str, str]]

MUTATIONS: dict[str, Mutation] = {
    "initial decision instead of the final one": (
        "BA-03",
        (REGLES, "finale IS NULL THEN initiale", "true THEN initiale"),
    ),
    "final decision read before its date": (
        "BA-03",
        (REGLES, "jour_finale IS NULL OR jour_finale <= getvariable('fin')", "true"),
    ),
    "adjourned files in the denominator": (
        "BA-03",
        ("BA-03.sql", "IN ('accord', 'refus')", "IN ('accord', 'refus', 'ajourne')"),
    ),
    "first passage instead of the last": (
        "BA-03",
        (DOSSIERS, "date_commission DESC) = 1", "date_commission) = 1"),
    ),
    "first day of the period left out": (
        "BA-02",
        (REGLES, "jour BETWEEN", "jour - 1 BETWEEN"),
    ),
    "last day of the period left out": (
        "BA-02",
        (REGLES, "jour BETWEEN", "jour + 1 BETWEEN"),
    ),
    "last day of the period left out of the ruptures": (
        "RP-02",
        ("RP-02.sql", "date_rupture <= ", "date_rupture < "),
    ),
    "budget refusals among the criteria": (
        "BA-05",
        ("BA-05.sql", "'coherence_parcours',", "'coherence_parcours', 'budget_priorites',"),
    ),
    "webinars counted as workshops": (
        "BA-08",
        ("BA-08.sql", "AND coalesce(format, 'atelier') = 'atelier'", ""),
    ),
    "an empty status does not count": (
        "BA-08",
        ("BA-08.sql", "coalesce(statut, 'realise') = 'realise'", "statut = 'realise'"),
    ),
    "signature active from the day after": (
        "CH-04",
        (REGLES, "signature.date_signature <= jour", "signature.date_signature < jour"),
    ),
    "still active on the day of denunciation": (
        "CH-04",
        (REGLES, "jour < signature.date_denonciation", "jour <= signature.date_denonciation"),
    ),
    "the organisation's own count added": (
        "CH-04",
        (DOSSIERS, "coalesce(source, 'tpge') = 'tpge'", "true"),
    ),
    "answers after the end of the period": (
        "CH-09",
        ("CH-09.sql", "date_retour <= getvariable('fin')", "date_retour IS NOT NULL"),
    ),
    "median shown from four": (
        "CH-10",
        ("agregats/mediane.sql", ">= 5", ">= 4"),
    ),
    "exchange before the refusal counted": (
        "CH-17",
        (DOSSIERS, "BETWEEN r.date_refus AND", "BETWEEN r.date_refus - 30 AND"),
    ),
    "exchange after the end counted": (
        "CH-17",
        (DOSSIERS, "AND getvariable('fin');", "AND DATE '2099-12-31';"),
    ),
    "an organisation counts among the others": (
        "BA-02",
        ("agregats/contributeurs.sql", "{par} id_of FROM", "{par} id_of || ' ' FROM"),
    ),
}
