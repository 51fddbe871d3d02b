-- BA-18 « nb distinct id_dossier avec type_changement = annulation_session »
SELECT id_dossier AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    mois_de(date_demande) AS mois
FROM demandes_de_la_periode WHERE type_changement = 'annulation_session'
