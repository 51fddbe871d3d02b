-- RP-10 « nb_ruptures_participants / nb_participants_distincts » ; « cumul de la période, si
-- connu » : le dernier cumul de chaque site d'un organisme ; R-RUP-03 « effectif inconnu »
SELECT cle, id_of, nb_ruptures_participants AS numerateur,
    nb_participants_distincts AS denominateur, true AS visible_of, site
FROM seances_de_la_periode
WHERE nb_participants_distincts IS NOT NULL AND nb_ruptures_participants IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY id_of, site ORDER BY date_seance DESC, cle DESC) = 1
