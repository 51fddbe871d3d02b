-- QA-12 « oui / (oui + non) », « Base = certifiés répondants »
SELECT cle, id_of, duree_amenagee AS numerateur, true AS denominateur, true AS visible_of
FROM repondants_certifies WHERE duree_amenagee IS NOT NULL
