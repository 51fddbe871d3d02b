-- BA-22 « OF actifs (BA-21) certifiés au soir de fin / BA-21 » ; « Statut inconnu : dans la base »
-- « certifiés ou réputés » ; R-CYC-01 « 3 ans », R-CYC-02 « 4 ans avant le 1er janvier 2021 ;
-- la date déclarée prime »
-- « obtention et fin se lisent sur leurs dates ; état à l'import » (R-ETAT-01, R-ETAT-04)
-- R-CYC-03 « - 1 jour », R-CYC-07 ; « garder le plus récent valide au jour lu »
WITH lus AS (
    SELECT id_of, statut_declare, date_contrat, date_obtention,
        coalesce(date_fin, (date_obtention + CASE
            WHEN date_obtention < DATE '2021-01-01' THEN INTERVAL 4 YEAR ELSE INTERVAL 3 YEAR
        END)::DATE - 1) AS dernier_jour
    FROM certificats_qualiopi
), etats AS (
    SELECT id_of, date_obtention, CASE
        WHEN statut_declare = 'repute' THEN 'repute'
        WHEN statut_declare = 'retire' AND date_obtention <= getvariable('fin') THEN 'retire'
        WHEN dernier_jour < getvariable('fin') THEN 'expire'
        WHEN date_obtention <= getvariable('fin') THEN CASE
            WHEN statut_declare = 'suspendu' THEN 'suspendu' ELSE 'certifie'
        END
        WHEN date_contrat > getvariable('fin') THEN 'non_engage'
        WHEN date_obtention > getvariable('fin') AND date_contrat IS NULL THEN 'inconnu'
        WHEN date_obtention > getvariable('fin') THEN 'en_cours'
        ELSE statut_declare
    END AS statut
    FROM lus
), retenus AS (
    SELECT id_of, statut FROM etats
    QUALIFY row_number() OVER (
        PARTITION BY id_of
        ORDER BY (statut = 'certifie') DESC, date_obtention DESC NULLS LAST
    ) = 1
)
SELECT o.id_of AS cle, o.id_of, coalesce(r.statut IN ('certifie', 'repute'), false) AS numerateur,
    true AS denominateur, true AS visible_of, coalesce(r.statut, 'inconnu') AS statut
FROM organismes_actifs o LEFT JOIN retenus r USING (id_of)
