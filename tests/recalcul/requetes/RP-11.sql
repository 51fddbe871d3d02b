-- RP-11 « situations par cause » ; « date_ouverture dans [début, fin] » ; R-RUP-01, R-ACT-03
SELECT id_intervention AS cle, id_of, true AS numerateur, true AS denominateur,
    coalesce(accord_stagiaire = 'oui', false) AS visible_of,
    coalesce(cause, 'non_renseignee') AS cause
FROM interventions
WHERE dans_la_periode(date_ouverture)
