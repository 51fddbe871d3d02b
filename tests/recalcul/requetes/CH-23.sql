-- CH-23 « CH-21 par type_evenement »
SELECT id_alerte AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    coalesce(type_evenement, 'non_renseigne') AS type_evenement,
    coalesce(origine_evenement, 'inconnue') AS origine_evenement,
    mois_de(date_alerte) AS mois
FROM alertes_charte
