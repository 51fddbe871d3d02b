-- QA-12 sur les audits ; R-AUD-06 « audit initial seulement »
SELECT id_audit AS cle, id_of, duree_amenagee AS numerateur, true AS denominateur,
    true AS visible_of
FROM audits_de_la_periode WHERE type_audit = 'initial' AND duree_amenagee IS NOT NULL
