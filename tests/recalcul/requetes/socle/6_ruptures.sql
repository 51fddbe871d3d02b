-- RP-01 « date_rupture dans la période » ; « la dernière situation fait foi »
CREATE VIEW rompus_de_la_periode AS
SELECT * FROM ligne_a_fin WHERE dans_la_periode(date_rupture);

-- « entrée dans [début, fin], rupture lue à fin » ; R-ETAT-01
CREATE VIEW entres_de_la_periode AS
SELECT *, coalesce(date_rupture <= getvariable('fin'), false) AS rompu
FROM ligne_a_fin WHERE dans_la_periode(date_debut);

CREATE VIEW passations_de_la_periode AS
SELECT *, rowid AS rang FROM checklists WHERE dans_la_periode(date_passation);

-- RP-05 « nb stagiaires (dossiers) distincts » ; « Deux passations : un stagiaire », lu à la
-- dernière, le même jour à la dernière écrite ; sans numéro de dossier, deux passations ne se distinguent pas : à part
CREATE VIEW stagiaires AS
SELECT * FROM passations_de_la_periode
WHERE id_dossier IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY id_dossier ORDER BY date_passation DESC, rang DESC) = 1;

CREATE VIEW seances_de_la_periode AS
SELECT id_seance AS cle, id_of, coalesce(site, 'non_renseigne') AS site,
    coalesce(forme, 'non_renseigne') AS forme, date_seance, nb_participants, nb_participants_distincts,
    nb_ruptures_participants
FROM groupes_parole WHERE dans_la_periode(date_seance);

CREATE VIEW situations_de_la_periode AS
SELECT *,
    coalesce(date_appel_stagiaire <= getvariable('fin'), false) AS appele,
    coalesce(date_contact_prestataire <= getvariable('fin'), false) AS contacte,
    coalesce(accord_stagiaire = 'oui', false) AS accord
FROM interventions WHERE dans_la_periode(date_ouverture);

-- « campagne » : l'année qu'elle nomme, dont un jour au moins est dans la période
CREATE MACRO fin_de_campagne(campagne) AS
    make_date(try_cast(regexp_extract(campagne, '20[0-9][0-9]') AS INTEGER), 12, 31);

CREATE MACRO campagne_de_la_periode(campagne) AS coalesce(
    fin_de_campagne(campagne) >= getvariable('debut')
    AND date_trunc('year', fin_de_campagne(campagne)) <= getvariable('fin'), false
);

-- RP-15 « Non répondu ≠ absente »
CREATE VIEW pratiques AS
SELECT *, coalesce(id_of, 'orpheline ' || rowid) AS declarant FROM bonnes_pratiques
WHERE campagne_de_la_periode(campagne)
QUALIFY row_number() OVER (
    PARTITION BY declarant, numero ORDER BY fin_de_campagne(campagne) DESC
) = 1;
