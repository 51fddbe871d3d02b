-- CH-29 « demandes de la période remises à fin / demandes de la période (type_bilan = annuel) »
SELECT id_demande AS cle, id_of,
    coalesce(date_remise <= getvariable('fin'), false) AS numerateur,
    true AS denominateur, true AS visible_of,
    coalesce(exercice::VARCHAR, 'non_renseigne') AS exercice
FROM demandes_bilan d
WHERE type_bilan = 'annuel' AND dans_la_periode(date_demande)
  AND signataire_actif(d.id_of, d.date_demande)
