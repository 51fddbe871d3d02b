-- « perimetre » ; R-CONF-04, R-ACT-03
SELECT 'region' AS perimetre, '' AS portee, unites.* FROM unites
UNION ALL
SELECT 'organisme', id_of, unites.* FROM unites
WHERE id_of IS NOT NULL AND (visible_of OR getvariable('copie') = 'interne')
UNION ALL
SELECT 'non_attribue', '', unites.* FROM unites
WHERE id_of IS NULL AND getvariable('organisme_attendu')
