CREATE TABLE audits_qualiopi (
    id_audit VARCHAR, id_of VARCHAR, type_audit VARCHAR, date_audit DATE, duree_jours DOUBLE,
    duree_amenagee BOOLEAN, cout_ht DOUBLE
);
CREATE TABLE non_conformites (
    id_audit VARCHAR, indicateur INTEGER, gravite VARCHAR, date_notification DATE,
    date_levee DATE, levee_en_seance BOOLEAN
);
CREATE TABLE enquete_qualiopi (
    campagne VARCHAR, id_of VARCHAR, date_reponse DATE, avancement VARCHAR, certificateur VARCHAR,
    duree_amenagee BOOLEAN, choix_certificateur VARCHAR, criteres_difficultes VARCHAR,
    verbatim VARCHAR, accord_diffusion BOOLEAN
);
CREATE TABLE certifications_nationales (
    date DATE, territoire VARCHAR, certifies INTEGER, en_cours INTEGER, opac INTEGER,
    datadock INTEGER, source VARCHAR, croissance_annoncee DOUBLE
);

-- R-CYC-02 « réglementaire : avant le 1er janvier 2021 », comparaison stricte ; R-CYC-05 ; R-CONF-02
CREATE MACRO seuil_4_ans() AS DATE '2021-01-01';
CREATE MACRO mois_d_alerte() AS INTERVAL 6 MONTH;
CREATE MACRO mois_de_limite() AS INTERVAL 4 MONTH;
CREATE MACRO seuil_d_organismes() AS 5;

-- R-CYC-03 « dernier jour = obtention + n ans - 1 jour » ; la date déclarée prime
CREATE VIEW certificats_lus AS
SELECT *, rowid AS rang,
    coalesce(date_fin, (date_obtention + CASE
        WHEN date_obtention < seuil_4_ans() THEN INTERVAL 4 YEAR ELSE INTERVAL 3 YEAR
    END)::DATE - 1) AS fin_retenue,
    CASE
        WHEN date_fin IS NOT NULL THEN 'declaree'
        WHEN date_obtention IS NULL THEN NULL
        WHEN year(date_obtention) = 2021 THEN 'calculee_divergente'
        ELSE 'calculee'
    END AS fin_lue
FROM certificats_qualiopi;

-- R-CYC-07 « certifie si date_obtention <= d <= date_fin sans suspension ni retrait ; en_cours =
-- contrat signé, pas de certificat » ; R-ETAT-01 « toute date postérieure à fin est ignorée, et
-- avec elle la valeur qu'elle date » ; R-ETAT-04 ; les mots repute et refuse n'ont pas de date
CREATE VIEW certificats_au_soir AS
SELECT *, CASE
    WHEN statut_declare = 'repute' THEN 'repute'
    WHEN date_obtention <= getvariable('fin') THEN CASE
        WHEN statut_declare = 'retire' THEN 'retire'
        WHEN fin_retenue < getvariable('fin') THEN 'expire'
        WHEN statut_declare = 'suspendu' THEN 'suspendu'
        ELSE 'certifie'
    END
    WHEN date_obtention IS NULL AND statut_declare IN ('certifie', 'suspendu', 'retire')
        THEN CASE
            WHEN date_contrat > getvariable('fin') THEN 'non_engage'
            WHEN fin_retenue < getvariable('fin') AND statut_declare <> 'retire' THEN 'expire'
            ELSE statut_declare
        END
    WHEN date_contrat > getvariable('fin') THEN 'non_engage'
    WHEN statut_declare = 'refuse' AND date_obtention IS NULL THEN 'refuse'
    WHEN date_contrat <= getvariable('fin') THEN 'en_cours'
    WHEN statut_declare IN ('en_cours', 'non_engage') THEN statut_declare
    ELSE 'inconnu'
END AS statut
FROM certificats_lus;

-- « Un OF à deux certificats compte une fois » ; « Certifié et en cours : certifié » ;
-- « garder le plus récent valide au jour lu »
CREATE VIEW certificats_en_vigueur AS
SELECT * FROM certificats_au_soir
WHERE id_of IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY id_of
    ORDER BY
        list_position([
            'certifie', 'repute', 'suspendu', 'en_cours', 'retire', 'refuse', 'expire',
            'non_engage', 'inconnu'
        ], statut),
        date_obtention DESC NULLS LAST, rang
) = 1;

CREATE VIEW certifies_au_soir AS
SELECT * FROM certificats_en_vigueur WHERE statut = 'certifie';

-- « Écritures variantes rapprochées » : sans casse, accents ni ponctuation, sans « certification »
CREATE MACRO cle_du_nom(texte) AS regexp_replace(
    trim(regexp_replace(lower(strip_accents(texte)), '[^a-z0-9]+', ' ', 'g')),
    '(.) certification$', '\1'
);

-- Liste publiée des organismes accrédités et des instances, chaque écriture sur une ligne
CREATE TABLE certificateurs_publies AS
SELECT DISTINCT ON (cle) cle_du_nom(ecriture) AS cle, nom, type
FROM (
    SELECT nom, type, unnest([nom] || coalesce(string_split(autres, ';'), [])) AS ecriture
    FROM read_csv(
        getvariable('certificateurs'), header = true, comment = '#', all_varchar = true,
        nullstr = ''
    )
)
ORDER BY cle;

CREATE MACRO type_publie(texte) AS (
    SELECT p.type FROM certificateurs_publies p WHERE p.cle = cle_du_nom(texte)
);

-- Le type que donnent d'une seule voix les certificats du même nom
CREATE MACRO type_declare(texte) AS (
    SELECT min(c.type_certificateur) FROM certificats_qualiopi c
    WHERE cle_du_nom(c.certificateur) = cle_du_nom(texte) AND c.type_certificateur IS NOT NULL
    HAVING count(DISTINCT c.type_certificateur) = 1
);

-- Nom publié, sinon l'écriture la plus fréquente
CREATE VIEW noms_des_certificats AS
SELECT DISTINCT ON (cle) cle, nom
FROM (
    SELECT cle_du_nom(certificateur) AS cle, certificateur AS nom, count(*) AS fois
    FROM certificats_en_vigueur WHERE certificateur IS NOT NULL GROUP BY certificateur
)
ORDER BY cle, fois DESC, nom;

CREATE MACRO certificateur_tenu(ecriture) AS coalesce(
    (SELECT p.nom FROM certificateurs_publies p WHERE p.cle = cle_du_nom(ecriture)),
    (SELECT n.nom FROM noms_des_certificats n WHERE n.cle = cle_du_nom(ecriture))
);

-- « Dernière réponse par OF » ; la campagne nomme l'année quand la réponse n'est pas datée
CREATE VIEW repondants AS
SELECT *, coalesce(id_of, 'orpheline ' || rowid) AS cle
FROM enquete_qualiopi
WHERE dans_la_periode(date_reponse)
   OR (date_reponse IS NULL AND starts_with(campagne, year(getvariable('fin'))::VARCHAR))
QUALIFY row_number() OVER (
    PARTITION BY coalesce(id_of, 'orpheline ' || rowid)
    ORDER BY date_reponse DESC NULLS LAST, rowid DESC
) = 1;

CREATE VIEW repondants_certifies AS SELECT * FROM repondants WHERE avancement = 'certifie';

CREATE VIEW noms_des_repondants AS
SELECT DISTINCT ON (cle) cle, nom
FROM (
    SELECT cle_du_nom(certificateur) AS cle, certificateur AS nom, count(*) AS fois
    FROM repondants WHERE certificateur IS NOT NULL GROUP BY certificateur
)
ORDER BY cle, fois DESC, nom;

CREATE MACRO certificateur_cite(ecriture) AS coalesce(
    (SELECT p.nom FROM certificateurs_publies p WHERE p.cle = cle_du_nom(ecriture)),
    (SELECT n.nom FROM noms_des_repondants n WHERE n.cle = cle_du_nom(ecriture))
);

CREATE VIEW audits_de_la_periode AS
SELECT * FROM audits_qualiopi WHERE dans_la_periode(date_audit);

-- R-RNQ-05 « 17 fondamentaux »
CREATE MACRO fondamental(numero) AS
    numero IN (4, 5, 6, 7, 10, 11, 14, 15, 16, 20, 21, 22, 26, 27, 29, 31, 32);

-- R-RNQ-02 « C1 = 1-3, C2 = 4-8, C3 = 9-16, C4 = 17-20, C5 = 21-22, C6 = 23-29, C7 = 30-32 »
CREATE MACRO critere_de(numero) AS CASE
    WHEN numero <= 3 THEN '1' WHEN numero <= 8 THEN '2' WHEN numero <= 16 THEN '3'
    WHEN numero <= 20 THEN '4' WHEN numero <= 22 THEN '5' WHEN numero <= 29 THEN '6' ELSE '7'
END;

-- R-NC-01 « traitée comme majeure » ; « date_notification : défaut = date_audit » ; R-ETAT-01
CREATE VIEW ecarts_connus AS
SELECT n.id_audit, n.indicateur, a.id_of, a.type_audit, a.date_audit,
    CASE WHEN fondamental(n.indicateur) THEN 'majeure' ELSE n.gravite END AS gravite,
    coalesce(n.date_notification, a.date_audit) AS notification,
    CASE
        WHEN n.levee_en_seance THEN a.date_audit
        WHEN n.date_levee <= getvariable('fin') THEN n.date_levee
    END AS levee,
    coalesce(n.levee_en_seance, false) AS en_seance
FROM non_conformites n JOIN audits_qualiopi a USING (id_audit)
WHERE coalesce(n.date_notification, a.date_audit) <= getvariable('fin');

CREATE VIEW ecarts_de_la_periode AS SELECT * FROM ecarts_connus WHERE dans_la_periode(date_audit);

-- « l'audit suivant » : le dernier de l'organisme avant celui-ci
CREATE VIEW audits_precedents AS
SELECT a.id_audit, p.id_audit AS precedent
FROM audits_qualiopi a
JOIN audits_qualiopi p ON p.id_of = a.id_of AND p.date_audit < a.date_audit
WHERE a.date_audit <= getvariable('fin')
QUALIFY row_number() OVER (
    PARTITION BY a.id_audit ORDER BY p.date_audit DESC, p.id_audit DESC
) = 1;

-- R-NC-04 « Non levée à l'audit suivant : requalifiée majeure », notifiée par cet audit
CREATE VIEW requalifiees AS
SELECT a.id_audit, e.indicateur, a.date_audit AS notification, e.levee
FROM audits_precedents s
JOIN audits_qualiopi a ON a.id_audit = s.id_audit
JOIN ecarts_connus e ON e.id_audit = s.precedent
WHERE e.gravite = 'mineure' AND (e.levee IS NULL OR e.levee > a.date_audit);

-- R-NC-03 (c) « (audit, indicateur) après dédoublonnage, la plus grave l'emporte »
CREATE VIEW majeures AS
SELECT coalesce(e.id_audit, r.id_audit) AS id_audit,
    coalesce(e.indicateur, r.indicateur) AS indicateur,
    coalesce(e.notification, r.notification) AS notification,
    CASE WHEN e.id_audit IS NULL THEN r.levee ELSE e.levee END AS levee
FROM (SELECT * FROM ecarts_connus) e
FULL JOIN requalifiees r ON r.id_audit = e.id_audit AND r.indicateur = e.indicateur
WHERE e.gravite = 'majeure' OR r.id_audit IS NOT NULL;

-- R-NC-03 (d) « une mineure levée en séance ne compte pas »
CREATE VIEW mineures AS
SELECT * FROM ecarts_connus e
WHERE gravite = 'mineure' AND NOT en_seance
  AND NOT EXISTS (
      SELECT 1 FROM requalifiees r WHERE r.id_audit = e.id_audit AND r.indicateur = e.indicateur
  );

-- R-NC-05 « 3 mois » après la notification ; C-2 ; R-NC-06 « délai de 3 mois échu sans levée » :
-- une levée d'après le délai ne l'efface pas
CREATE MACRO delai_majeure(jour) AS (jour + INTERVAL 3 MONTH)::DATE;
CREATE MACRO echue(jour, jour_levee) AS
    delai_majeure(jour) < getvariable('fin')
    AND (jour_levee IS NULL OR jour_levee > delai_majeure(jour));

-- R-NC-03 « cinq mineures ou plus au terme d'un même audit = une majeure », à la notification de
-- la cinquième, ouverte tant que cinq le sont
CREATE VIEW cumuls AS
SELECT id_audit, list_sort(list(notification))[5] AS notification,
    list_sort(list(coalesce(levee, DATE '9999-12-31')), 'DESC')[5] AS dernier_jour
FROM mineures GROUP BY id_audit HAVING count(*) >= 5;

CREATE VIEW majeures_effectives AS
SELECT id_audit, notification, levee FROM majeures
UNION ALL
SELECT id_audit, notification, nullif(dernier_jour, DATE '9999-12-31') FROM cumuls;

CREATE VIEW decisions_simulees AS
WITH effectives AS (
    SELECT id_audit, count(*) AS nombre, bool_or(echue(notification, levee)) AS echue,
        bool_or(levee IS NULL) AS ouverte,
        min(delai_majeure(notification))
            FILTER (WHERE levee IS NULL OR echue(notification, levee)) AS limite
    FROM majeures_effectives GROUP BY id_audit
), simples AS (SELECT id_audit, count(*) AS nombre FROM mineures GROUP BY id_audit),
graves AS (SELECT id_audit, count(*) AS nombre FROM majeures GROUP BY id_audit)
SELECT a.*, coalesce(s.nombre, 0) AS nb_mineures, coalesce(g.nombre, 0) AS nb_majeures,
    coalesce(e.nombre, 0) AS nb_effectives, e.limite,
    CASE
        WHEN e.echue AND a.type_audit = 'renouvellement' THEN 'non_renouvele'
        WHEN e.echue AND a.type_audit IN ('initial', 'extension') THEN 'refus'
        WHEN e.echue THEN 'suspension'
        WHEN e.ouverte THEN 'en_attente_levee'
        ELSE 'certifie'
    END AS decision
FROM audits_de_la_periode a
LEFT JOIN effectives e USING (id_audit)
LEFT JOIN simples s USING (id_audit)
LEFT JOIN graves g USING (id_audit);
