-- AC-01 « items avec niveau ou « s. o. » / 18 » ; 18 par organisme répondant (R-ACC-08)
WITH grille (item) AS (
    VALUES ('A1'), ('A2'), ('A3'), ('A4'), ('C1'), ('C2'), ('C3'), ('C4'), ('M1'), ('V1'), ('V2'),
        ('V3'), ('V4'), ('O1'), ('O2'), ('O3'), ('O4'), ('O5')
)
SELECT o.id_of || '|' || g.item AS cle, o.id_of, r.lu IS NOT NULL AS numerateur,
    true AS denominateur, true AS visible_of
FROM (SELECT DISTINCT id_of FROM reponses WHERE id_of IS NOT NULL) o CROSS JOIN grille g
LEFT JOIN reponses r ON r.id_of = o.id_of AND r.item = g.item
