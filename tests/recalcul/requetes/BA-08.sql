-- BA-08 « nb id_atelier, statut = realise, format atelier »
-- « format vide = atelier, statut vide = réalisé ; annulés et reportés exclus ; webinaires,
-- groupes de travail et rencontres individuelles à part »
SELECT id_atelier AS cle, NULL::VARCHAR AS id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    coalesce(theme, 'non_renseigne') AS theme,
    coalesce(modalite, 'non_renseigne') AS modalite,
    trimestre_de(date_atelier) AS trimestre
FROM ateliers
WHERE coalesce(statut, 'realise') = 'realise'
  AND coalesce(format, 'atelier') = 'atelier'
  AND dans_la_periode(date_atelier)
