-- RP-02 « rompus parmi date_debut dans la période / entrés » ; « rupture lue à fin » ; R-ETAT-01
SELECT id_dossier AS cle, id_of,
    coalesce(date_rupture <= getvariable('fin'), false) AS numerateur,
    true AS denominateur, true AS visible_of,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    CASE parcours_amenage WHEN true THEN 'oui' WHEN false THEN 'non' ELSE 'non_renseigne' END
        AS amenage,
    -- R-ETAT-01 : une rupture postérieure à fin est ignorée, le parcours court encore
    coalesce(parcours, CASE statut_parcours WHEN 'rompu' THEN 'en_cours' ELSE 'non_renseigne' END)
        AS parcours
FROM ligne_a_fin
WHERE dans_la_periode(date_debut)
