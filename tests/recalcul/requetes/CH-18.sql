-- CH-18 « CH-16 avec motif précisé et attendus partagés et réponse réfléchie (cumul des
-- échanges ≤ fin) / CH-16 » ; « Volet vide : non documenté ; ne suffit pas à être complet »
WITH volets AS (
    SELECT id_dossier, id_of,
        coalesce(bool_or(motif_precise), false)
        AND coalesce(bool_or(attendus_partages), false)
        AND coalesce(bool_or(reponse_reflechie), false) AS complet,
        list_filter([
            CASE WHEN bool_or(motif_precise) THEN 'motif_precise' END,
            CASE WHEN bool_or(attendus_partages) THEN 'attendus_partages' END,
            CASE WHEN bool_or(reponse_reflechie) THEN 'reponse_reflechie' END
        ], lambda volet: volet IS NOT NULL) AS remplis
    FROM echanges_charte
    GROUP BY id_dossier, id_of
)
SELECT r.id_dossier AS cle, r.id_of, coalesce(v.complet, false) AS numerateur,
    true AS denominateur, true AS visible_of,
    CASE WHEN len(v.remplis) > 0 THEN v.remplis ELSE ['aucun'] END AS volets
FROM refus_charte r LEFT JOIN volets v USING (id_dossier, id_of)
