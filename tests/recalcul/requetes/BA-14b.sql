-- BA-14 « contrôles de service fait », à part (R-CTL-02)
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of
FROM controles_de_la_periode
WHERE motif = 'verification_service_fait'
