-- BA-19 « dossiers positionnement_fourni = oui / renseignés » ; « date_depot dans [début, fin] »
-- « Vide hors base »
SELECT d.id_dossier AS cle, l.id_of, l.positionnement_fourni AS numerateur,
    true AS denominateur, true AS visible_of
FROM depots d JOIN ligne_a_fin l USING (id_dossier)
WHERE dans_la_periode(d.date_depot) AND l.positionnement_fourni IS NOT NULL
