-- RP-13 « médiane(date_appel_stagiaire - date_alerte) » ; « date_alerte dans [début, fin] »
-- R-ETAT-01 ; ordre incohérent : « exclue des délais » ; R-ACT-03, R-AL-04
SELECT i.id_intervention AS cle, i.id_of, i.date_appel_stagiaire - a.date_alerte AS numerateur,
    true AS denominateur,
    coalesce(i.accord_stagiaire = 'oui', false) AND a.emetteur <> 'stagiaire' AS visible_of,
    mois_de(a.date_alerte) AS mois
FROM interventions i JOIN alertes a USING (id_alerte)
WHERE dans_la_periode(a.date_alerte)
  AND i.date_appel_stagiaire BETWEEN a.date_alerte AND getvariable('fin')
