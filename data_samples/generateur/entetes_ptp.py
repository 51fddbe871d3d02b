"""Headers of the yearly exports of files: each year, another hand wrote them."""

from __future__ import annotations

from .ecriture import Maniere
from .entetes import RETIRE, Feuille, paired

_2021 = """
    N° dossier = id_dossier
    Siret établissement = _siret
    Date de dépôt = date_depot
    Date de commission = date_commission
    Décision = decision_initiale
    Motif de refus = motif_refus
    Décision finale = decision_finale
    Date décision finale = date_decision_finale
    Type de certification = type_certification
    Code RNCP = code_certification
    N° priorité = priorite
    Parcours aménagé = parcours_amenage
    Type d'aménagement = amenagements
    Concertation préalable = concertation_prealable
    Valorisé en commission = amenagement_valorise
    N° proposition = id_proposition
    Positionnement = positionnement_fourni
    Date d'entrée = date_debut
    Date fin = date_fin_prevue
    Nb heures = heures_prevues
    Statut du parcours = statut_parcours
    Date de rupture = date_rupture
    Cause de rupture = cause_rupture
    Certification obtenue = certification_obtenue
    Date du résultat = date_resultat
    Montant accordé = montant_accorde
"""
_2022 = """
    Numéro de dossier = id_dossier
    Nom du stagiaire = _stagiaire
    SIRET = _siret
    Déposé le = date_depot
    Commission d’instruction = date_commission
    Avis = decision_initiale
    Critère de refus = motif_refus
    Décision après recours = decision_finale
    Date de décision après recours = date_decision_finale
    RNCP/RS = type_certification
    N° RNCP = code_certification
    Priorité régionale = priorite
    Individualisé = parcours_amenage
    Aménagements = amenagements
    Concerté = concertation_prealable
    Présenté en CI = amenagement_valorise
    Proposition liée = id_proposition
    Bilan de positionnement = positionnement_fourni
    Début de formation = date_debut
    Fin prévue = date_fin_prevue
    Volume horaire = heures_prevues
    Situation = statut_parcours
    Interruption le = date_rupture
    Motif d’abandon = cause_rupture
    Réussite = certification_obtenue
    Date de jury = date_resultat
    Montant = montant_accorde
"""
_2023 = """
    N° dossier PTP = id_dossier
    N° SIRET = _siret
    Date réception dossier = date_depot
    Date CI = date_commission
    Résultat CI = decision_initiale
    Motif = motif_refus
    Décision finale = decision_finale
    Décision finale le = date_decision_finale
    Certification = type_certification
    Fiche RNCP = code_certification
    Priorité de financement = priorite
    Aménagement O/N = parcours_amenage
    Type d’aménagement = amenagements
    Échange préalable OF = concertation_prealable
    Valorisé en commission = amenagement_valorise
    N° proposition = id_proposition
    Positionnement fourni = positionnement_fourni
    Du = date_debut
    Au = date_fin_prevue
    Durée (h) = heures_prevues
    Statut = statut_parcours
    Abandon le = date_rupture
    Motif de rupture = cause_rupture
    Diplôme obtenu = certification_obtenue
    Résultat le = date_resultat
    Coût pédagogique = montant_accorde
"""
_2024 = """
    Réf. dossier = id_dossier
    SIRET = _siret
    Date de dépôt = date_depot
    Passage en commission = date_commission
    Décision commission = decision_initiale
    Critère non satisfait = motif_refus
    Décision après recours = decision_finale
    Date décision finale = date_decision_finale
    Nature = type_certification
    Code RNCP = code_certification
    Rang de priorité = priorite
    Parcours individualisé = parcours_amenage
    Aménagements = amenagements
    Concertation préalable = concertation_prealable
    Présenté en CI = amenagement_valorise
    Proposition liée = id_proposition
    Positionnement = positionnement_fourni
    Date début = date_debut
    Fin prévue = date_fin_prevue
    Heures = heures_prevues
    Statut du parcours = statut_parcours
    Date d'abandon = date_rupture
    Cause abandon = cause_rupture
    Résultat = certification_obtenue
    Date certification = date_resultat
    Montant accordé = montant_accorde
    Lot d'export = _lot
"""
_MANIERES = {
    2021: Maniere(booleens="OUI_NON", dates=("barres", "courte")),
    2022: Maniere(booleens="x", listes=" / ", dates=("barres", "tirets"), milliers=" ", euro=" €"),
    2023: Maniere(booleens="o_n", listes=" + ", dates=("barres", "points"), priorite="{}"),
    2024: Maniere(booleens="1_0", listes=", ", dates=("barres", "iso", "lettres"), milliers=""),
}
_CONSTANTES = {2022: (("_stagiaire", RETIRE),), 2024: (("_lot", "L-07"),)}

EXPORTS: dict[int, Feuille] = {
    year: Feuille(
        registre="dossiers_ptp",
        fichier=f"Export dossiers PTP {year}.csv",
        colonnes=paired(headers),
        maniere=_MANIERES[year],
        constantes=_CONSTANTES.get(year, ()),
    )
    for year, headers in ((2021, _2021), (2022, _2022), (2023, _2023), (2024, _2024))
}
"""Year of commission (else of deposit) → its export."""
