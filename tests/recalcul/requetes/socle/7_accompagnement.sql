-- AC-01 « Réponses multiples : la dernière »
CREATE VIEW reponses AS
SELECT id_of, item, try_cast(niveau AS INTEGER) AS niveau, niveau AS lu, preuve,
    substr(item, 1, 1) AS bloc, coalesce(id_of, 'orpheline ' || rowid) || '|' || item AS cle
FROM autoevaluations
WHERE campagne_de_la_periode(campagne)
QUALIFY row_number() OVER (PARTITION BY cle ORDER BY annee_de(campagne) DESC) = 1;

-- AC-06 « campagne précédente »
CREATE VIEW reponses_precedentes AS
SELECT id_of, item, try_cast(niveau AS INTEGER) AS niveau
FROM autoevaluations
WHERE annee_de(campagne) < year(getvariable('debut'))
QUALIFY row_number() OVER (PARTITION BY id_of, item ORDER BY annee_de(campagne) DESC) = 1;
