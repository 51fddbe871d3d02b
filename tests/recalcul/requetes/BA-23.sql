-- BA-23 « achevés / (achevés + rompus) parmi les fins de la période »
-- « fin de parcours (date_rupture, sinon date_fin_prevue) dans [début, fin] » ; R-ETAT-01,
-- R-ETAT-03
SELECT id_dossier AS cle, id_of, parcours = 'acheve' AS numerateur, true AS denominateur,
    true AS visible_of,
    coalesce(type_certification, 'non_renseigne') AS type_certification
FROM ligne_a_fin
WHERE parcours IN ('acheve', 'rompu')
  AND dans_la_periode(
      CASE WHEN date_rupture <= getvariable('fin') THEN date_rupture ELSE date_fin_prevue END
  )
