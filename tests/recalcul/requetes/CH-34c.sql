-- CH-34 « contacts sans écrit (formalisee_ecrit = non) », à la date du contact, sinon de la
-- réception ; R-ETAT-01 ; « source = of exclue »
WITH contacts AS (
    SELECT id_proposition, id_of, CASE
        WHEN date_contact <= getvariable('fin') THEN date_contact ELSE date_reception
    END AS jour
    FROM propositions WHERE NOT formalisee_ecrit AND coalesce(source, 'tpge') = 'tpge'
)
SELECT id_proposition AS cle, id_of, true AS numerateur, true AS denominateur,
    true AS visible_of, trimestre_de(jour) AS trimestre
FROM contacts c
WHERE dans_la_periode(jour) AND signataire_actif(c.id_of, c.jour)
