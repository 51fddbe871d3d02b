-- C-3, C-4 ; une unité pèse une fois par portée, et son numérateur l'emporte
WITH poids AS (
    SELECT perimetre, portee, {par} cle,
        max(denominateur::DOUBLE) AS base, max(numerateur::DOUBLE) AS retenu
    FROM portees
    GROUP BY ALL
)
SELECT perimetre, portee AS id_of, {par}
    coalesce(sum(retenu), 0) AS numerator,
    sum(base) AS denominator,
    100.0 * coalesce(sum(retenu), 0) / nullif(sum(base), 0) AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM poids
GROUP BY ALL
