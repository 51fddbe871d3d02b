CREATE TABLE signataires (
    id_of VARCHAR, date_signature DATE, date_fin DATE, version_charte VARCHAR,
    date_denonciation DATE
);
CREATE TABLE propositions (
    id_proposition VARCHAR, id_of VARCHAR, date_reception DATE, formalisee_ecrit BOOLEAN,
    modalites VARCHAR, date_etude DATE, date_retour DATE, permet_amenagement VARCHAR,
    source VARCHAR
);
CREATE TABLE interventions (
    id_intervention VARCHAR, id_of VARCHAR, date_ouverture DATE, cause VARCHAR,
    accord_stagiaire VARCHAR, issue VARCHAR, date_cloture DATE
);
CREATE TABLE ateliers (
    id_atelier VARCHAR, date_atelier DATE, theme VARCHAR, format VARCHAR, statut VARCHAR
);
CREATE TABLE dossiers_ptp (
    id_dossier VARCHAR, id_of VARCHAR, date_depot DATE, date_commission DATE,
    decision_initiale VARCHAR, decision_finale VARCHAR, date_decision_finale DATE,
    motif_refus VARCHAR, type_certification VARCHAR, priorite INTEGER,
    parcours_amenage BOOLEAN, amenagements VARCHAR, positionnement_fourni BOOLEAN,
    date_debut DATE, date_fin_prevue DATE, statut_parcours VARCHAR, date_rupture DATE,
    cause_rupture VARCHAR, certification_obtenue VARCHAR, date_resultat DATE
);
CREATE TABLE echanges_refus (
    id_echange VARCHAR, id_dossier VARCHAR, date_echange DATE, motif_precise BOOLEAN,
    attendus_partages BOOLEAN, reponse_reflechie BOOLEAN, id_dossier_suite VARCHAR
);
