-- BA-14 « nb id_controle hors verification_service_fait (à part) »
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    motif, valeurs(themes) AS theme, coalesce(resultat, 'non_renseigne') AS resultat
FROM controles_de_la_periode
WHERE motif <> 'verification_service_fait'
