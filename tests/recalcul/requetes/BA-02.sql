-- BA-02 « nb distinct id_dossier ayant au moins un passage dans la période, lu à son dernier
-- passage de la période » ; « Entrées : decision_initiale »
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    strftime(date_commission, '%Y-%m') AS mois,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    coalesce(decision_initiale, 'non_renseigne') AS decision
FROM dernier_passage
