-- BA-24 « totale / (totale + partielle + non + non_presente) parmi les achevés de BA-23 »
-- « Inconnue ou vide : hors base ; date_resultat après fin : pas encore connu ; vide : état à
-- l'import » ; R-ETAT-03
SELECT id_dossier AS cle, id_of, certification_obtenue = 'totale' AS numerateur,
    true AS denominateur, true AS visible_of,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    certification_obtenue AS resultat
FROM ligne_a_fin
WHERE parcours = 'acheve'
  AND dans_la_periode(
      CASE WHEN date_rupture <= getvariable('fin') THEN date_rupture ELSE date_fin_prevue END
  )
  AND certification_obtenue IN ('totale', 'partielle', 'non', 'non_presente')
  AND (date_resultat IS NULL OR date_resultat <= getvariable('fin'))
