-- CH-08 « CH-04 avec date_etude <= fin / CH-04 »
SELECT id_proposition AS cle, id_of,
    coalesce(date_etude <= getvariable('fin'), false) AS numerateur,
    true AS denominateur, true AS visible_of, trimestre_de(date_reception) AS trimestre
FROM propositions_charte
WHERE dans_la_periode(date_reception)
