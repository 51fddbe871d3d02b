-- CH-14 « dossiers aménagés avec amenagement_valorise = oui / dossiers aménagés renseignés »
-- « concertés / non concertés »
SELECT id_dossier AS cle, id_of, amenagement_valorise AS numerateur, true AS denominateur,
    true AS visible_of,
    CASE concertation_prealable
        WHEN true THEN 'concertee' WHEN false THEN 'non_concertee' ELSE 'non_renseigne'
    END AS concertation
FROM dernier_passage_charte
WHERE parcours_amenage AND amenagement_valorise IS NOT NULL
