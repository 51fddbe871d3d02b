-- BA-03 « accords / (accords + refus) parmi BA-02, décision lue à fin (R-ETAT-02) »
-- « Irrecevables, ajournés, en attente, abandons hors base »
SELECT id_dossier AS cle, id_of, decision = 'accord' AS numerateur, true AS denominateur,
    true AS visible_of,
    strftime(date_commission, '%Y-%m') AS mois,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    CASE parcours_amenage WHEN true THEN 'oui' WHEN false THEN 'non' ELSE 'non_renseigne' END
        AS amenage
FROM dernier_passage
WHERE decision IN ('accord', 'refus')
