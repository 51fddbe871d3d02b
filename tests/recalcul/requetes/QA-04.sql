-- QA-04 « (QA-01 + QA-02) / base », base « OF financés »
SELECT o.id_of AS cle, o.id_of, coalesce(c.statut IN ('certifie', 'en_cours'), false) AS numerateur,
    true AS denominateur, true AS visible_of
FROM organismes_actifs o LEFT JOIN certificats_en_vigueur c USING (id_of)
