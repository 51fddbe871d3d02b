-- BA-21 « nb OF distincts de BA-02 avec un dossier accordé à fin »
-- « OF non identifié : compté à part » ; R-ETAT-02, R-CH-01, R-CH-12
WITH accordes AS (
    SELECT * FROM dernier_passage
    WHERE decision = 'accord' AND id_of IS NOT NULL
    QUALIFY row_number() OVER (PARTITION BY id_of ORDER BY date_commission DESC) = 1
)
SELECT id_of AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    signature_au(accordes.id_of, accordes.date_commission) AS signataire
FROM accordes
