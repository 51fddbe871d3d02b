-- CH-30 « part des rencontres avec les deux volets » ; la région compte une rencontre une fois
SELECT id_dialogue AS cle, id_of,
    coalesce(volet_qualitatif, false) AND coalesce(volet_quantitatif, false) AS numerateur,
    true AS denominateur, true AS visible_of, trimestre_de(date_dialogue) AS trimestre
FROM dialogues_charte
