-- CH-32 « nb communications.conforme = non ; nb contrôles motif = communication ; nb
-- dénonciations motif = communication » ; R-CH-09 « Dénoncé le j : inactif dès j » : une
-- dénonciation compte si l'engagement courait encore ce jour-là sans elle
SELECT 'communication|' || id_communication AS cle, id_of, true AS numerateur,
    true AS denominateur, true AS visible_of, 'communication' AS nature
FROM communications c
WHERE NOT conforme AND dans_la_periode(date_constat)
  AND signataire_actif(c.id_of, c.date_constat)
UNION ALL
SELECT 'controle|' || id_controle, id_of, true, true, true, 'controle'
FROM controles c
WHERE motif = 'communication' AND dans_la_periode(date_controle)
  AND signataire_actif(c.id_of, c.date_controle)
UNION ALL
SELECT 'denonciation|' || id_of || '|' || date_denonciation, id_of, true, true, true,
    'denonciation'
FROM signataires
WHERE motif_denonciation = 'communication' AND dans_la_periode(date_denonciation)
  AND date_denonciation BETWEEN date_signature AND fin_engagement(date_fin)
