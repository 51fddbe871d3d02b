-- QA-15 « nb NC par indicateur » ; « date_audit dans [début, fin] » ; « (audit, indicateur) une
-- fois » ; R-RNQ-05, R-RNQ-06
SELECT id_audit || '|' || indicateur AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, indicateur::VARCHAR AS indicateur, critere_de(indicateur) AS critere,
    CASE WHEN fondamental(indicateur) THEN 'fondamental' ELSE 'ponderable' END AS nature, gravite,
    type_audit
FROM ecarts_de_la_periode
