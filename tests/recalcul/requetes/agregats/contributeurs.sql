-- R-CONF-02 « au moins 5 autres OF contribuent (au moins une unité chacun dans la base) »
SELECT {par} id_of FROM unites
WHERE denominateur::DOUBLE > 0 AND id_of IS NOT NULL
GROUP BY ALL
