-- BA-05 « refus sur critères suivis d'un échange ≤ fin / refus sur critères » ;
-- « Généralisation de CH-17 à tous les critères et tous les OF » ; R-PTP-04, R-PTP-05
WITH refus AS (
    SELECT id_dossier, id_of, min(date_commission) AS date_refus
    FROM passages_de_la_periode
    WHERE decision_initiale = 'refus'
      AND motif_refus IN (
          'coherence_parcours', 'pertinence_parcours', 'coherence_projet',
          'modalites_financement', 'perspectives_emploi', 'conditions_acces',
          'qualite_prestataire'
      )
    GROUP BY id_dossier, id_of
)
SELECT id_dossier AS cle, id_of,
    EXISTS (
        SELECT 1 FROM echanges_refus e
        WHERE e.id_dossier = refus.id_dossier
          AND e.date_echange BETWEEN refus.date_refus AND getvariable('fin')
    ) AS numerateur,
    true AS denominateur, true AS visible_of
FROM refus
