-- BA-06 « dossiers de BA-02 accordés à fin, par type_certification » ; R-ETAT-02, R-PTP-11
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    coalesce(priorite::VARCHAR, 'non_renseigne') AS priorite,
    CASE WHEN type_certification = 'bloc_rncp' AND priorite <> 5 THEN 'bloc_hors_priorite_5'
        ELSE 'aucun' END AS signalement
FROM dernier_passage
WHERE decision = 'accord'
