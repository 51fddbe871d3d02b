-- BA-11 « (maintien + maintien_amenage) / (maintien + maintien_amenage + rupture) »
-- « date_cloture dans [début, fin] » ; « suspension, sans_suite et en_cours hors base » ; R-ACT-03
SELECT id_intervention AS cle, id_of,
    issue IN ('maintien', 'maintien_amenage') AS numerateur, true AS denominateur,
    coalesce(accord_stagiaire = 'oui', false) AS visible_of
FROM interventions
WHERE issue IN ('maintien', 'maintien_amenage', 'rupture')
  AND dans_la_periode(date_cloture)
