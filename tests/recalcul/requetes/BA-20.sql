-- BA-20 « nb jurys » ; « date_jury dans [début, fin] »
SELECT date_jury::VARCHAR AS cle, NULL::VARCHAR AS id_of, true AS numerateur,
    true AS denominateur, true AS visible_of, mois_de(date_jury) AS mois
FROM jurys_clea WHERE dans_la_periode(date_jury)
