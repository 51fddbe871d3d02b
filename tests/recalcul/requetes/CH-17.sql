-- CH-17 « CH-16 avec un échange entre la commission du refus et fin / CH-16 »
-- « Échange antérieur à la commission : anomalie, non compté »
SELECT id_dossier AS cle, id_of,
    EXISTS (
        SELECT 1 FROM echanges_charte e
        WHERE e.id_dossier = r.id_dossier AND e.id_of = r.id_of
    ) AS numerateur,
    true AS denominateur, true AS visible_of, mois_de(date_refus) AS mois
FROM refus_charte r
