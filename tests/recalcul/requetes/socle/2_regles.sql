-- C-1 « [debut, fin], bornes incluses »
CREATE MACRO dans_la_periode(jour) AS
    coalesce(jour BETWEEN getvariable('debut') AND getvariable('fin'), false);

-- R-CH-12 « Reconduction enregistrée : sa nouvelle fin s'applique »
CREATE MACRO fin_engagement(jour_fin) AS
    coalesce(nullif(jour_fin, getvariable('fin_initiale')), getvariable('terme'));

-- R-CH-01 « date_signature <= d <= date_fin et pas de dénonciation à cette date »
-- R-CH-09 « Dénoncé le j : inactif dès j »
CREATE MACRO signataire_actif(organisme, jour) AS EXISTS (
    SELECT 1 FROM signataires signature
    WHERE signature.id_of = organisme
      AND signature.date_signature <= jour
      AND jour <= fin_engagement(signature.date_fin)
      AND (signature.date_denonciation IS NULL OR jour < signature.date_denonciation)
);

-- R-CH-12 « Reconduction non renseignée »
CREATE MACRO signature_au(organisme, jour) AS CASE
    WHEN organisme IS NULL THEN 'non_renseigne'
    WHEN signataire_actif(organisme, jour) THEN 'signataire'
    WHEN jour > getvariable('terme') AND NOT getvariable('reconduction_renseignee')
        THEN 'reconduction_non_renseignee'
    ELSE 'non_signataire'
END;

-- R-ETAT-02 « decision_finale si date_decision_finale <= fin, sinon decision_initiale.
-- decision_finale sans date et différente de l'initiale : lue »
CREATE MACRO decision_a_fin(initiale, finale, jour_finale) AS CASE
    WHEN finale IS NULL THEN initiale
    WHEN jour_finale IS NULL OR jour_finale <= getvariable('fin') THEN finale
    ELSE initiale
END;

-- R-ETAT-03 « rompu si date_rupture <= fin ; non démarré si date_debut > fin ;
-- sinon statut_parcours » ; R-ETAT-01
CREATE MACRO parcours_a_fin(statut, jour_debut, jour_rupture) AS CASE
    WHEN jour_rupture <= getvariable('fin') THEN 'rompu'
    WHEN jour_debut > getvariable('fin') THEN 'non_demarre'
    WHEN jour_rupture > getvariable('fin') AND statut = 'rompu' THEN NULL
    ELSE statut
END;

-- « non_renseigne » pour une ventilation vide
CREATE MACRO departement_de(organisme) AS coalesce(
    (SELECT fiche.departement FROM organismes fiche WHERE fiche.id_of = organisme), 'non_renseigne'
);

CREATE MACRO mois_de(jour) AS strftime(jour, '%Y-%m');

CREATE MACRO trimestre_de(jour) AS 'T' || quarter(jour);

-- Listes : « une ligne par valeur »
CREATE MACRO valeurs(liste) AS string_split(coalesce(liste, 'non_renseigne'), ';');
