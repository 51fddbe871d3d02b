-- CH-05 « CH-04 avec permet_amenagement = oui »
SELECT id_proposition AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, valeurs(modalites) AS modalites,
    trimestre_de(date_reception) AS trimestre
FROM propositions_charte
WHERE dans_la_periode(date_reception) AND permet_amenagement = 'oui'
