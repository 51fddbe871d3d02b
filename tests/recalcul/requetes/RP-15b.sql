-- RP-15 « nb etat = en_place / (10 - sans objet) » ; « Non répondu ≠ absente »
SELECT o.id_of || '|' || n.numero AS cle, o.id_of,
    coalesce(p.etat = 'en_place', false) AS numerateur,
    true AS denominateur, true AS visible_of, n.numero::VARCHAR AS pratique
FROM (SELECT DISTINCT id_of FROM pratiques WHERE id_of IS NOT NULL) o
CROSS JOIN range(1, 11) AS n (numero)
LEFT JOIN pratiques p ON p.id_of = o.id_of AND p.numero = n.numero
WHERE p.etat IS DISTINCT FROM 'sans_objet'
