-- QA-15 « part des audits concernés »
SELECT a.id_audit AS cle, a.id_of, e.id_audit IS NOT NULL AS numerateur, true AS denominateur,
    true AS visible_of, i.numero::VARCHAR AS indicateur, critere_de(i.numero) AS critere
FROM audits_de_la_periode a
CROSS JOIN (SELECT unnest(range(1, 33)) AS numero) i
LEFT JOIN ecarts_de_la_periode e ON e.id_audit = a.id_audit AND e.indicateur = i.numero
