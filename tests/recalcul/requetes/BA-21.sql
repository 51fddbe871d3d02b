-- BA-21 « nb OF distincts de BA-02 avec un dossier accordé à fin »
-- « OF non identifié : compté à part » ; R-ETAT-02, R-CH-01, R-CH-12
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    signature_au(id_of, date_commission) AS signataire
FROM dernier_passage
WHERE decision = 'accord' AND id_of IS NOT NULL
