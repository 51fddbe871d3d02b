-- AC-04 « items à 3 / items renseignés »
SELECT cle, id_of, niveau = 3 AS numerateur, true AS denominateur, true AS visible_of, bloc
FROM reponses WHERE niveau IS NOT NULL
