-- BA-20 « certifiés / candidatures » ; C-5 : un jury dont un nombre manque est hors base
SELECT date_jury::VARCHAR AS cle, NULL::VARCHAR AS id_of, certifies AS numerateur,
    candidatures AS denominateur, true AS visible_of, mois_de(date_jury) AS mois
FROM jurys_clea
WHERE dans_la_periode(date_jury) AND certifies IS NOT NULL AND candidatures IS NOT NULL
