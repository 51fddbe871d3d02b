-- RP-04 « RP-01 par cause_rupture » ; « Part sur les renseignées, non renseignées affichées »
-- R-RUP-01 « Quatre causes »
WITH causes (cause_rupture) AS (
    VALUES ('construction_projet'), ('contenu_formation'), ('conditions_participation'),
        ('imponderable')
)
SELECT perimetre, portee AS id_of, causes.cause_rupture,
    count(DISTINCT cle) FILTER (WHERE portees.cause_rupture = causes.cause_rupture) AS numerator,
    count(DISTINCT cle) AS denominator,
    100.0 * count(DISTINCT cle) FILTER (WHERE portees.cause_rupture = causes.cause_rupture)
        / count(DISTINCT cle) AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees CROSS JOIN causes
WHERE portees.cause_rupture <> 'non_renseignee'
GROUP BY perimetre, portee, causes.cause_rupture
