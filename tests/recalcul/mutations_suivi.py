"""Defects to seed in the SQL of the charter, of the follow-up of files, of prevention."""

from __future__ import annotations

from tests.recalcul.mutations import (
    ACCOMPAGNEMENT,
    ACTIVITE,
    CHARTE,
    PREVENTION,
    REGLES,
    Mutation,
)

_FIN = "getvariable('fin')"

CHARTE_MUTATIONS: dict[str, Mutation] = {
    "no longer active on the last day": ("CH-01", (REGLES, "jour <= fin_eng", "jour < fin_eng")),
    "signature after the end counted": (
        "CH-02",
        ("CH-02.sql", "AND date_signature <= fin_engagement(date_fin)", ""),
    ),
    "publication after the end read": (
        "CH-03",
        ("CH-03.sql", f"s.date_publication_site <= {_FIN}", "true"),
    ),
    "active one day when denounced that day": (
        "CH-06",
        (CHARTE, "date_denonciation - 1", "date_denonciation"),
    ),
    "study after the end read": ("CH-08", ("CH-08.sql", f"<= {_FIN}", "IS NOT NULL")),
    "unfilled financing in the base": (
        "CH-11",
        ("CH-11.sql", "WHERE retour_ingenierie_financiere IS NOT NULL", ""),
    ),
    "no count of the organisation read as a gap": (
        "CH-12",
        ("CH-12.sql", "WHERE id_of IN (SELECT id_of FROM comptees WHERE source = 'of')", ""),
    ),
    "unfilled tailoring in the base": (
        "CH-13",
        ("CH-13.sql", "WHERE parcours_amenage IS NOT NULL", ""),
    ),
    "unfilled valuing in the base": (
        "CH-14",
        ("CH-14.sql", " AND amenagement_valorise IS NOT NULL", ""),
    ),
    "adjourned files among the decided": (
        "CH-15",
        ("CH-15.sql", "'refus')", "'refus', 'ajourne')"),
    ),
    "a trainee's alert counted": ("CH-21", (CHARTE, "emetteur = 'organisme' AND ", "")),
    "alert ninety-one days before counted": (
        "CH-25",
        ("CH-25.sql", "r.date_rupture - 90", "r.date_rupture - 91"),
    ),
    "alert ninety days before left out": (
        "CH-25",
        ("CH-25.sql", "r.date_rupture - 90", "r.date_rupture - 89"),
    ),
    "check on a trainee's alert is a breach": (
        "CH-26",
        ("CH-26.sql", "emetteur = 'organisme'", "emetteur IS NOT NULL"),
    ),
    "a check without ground is verifiable": (
        "CH-26b",
        ("CH-26b.sql", "motif = 'inconnu' OR ", ""),
    ),
    "a check of the same day is after": ("CH-27", ("CH-27.sql", "< c.date_con", "<= c.date_con")),
    "a report handed over later": ("CH-28", ("CH-28.sql", f"<= {_FIN}", "IS NOT NULL")),
    "a yearly report handed over later": ("CH-29", ("CH-29.sql", f"<= {_FIN}", "IS NOT NULL")),
    "a shared meeting counted for each": (
        "CH-30",
        ("agregats/distincts.sql", "count(DISTINCT groupe)", "count(groupe)"),
    ),
    "one side documented is enough": (
        "CH-30c",
        ("CH-30c.sql", "coalesce(volet_quantitatif, false)", "true"),
    ),
    "levers of an intervention without agreement": (
        "CH-31",
        ("CH-31.sql", "WHERE accord AND", "WHERE"),
    ),
    "conforming communications counted": ("CH-32", ("CH-32.sql", "NOT conforme AND ", "")),
    "contact on the day of the writing is late": (
        "CH-34",
        ("CH-34.sql", "date_contact <= date_reception", "date_contact < date_reception"),
    ),
    "the file's deposit not read": (
        "CH-34",
        ("CH-34.sql", "date_contact <= (", "date_contact IS NOT NULL OR date_contact <= ("),
    ),
    "the organisation's own contacts": (
        "CH-34c",
        ("CH-34c.sql", " AND coalesce(source, 'tpge') = 'tpge'", ""),
    ),
}

ACTIVITE_MUTATIONS: dict[str, Mutation] = {
    "cancelled workshops attended": (
        "BA-09",
        (ACTIVITE, "coalesce(a.statut, 'realise') = 'realise' AND ", ""),
    ),
    "an empty number of persons is none": (
        "BA-09b",
        (ACTIVITE, "coalesce(p.nb_personnes, 1)", "coalesce(p.nb_personnes, 0)"),
    ),
    "unfilled readjustment in the base": (
        "BA-13b",
        ("BA-13b.sql", "AND reajustement IS NOT NULL", ""),
    ),
    "checks of documents among quality checks": (
        "BA-14",
        ("BA-14.sql", "WHERE motif <> 'verification_service_fait'", ""),
    ),
    "certificate of the 6th in time": ("BA-15", ("BA-15.sql", "4 DAY", "5 DAY")),
    "a month of no hour expected": ("BA-15", ("BA-15.sql", "AND d.heures = 0", "AND d.heures < 0")),
    "first deposit read for hours": (
        "BA-16",
        (ACTIVITE, "ORDER BY date_depot DESC", "ORDER BY date_depot"),
    ),
    "work placement left out of the hours": (
        "BA-16b",
        (ACTIVITE, " + coalesce(heures_stage, 0)", ""),
    ),
    "request of the day is late": ("BA-17b", ("BA-17b.sql", "<= date_effet", "< date_effet")),
    "a change of mode needs three approvals": (
        "BA-17c",
        ("BA-17c.sql", "'report_fin')", "'report_fin', 'modalite')"),
    ),
    "sessions counted, not files": (
        "BA-18",
        ("BA-18.sql", "id_dossier AS cle", "id_avenant AS cle"),
    ),
    "a jury with an unknown number": (
        "BA-20b",
        ("BA-20b.sql", "AND certifies IS NOT NULL ", ""),
    ),
    "first certificates of three years": ("BA-22", ("socle/8_qualiopi.sql", "4 YEAR", "3 YEAR")),
    "deemed certified left out": ("BA-22", ("BA-22.sql", "('certifie', 'repute')", "('certifie')")),
}

PREVENTION_MUTATIONS: dict[str, Mutation] = {
    "a course of unknown end is over": (
        "RP-03",
        ("RP-03.sql", "        true\n", "        false\n"),
    ),
    "two check-lists, two trainees": (
        "RP-05",
        ("RP-05.sql", "FROM stagiaires", "FROM passations_de_la_periode WHERE id_dossier IS NULL"),
    ),
    "rupture outside the files not read": ("RP-06", ("RP-06.sql", "THEN d.rupture", "THEN NULL")),
    "a check-list after the end": (
        "RP-06b",
        ("RP-06b.sql", f"AND c.date_passation <= {_FIN}", ""),
    ),
    "a check-list on the day of entry is late": (
        "RP-07",
        ("RP-07.sql", "p.jour <= e.date_debut", "p.jour < e.date_debut"),
    ),
    "obstacles counted by check-list": (
        "RP-08",
        ("RP-08.sql", "id_checklist || '|' || frein AS cle", "id_checklist AS cle"),
    ),
    "a session of the next day": (
        "RP-09",
        (
            PREVENTION,
            "FROM groupes_parole WHERE dans_la_periode(date_seance)",
            "FROM groupes_parole",
        ),
    ),
    "running totals added up": (
        "RP-10",
        ("RP-10.sql", "ORDER BY date_seance DESC", "ORDER BY date_seance"),
    ),
    "a call after the end read": (
        "RP-12",
        (PREVENTION, f"date_appel_stagiaire <= {_FIN}", "date_appel_stagiaire IS NOT NULL"),
    ),
    "agreement of those not called": ("RP-12b", ("RP-12b.sql", "WHERE appele", "")),
    "contacts with agreement among those without": (
        "RP-12c",
        ("RP-12c.sql", " AND NOT accord", ""),
    ),
    "contact on the day of the call is before": (
        "RP-12d",
        ("RP-12d.sql", "date_contact_prestataire <", "date_contact_prestataire <="),
    ),
    "last call instead of the first": ("RP-13", ("RP-13.sql", "min(date_appel", "max(date_appel")),
    "a trainee's report among the organisation's": (
        "RP-14",
        ("RP-14.sql", "emetteur = 'organisme' AND ", ""),
    ),
    "practices of an earlier campaign": (
        "RP-15",
        (PREVENTION, "WHERE campagne_de_la_periode(campagne)", "WHERE true"),
    ),
    "a practice without object in the base": (
        "RP-15b",
        ("RP-15b.sql", "WHERE p.etat IS DISTINCT FROM 'sans_objet'", ""),
    ),
    "exchange before the rupture is a resumption": (
        "RP-16",
        ("RP-16.sql", "BETWEEN r.date_rupture AND", "<="),
    ),
    "seventeen items": ("AC-01", ("AC-01.sql", ", ('O5')", "")),
    "components among engagements": ("AC-02", ("AC-02.sql", "bloc = 'A' AND ", "")),
    "mean of the units, not of the items": (
        "AC-03",
        ("agregats/moyenne.sql", "avg(moyenne)", "sum(total) / sum(base)"),
    ),
    "level two is effective": ("AC-04", ("AC-04.sql", "niveau = 3", "niveau >= 2")),
    "any earlier campaign is the one before": (
        "AC-06",
        (
            ACCOMPAGNEMENT,
            "rank() OVER (PARTITION BY id_of ORDER",
            "row_number() OVER (PARTITION BY id_of, item ORDER",
        ),
    ),
    "unanswered items distributed": ("AC-07", ("AC-07.sql", "WHERE niveau IS NOT NULL", "")),
    "proof asked from level one": ("AC-08", ("AC-08.sql", "niveau >= 2", "niveau >= 1")),
}

SUIVI = CHARTE_MUTATIONS | ACTIVITE_MUTATIONS | PREVENTION_MUTATIONS
