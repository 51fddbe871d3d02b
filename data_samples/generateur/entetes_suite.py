"""Headers of the later sheets of the team's workbook, and of the exports of certificates."""

from __future__ import annotations

from .ecriture import Maniere
from .entetes import CLASSEUR, RETIRE, Feuille, paired

_DATES = ("date", "barres", "lettres", "courte")
ALERTES = Feuille(
    registre="alertes",
    fichier=CLASSEUR,
    feuille="Alertes OF",
    maniere=Maniere(excel=True, dates=_DATES),
    constantes=(("_beneficiaire", RETIRE),),
    colonnes=paired("""
        N° alerte = id_alerte
        SIRET = _siret
        Bénéficiaire = _beneficiaire
        N°\u00a0dossier PTP = id_dossier
        Date de signalement = date_alerte
        Survenu le = date_evenement
        Alerte émise par = emetteur
        Fait générateur = origine_evenement
        Objet de l’alerte = type_evenement
        Traitée le = date_prise_en_charge
        Avancement = statut
    """),
)
CONTROLES = Feuille(
    registre="controles",
    fichier=CLASSEUR,
    feuille="Contrôles qualité",
    maniere=Maniere(listes="\n", excel=True, dates=("date", "tirets", "points")),
    constantes=(("_salle", "à planifier"),),
    colonnes=paired("""
        N° contrôle = id_controle
        Code organisme = _code
        Réf. dossier = id_dossier
        Contrôlé le = date_controle
        Déclencheur = motif
        Alerte liée = id_alerte
        Points contrôlés = themes
        Conclusion = resultat
        Salle = _salle
    """),
)
PARTICIPATIONS = Feuille(
    registre="participations",
    fichier=CLASSEUR,
    feuille="Présences ateliers",
    maniere=Maniere(excel=True),
    constantes=(("_mail", RETIRE),),
    colonnes=paired("""
        N° atelier = id_atelier
        Organisme de formation = _nom
        E-mail = _mail
        Nombre de participants = nb_personnes
    """),
)
AVENANTS = Feuille(
    registre="avenants",
    fichier=CLASSEUR,
    feuille="Changements de calendrier",
    maniere=Maniere(booleens="coche", excel=True, dates=("date", "serie", "barres")),
    constantes=(("_candidat", RETIRE),),
    colonnes=paired("""
        N° avenant = id_avenant
        Dossier = id_dossier
        Code OF = _code
        Candidat = _candidat
        Type de changement = type_changement
        Demandé le = date_demande
        À compter du = date_effet
        Salarié = valide_salarie
        OF = valide_of
        Employeur = valide_employeur
        Calendrier joint = nouveau_calendrier
        Devis joint = nouveau_devis
        Avenant le = date_avenant
    """),
)
DIALOGUES = Feuille(
    registre="temps_dialogue",
    fichier=CLASSEUR,
    feuille="Temps de dialogue",
    maniere=Maniere(booleens="1_0", listes=" + ", excel=True, dates=("date", "iso", "barres")),
    colonnes=paired("""
        N° = id_dialogue
        Prestataire = _nom
        Date de rencontre = date_dialogue
        Qualitatif = volet_qualitatif
        Quantitatif = volet_quantitatif
        Leviers = leviers
        Compte rendu = observations
    """),
)
DEMANDES = Feuille(
    registre="demandes_bilan",
    fichier=CLASSEUR,
    feuille="Bilans demandés",
    maniere=Maniere(excel=True, dates=("date", "barres", "courte")),
    constantes=(("_canal", "par écrit"),),
    colonnes=paired("""
        N° = id_demande
        Siret établissement = _siret
        Type de bilan = type_bilan
        Exercice = exercice
        Demandé le = date_demande
        Envoyé le = date_remise
        Canal = _canal
    """),
)
COMMUNICATIONS = Feuille(
    registre="communications",
    fichier=CLASSEUR,
    feuille="Constats communication",
    maniere=Maniere(booleens="OUI_NON", excel=True, dates=("date", "points")),
    colonnes=paired("""
        N° = id_communication
        Réf. organisme = _code
        Constaté le = date_constat
        Respect de la charte = conforme
        N° contrôle = id_controle
    """),
)
SUIVIS = Feuille(
    registre="suivi_parcours",
    fichier=CLASSEUR,
    feuille="Bilans stagiaires",
    maniere=Maniere(booleens="o_n", excel=True, dates=("date", "lettres")),
    constantes=(("_prenom", RETIRE),),
    colonnes=paired("""
        N° = id_suivi
        ID dossier = id_dossier
        Prénom = _prenom
        Date = date_suivi
        Bilan = etape
        Parcours réajusté = reajustement
    """),
)
JURYS = Feuille(
    registre="jurys_clea",
    fichier=CLASSEUR,
    feuille="Jurys CléA",
    maniere=Maniere(excel=True, dates=("date", "lettres")),
    constantes=(("_lieu", "salle du conseil"),),
    colonnes=paired("""
        Jury du = date_jury
        Nb dossiers = candidatures
        Reçus = certifies
        Salle réservée = _lieu
    """),
)
SUIVI_CHARTE = (
    ALERTES, CONTROLES, PARTICIPATIONS, AVENANTS, DIALOGUES, DEMANDES, COMMUNICATIONS, SUIVIS,
    JURYS,
)  # fmt: skip

_CERTIFICATS = {
    2022: """
        N° dossier = id_dossier
        Mois = mois
        Date de dépôt = date_depot
        Type = nature
        Heures centre = heures_centre
        Heures à distance = heures_distance
        Heures de stage = heures_stage
    """,
    2023: """
        Réf. dossier = id_dossier
        Nom du stagiaire = _stagiaire
        Période = mois
        Déposé le = date_depot
        Rectificatif = nature
        Heures en formation (h) = heures_centre
        FOAD = heures_distance
        Heures entreprise = heures_stage
    """,
    2024: """
        Numéro de dossier = id_dossier
        Mois de réalisation = mois
        Heures présentiel = heures_centre
        Heures distanciel = heures_distance
        Stage = heures_stage
        Saisi le = date_depot
        Nature = nature
        Lot = _lot
    """,
}
_MANIERES = {
    2022: Maniere(dates=("barres", "courte"), mois=("barres", "iso")),
    2023: Maniere(dates=("tirets", "barres"), mois=("lettres", "barres"), milliers=" "),
    2024: Maniere(dates=("barres", "iso"), mois=("court", "jour", "iso")),
}
_CONSTANTES = {2023: (("_stagiaire", RETIRE),), 2024: (("_lot", "L-11"),)}
CERTIFICATS = {
    year: Feuille(
        registre="certificats_realisation",
        fichier=f"Certificats de réalisation {year}.csv",
        colonnes=paired(headers),
        maniere=_MANIERES[year],
        constantes=_CONSTANTES.get(year, ()),
    )
    for year, headers in _CERTIFICATS.items()
}
"""Year of the month certified → its export."""
