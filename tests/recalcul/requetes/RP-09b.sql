-- RP-09 « somme participants » ; C-5 : effectif inconnu, non compté
SELECT cle, id_of, nb_participants AS numerateur, true AS denominateur, true AS visible_of,
    site, forme
FROM seances_de_la_periode WHERE nb_participants IS NOT NULL
