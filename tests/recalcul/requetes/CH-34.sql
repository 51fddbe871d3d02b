-- CH-34 « CH-04 avec date_contact <= date_reception, et date_contact <= date_depot du dossier
-- lié s'il est connu / CH-04 avec date_contact renseignée » ; R-CH-13
SELECT id_proposition AS cle, id_of,
    date_contact <= date_reception
    AND coalesce(
        date_contact <= (
            SELECT min(d.date_depot) FROM dossiers_ptp d
            WHERE d.id_proposition = p.id_proposition
        ), true
    ) AS numerateur,
    true AS denominateur, true AS visible_of, trimestre_de(date_reception) AS trimestre
FROM propositions_charte p
WHERE dans_la_periode(date_reception) AND date_contact <= getvariable('fin')
