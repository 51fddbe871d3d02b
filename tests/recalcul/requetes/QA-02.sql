-- QA-02 « Contrat signé, pas de certificat »
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    departement_de(id_of) AS departement
FROM certificats_en_vigueur WHERE statut = 'en_cours'
