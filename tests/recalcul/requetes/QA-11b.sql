-- QA-11, sur les certificats : « campagne ou stock »
WITH nommes AS (
    SELECT id_of, certificateur_tenu(certificateur) AS nom,
        coalesce(
            type_certificateur, type_publie(certificateur), type_declare(certificateur),
            'non_renseigne'
        ) AS genre
    FROM certifies_au_soir WHERE certificateur IS NOT NULL
), regroupes AS (
    SELECT id_of, genre, CASE
        WHEN count(*) OVER (PARTITION BY nom) < seuil_d_organismes() THEN 'autres' ELSE nom
    END AS nom
    FROM nommes
)
SELECT r.id_of AS cle, r.id_of, r.nom = n.nom AND r.genre = g.genre AS numerateur,
    true AS denominateur, true AS visible_of, n.nom AS certificateur,
    g.genre AS type_certificateur
FROM regroupes r
CROSS JOIN (SELECT DISTINCT nom FROM regroupes) n
CROSS JOIN (VALUES ('accredite_cofrac'), ('instance_labellisation'), ('non_renseigne')) AS g (genre)
