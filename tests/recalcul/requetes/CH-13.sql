-- CH-13 « dossiers avec parcours_amenage = oui / dossiers renseignés, OF signataire actif à
-- date_commission » ; « Vide : hors base » ; décision lue à fin (R-ETAT-02)
SELECT id_dossier AS cle, id_of, parcours_amenage AS numerateur, true AS denominateur,
    true AS visible_of, valeurs(amenagements) AS modalites,
    coalesce(type_certification, 'non_renseigne') AS type_certification,
    coalesce(decision, 'non_renseigne') AS decision
FROM dernier_passage_charte
WHERE parcours_amenage IS NOT NULL
