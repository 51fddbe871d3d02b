-- RP-04 « RP-01 par cause_rupture » ; « Part sur les renseignées, non renseignées affichées »
SELECT perimetre, portee AS id_of, cause_rupture,
    count(DISTINCT cle) AS numerator,
    sum(count(DISTINCT cle)) FILTER (WHERE cause_rupture <> 'non_renseignee')
        OVER (PARTITION BY perimetre, portee) AS denominator,
    CASE WHEN cause_rupture <> 'non_renseignee' THEN
        100.0 * count(DISTINCT cle) / sum(count(DISTINCT cle))
            FILTER (WHERE cause_rupture <> 'non_renseignee')
            OVER (PARTITION BY perimetre, portee)
    END AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees
GROUP BY perimetre, portee, cause_rupture
