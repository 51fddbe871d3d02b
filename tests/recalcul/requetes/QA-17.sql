-- QA-17 « OF certifiés avec date_fin - 6 mois <= fin <= date_fin »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    mois_de(fin_retenue) AS mois, fin_lue
FROM certifies_au_soir
WHERE getvariable('fin') BETWEEN (fin_retenue - mois_d_alerte())::DATE AND fin_retenue
