-- RP-16 « dossiers rompus suivis d'un nouveau dossier / rompus » ; « suite lue à fin »
-- « Chaînage rarement disponible : s. o. » : aucun dossier rompu relié, pas de base
WITH suivis AS (
    SELECT r.id_dossier, r.id_of,
        EXISTS (
            SELECT 1
            FROM echanges_refus e LEFT JOIN depots d ON d.id_dossier = e.id_dossier_suite
            WHERE e.id_dossier = r.id_dossier AND e.id_dossier_suite <> e.id_dossier
              AND e.date_echange BETWEEN r.date_rupture AND getvariable('fin')
              AND (d.date_depot IS NULL OR d.date_depot <= getvariable('fin'))
        ) AS suivi
    FROM rompus_de_la_periode r
)
SELECT id_dossier AS cle, id_of, suivi AS numerateur, true AS denominateur, true AS visible_of
FROM suivis WHERE (SELECT bool_or(suivi) FROM suivis)
