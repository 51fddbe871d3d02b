-- RP-15 « nb etat = en_place »
SELECT declarant || '|' || numero AS cle, id_of, true AS numerateur,
    true AS denominateur, true AS visible_of, numero::VARCHAR AS pratique
FROM pratiques WHERE etat = 'en_place'
