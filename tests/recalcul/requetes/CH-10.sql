-- CH-10 « médiane(date_retour - date_reception) des propositions écrites de signataires dont
-- date_retour est dans la période, quelle que soit la date de réception » ; « Signataire actif à
-- date_reception » ; « délai négatif : anomalie exclue » ; R-CH-14
SELECT id_proposition AS cle, id_of, date_retour - date_reception AS numerateur,
    true AS denominateur, true AS visible_of, valeurs(modalites) AS modalites
FROM retours_charte
