-- RP-08 « décompte des freins » ; « jamais par OF de moins de 20 check-lists »
WITH occurrences AS (
    SELECT id_checklist, p.id_of, unnest(string_split(freins, ';')) AS frein
    FROM passations_de_la_periode p WHERE freins IS NOT NULL
), montrables AS (
    SELECT id_of FROM passations_de_la_periode GROUP BY id_of HAVING count(*) >= 20
)
SELECT id_checklist || '|' || frein AS cle, id_of, true AS numerateur, true AS denominateur,
    coalesce(id_of IN (SELECT id_of FROM montrables WHERE id_of IS NOT NULL), false) AS visible_of,
    frein
FROM occurrences
