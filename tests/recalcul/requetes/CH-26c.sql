-- V-AL-05 « alerte stagiaire ; contrôle motif alerte lié : affiché à part »
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur, false AS visible_of
FROM controles_charte
WHERE motif = 'alerte' AND emetteur = 'stagiaire'
