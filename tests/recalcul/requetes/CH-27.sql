-- CH-27 « nb contrôles hors motifs alerte, communication et inconnu, même id_dossier qu'une
-- alerte OF antérieure » ; R-AL-03 « sur le même dossier après l'alerte »
SELECT id_controle AS cle, id_of, true AS numerateur, true AS denominateur, false AS visible_of
FROM controles c
WHERE dans_la_periode(date_controle)
  AND coalesce(motif, 'inconnu') NOT IN ('alerte', 'communication', 'inconnu')
  AND signataire_actif(c.id_of, c.date_controle)
  AND EXISTS (
      SELECT 1 FROM alertes a
      WHERE a.id_dossier = c.id_dossier AND a.emetteur = 'organisme'
        AND a.date_alerte < c.date_controle
  )
