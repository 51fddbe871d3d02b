-- RP-12 « contacts sans accord (cible 0) » ; R-ACT-02
SELECT id_intervention AS cle, id_of, true AS numerateur, true AS denominateur,
    accord AS visible_of
FROM situations_de_la_periode WHERE contacte AND NOT accord
