-- RP-06 « rompus parmi RP-05 / RP-05 » ; « rupture lue à fin » ; checklists.rupture « si pas de
-- dossier PTP », état à l'import ; C-5 : ni l'un ni l'autre, inconnu
WITH lus AS (
    SELECT s.id_dossier, s.id_of, CASE
        WHEN l.id_dossier IS NULL THEN s.rupture
        ELSE coalesce(l.date_rupture <= getvariable('fin'), false)
    END AS rompu
    FROM stagiaires s LEFT JOIN ligne_a_fin l USING (id_dossier)
)
SELECT id_dossier AS cle, id_of, rompu AS numerateur, true AS denominateur, true AS visible_of
FROM lus WHERE rompu IS NOT NULL
