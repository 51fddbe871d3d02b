-- BA-22 « OF actifs (BA-21) certifiés au soir de fin / BA-21 » ; « certifiés ou réputés » ;
-- « Statut inconnu : dans la base » ; R-CYC-01, R-CYC-02, R-CYC-07
SELECT o.id_of AS cle, o.id_of, coalesce(c.statut IN ('certifie', 'repute'), false) AS numerateur,
    true AS denominateur, true AS visible_of, coalesce(c.statut, 'inconnu') AS statut
FROM organismes_actifs o LEFT JOIN certificats_en_vigueur c USING (id_of)
