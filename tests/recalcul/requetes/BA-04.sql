-- BA-04 « nb distinct (id_dossier, motif_refus) des passages de la période avec
-- decision_initiale = refus »
SELECT DISTINCT
    id_dossier || '|' || coalesce(motif_refus, 'non_renseigne') AS cle, id_of,
    true AS numerateur, true AS denominateur, true AS visible_of,
    coalesce(motif_refus, 'non_renseigne') AS motif_refus
FROM passages_de_la_periode
WHERE decision_initiale = 'refus'
