-- BA-16 « somme des heures du dernier dépôt par (dossier, mois) » ; « Stage inclus » ; R-CR-04
WITH heures_par_type AS (
    SELECT id_dossier, id_of, mois, unnest(['centre', 'distance', 'stage']) AS type_heure,
        unnest([heures_centre, heures_distance, heures_stage]) AS heures
    FROM dernier_depot WHERE mois_dans_la_periode(premier_jour)
)
SELECT id_dossier || '|' || mois || '|' || type_heure AS cle, id_of, heures AS numerateur,
    true AS denominateur, true AS visible_of, type_heure, mois
FROM heures_par_type WHERE heures IS NOT NULL
