-- CH-19 « médiane(premier date_echange − date_commission) » ; « délai négatif exclu »
SELECT id_dossier AS cle, id_of, min(date_echange) - min(date_refus) AS numerateur,
    true AS denominateur, true AS visible_of,
    mois_de(min(date_refus)) AS mois
FROM echanges_charte
GROUP BY id_dossier, id_of
