-- CH-03 « CH-01 avec publie_site = oui et date_publication_site <= fin / CH-01 »
-- « publie_site vide : non publié ; date de publication vide : état à l'import » ; R-ETAT-01
SELECT a.id_of AS cle, a.id_of,
    EXISTS (
        SELECT 1 FROM signataires s
        WHERE s.id_of = a.id_of AND s.publie_site
          AND coalesce(s.date_publication_site <= getvariable('fin'), true)
          AND s.date_signature <= getvariable('fin')
    ) AS numerateur,
    true AS denominateur, true AS visible_of
FROM actifs_a_fin a
