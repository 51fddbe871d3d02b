-- CH-01 « date_signature <= fin, fin <= date_fin, pas de dénonciation <= fin »
CREATE VIEW actifs_a_fin AS
SELECT DISTINCT id_of FROM signataires s
WHERE id_of IS NOT NULL AND signataire_actif(s.id_of, getvariable('fin'));

-- CH-06 « signataires actifs au moins un jour de la période » ; R-CH-09 « inactif dès j »
CREATE VIEW actifs_un_jour AS
SELECT DISTINCT id_of FROM signataires
WHERE id_of IS NOT NULL
  AND greatest(date_signature, getvariable('debut')) <= least(
      fin_engagement(date_fin), getvariable('fin'),
      coalesce(date_denonciation - 1, DATE '9999-12-31')
  );

-- CH-21 « emetteur = organisme, OF signataire actif à la date de l'événement »
CREATE VIEW alertes_charte AS
SELECT * FROM alertes a
WHERE emetteur = 'organisme' AND dans_la_periode(date_alerte)
  AND signataire_actif(a.id_of, a.date_alerte);

-- CH-13 « OF signataire actif à date_commission » ; « dossier repassé : une fois, à sa dernière
-- commission de la période »
CREATE VIEW dernier_passage_charte AS
SELECT * FROM dernier_passage d WHERE signataire_actif(d.id_of, d.date_commission);

-- CH-10, CH-11 « propositions écrites de signataires dont date_retour est dans la période » ;
-- « délai négatif : anomalie exclue »
CREATE VIEW retours_charte AS
SELECT * FROM propositions_charte
WHERE dans_la_periode(date_retour) AND date_retour >= date_reception;

-- CH-30 « OF signataires » ; « date_dialogue dans [début, fin] »
CREATE VIEW dialogues_charte AS
SELECT * FROM temps_dialogue t
WHERE dans_la_periode(date_dialogue) AND signataire_actif(t.id_of, t.date_dialogue);

-- CH-26 « Signataire actif à date_alerte (à date_controle si l'alerte est inconnue) »
-- R-AL-03 ; « vide = inconnu » ; R-ETAT-01 : une alerte d'après fin n'est pas connue
-- « Entrées : controles(id_controle, motif, id_alerte, date_controle), alertes(id_of…) » : le
-- contrôle est de l'organisme de l'alerte
CREATE VIEW controles_charte AS
SELECT c.id_controle, CASE WHEN a.id_alerte IS NULL THEN c.id_of ELSE a.id_of END AS id_of,
    coalesce(c.motif, 'inconnu') AS motif, a.emetteur,
    a.id_alerte IS NOT NULL AS alerte_connue
FROM controles c
LEFT JOIN alertes a ON a.id_alerte = c.id_alerte AND a.date_alerte <= getvariable('fin')
WHERE dans_la_periode(c.date_controle)
  AND signataire_actif(
      CASE WHEN a.id_alerte IS NULL THEN c.id_of ELSE a.id_of END,
      CASE WHEN a.id_alerte IS NULL THEN c.date_controle ELSE a.date_alerte END
  );
