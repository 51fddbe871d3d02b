-- CH-24 « nb OF distincts de CH-21 / signataires actifs dans la période »
SELECT a.id_of AS cle, a.id_of, a.id_of IN (SELECT id_of FROM alertes_charte) AS numerateur,
    true AS denominateur, true AS visible_of,
    departement_de(a.id_of) AS departement
FROM actifs_un_jour a
