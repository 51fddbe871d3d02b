-- AC-01 « Réponses multiples : la dernière »
CREATE VIEW reponses AS
SELECT id_of, item, try_cast(niveau AS INTEGER) AS niveau, niveau AS lu, preuve,
    substr(item, 1, 1) AS bloc, coalesce(id_of, 'orpheline ' || rowid) || '|' || item AS cle
FROM autoevaluations
WHERE campagne_de_la_periode(campagne)
QUALIFY row_number() OVER (PARTITION BY cle ORDER BY fin_de_campagne(campagne) DESC) = 1;

-- AC-06 « campagne précédente » : la dernière de l'organisme avant la période
CREATE VIEW reponses_precedentes AS
SELECT id_of, item, try_cast(niveau AS INTEGER) AS niveau
FROM autoevaluations
WHERE fin_de_campagne(campagne) < getvariable('debut')
QUALIFY rank() OVER (PARTITION BY id_of ORDER BY fin_de_campagne(campagne) DESC) = 1;
