-- QA-09 « répondants par avancement / répondants »
SELECT cle, id_of, r.avancement = a.avancement AS numerateur, true AS denominateur,
    true AS visible_of, a.avancement
FROM repondants r
CROSS JOIN (
    VALUES ('certifie'), ('en_cours'), ('non_engage'), ('repute'), ('ne_sait_pas')
) AS a (avancement)
