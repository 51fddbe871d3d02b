"""Names of the columns in each layout, in the order of the files."""

from __future__ import annotations

_DECLARE, _ETRANGER = "informationsDeclarees.", "organismeEtrangerRepresente."
_ADRESSE, _SPECIALITE = "adressePhysiqueOrganismeFormation.", "specialitesDeFormation."

OFFICIELS = (
    "numeroDeclarationActivite", "numerosDeclarationActivitePrecedent", "denomination", "siren",
    "siretEtablissementDeclarant", f"{_ADRESSE}voie", f"{_ADRESSE}codePostal", f"{_ADRESSE}ville",
    f"{_ADRESSE}codeRegion", "certifications.actionsDeFormation",
    "certifications.bilansDeCompetences", "certifications.VAE",
    "certifications.actionsDeFormationParApprentissage",
    f"{_ETRANGER}denomination", f"{_ETRANGER}voie", f"{_ETRANGER}codePostal", f"{_ETRANGER}ville",
    f"{_ETRANGER}pays", f"{_DECLARE}dateDerniereDeclaration", f"{_DECLARE}debutExercice",
    f"{_DECLARE}finExercice",
    *(f"{_DECLARE}{_SPECIALITE}{kind}Specialite{rank}"
      for rank in (1, 2, 3) for kind in ("code", "libelle")),
    f"{_DECLARE}nbStagiaires", f"{_DECLARE}nbStagiairesConfiesParUnAutreOF",
    f"{_DECLARE}effectifFormateurs",
)  # fmt: skip
_AJOUTES = (
    "com_arm_code", "com_arm_name", "epci_code", "epci_name", "dep_code", "dep_name", "reg_name",
    "reg_code", "toutes_specialites", "organisme_formation_geocode", "certifications", "random_id",
)  # fmt: skip
_BAS = tuple(name.replace(".", "_").lower() for name in OFFICIELS)
TECHNIQUES = (*_BAS[:9], "geocodageban", *_BAS[9:], *_AJOUTES)
_OF = "Organisme de Formation"
_ETR = "Organisme Etranger Représenté"
LIBELLES = (
    "Numéro Déclaration Activité", "Numéro Déclaration Activité Précédent", "denomination",
    "Code SIREN",
    "Siret Etablissement Déclarant", f"Adresse {_OF}", f"Code Postal {_OF}", f"Ville {_OF}",
    f"Code Région {_OF}", "geocodageban", "Actions de formations", "Bilans de compétences", "VAE",
    "Actions de formations par apprentissage", f"Dénomination {_ETR}", f"Adresse {_ETR}",
    f"Code Postal {_ETR}", f"Ville {_ETR}", f"Pays {_ETR}", "Date dernière déclaration",
    "Début d'exercice", "Fin d'exercice", "Code Spécialité 1", "Libellé Spécialité 1",
    "Code Spécialité 2", "Libellé Spécialité 2", "Code Spécialité 3", "Libellé Spécialité 3",
    "Nombre de stagiaires", "Nombre de stagiaires confiés par un autre Organisme de formation",
    "Effectifs de formateurs", "Code Commune", "Nom Officiel Commune / Arrondissement Municipal",
    "Code Officiel EPCI", "Nom Officiel EPCI", "Code Officiel Département",
    "Nom Officiel Département",
    "Nom Officiel Région", "Code Officiel Région", "Toutes spécialités de l'organisme de formation",
    "Organisme Formation Géocodé", "Certifications", "random_id",
)  # fmt: skip
AVANT_2022 = (
    "raison_sociale", " siren", " num_etablissement", " num_da", " cfa", " effectifs",
    " adresse_voie", " adresse_complement_adresse", " adresse_code_postal", " adresse_ville",
    " adresse_etranger_voie",
    " adresse_etranger_complement", " adresse_etranger_code_postal", " adresse_etranger_ville",
    " adresse_etranger_pays",
    *(f" {kind}_{rank}" for rank in range(1, 13)
      for kind in ("code_specialite", "nb_stagiaires", "nb_heures_stagiaires")),
)  # fmt: skip
"""As the file of September 2020 had them, its spaces included."""
