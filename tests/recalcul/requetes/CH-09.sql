-- CH-09 « Reçues depuis moins de 30 jours et sans retour : en cours »
-- CH-09 « CH-04 avec date_retour <= fin / CH-04 » ; R-CH-14
SELECT id_proposition AS cle, id_of,
    coalesce(date_retour <= getvariable('fin'), false) AS numerateur,
    true AS denominateur, true AS visible_of, trimestre_de(date_reception) AS trimestre,
    CASE
        WHEN date_retour <= getvariable('fin') THEN 'retour_fait'
        WHEN getvariable('fin') - date_reception < 30 THEN 'en_cours'
        ELSE 'sans_retour'
    END AS retour
FROM propositions_charte
WHERE dans_la_periode(date_reception)
