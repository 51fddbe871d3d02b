-- CH-30 « une seule rencontre par date et objet si id_dialogue identique »
SELECT perimetre, portee AS id_of, {par}
    count(DISTINCT groupe) AS numerator,
    NULL::BIGINT AS denominator,
    count(DISTINCT groupe)::DOUBLE AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees
GROUP BY ALL
