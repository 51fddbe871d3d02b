-- QA-11 « répondants certifiés par certificateur / certifiés répondant à la question » ; « moins
-- de 5 organismes : regroupés dans autres » ; ventilé accrédité / instance de labellisation
WITH nommes AS (
    SELECT cle, id_of, certificateur_cite(certificateur) AS nom,
        coalesce(type_publie(certificateur), type_declare(certificateur), 'non_renseigne') AS genre
    FROM repondants_certifies WHERE certificateur IS NOT NULL
), regroupes AS (
    SELECT cle, id_of, genre, CASE
        WHEN count(*) OVER (PARTITION BY nom) < seuil_d_organismes() THEN 'autres' ELSE nom
    END AS nom
    FROM nommes
)
SELECT r.cle, r.id_of, r.nom = n.nom AND r.genre = g.genre AS numerateur, true AS denominateur,
    true AS visible_of, n.nom AS certificateur, g.genre AS type_certificateur
FROM regroupes r
CROSS JOIN (SELECT DISTINCT nom FROM regroupes) n
CROSS JOIN (VALUES ('accredite_cofrac'), ('instance_labellisation'), ('non_renseigne')) AS g (genre)
