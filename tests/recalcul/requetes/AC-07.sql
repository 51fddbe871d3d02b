-- AC-07 « Effectifs 0-3 par item »
SELECT cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of, item,
    niveau::VARCHAR AS niveau
FROM reponses WHERE niveau IS NOT NULL
