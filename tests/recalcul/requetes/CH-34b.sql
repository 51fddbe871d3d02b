-- CH-34 « délai médian du contact à l'écrit » ; ordre incohérent : « exclue des délais »
SELECT id_proposition AS cle, id_of, date_reception - date_contact AS numerateur,
    true AS denominateur, true AS visible_of, trimestre_de(date_reception) AS trimestre
FROM propositions_charte
WHERE dans_la_periode(date_reception) AND date_contact <= date_reception
