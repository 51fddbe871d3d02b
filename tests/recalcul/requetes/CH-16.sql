-- CH-16 « nb distinct id_dossier ayant, dans la période, un passage avec
-- decision_initiale = refus et motif_refus = coherence_parcours » ; R-PTP-03
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, mois_de(date_refus) AS mois
FROM refus_charte
