-- BA-15 « certificats dont le premier dépôt <= 5 de M+1 / certificats attendus (dossiers
-- accordés, mois du parcours jusqu'à la fin ou la rupture) » ; « mois M entièrement dans la
-- période ; état lu à fin » ; « a_venir, hors base » ; « mois déclaré à 0 heure : non attendu »
-- R-CR-01, R-CR-02 « jusqu'au dernier jour de M+2 », R-CR-03
WITH parcours_accordes AS (
    SELECT id_dossier, id_of, date_debut, CASE
        WHEN date_rupture <= getvariable('fin') THEN date_rupture ELSE date_fin_prevue
    END AS dernier_jour
    FROM ligne_a_fin WHERE passe AND decision = 'accord'
), mois_du_parcours AS (
    SELECT id_dossier, id_of, unnest(generate_series(
        date_trunc('month', date_debut)::TIMESTAMP, date_trunc('month', dernier_jour)::TIMESTAMP,
        INTERVAL 1 MONTH
    ))::DATE AS premier_jour
    FROM parcours_accordes WHERE date_debut <= dernier_jour
), attendus AS (
    SELECT m.id_dossier, m.id_of, mois_de(m.premier_jour) AS mois,
        (m.premier_jour + INTERVAL 1 MONTH + INTERVAL 4 DAY)::DATE AS a_l_heure,
        last_day(m.premier_jour + INTERVAL 2 MONTH) AS limite
    FROM mois_du_parcours m WHERE mois_dans_la_periode(m.premier_jour)
), situations AS (
    SELECT a.id_dossier, a.id_of, a.mois, CASE
        WHEN p.date_depot <= a.a_l_heure THEN 'dans_delai'
        WHEN p.date_depot <= a.limite THEN 'hors_delai_accepte'
        WHEN p.date_depot IS NOT NULL THEN 'tardif'
        WHEN a.limite < getvariable('fin') THEN 'manquant'
        ELSE 'a_venir'
    END AS statut
    FROM attendus a LEFT JOIN premier_depot p ON p.id_dossier = a.id_dossier AND p.mois = a.mois
    WHERE NOT EXISTS (
        SELECT 1 FROM dernier_depot d
        WHERE d.id_dossier = a.id_dossier AND d.mois = a.mois AND d.heures_connues AND d.heures = 0
    )
)
SELECT id_dossier || '|' || mois AS cle, id_of, statut = 'dans_delai' AS numerateur,
    true AS denominateur, true AS visible_of, mois, statut
FROM situations WHERE statut <> 'a_venir'
