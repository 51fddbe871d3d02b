-- CH-26 « nb contrôles motif = alerte liés à une alerte emetteur = organisme » ; R-AL-03
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of
FROM controles_charte
WHERE motif = 'alerte' AND emetteur = 'organisme'
