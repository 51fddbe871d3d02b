-- BA-12 « nb distinct id_proposition avec date_etude dans la période »
-- « date_etude vide mais date_retour connue : repli sur date_retour »
-- R-ETAT-01 « Toute date postérieure à fin est ignorée » ; R-CH-12
WITH analysees AS (
    SELECT *,
        CASE
            WHEN date_etude <= getvariable('fin') THEN date_etude
            ELSE date_retour
        END AS date_analyse
    FROM propositions
)
SELECT id_proposition AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    string_split(coalesce(modalites, 'non_renseigne'), ';') AS modalites,
    signature_au(analysees.id_of, analysees.date_analyse) AS signataire,
    trimestre_de(date_analyse) AS trimestre
FROM analysees
WHERE dans_la_periode(date_analyse)
