-- RP-13 « Alerte → appel au stagiaire » : une alerte, son premier appel ; R-ETAT-01
-- « date_alerte dans [début, fin] » ; R-ACT-03, R-AL-04
WITH appels AS (
    SELECT id_alerte,
        min(date_appel_stagiaire) FILTER (WHERE date_appel_stagiaire <= getvariable('fin')) AS jour,
        bool_and(coalesce(accord_stagiaire = 'oui', false)) AS accord
    FROM interventions GROUP BY id_alerte
)
SELECT a.id_alerte AS cle, a.id_of, i.jour - a.date_alerte AS numerateur, true AS denominateur,
    i.accord AND a.emetteur <> 'stagiaire' AS visible_of, mois_de(a.date_alerte) AS mois
FROM appels i JOIN alertes a USING (id_alerte)
WHERE dans_la_periode(a.date_alerte) AND i.jour IS NOT NULL
