-- AC-08 « items avec preuve / items de niveau >= 2 »
SELECT cle, id_of, preuve IS NOT NULL AS numerateur, true AS denominateur, true AS visible_of,
    bloc
FROM reponses WHERE niveau >= 2
