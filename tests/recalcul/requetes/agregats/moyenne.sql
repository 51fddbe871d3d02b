-- AC-03 « moyenne des moyennes d'items » ; sans groupe, une seule moyenne
WITH groupes AS (
    SELECT perimetre, portee, {par} groupe,
        sum(numerateur::DOUBLE) AS total, count(*) AS base, avg(numerateur::DOUBLE) AS moyenne
    FROM portees
    GROUP BY ALL
)
SELECT perimetre, portee AS id_of, {par}
    sum(total) AS numerator,
    sum(base) AS denominator,
    avg(moyenne) AS value,
    NULL::DOUBLE AS minimum, NULL::DOUBLE AS maximum
FROM groupes
GROUP BY ALL
