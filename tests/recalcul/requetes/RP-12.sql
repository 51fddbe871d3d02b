-- RP-12 « part avec appel » ; R-ACT-02 ; R-ETAT-01
SELECT id_intervention AS cle, id_of, appele AS numerateur, true AS denominateur,
    accord AS visible_of
FROM situations_de_la_periode
