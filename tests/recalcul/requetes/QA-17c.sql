-- QA-17 « expirés à part »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    mois_de(fin_retenue) AS mois, fin_lue
FROM certificats_en_vigueur WHERE statut = 'expire'
