-- CH-30 « nb id_dialogue » ; « Rencontre collective : une ligne par OF, une seule rencontre »
SELECT id_dialogue || '|' || id_of AS cle, id_of, id_dialogue AS groupe, true AS numerateur,
    true AS denominateur, true AS visible_of, trimestre_de(date_dialogue) AS trimestre
FROM dialogues_charte
