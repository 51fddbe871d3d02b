-- QA-17 « dont date_fin - 4 mois < fin »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    mois_de(fin_retenue) AS mois, fin_lue
FROM certifies_au_soir
WHERE getvariable('fin') BETWEEN (fin_retenue - mois_d_alerte())::DATE AND fin_retenue
  AND (fin_retenue - mois_de_limite())::DATE < getvariable('fin')
