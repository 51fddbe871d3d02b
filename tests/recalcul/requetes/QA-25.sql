-- QA-25 « nb accord_diffusion = oui » ; « Vide = non »
SELECT cle, id_of, true AS numerateur, true AS denominateur, true AS visible_of
FROM repondants WHERE accord_diffusion AND verbatim IS NOT NULL
