-- CH-04 « nb distinct id_proposition, formalisee_ecrit = oui, OF signataire actif à la date de
-- l'événement (R-CH-01) » ; « date_reception dans [début, fin] » ; R-CH-05
SELECT id_proposition AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, valeurs(modalites) AS modalites,
    trimestre_de(date_reception) AS trimestre
FROM propositions_charte
WHERE dans_la_periode(date_reception)
