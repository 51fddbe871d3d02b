-- BA-17 « part avec date_demande <= date_effet (tous types) » ; date d'effet vide hors base
SELECT id_avenant AS cle, id_of, date_demande <= date_effet AS numerateur,
    true AS denominateur, true AS visible_of,
    coalesce(type_changement, 'non_renseigne') AS type_changement
FROM demandes_de_la_periode WHERE date_effet IS NOT NULL
