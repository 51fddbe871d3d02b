-- RP-07 « entrées avec passation <= date_debut / entrées » ; « après l'entrée : tardive »
WITH premieres AS (
    SELECT id_dossier, min(date_passation) AS jour FROM checklists
    WHERE date_passation <= getvariable('fin') GROUP BY id_dossier
)
SELECT id_dossier AS cle, e.id_of, coalesce(p.jour <= e.date_debut, false) AS numerateur,
    true AS denominateur, true AS visible_of,
    CASE WHEN p.jour <= e.date_debut THEN 'avant' WHEN p.jour IS NULL THEN 'sans' ELSE 'tardive'
    END AS moment
FROM entres_de_la_periode e LEFT JOIN premieres p USING (id_dossier)
