-- CH-31 « décompte des valeurs de leviers (temps de dialogue et interventions accordées) »
WITH leviers_cites AS (
    SELECT 'dialogue|' || id_dialogue AS evenement, id_of, leviers FROM dialogues_charte
    UNION ALL
    SELECT 'intervention|' || id_intervention, id_of, leviers FROM situations_de_la_periode s
    WHERE accord AND signataire_actif(s.id_of, s.date_ouverture)
), occurrences AS (
    SELECT evenement, id_of, unnest(string_split(leviers, ';')) AS levier
    FROM leviers_cites WHERE leviers IS NOT NULL
)
SELECT evenement || '|' || id_of || '|' || levier AS cle, id_of, true AS numerateur,
    true AS denominateur, true AS visible_of, levier
FROM occurrences
