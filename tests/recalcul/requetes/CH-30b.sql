-- CH-30 « OF signataires distincts / signataires actifs au moins un jour de la période »
SELECT a.id_of AS cle, a.id_of, a.id_of IN (SELECT id_of FROM dialogues_charte) AS numerateur,
    true AS denominateur, true AS visible_of
FROM actifs_un_jour a
