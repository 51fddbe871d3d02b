-- « la plus ancienne du dossier fait foi »
CREATE VIEW depots AS
SELECT id_dossier, min(date_depot) AS date_depot
FROM dossiers_ptp GROUP BY id_dossier HAVING min(date_depot) IS NOT NULL;

CREATE VIEW passages_de_la_periode AS
SELECT * FROM dossiers_ptp WHERE dans_la_periode(date_commission);

-- BA-02 « lu à son dernier passage de la période »
CREATE VIEW dernier_passage AS
SELECT *, decision_a_fin(decision_initiale, decision_finale, date_decision_finale) AS decision
FROM passages_de_la_periode
QUALIFY row_number() OVER (PARTITION BY id_dossier ORDER BY date_commission DESC) = 1;

-- « à fin, la ligne de la dernière date_commission ≤ fin fait foi, à défaut la ligne sans
-- commission » ; R-LEC-04, R-ETAT-02
CREATE VIEW ligne_a_fin AS
SELECT *,
    coalesce(date_commission <= getvariable('fin'), false) AS passe,
    decision_a_fin(decision_initiale, decision_finale, date_decision_finale) AS decision,
    parcours_a_fin(statut_parcours, date_debut, date_rupture) AS parcours
FROM dossiers_ptp
QUALIFY row_number() OVER (
    PARTITION BY id_dossier
    ORDER BY
        CASE
            WHEN date_commission <= getvariable('fin') THEN 1
            WHEN date_commission IS NULL THEN 2
            ELSE 3
        END,
        CASE WHEN date_commission <= getvariable('fin') THEN date_commission END DESC,
        date_commission
) = 1;

-- CH-16 « ayant, dans la période, un passage avec decision_initiale = refus et
-- motif_refus = coherence_parcours » ; règle commune 8 ; R-PTP-03
CREATE VIEW refus_charte AS
SELECT id_dossier, id_of, min(date_commission) AS date_refus
FROM passages_de_la_periode d
WHERE decision_initiale = 'refus' AND motif_refus = 'coherence_parcours'
  AND signataire_actif(d.id_of, d.date_commission)
GROUP BY id_dossier, id_of;

-- CH-17 « un échange entre la commission du refus et fin »
CREATE VIEW echanges_charte AS
SELECT r.id_dossier, r.id_of, r.date_refus, e.*  EXCLUDE (id_dossier)
FROM refus_charte r
JOIN echanges_refus e
  ON e.id_dossier = r.id_dossier
 AND e.date_echange BETWEEN r.date_refus AND getvariable('fin');

-- CH-04 « formalisee_ecrit = oui, OF signataire actif à la date de l'événement (R-CH-01) » ;
-- « source = of exclue ; source vide = tpge »
CREATE VIEW propositions_charte AS
SELECT * FROM propositions p
WHERE formalisee_ecrit
  AND coalesce(source, 'tpge') = 'tpge'
  AND signataire_actif(p.id_of, p.date_reception);
