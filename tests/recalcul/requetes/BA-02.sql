-- BA-02 « nb distinct id_dossier ayant au moins un passage dans la période, lu à son dernier
-- passage de la période »
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    strftime(date_commission, '%Y-%m') AS mois,
    coalesce(type_certification, 'non_renseigne') AS type_certification
FROM dernier_passage
