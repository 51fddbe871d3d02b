-- CH-25 « alerte emetteur = organisme, type_evenement = risque_rupture et
-- date_rupture - N <= date_alerte <= date_rupture / dossiers rompus » ; N = 90 (R-AL-05)
SELECT r.id_dossier AS cle, r.id_of,
    EXISTS (
        SELECT 1 FROM alertes a
        WHERE a.id_dossier = r.id_dossier
          AND a.emetteur = 'organisme' AND a.type_evenement = 'risque_rupture'
          AND a.date_alerte BETWEEN r.date_rupture - 90 AND r.date_rupture
    ) AS numerateur,
    true AS denominateur, true AS visible_of
FROM rompus_de_la_periode r
WHERE signataire_actif(r.id_of, r.date_rupture)
