-- QA-03 base « répondants »
SELECT cle, id_of, avancement = 'certifie' AS numerateur, true AS denominateur,
    true AS visible_of
FROM repondants
