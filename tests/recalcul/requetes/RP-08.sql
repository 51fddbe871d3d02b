-- RP-08 « décompte des freins »
WITH occurrences AS (
    SELECT id_checklist, id_of, unnest(string_split(freins, ';')) AS frein
    FROM passations_de_la_periode WHERE freins IS NOT NULL
)
SELECT id_checklist || '|' || frein AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, frein
FROM occurrences
