-- RP-05 « nb stagiaires (dossiers) distincts »
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of
FROM stagiaires
