-- RP-14 « médiane(date_alerte - date_evenement) » ; OF (OF-2) : emetteur = organisme
-- « Date d'événement vide : hors base » ; R-ETAT-01 ; une alerte peut précéder l'événement qu'elle annonce
SELECT id_alerte AS cle, id_of, date_alerte - date_evenement AS numerateur,
    true AS denominateur, true AS visible_of
FROM alertes
WHERE emetteur = 'organisme' AND dans_la_periode(date_alerte) 
  AND date_evenement <= getvariable('fin')
