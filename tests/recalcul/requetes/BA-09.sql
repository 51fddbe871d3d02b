-- BA-09 « nb OF distincts » ; « date_atelier dans [début, fin] »
SELECT cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of, theme, signataire
FROM presences
WHERE id_of IS NOT NULL
