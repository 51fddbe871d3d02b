-- QA-16 « fonction R-NC-06 », « état lu à fin »
SELECT id_audit AS cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of,
    type_audit, decision
FROM decisions_simulees
