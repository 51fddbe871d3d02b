"""Headers of each file and sheet handed over, in order, and the column that each is.

A key that begins with « _ » is no column of the register: how the organisation is named
(``_siret``, ``_nom``, ``_code``), a personal column (``_personnel``: emptied), an unknown one.
"""

from __future__ import annotations

from dataclasses import dataclass

from .ecriture import Maniere

CLASSEUR = "Suivi pôle qualité.xlsx"
RETIRE, SANS_NUMERO = "(retiré)", "00 00 00 00 00"
"""What stands in the personal columns: nobody's data."""


@dataclass(frozen=True, kw_only=True)
class Feuille:
    """One table as handed over."""

    registre: str
    fichier: str
    feuille: str = ""
    """Empty for a CSV file."""
    colonnes: tuple[tuple[str, str], ...]
    maniere: Maniere
    constantes: tuple[tuple[str, str], ...] = ()
    """Key of a column that is none of the register's → what all its cells hold."""

    def rank(self, key: str) -> int:
        """Return the place of a column, 0 first."""
        return [name for _, name in self.colonnes].index(key)


def paired(headers: str) -> tuple[tuple[str, str], ...]:
    """Pair the headers of an export, one a line « header = key »."""
    pairs = (line.rpartition("=") for line in headers.strip().splitlines())
    return tuple((header.strip(), key.strip()) for header, _, key in pairs)


ORGANISMES = Feuille(
    registre="organismes",
    fichier="organismes.csv",
    maniere=Maniere(listes=" / "),
    constantes=(("_telephone", SANS_NUMERO), ("_secteur", "Secteur à définir")),
    colonnes=paired("""
        Code OF = id_of
        Raison sociale = denomination
        N° de déclaration d’activité = nda
        N° SIRET = siret
        SIREN = siren
        Dpt = departement
        Ville = commune
        Téléphone = _telephone
        Nb sites = nb_sites
        CA HT = ca_formation
        Types d'actions = categories
        Nom commercial = alias
        Secteur d'animation = _secteur
    """),
)
SIGNATAIRES = Feuille(
    registre="signataires",
    fichier=CLASSEUR,
    feuille="Signataires",
    maniere=Maniere(booleens="oui_non", excel=True, dates=("date", "barres", "lettres", "courte")),
    constantes=(("_relance", "à jour"),),
    colonnes=paired("""
        Organisme de formation = _nom
        Signée le = date_signature
        Fin d'engagement = date_fin
        Version = version_charte
        Dénoncée le = date_denonciation
        Motif de dénonciation = motif_denonciation
        Publié sur le site = publie_site
        Mis en ligne le = date_publication_site
        Suivi des relances = _relance
    """),
)
PROPOSITIONS = Feuille(
    registre="propositions",
    fichier=CLASSEUR,
    feuille="Propositions d'ingénierie",
    maniere=Maniere(
        booleens="x", listes=" + ", excel=True, dates=("date", "barres", "points", "iso")
    ),
    constantes=(("_remarques", RETIRE),),
    colonnes=paired("""
        N° proposition = id_proposition
        SIRET = _siret
        Code OF = _code
        1er contact = date_contact
        Reçue le = date_reception
        Écrit O/N = formalisee_ecrit
        Type d’ingénierie = modalites
        Certification visée = intitule_formation
        Étudiée le = date_etude
        Réponse le = date_retour
        Volet financier O/N = retour_ingenierie_financiere
        Suite donnée = permet_amenagement
        Origine de la saisie = source
        Remarques = _remarques
    """),
)
INTERVENTIONS = Feuille(
    registre="interventions",
    fichier=CLASSEUR,
    feuille="Interventions",
    maniere=Maniere(
        booleens="o_n", listes="\n", excel=True, dates=("date", "barres", "tirets", "lettres")
    ),
    constantes=(("_stagiaire", RETIRE),),
    colonnes=paired("""
        N° situation = id_intervention
        Réf. organisme = _code
        Nom du stagiaire = _stagiaire
        N°\u00a0dossier PTP = id_dossier
        Alerte liée = id_alerte
        Date d’ouverture = date_ouverture
        Échange téléphonique = date_appel_stagiaire
        Diagnostic réalisé = diagnostic_fait
        Cause principale = cause
        Accord de l'apprenant = accord_stagiaire
        OF contacté le = date_contact_prestataire
        Actions mises en place = leviers
        Résultat = issue
        Clôturée le = date_cloture
    """),
)
ATELIERS = Feuille(
    registre="ateliers",
    fichier=CLASSEUR,
    feuille="Ateliers et rencontres",
    maniere=Maniere(excel=True, dates=("date", "barres", "lettres")),
    constantes=(("_salle", "salle à réserver"),),
    colonnes=paired("""
        N° atelier = id_atelier
        Date de l'atelier = date_atelier
        Thème = theme
        Type de rencontre = format
        Présentiel/Visio = modalite
        État = statut
        Nb inscrits = nb_inscrits
        Présents = nb_participants
        Réservation = _salle
    """),
)
ECHANGES = Feuille(
    registre="echanges_refus",
    fichier=CLASSEUR,
    feuille="Échanges refus",
    maniere=Maniere(booleens="coche", excel=True, dates=("date", "barres", "serie", "courte")),
    constantes=(("_portable", SANS_NUMERO),),
    colonnes=paired("""
        N° échange = id_echange
        Réf. dossier = id_dossier
        Appel OF le = date_echange
        Portable = _portable
        Motif expliqué = motif_precise
        Attendus partagés = attendus_partages
        Piste d'amélioration = reponse_reflechie
        Nouveau dossier = id_dossier_suite
    """),
)
SUIVI = (SIGNATAIRES, PROPOSITIONS, INTERVENTIONS, ATELIERS, ECHANGES)
