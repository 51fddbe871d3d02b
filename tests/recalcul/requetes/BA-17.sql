-- BA-17 « nb id_avenant par type »
SELECT id_avenant AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    coalesce(type_changement, 'non_renseigne') AS type_changement
FROM demandes_de_la_periode
