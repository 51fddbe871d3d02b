-- QA-22 « nb par statut » ; « Montrable à un OF : non »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, false AS visible_of, statut
FROM certificats_en_vigueur WHERE statut IN ('suspendu', 'retire', 'refuse')
