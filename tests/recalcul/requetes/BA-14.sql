-- BA-14 « nb id_controle hors verification_service_fait (à part) » ; R-AL-04 : un contrôle sur
-- l'alerte d'un stagiaire, ou d'on ne sait qui, n'est pas montré à l'organisme
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur,
    motif <> 'alerte' OR coalesce(emetteur, 'inconnu') = 'organisme' AS visible_of,
    motif, valeurs(themes) AS theme, coalesce(resultat, 'non_renseigne') AS resultat
FROM controles_de_la_periode
WHERE motif <> 'verification_service_fait'
