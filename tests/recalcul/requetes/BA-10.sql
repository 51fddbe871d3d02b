-- BA-10 « nb distinct id_intervention » ; « date_ouverture dans [début, fin] »
-- R-ETAT-03 « issue [vaut] à date_cloture » ; R-ETAT-01 ; R-ACT-03, R-ACT-04
SELECT id_intervention AS cle, id_of, true AS numerateur, true AS denominateur,
    coalesce(accord_stagiaire = 'oui', false) AS visible_of,
    coalesce(cause, 'non_renseignee') AS cause,
    CASE
        WHEN date_cloture > getvariable('fin') THEN 'en_cours'
        ELSE coalesce(issue, 'non_renseigne')
    END AS issue,
    mois_de(date_ouverture) AS mois
FROM interventions
WHERE dans_la_periode(date_ouverture)
