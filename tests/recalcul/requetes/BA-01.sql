-- BA-01 « nb distinct id_dossier, à la plus ancienne date_depot »
SELECT d.id_dossier AS cle, l.id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    strftime(d.date_depot, '%Y-%m') AS mois,
    coalesce(l.type_certification, 'non_renseigne') AS type_certification
FROM depots d JOIN ligne_a_fin l USING (id_dossier)
WHERE dans_la_periode(d.date_depot)
