-- CH-01 « nb distinct id_of avec date_signature <= fin, fin <= date_fin, pas de dénonciation »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    departement_de(a.id_of) AS departement
FROM actifs_a_fin a
