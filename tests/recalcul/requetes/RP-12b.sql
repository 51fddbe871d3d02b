-- RP-12 « part avec accord parmi les appelés » ; « Accord vide : non documenté »
SELECT id_intervention AS cle, id_of, accord AS numerateur, true AS denominateur,
    accord AS visible_of
FROM situations_de_la_periode WHERE appele
