-- BA-15 « statut (à l'heure, hors délai accepté, tardif, manquant) » : parts d'un même tout
WITH statuts (statut) AS (
    VALUES ('dans_delai'), ('hors_delai_accepte'), ('tardif'), ('manquant')
)
SELECT perimetre, portee AS id_of, statuts.statut,
    count(DISTINCT cle) FILTER (WHERE portees.statut = statuts.statut) AS numerator,
    count(DISTINCT cle) AS denominator,
    100.0 * count(DISTINCT cle) FILTER (WHERE portees.statut = statuts.statut)
        / count(DISTINCT cle) AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees CROSS JOIN statuts
GROUP BY perimetre, portee, statuts.statut
