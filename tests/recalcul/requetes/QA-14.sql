-- QA-14 « Critères RNQ 1 à 7 cités » ; « Plusieurs réponses possibles » ; R-ENQ-03
SELECT cle, id_of,
    list_contains(string_split(criteres_difficultes, ';'), c.critere) AS numerateur,
    true AS denominateur, true AS visible_of, c.critere
FROM repondants_certifies
CROSS JOIN (VALUES ('1'), ('2'), ('3'), ('4'), ('5'), ('6'), ('7')) AS c (critere)
WHERE criteres_difficultes IS NOT NULL
