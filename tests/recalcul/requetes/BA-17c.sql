-- BA-17 « part avec trois validations parmi calendrier, deroulement et report_fin » ; R-CAL-01
-- « validation vide : non documentée »
SELECT id_avenant AS cle, id_of,
    coalesce(valide_salarie, false) AND coalesce(valide_of, false)
    AND coalesce(valide_employeur, false) AS numerateur,
    true AS denominateur, true AS visible_of, type_changement
FROM demandes_de_la_periode
WHERE type_changement IN ('calendrier', 'deroulement', 'report_fin')
