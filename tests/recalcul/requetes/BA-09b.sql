-- BA-09 « somme des participants » ; « nb_personnes défaut 1 »
SELECT cle, id_of, personnes AS numerateur, true AS denominateur, true AS visible_of, theme,
    signataire
FROM presences
