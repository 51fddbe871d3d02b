-- BA-13 « part avec réajustement » ; C-5 : non renseigné hors base
SELECT id_suivi AS cle, id_of, reajustement AS numerateur, true AS denominateur,
    true AS visible_of, coalesce(etape, 'non_renseigne') AS etape
FROM suivi_parcours
WHERE dans_la_periode(date_suivi) AND reajustement IS NOT NULL
