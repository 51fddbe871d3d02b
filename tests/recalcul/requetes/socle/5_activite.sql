-- BA-08 « statut = realise, format atelier » ; BA-09 « date_atelier dans [début, fin] »
-- « Un atelier annulé ou reporté n'est jamais compté »
CREATE VIEW presences AS
SELECT p.id_atelier || '|' || coalesce(p.id_of, '?' || p.rowid) AS cle, p.id_of,
    coalesce(p.nb_personnes, 1) AS personnes,
    coalesce(a.theme, 'non_renseigne') AS theme,
    signature_au(p.id_of, a.date_atelier) AS signataire
FROM participations p JOIN ateliers a USING (id_atelier)
WHERE coalesce(a.statut, 'realise') = 'realise' AND coalesce(a.format, 'atelier') = 'atelier'
  AND dans_la_periode(a.date_atelier);

-- R-ETAT-01 ; « date_depot vide = non déposé »
CREATE VIEW certificats_deposes AS
SELECT * FROM certificats_realisation WHERE date_depot <= getvariable('fin');

-- R-CR-03 « la date du premier dépôt compte, les heures du dernier »
CREATE VIEW dernier_depot AS
SELECT *, strptime(mois || '-01', '%Y-%m-%d')::DATE AS premier_jour,
    coalesce(heures_centre, 0) + coalesce(heures_distance, 0) + coalesce(heures_stage, 0)
        AS heures,
    coalesce(heures_centre, heures_distance, heures_stage) IS NOT NULL AS heures_connues
FROM certificats_deposes
QUALIFY row_number() OVER (
    PARTITION BY id_dossier, mois
    ORDER BY date_depot DESC, coalesce(nature = 'rectificatif', false) DESC
) = 1;

CREATE VIEW premier_depot AS
SELECT id_dossier, mois, min(date_depot) AS date_depot
FROM certificats_deposes GROUP BY id_dossier, mois;

-- « mois M entièrement dans la période »
CREATE MACRO mois_dans_la_periode(premier) AS
    coalesce(premier >= getvariable('debut') AND last_day(premier) <= getvariable('fin'), false);

-- BA-17 « date_demande dans [début, fin] »
CREATE VIEW demandes_de_la_periode AS
SELECT * FROM avenants WHERE dans_la_periode(date_demande);

-- R-CTL-02 « Jamais additionnées » ; « vide = inconnu »
CREATE VIEW controles_de_la_periode AS
SELECT c.id_controle, c.id_of, coalesce(c.motif, 'inconnu') AS motif, c.themes, c.resultat,
    a.emetteur
FROM controles c LEFT JOIN alertes a USING (id_alerte) WHERE dans_la_periode(c.date_controle);

-- BA-21 « nb OF distincts de BA-02 avec un dossier accordé à fin »
CREATE VIEW organismes_actifs AS
SELECT DISTINCT id_of FROM dernier_passage WHERE decision = 'accord' AND id_of IS NOT NULL;
