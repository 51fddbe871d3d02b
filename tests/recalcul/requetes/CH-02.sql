-- CH-02 « nb lignes avec date_signature dans la période et <= date_fin » ; V-CH-02
SELECT s.rowid::VARCHAR AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    mois_de(date_signature) AS mois, departement_de(s.id_of) AS departement
FROM signataires s
WHERE dans_la_periode(date_signature) AND date_signature <= fin_engagement(date_fin)
