-- QA-13 « cités / base » ; R-ENQ-03 « répondants certifiés ayant répondu à la question »
SELECT cle, id_of, list_contains(string_split(choix_certificateur, ';'), c.choix) AS numerateur,
    true AS denominateur, true AS visible_of, c.choix
FROM repondants_certifies
CROSS JOIN (
    VALUES ('secteur'), ('experience'), ('proximite'), ('disponibilite'), ('outils'), ('tarif'),
        ('autre')
) AS c (choix)
WHERE choix_certificateur IS NOT NULL
