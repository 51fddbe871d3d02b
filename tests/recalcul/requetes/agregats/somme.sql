-- « somme » : chaque unité une fois par portée
WITH poids AS (
    SELECT perimetre, portee, {par} cle, max(numerateur::DOUBLE) AS retenu
    FROM portees
    GROUP BY ALL
)
SELECT perimetre, portee AS id_of, {par}
    sum(retenu) AS numerator,
    NULL::BIGINT AS denominator,
    sum(retenu) AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM poids
GROUP BY ALL
