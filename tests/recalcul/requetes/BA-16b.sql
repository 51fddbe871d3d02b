-- BA-16 « ratio au prévu seulement si heures_prevues connu » ; heures de tous les mois jusqu'à fin
WITH realisees AS (
    SELECT id_dossier, sum(heures) AS heures,
        bool_or(heures_connues AND mois_dans_la_periode(premier_jour)) AS dans_la_periode
    FROM dernier_depot WHERE last_day(premier_jour) <= getvariable('fin')
    GROUP BY id_dossier
)
SELECT l.id_dossier AS cle, l.id_of, r.heures AS numerateur, l.heures_prevues AS denominateur,
    true AS visible_of
FROM realisees r JOIN ligne_a_fin l USING (id_dossier)
WHERE r.dans_la_periode AND l.heures_prevues > 0
