-- QA-03 « QA-01 / base », base « OF financés » : les organismes actifs de BA-21
SELECT o.id_of AS cle, o.id_of, c.id_of IS NOT NULL AS numerateur, true AS denominateur,
    true AS visible_of
FROM organismes_actifs o LEFT JOIN certifies_au_soir c USING (id_of)
