-- CH-07 « CH-04 par valeur de modalites » ; « Plusieurs valeurs par proposition »
SELECT id_proposition AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, valeurs(modalites) AS modalites
FROM propositions_charte
WHERE dans_la_periode(date_reception)
