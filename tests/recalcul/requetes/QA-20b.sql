-- QA-20 « audits_qualiopi(cout_ht) si réel »
SELECT id_audit AS cle, id_of, 1 AS groupe, cout_ht AS numerateur, true AS denominateur,
    true AS visible_of, type_audit
FROM audits_de_la_periode WHERE cout_ht IS NOT NULL
