SELECT perimetre, portee AS id_of, {par}
    count(DISTINCT cle) AS numerator,
    NULL::BIGINT AS denominator,
    count(DISTINCT cle)::DOUBLE AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees
GROUP BY ALL
