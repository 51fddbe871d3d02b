-- QA-18 « certifiés dont la fenêtre 14e-22e (28e) mois contient fin ou est passée, sans audit de
-- surveillance » ; R-CYC-04 « avant le 1er janvier 2021 » : une date de droit, pas le préréglage
WITH fenetres AS (
    SELECT id_of, (date_obtention + INTERVAL 14 MONTH)::DATE AS ouverture,
        (date_obtention + CASE
            WHEN date_obtention < DATE '2021-01-01' THEN INTERVAL 28 MONTH ELSE INTERVAL 22 MONTH
        END)::DATE AS cloture
    FROM certifies_au_soir c
    WHERE date_obtention IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM audits_qualiopi a
        WHERE a.id_of = c.id_of AND a.type_audit = 'surveillance'
          AND a.date_audit BETWEEN c.date_obtention AND getvariable('fin')
    )
)
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of, CASE
        WHEN getvariable('fin') > cloture THEN 'depassee'
        WHEN getvariable('fin') >= (cloture - INTERVAL 2 MONTH)::DATE THEN 'bientot_close'
        ELSE 'ouverte'
    END AS surveillance
FROM fenetres WHERE getvariable('fin') >= ouverture
