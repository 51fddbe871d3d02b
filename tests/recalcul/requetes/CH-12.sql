-- CH-12 « par OF : nb(source = of) - nb(source = tpge), aux conditions de CH-04 »
-- « Aucune ligne of : décompte OF non fourni, pas un écart de -n » ; « source vide = tpge »
WITH comptees AS (
    SELECT id_proposition, id_of, coalesce(source, 'tpge') AS source
    FROM propositions p
    WHERE formalisee_ecrit AND dans_la_periode(date_reception)
      AND signataire_actif(p.id_of, p.date_reception)
)
SELECT id_proposition AS cle, id_of, CASE WHEN source = 'of' THEN 1 ELSE -1 END AS numerateur,
    true AS denominateur, true AS visible_of
FROM comptees
WHERE id_of IN (SELECT id_of FROM comptees WHERE source = 'of')
