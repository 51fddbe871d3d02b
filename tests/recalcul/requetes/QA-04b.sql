-- QA-04 base « répondants »
SELECT cle, id_of, avancement IN ('certifie', 'en_cours') AS numerateur, true AS denominateur,
    true AS visible_of
FROM repondants
