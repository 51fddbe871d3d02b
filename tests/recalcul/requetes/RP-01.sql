-- RP-01 « nb dossiers avec date_rupture dans la période »
-- « rupture annulée (reprise) : la dernière situation fait foi » ; R-RUP-01
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    coalesce(cause_rupture, 'non_renseignee') AS cause_rupture,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    mois_de(date_rupture) AS mois
FROM ligne_a_fin
WHERE dans_la_periode(date_rupture)
