-- RP-02 « rompus parmi date_debut dans la période / entrés » ; « rupture lue à fin » ; R-ETAT-01
SELECT id_dossier AS cle, id_of,
    coalesce(date_rupture <= getvariable('fin'), false) AS numerateur,
    true AS denominateur, true AS visible_of
FROM ligne_a_fin
WHERE dans_la_periode(date_debut)
