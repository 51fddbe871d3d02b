"""Headers of the workbooks on prevention and Qualiopi, the survey, the self-assessments."""

from __future__ import annotations

from .ecriture import Maniere
from .entetes import RETIRE, SANS_NUMERO, Feuille, paired

PREVENTION, QUALIOPI = "Prévention des ruptures.xlsx", "Suivi Qualiopi.xlsx"
FORMULAIRE, ACCOMPAGNEMENT = "Enquête Qualiopi.xlsx", "Autoévaluations.csv"
CHECKLISTS = Feuille(
    registre="checklists",
    fichier=PREVENTION,
    feuille="Check-lists",
    maniere=Maniere(booleens="x", excel=True, dates=("date", "barres", "iso")),
    constantes=(("_naissance", RETIRE),),
    colonnes=paired("""
        N° = id_checklist
        N° dossier = id_dossier
        Identifiant OF = _code
        Date de naissance = _naissance
        Check-list le = date_passation
        Difficultés identifiées = freins
        Alerte prescripteur = prescripteur_alerte
        Abandon = rupture
    """),
)
GROUPES = Feuille(
    registre="groupes_parole",
    fichier=PREVENTION,
    feuille="Groupes de parole",
    maniere=Maniere(excel=True, dates=("date", "lettres", "barres")),
    constantes=(("_duree", "1 h 30"),),
    colonnes=paired("""
        N° séance = id_seance
        Centre = _nom
        Lieu = site
        Séance du = date_seance
        Type = forme
        Nb présents = nb_participants
        Participants distincts = nb_participants_distincts
        Ruptures parmi les participants = nb_ruptures_participants
        Durée de la séance = _duree
    """),
)
PRATIQUES = Feuille(
    registre="bonnes_pratiques",
    fichier=PREVENTION,
    feuille="Grille bonnes pratiques",
    maniere=Maniere(excel=True),
    colonnes=paired("""
        Code OF = _code
        Année = campagne
        Bonne pratique = numero
        Situation = etat
    """),
)
AUTOEVALUATIONS = Feuille(
    registre="autoevaluations",
    fichier=ACCOMPAGNEMENT,
    maniere=Maniere(),
    constantes=(("_referent", SANS_NUMERO),),
    colonnes=paired("""
        N° SIREN = _siren
        Campagne = campagne
        Engagement = item
        Score = niveau
        Élément de preuve = preuve
        Tél. = _referent
    """),
)
CERTIFICATS_QUALIOPI = Feuille(
    registre="certificats_qualiopi",
    fichier=QUALIOPI,
    feuille="Certificats Qualiopi",
    maniere=Maniere(listes=" / ", excel=True, dates=("date", "barres", "courte")),
    constantes=(("_rappel", "à faire"),),
    colonnes=paired("""
        Raison sociale = _nom
        N° SIRET = _siret
        Situation Qualiopi = statut_declare
        Certificateur / instance = certificateur
        Voie = type_certificateur
        Numéro = numero
        Contrat signé le = date_contrat
        Certifié le = date_obtention
        Valable jusqu’au = date_fin
        Catégories certifiées = categories
        NE = nouvel_entrant
        Label Cnefop = cnefop
        Rappel = _rappel
    """),
)
AUDITS = Feuille(
    registre="audits_qualiopi",
    fichier=QUALIOPI,
    feuille="Audits",
    maniere=Maniere(booleens="vrai_faux", excel=True, dates=("date", "points")),
    colonnes=paired("""
        N° audit = id_audit
        N° de déclaration d’activité = _nda
        Type d'audit = type_audit
        Audité le = date_audit
        Durée (j) = duree_jours
        Audit aménagé = duree_amenagee
        Montant HT = cout_ht
    """),
)
NON_CONFORMITES = Feuille(
    registre="non_conformites",
    fichier=QUALIOPI,
    feuille="NC audits",
    maniere=Maniere(excel=True, dates=("date", "barres")),
    constantes=(("_notes", RETIRE),),
    colonnes=paired("""
        N° audit = id_audit
        Ind. = indicateur
        Mineure/Majeure = gravite
        Notifiée le = date_notification
        Soldée le = date_levee
        Levée le jour même = levee_en_seance
        Notes = _notes
    """),
)
SERIE = Feuille(
    registre="certifications_nationales",
    fichier=QUALIOPI,
    feuille="Série nationale",
    maniere=Maniere(excel=True, dates=("date", "lettres")),
    constantes=(("_lien", "voir la source"),),
    colonnes=paired("""
        Situation au = date
        Périmètre = territoire
        Nb certifiés = certifies
        En cours = en_cours
        Nb OPAC = opac
        Référencés Datadock = datadock
        Évolution = croissance_annoncee
        Source = source
        Lien = _lien
    """),
)
ENQUETE = Feuille(
    registre="enquete_qualiopi",
    fichier=FORMULAIRE,
    feuille="Réponses au formulaire 1",
    maniere=Maniere(booleens="oui_non", listes=", ", excel=True, dates=("date", "barres")),
    constantes=(("_adresse", RETIRE),),
    colonnes=paired("""
        Vague = campagne
        Horodateur = date_reponse
        Adresse e-mail = _adresse
        Nom de l'organisme = _nom
        Où en êtes-vous ? = avancement
        Quel certificateur ? = certificateur
        Avez-vous bénéficié d'un audit aménagé ? = duree_amenagee
        Critères de choix = choix_certificateur
        Critères et difficultés rencontrées = criteres_difficultes
        Commentaire = verbatim
        Autorisation de publier = accord_diffusion
    """),
)
AUTRES_CLASSEURS = {
    PREVENTION: (CHECKLISTS, GROUPES, PRATIQUES),
    QUALIOPI: (CERTIFICATS_QUALIOPI, AUDITS, NON_CONFORMITES, SERIE),
    FORMULAIRE: (ENQUETE,),
}
"""Workbook → its sheets, in order."""
