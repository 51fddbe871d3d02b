-- CH-11 « retours de CH-10 avec retour_ingenierie_financiere = oui / retours renseignés »
SELECT id_proposition AS cle, id_of, retour_ingenierie_financiere AS numerateur,
    true AS denominateur, true AS visible_of
FROM retours_charte
WHERE retour_ingenierie_financiere IS NOT NULL
