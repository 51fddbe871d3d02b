-- BA-12 « nb distinct id_proposition avec date_etude dans la période »
-- « date_etude vide mais date_retour connue : repli sur date_retour » ; R-CH-12
SELECT id_proposition AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    string_split(coalesce(modalites, 'non_renseigne'), ';') AS modalites,
    signature_au(p.id_of, coalesce(p.date_etude, p.date_retour)) AS signataire
FROM propositions p
WHERE dans_la_periode(coalesce(date_etude, date_retour))
