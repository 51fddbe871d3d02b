-- RP-03 « RP-01 / parcours présents au moins un jour de la période » : sans fin connue, encore
-- présent ; rompu dans la période, présent ce jour-là
SELECT id_dossier AS cle, id_of, dans_la_periode(date_rupture) AS numerateur,
    true AS denominateur, true AS visible_of
FROM ligne_a_fin
WHERE dans_la_periode(date_rupture) OR (
    date_debut <= getvariable('fin') AND coalesce(
        CASE WHEN date_rupture <= getvariable('fin') THEN date_rupture ELSE date_fin_prevue END
            >= getvariable('debut'),
        true
    )
)
