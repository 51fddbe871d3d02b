-- QA-15 « part des audits concernés », par type d'audit
SELECT id_audit AS cle, id_of,
    id_audit IN (SELECT e.id_audit FROM ecarts_de_la_periode e) AS numerateur,
    true AS denominateur, true AS visible_of, type_audit
FROM audits_de_la_periode
