-- R-CONF-02 « au moins une unité chacun dans la base » ; RP-04 « Part sur les renseignées »
SELECT causes.cause_rupture, id_of
FROM unites CROSS JOIN (
    VALUES ('construction_projet'), ('contenu_formation'), ('conditions_participation'),
        ('imponderable')
) AS causes (cause_rupture)
WHERE unites.cause_rupture <> 'non_renseignee' AND id_of IS NOT NULL
GROUP BY ALL
