-- RP-06 « comparaison avec sans check-list descriptive » : entrés de la période sans passation
SELECT id_dossier AS cle, id_of, rompu AS numerateur, true AS denominateur, true AS visible_of
FROM entres_de_la_periode e
WHERE NOT EXISTS (
    SELECT 1 FROM checklists c
    WHERE c.id_dossier = e.id_dossier AND c.date_passation <= getvariable('fin')
)
