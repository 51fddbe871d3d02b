-- CH-20 « CH-16 avec id_dossier_suite / CH-16 » ; « suites jusqu'à fin » ; R-ETAT-01
SELECT r.id_dossier AS cle, r.id_of,
    EXISTS (
        SELECT 1
        FROM echanges_charte e LEFT JOIN depots d ON d.id_dossier = e.id_dossier_suite
        WHERE e.id_dossier = r.id_dossier AND e.id_of = r.id_of
          AND e.id_dossier_suite IS NOT NULL
          AND (d.date_depot IS NULL OR d.date_depot <= getvariable('fin'))
    ) AS numerateur,
    true AS denominateur, true AS visible_of
FROM refus_charte r
