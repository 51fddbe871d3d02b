"""Defects to seed in the SQL of Qualiopi: certificates, follow-up, audits, survey."""

from __future__ import annotations

from tests.recalcul.mutations import Mutation

SOCLE = "socle/8_qualiopi.sql"

QUALIOPI: dict[str, Mutation] = {
    "three years for all": ("QA-01", (SOCLE, "DATE '2021-01-01';", "DATE '2019-01-01';")),
    "the last day of a certificate does not hold": (
        "QA-01",
        (
            SOCLE,
            "fin_retenue < getvariable('fin') THEN 'expire'\n        WHEN",
            "fin_retenue <= getvariable('fin') THEN 'expire'\n        WHEN",
        ),
    ),
    "a certificate of the next day is held": (
        "QA-01",
        (
            SOCLE,
            "WHEN date_obtention <= getvariable('fin') THEN CASE",
            "WHEN date_obtention <= getvariable('fin') + 1 THEN CASE",
        ),
    ),
    "two certificates counted by the older": (
        "QA-02",
        (
            SOCLE,
            "'certifie', 'repute', 'suspendu', 'en_cours',",
            "'en_cours', 'certifie', 'repute', 'suspendu',",
        ),
    ),
    "exempted counted as certified": (
        "QA-03",
        ("QA-03.sql", "certifies_au_soir c", "certificats_en_vigueur c"),
    ),
    "withdrawn certificates are over": (
        "QA-22",
        (SOCLE, "'retire' THEN 'retire'", "'retire' THEN 'expire'"),
    ),
    "seven months of information": ("QA-17", (SOCLE, "INTERVAL 6 MONTH", "INTERVAL 7 MONTH")),
    "five months for a safe renewal": ("QA-17b", (SOCLE, "INTERVAL 4 MONTH", "INTERVAL 5 MONTH")),
    "the window opens a month earlier": ("QA-18", ("QA-18.sql", "14 MONTH", "13 MONTH")),
    "an audit after the day closes the window": (
        "QA-18",
        ("QA-18.sql", "AND getvariable('fin')\n    )", "AND DATE '2030-01-01'\n    )"),
    ),
    "answers of another campaign": (
        "QA-09",
        (SOCLE, "AND starts_with(campagne, year(getvariable('fin'))::VARCHAR)", ""),
    ),
    "first answer instead of the last": (
        "QA-03b",
        (
            SOCLE,
            "ORDER BY date_reponse DESC NULLS LAST, rowid DESC",
            "ORDER BY date_reponse, rowid",
        ),
    ),
    "the uncertified answer too": ("QA-12", (SOCLE, "WHERE avancement = 'certifie'", "")),
    "groups of four are named": (
        "QA-11b",
        (SOCLE, "seuil_d_organismes() AS 5", "seuil_d_organismes() AS 3"),
    ),
    "writings apart": ("QA-11", (SOCLE, "'[^a-z0-9]+', ' ', 'g'", "'zzz', ' ', 'g'")),
    "consent not asked": ("QA-25", ("QA-25.sql", "accord_diffusion AND ", "")),
    "unticked in the base": ("QA-14", ("QA-14.sql", "WHERE criteres_difficultes IS NOT NULL", "")),
    "notified after the period": (
        "QA-15",
        (SOCLE, "WHERE coalesce(n.date_notification, a.date_audit) <= getvariable('fin')", ""),
    ),
    "a minor on a fundamental stays a minor": (
        "QA-16",
        (
            SOCLE,
            "WHEN fondamental(n.indicateur) THEN 'majeure' ELSE",
            "WHEN false THEN 'majeure' ELSE",
        ),
    ),
    "six minors make a major": ("QA-16", (SOCLE, "count(*) >= 5", "count(*) >= 6")),
    "two months to clear a major": (
        "QA-16",
        (SOCLE, "INTERVAL 3 MONTH)::DATE;", "INTERVAL 2 MONTH)::DATE;"),
    ),
    "late clearing forgiven": ("QA-16", (SOCLE, "OR jour_levee > delai_majeure(jour)", "")),
    "no minor of before is requalified": (
        "QA-16",
        (SOCLE, "e.gravite = 'mineure' AND (e.levee", "false AND (e.levee"),
    ),
    "audits of all types for the shortened length": (
        "QA-12b",
        ("QA-12b.sql", "type_audit = 'initial' AND ", ""),
    ),
}
"""Defect → measure that must see it, and where it is."""
