SELECT perimetre, portee AS id_of, {par}
    count(DISTINCT portees.id_of) AS numerator,
    NULL::BIGINT AS denominator,
    count(DISTINCT portees.id_of)::DOUBLE AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees
GROUP BY ALL
