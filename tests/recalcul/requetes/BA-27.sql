-- BA-27 « dossiers de BA-01 → dont passés en commission ≤ fin → dont décidés (accord ou refus
-- à fin) → dont accordés à fin » ; R-PTP-12
SELECT d.id_dossier AS cle, l.id_of, true AS numerateur, true AS denominateur,
    true AS visible_of,
    CASE
        WHEN l.passe AND l.decision = 'accord' THEN ['depose', 'passe', 'decide', 'accorde']
        WHEN l.passe AND l.decision = 'refus' THEN ['depose', 'passe', 'decide']
        WHEN l.passe THEN ['depose', 'passe']
        ELSE ['depose']
    END AS etape,
    mois_de(d.date_depot) AS mois
FROM depots d JOIN ligne_a_fin l USING (id_dossier)
WHERE dans_la_periode(d.date_depot)
