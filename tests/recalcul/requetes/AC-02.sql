-- AC-02 « moyenne des niveaux renseignés » ; A1 à A4
SELECT cle, id_of, '' AS groupe, niveau AS numerateur, true AS denominateur, true AS visible_of,
    item AS engagement
FROM reponses WHERE bloc = 'A' AND niveau IS NOT NULL
