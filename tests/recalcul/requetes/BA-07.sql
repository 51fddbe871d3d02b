-- BA-07 « dossiers aménagés / dossiers renseignés » ; « Comme CH-13, sans filtre de signature »
-- CH-13 « Vide : hors base » ; « dossier repassé : une fois, à sa dernière commission de la
-- période » ; R-CH-01, R-CH-12
SELECT id_dossier AS cle, id_of, parcours_amenage AS numerateur, true AS denominateur,
    true AS visible_of,
    signature_au(d.id_of, d.date_commission) AS signataire,
    string_split(coalesce(amenagements, 'non_renseigne'), ';') AS amenagements,
    mois_de(date_commission) AS mois
FROM dernier_passage d
WHERE parcours_amenage IS NOT NULL
