-- QA-01 « OF certifiés au soir de fin (liste) » ; par catégorie, département, certificateur
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    valeurs(categories) AS categorie, departement_de(id_of) AS departement,
    coalesce(certificateur_tenu(certificateur), 'non_renseigne') AS certificateur
FROM certifies_au_soir
