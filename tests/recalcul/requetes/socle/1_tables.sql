CREATE TABLE organismes (id_of VARCHAR, departement VARCHAR);
CREATE TABLE signataires (
    id_of VARCHAR, date_signature DATE, date_fin DATE, version_charte VARCHAR,
    date_denonciation DATE, motif_denonciation VARCHAR, publie_site BOOLEAN,
    date_publication_site DATE
);
CREATE TABLE propositions (
    id_proposition VARCHAR, id_of VARCHAR, date_contact DATE, date_reception DATE,
    formalisee_ecrit BOOLEAN, modalites VARCHAR, date_etude DATE, date_retour DATE,
    retour_ingenierie_financiere BOOLEAN, permet_amenagement VARCHAR, source VARCHAR
);
CREATE TABLE alertes (
    id_alerte VARCHAR, id_of VARCHAR, id_dossier VARCHAR, date_alerte DATE, date_evenement DATE,
    emetteur VARCHAR, origine_evenement VARCHAR, type_evenement VARCHAR
);
CREATE TABLE interventions (
    id_intervention VARCHAR, id_alerte VARCHAR, id_of VARCHAR, date_ouverture DATE,
    date_appel_stagiaire DATE, cause VARCHAR, accord_stagiaire VARCHAR,
    date_contact_prestataire DATE, leviers VARCHAR, issue VARCHAR, date_cloture DATE
);
CREATE TABLE ateliers (
    id_atelier VARCHAR, date_atelier DATE, theme VARCHAR, format VARCHAR, modalite VARCHAR,
    statut VARCHAR
);
CREATE TABLE participations (id_atelier VARCHAR, id_of VARCHAR, nb_personnes INTEGER);
CREATE TABLE dossiers_ptp (
    id_dossier VARCHAR, id_of VARCHAR, date_depot DATE, date_commission DATE,
    decision_initiale VARCHAR, decision_finale VARCHAR, date_decision_finale DATE,
    motif_refus VARCHAR, type_certification VARCHAR, priorite INTEGER,
    parcours_amenage BOOLEAN, amenagements VARCHAR, concertation_prealable BOOLEAN,
    amenagement_valorise BOOLEAN, id_proposition VARCHAR, positionnement_fourni BOOLEAN,
    date_debut DATE, date_fin_prevue DATE, heures_prevues DOUBLE, statut_parcours VARCHAR,
    date_rupture DATE, cause_rupture VARCHAR, certification_obtenue VARCHAR, date_resultat DATE
);
CREATE TABLE echanges_refus (
    id_echange VARCHAR, id_dossier VARCHAR, date_echange DATE, motif_precise BOOLEAN,
    attendus_partages BOOLEAN, reponse_reflechie BOOLEAN, id_dossier_suite VARCHAR
);
CREATE TABLE certificats_realisation (
    id_dossier VARCHAR, id_of VARCHAR, mois VARCHAR, date_depot DATE, nature VARCHAR,
    heures_centre DOUBLE, heures_distance DOUBLE, heures_stage DOUBLE
);
CREATE TABLE avenants (
    id_avenant VARCHAR, id_dossier VARCHAR, id_of VARCHAR, type_changement VARCHAR,
    date_demande DATE, date_effet DATE, valide_salarie BOOLEAN, valide_of BOOLEAN,
    valide_employeur BOOLEAN
);
CREATE TABLE controles (
    id_controle VARCHAR, id_of VARCHAR, id_dossier VARCHAR, date_controle DATE, motif VARCHAR,
    id_alerte VARCHAR, themes VARCHAR, resultat VARCHAR
);
CREATE TABLE temps_dialogue (
    id_dialogue VARCHAR, id_of VARCHAR, date_dialogue DATE, volet_qualitatif BOOLEAN,
    volet_quantitatif BOOLEAN, leviers VARCHAR
);
CREATE TABLE demandes_bilan (
    id_demande VARCHAR, id_of VARCHAR, type_bilan VARCHAR, exercice INTEGER, date_demande DATE,
    date_remise DATE
);
CREATE TABLE communications (
    id_communication VARCHAR, id_of VARCHAR, date_constat DATE, conforme BOOLEAN
);
CREATE TABLE suivi_parcours (
    id_suivi VARCHAR, id_dossier VARCHAR, id_of VARCHAR, date_suivi DATE, etape VARCHAR,
    reajustement BOOLEAN
);
CREATE TABLE jurys_clea (date_jury DATE, candidatures INTEGER, certifies INTEGER);
CREATE TABLE checklists (
    id_checklist VARCHAR, id_dossier VARCHAR, id_of VARCHAR, date_passation DATE, freins VARCHAR,
    rupture BOOLEAN
);
CREATE TABLE groupes_parole (
    id_seance VARCHAR, id_of VARCHAR, site VARCHAR, date_seance DATE, forme VARCHAR,
    nb_participants INTEGER, nb_participants_distincts INTEGER, nb_ruptures_participants INTEGER
);
CREATE TABLE autoevaluations (
    id_of VARCHAR, campagne VARCHAR, item VARCHAR, niveau VARCHAR, preuve VARCHAR
);
CREATE TABLE bonnes_pratiques (id_of VARCHAR, campagne VARCHAR, numero INTEGER, etat VARCHAR);
CREATE TABLE certificats_qualiopi (
    id_of VARCHAR, numero VARCHAR, certificateur VARCHAR, type_certificateur VARCHAR,
    statut_declare VARCHAR, date_contrat DATE, date_obtention DATE, date_fin DATE,
    categories VARCHAR, cnefop BOOLEAN
);
