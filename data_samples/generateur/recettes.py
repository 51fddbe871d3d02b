"""What is damaged in each of the later registers, and what surrounds its tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .ecriture import Cell
from .remise import Decor
from .salissure_pole import FORMULE

AMERICAINES, ILLISIBLE = "11/25/2022", "31/02/2023"


@dataclass(frozen=True)
class Coup:
    """One damage to a line: nature, column, what is typed there, or another true value."""

    nature: str
    colonne: str = ""
    tape: Cell = None
    valeur: object = None
    """Conflict: what the copy says. Order: the column of the day that should come first."""


def _listed(column: str, typed: str) -> Coup:
    return Coup("valeur_hors_liste", column, typed)


def _empty(column: str) -> Coup:
    return Coup("cellule_requise_vide", column, "")


def _number(column: str, typed: str) -> Coup:
    return Coup("nombre_illisible", column, typed)


def _unreadable(column: str) -> Coup:
    return Coup("date_illisible", column, ILLISIBLE)


def _american(column: str) -> Coup:
    return Coup("date_americaine", column)


COPIE = Coup("doublon_exact")
VARIANTE, ALIAS = Coup("variante_du_nom"), Coup("alias")
ZERO_SIRET, ZERO_SIREN = Coup("zero_de_tete", "_siret"), Coup("zero_de_tete", "_siren")

RECETTES: dict[str, tuple[Coup, ...]] = {
    "alertes": (
        _listed("type_evenement", "Panne de bus"),
        _empty("emetteur"),
        _american("date_alerte"),
        Coup("siret_invalide", "_siret", "09900000000018"),
        Coup("cle_en_conflit", "statut", valeur="en_cours"),
        Coup("ordre_des_dates", "date_prise_en_charge", valeur="date_alerte"),
        Coup("dossier_introuvable", "id_dossier", "PTP-2023-9921"),
        *(ZERO_SIRET,) * 8,
        *(COPIE,) * 3,
    ),
    "controles": (
        _listed("motif", "Routine"),
        _listed("themes", "Locaux"),
        _unreadable("date_controle"),
        Coup("cle_en_conflit", "resultat", valeur="en_cours"),
        COPIE,
    ),
    "participations": (
        _number("nb_personnes", "plusieurs"),
        Coup("formule_sans_valeur", "nb_personnes", FORMULE),
        Coup("cle_en_conflit", "nb_personnes", valeur=7),
        *(VARIANTE,) * 4,
        *(ALIAS,) * 2,
        *(COPIE,) * 2,
    ),
    "certificats_realisation": (
        _number("heures_centre", "env. cent"),
        _empty("mois"),
        _unreadable("date_depot"),
        _listed("nature", "Provisoire"),
        Coup("cle_en_conflit", "heures_centre", valeur=Decimal("7.50")),
        *(COPIE,) * 3,
    ),
    "avenants": (
        _listed("type_changement", "Divers"),
        _american("date_demande"),
        _empty("date_demande"),
        Coup("identifiants_contradictoires", "_code"),
        Coup("cle_en_conflit", "type_changement", valeur="modalite"),
        *(COPIE,) * 2,
    ),
    "temps_dialogue": (
        _listed("leviers", "Café"),
        _empty("date_dialogue"),
        _listed("volet_quantitatif", "en partie"),
        VARIANTE,
        ALIAS,
        COPIE,
    ),
    "demandes_bilan": (
        _listed("type_bilan", "Trimestriel"),
        _number("exercice", "l'an dernier"),
        Coup("siret_abime", "_siret", "9,9012E+13"),
        *(ZERO_SIRET,) * 4,
        COPIE,
    ),
    "communications": (
        _empty("conforme"),
        _listed("conforme", "à revoir"),
        _unreadable("date_constat"),
        COPIE,
    ),
    "suivi_parcours": (
        _listed("etape", "Mi-parcours"),
        _empty("id_dossier"),
        Coup("cle_en_conflit", "etape", valeur="final"),
        COPIE,
    ),
    "jurys_clea": (
        _number("candidatures", "une dizaine"),
        _unreadable("date_jury"),
        Coup("cle_en_conflit", "certifies", valeur=3),
        COPIE,
    ),
    "checklists": (
        _listed("freins", "Météo"),
        _empty("date_passation"),
        _listed("rupture", "peut-être"),
        Coup("cle_en_conflit", "prescripteur_alerte", valeur=True),
        *(COPIE,) * 2,
    ),
    "groupes_parole": (
        _listed("forme", "Goûter"),
        _number("nb_participants", "complet"),
        Coup("formule_sans_valeur", "nb_participants", FORMULE),
        _american("date_seance"),
        VARIANTE,
        COPIE,
    ),
    "autoevaluations": (
        _listed("item", "Z9"),
        _listed("niveau", "bien"),
        Coup("cle_en_conflit", "niveau", valeur="0"),
        *(ZERO_SIREN,) * 5,
        *(COPIE,) * 2,
    ),
    "bonnes_pratiques": (
        _listed("etat", "Bientôt"),
        _empty("numero"),
        Coup("cle_en_conflit", "etat", valeur="absente"),
        COPIE,
    ),
    "certificats_qualiopi": (
        _listed("statut_declare", "À voir"),
        _american("date_fin"),
        Coup("siret_invalide", "_siret", "09900000000018"),
        Coup("cle_en_conflit", "statut_declare", valeur="suspendu"),
        *(ZERO_SIRET,) * 5,
        *(COPIE,) * 2,
    ),
    "audits_qualiopi": (
        _listed("type_audit", "À blanc"),
        _number("duree_jours", "une matinée"),
        _unreadable("date_audit"),
        Coup("cle_en_conflit", "date_audit", valeur=date(2022, 6, 1)),
        *(COPIE,) * 2,
    ),
    "non_conformites": (
        _listed("gravite", "NC"),
        _number("indicateur", "le 12"),
        Coup("ordre_des_dates", "date_levee", valeur="date_notification"),
        Coup("cle_en_conflit", "gravite", valeur="majeure"),
        *(COPIE,) * 2,
    ),
    "enquete_qualiopi": (
        _listed("criteres_difficultes", "8"),
        _listed("avancement", "Bientôt"),
        Coup("cle_en_conflit", "avancement", valeur="ne_sait_pas"),
        *(VARIANTE,) * 4,
        *(ALIAS,) * 2,
        *(COPIE,) * 2,
    ),
    "certifications_nationales": (COPIE,),
}
"""Register → its damages, one line each."""

DECORS_SUITE: dict[str, Decor] = {
    "alertes": Decor(
        avant=("Alertes et informations reçues", ""),
        vides=(70,),
        notes=("Note : une ligne par alerte, d'où qu'elle vienne.",),
    ),
    "controles": Decor(avant=("Contrôles qualité menés par le pôle",), total="Total"),
    "participations": Decor(vides=(50, 51), total="Total"),
    "avenants": Decor(
        avant=("Demandes de changement",), notes=("Note : formulaires classés à part.",)
    ),
    "temps_dialogue": Decor(
        avant=("Temps de dialogue avec les signataires",),
        notes=("Note : une rencontre commune a une ligne par organisme.",),
    ),
    "demandes_bilan": Decor(vides=(20,), total="TOTAL"),
    "communications": Decor(avant=("Constats de communication", "Depuis octobre 2021")),
    "suivi_parcours": Decor(notes=("Note : bilans des stagiaires, pas ceux de la charte.",)),
    "jurys_clea": Decor(avant=("Jurys paritaires",), total="Total"),
    "checklists": Decor(avant=("", "Check-lists de sécurisation"), vides=(100,), total="Total"),
    "groupes_parole": Decor(notes=("Note : effectifs seulement, aucun nom.",)),
    "bonnes_pratiques": Decor(avant=("Grille des dix bonnes pratiques",), vides=(80,)),
    "certificats_qualiopi": Decor(
        avant=("Certificats connus du pôle",), vides=(60,), total="Total"
    ),
    "audits_qualiopi": Decor(vides=(30,), notes=("Note : d'après les organismes.",)),
    "non_conformites": Decor(avant=("Non-conformités relevées",), notes=("* à confirmer.",)),
    "certifications_nationales": Decor(
        avant=("Chiffres publiés, chacun avec sa source",),
        notes=("Note : les chiffres qui se contredisent restent côte à côte.",),
    ),
    "enquete_qualiopi": Decor(vides=(40,)),
    "autoevaluations": Decor(),
}
"""Register → what surrounds its table."""
DECORS_CERTIFICATS = {
    2022: Decor(avant=("Export des certificats de réalisation, année 2022",), total="Total"),
    2023: Decor(vides=(500,)),
    2024: Decor(),
}
