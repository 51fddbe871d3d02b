-- RP-06 « rompus parmi RP-05 / RP-05 » ; « rupture lue à fin » ; checklists.rupture « si pas de
-- dossier PTP », état à l'import : une passation qui la dit suffit ; C-5 : rien ne le dit, inconnu
WITH dites AS (
    SELECT id_dossier, bool_or(rupture) AS rupture
    FROM passations_de_la_periode GROUP BY id_dossier
), lus AS (
    SELECT s.id_dossier, s.id_of, CASE
        WHEN l.id_dossier IS NULL THEN d.rupture
        ELSE coalesce(l.date_rupture <= getvariable('fin'), false)
    END AS rompu
    FROM stagiaires s JOIN dites d USING (id_dossier) LEFT JOIN ligne_a_fin l USING (id_dossier)
)
SELECT id_dossier AS cle, id_of, rompu AS numerateur, true AS denominateur, true AS visible_of
FROM lus WHERE rompu IS NOT NULL
