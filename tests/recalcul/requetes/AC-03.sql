-- AC-03 « moyenne des moyennes d'items, par bloc »
SELECT cle, id_of, item AS groupe, niveau AS numerateur, true AS denominateur,
    true AS visible_of, bloc
FROM reponses WHERE niveau IS NOT NULL
