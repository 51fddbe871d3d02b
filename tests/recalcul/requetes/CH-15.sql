-- CH-15 « accords / (accords + refus) dans chaque groupe, décision lue à fin (R-ETAT-02) »
SELECT id_dossier AS cle, id_of, decision = 'accord' AS numerateur, true AS denominateur,
    true AS visible_of,
    CASE parcours_amenage
        WHEN true THEN 'amenage' WHEN false THEN 'non_amenage' ELSE 'non_renseigne'
    END AS amenagement,
    CASE concertation_prealable
        WHEN true THEN 'concertee' WHEN false THEN 'non_concertee' ELSE 'non_renseigne'
    END AS concertation
FROM dernier_passage_charte
WHERE decision IN ('accord', 'refus')
