-- R-CONF-02 « au moins une unité chacun dans la base » ; BA-15
SELECT statuts.statut, id_of
FROM unites CROSS JOIN (
    VALUES ('dans_delai'), ('hors_delai_accepte'), ('tardif'), ('manquant')
) AS statuts (statut)
WHERE id_of IS NOT NULL
GROUP BY ALL
