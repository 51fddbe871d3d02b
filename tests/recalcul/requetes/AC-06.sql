-- AC-06 « niveau(N) - niveau(N-1) par item commun » ; « Item absent d'une campagne : exclu »
SELECT r.cle, r.id_of, '' AS groupe, r.niveau - p.niveau AS numerateur, true AS denominateur,
    true AS visible_of, r.item
FROM reponses r JOIN reponses_precedentes p USING (id_of, item)
WHERE r.niveau IS NOT NULL AND p.niveau IS NOT NULL
