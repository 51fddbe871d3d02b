-- CH-20 « CH-16 avec id_dossier_suite / CH-16 ; accords parmi les suites décidées » ; « suites
-- jusqu'à fin » ; R-ETAT-01 ; « Suite non décidée : hors taux d'accord »
WITH suites AS (
    SELECT e.id_dossier, e.id_of, CASE
        WHEN bool_or(l.passe AND l.decision = 'accord') THEN 'accordee'
        WHEN bool_or(l.passe AND l.decision = 'refus') THEN 'refusee'
        ELSE 'non_decidee'
    END AS suite
    FROM echanges_charte e
    LEFT JOIN depots d ON d.id_dossier = e.id_dossier_suite
    LEFT JOIN ligne_a_fin l ON l.id_dossier = e.id_dossier_suite
    WHERE e.id_dossier_suite IS NOT NULL
      AND (d.date_depot IS NULL OR d.date_depot <= getvariable('fin'))
    GROUP BY e.id_dossier, e.id_of
)
SELECT r.id_dossier AS cle, r.id_of, s.suite IS NOT NULL AS numerateur, true AS denominateur,
    true AS visible_of, coalesce(s.suite, 'sans_suite') AS suite
FROM refus_charte r LEFT JOIN suites s USING (id_dossier, id_of)
