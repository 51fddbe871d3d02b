-- RP-09 « nb séances »
SELECT cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of, site, forme
FROM seances_de_la_periode
