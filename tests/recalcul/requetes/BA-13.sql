-- BA-13 « nb id_suivi par étape »
SELECT id_suivi AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    coalesce(etape, 'non_renseigne') AS etape
FROM suivi_parcours
WHERE dans_la_periode(date_suivi)
