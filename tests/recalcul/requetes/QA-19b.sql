-- QA-19 sur les audits faits : jours lus
SELECT id_audit AS cle, id_of, 1 AS groupe, duree_jours AS numerateur, true AS denominateur,
    true AS visible_of, type_audit
FROM audits_de_la_periode WHERE duree_jours IS NOT NULL
