-- RP-12 « contacts avant appel (cible 0) » ; R-ACT-02 « date_contact_prestataire >=
-- date_appel_stagiaire » : les deux dates sont connues
SELECT id_intervention AS cle, id_of, true AS numerateur, true AS denominateur,
    accord AS visible_of
FROM situations_de_la_periode
WHERE contacte AND appele AND date_contact_prestataire < date_appel_stagiaire
