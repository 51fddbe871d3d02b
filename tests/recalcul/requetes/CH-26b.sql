-- CH-26 « à part, nb non vérifiables : motif vide ou inconnu, ou motif = alerte sans
-- id_alerte connu » ; V-AL-06, V-AL-07
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of
FROM controles_charte
WHERE motif = 'inconnu' OR (motif = 'alerte' AND NOT alerte_connue)
