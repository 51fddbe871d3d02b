-- CH-06 « nb OF distincts de CH-04 / nb OF signataires actifs à un moment de la période »
SELECT a.id_of AS cle, a.id_of,
    EXISTS (
        SELECT 1 FROM propositions_charte p
        WHERE p.id_of = a.id_of AND dans_la_periode(p.date_reception)
    ) AS numerateur,
    true AS denominateur, true AS visible_of,
    departement_de(a.id_of) AS departement
FROM actifs_un_jour a
