-- « médiane à partir de 5 » ; « Moins de 5 retours : min et max, pas de médiane »
SELECT perimetre, portee AS id_of, {par}
    count(DISTINCT cle) AS numerator,
    count(DISTINCT cle) AS denominator,
    CASE WHEN count(DISTINCT cle) >= 5 THEN median(numerateur) END AS value,
    min(numerateur)::DOUBLE AS minimum, max(numerateur)::DOUBLE AS maximum
FROM portees
GROUP BY ALL
