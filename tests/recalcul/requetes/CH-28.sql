-- CH-28 « signataires actifs à fin avec type_bilan = intermediaire et date_remise <= fin / CH-01 »
SELECT a.id_of AS cle, a.id_of,
    EXISTS (
        SELECT 1 FROM demandes_bilan b
        WHERE b.id_of = a.id_of AND b.type_bilan = 'intermediaire'
          AND b.date_remise <= getvariable('fin')
    ) AS numerateur,
    true AS denominateur, true AS visible_of
FROM actifs_a_fin a
