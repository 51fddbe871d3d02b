-- C-3, C-4
SELECT perimetre, portee AS id_of, {par}
    count(DISTINCT cle) FILTER (WHERE numerateur AND denominateur) AS numerator,
    count(DISTINCT cle) FILTER (WHERE denominateur) AS denominator,
    100.0 * count(DISTINCT cle) FILTER (WHERE numerateur AND denominateur)
        / nullif(count(DISTINCT cle) FILTER (WHERE denominateur), 0) AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM portees
GROUP BY ALL
