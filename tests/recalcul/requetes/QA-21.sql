-- QA-21 « nb statut repute »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of
FROM certificats_en_vigueur WHERE statut = 'repute'
