"""One small row of each register, as a team writes it, and what it is once read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Small:
    """A row as written, in the order of the columns that it fills, and as read."""

    written: Mapping[str, str]
    """Column (an organisation by its name, « denomination ») → what the cell holds."""
    read: Mapping[str, object]
    """Column → the value in the frame, ``id_of`` included."""


def day(text: str) -> pd.Timestamp:
    """A day from « 2022-05-03 »."""
    return pd.Timestamp(text)


PARENTS = {
    "dossiers_ptp.csv": "N° dossier;Organisme;Date de commission\nD1;Centre Alpha;05/01/2022\n"
    "D1;Institut Bêta;05/06/2022\nD2;Nulle Part;05/01/2022\n",
    "organismes.csv": "id_of;denomination\nOF-1;Centre Alpha\nOF-2;Institut Bêta\n",
}
"""D1 went from Alpha to Bêta; D2 belongs to nobody known."""

SMALL = {
    "alertes": Small(
        {"id_alerte": "AL-1", "denomination": "Centre Alpha", "id_dossier": "D1",
         "date_alerte": "05/03/2022", "date_evenement": "4 mars 2022", "emetteur": "Apprenant",
         "origine_evenement": "OF", "type_evenement": "Risque de rupture",
         "date_prise_en_charge": "2022-03-07", "statut": "Clôturée"},
        {"id_alerte": "AL-1", "id_of": "OF-1", "id_dossier": "D1",
         "date_alerte": day("2022-03-05"), "date_evenement": day("2022-03-04"),
         "emetteur": "stagiaire", "origine_evenement": "organisme",
         "type_evenement": "risque_rupture", "date_prise_en_charge": day("2022-03-07"),
         "statut": "close"},
    ),
    "participations": Small(
        {"id_atelier": "AT-1", "denomination": "Institut Bêta", "nb_personnes": "3"},
        {"id_atelier": "AT-1", "id_of": "OF-2", "nb_personnes": 3},
    ),
    "certificats_realisation": Small(
        {"id_dossier": "D1", "mois": "janv-24", "date_depot": "05/02/2024",
         "nature": "Rectificatif", "heures_centre": "72,5", "heures_distance": "12 h",
         "heures_stage": "0"},
        {"id_dossier": "D1", "mois": "2024-01", "date_depot": day("2024-02-05"),
         "nature": "rectificatif", "heures_centre": 72.5, "heures_distance": 12.0,
         "heures_stage": 0.0, "id_of": "OF-2"},
    ),
    "avenants": Small(
        {"id_avenant": "AV-1", "id_dossier": "D1", "type_changement": "Fin décalée",
         "date_demande": "05/03/2022", "date_effet": "01/04/2022", "valide_salarie": "oui",
         "valide_of": "x", "valide_employeur": "non", "nouveau_calendrier": "1",
         "nouveau_devis": "", "date_avenant": "12/03/2022"},
        {"id_avenant": "AV-1", "id_dossier": "D1", "type_changement": "report_fin",
         "date_demande": day("2022-03-05"), "date_effet": day("2022-04-01"),
         "valide_salarie": True, "valide_of": True, "valide_employeur": False,
         "nouveau_calendrier": True, "nouveau_devis": None, "date_avenant": day("2022-03-12"),
         "id_of": "OF-2"},
    ),
    "controles": Small(
        {"id_controle": "K-1", "denomination": "Centre Alpha", "id_dossier": "",
         "date_controle": "05/03/2022", "motif": "", "id_alerte": "AL-1",
         "themes": "Positionnement + Méthodes pédagogiques", "resultat": "Écarts"},
        {"id_controle": "K-1", "id_of": "OF-1", "id_dossier": None,
         "date_controle": day("2022-03-05"), "motif": None, "id_alerte": "AL-1",
         "themes": "positionnement;methodes_pedagogiques", "resultat": "ecarts"},
    ),
    "certificats_qualiopi": Small(
        {"denomination": "Centre Alpha", "numero": "00042", "certificateur": "Certifie Tout",
         "type_certificateur": "Accrédité Cofrac", "statut_declare": "Qualiopi OK",
         "date_contrat": "05/03/2020", "date_obtention": "05/03/2021", "date_fin": "04/03/2025",
         "categories": "Formation, VAE", "nouvel_entrant": "non", "cnefop": "oui"},
        {"id_of": "OF-1", "numero": "00042", "certificateur": "Certifie Tout",
         "type_certificateur": "accredite_cofrac", "statut_declare": "certifie",
         "date_contrat": day("2020-03-05"), "date_obtention": day("2021-03-05"),
         "date_fin": day("2025-03-04"), "categories": "formation;vae", "nouvel_entrant": False,
         "cnefop": True},
    ),
    "audits_qualiopi": Small(
        {"id_audit": "AU-1", "denomination": "Centre Alpha", "type_audit": "Surveillance",
         "date_audit": "05/03/2022", "duree_jours": "1,5 j", "duree_amenagee": "oui",
         "cout_ht": "1 234,50 €"},
        {"id_audit": "AU-1", "id_of": "OF-1", "type_audit": "surveillance",
         "date_audit": day("2022-03-05"), "duree_jours": 1.5, "duree_amenagee": True,
         "cout_ht": 1234.5},
    ),
    "non_conformites": Small(
        {"id_audit": "AU-1", "indicateur": "Ind. 12", "gravite": "NCM",
         "date_notification": "05/03/2022", "date_levee": "05/05/2022",
         "levee_en_seance": "non"},
        {"id_audit": "AU-1", "indicateur": 12, "gravite": "majeure",
         "date_notification": day("2022-03-05"), "date_levee": day("2022-05-05"),
         "levee_en_seance": False, "id_of": "OF-1"},
    ),
    "enquete_qualiopi": Small(
        {"campagne": "2021", "denomination": "Centre Alpha",
         "date_reponse": "05/03/2021 10:12:13", "avancement": "Contrat signé",
         "certificateur": "Certifie Tout", "duree_amenagee": "non",
         "choix_certificateur": "Tarif, Proximité", "criteres_difficultes": "7 ; 1 ; 7",
         "verbatim": "Utile.", "accord_diffusion": ""},
        {"campagne": "2021", "id_of": "OF-1", "date_reponse": day("2021-03-05"),
         "avancement": "en_cours", "certificateur": "Certifie Tout", "duree_amenagee": False,
         "choix_certificateur": "tarif;proximite", "criteres_difficultes": "7;1",
         "verbatim": "Utile.", "accord_diffusion": None},
    ),
    "certifications_nationales": Small(
        {"date": "15/03/2021", "territoire": "", "certifies": "8 000", "en_cours": "12000",
         "opac": "", "datadock": "45 000", "source": "DGEFP", "croissance_annoncee": "+45 %"},
        {"date": day("2021-03-15"), "territoire": None, "certifies": 8000, "en_cours": 12000,
         "opac": None, "datadock": 45000, "source": "DGEFP", "croissance_annoncee": 45.0,
         "id_of": ""},
    ),
    "checklists": Small(
        {"id_checklist": "CL-1", "id_dossier": "D1", "denomination": "Centre Alpha",
         "date_passation": "05/03/2022", "freins": "Garde d'enfants / Logement",
         "prescripteur_alerte": "oui", "rupture": "non"},
        {"id_checklist": "CL-1", "id_dossier": "D1", "id_of": "OF-1",
         "date_passation": day("2022-03-05"), "freins": "garde_enfants;logement",
         "prescripteur_alerte": True, "rupture": False},
    ),
    "groupes_parole": Small(
        {"id_seance": "S-1", "denomination": "Centre Alpha", "site": "Metz",
         "date_seance": "05/03/2022", "forme": "Atelier collectif", "nb_participants": "8",
         "nb_participants_distincts": "12", "nb_ruptures_participants": "1"},
        {"id_seance": "S-1", "id_of": "OF-1", "site": "Metz", "date_seance": day("2022-03-05"),
         "forme": "atelier_collectif", "nb_participants": 8, "nb_participants_distincts": 12,
         "nb_ruptures_participants": 1},
    ),
    "temps_dialogue": Small(
        {"id_dialogue": "T-1", "denomination": "Centre Alpha", "date_dialogue": "05/03/2022",
         "volet_qualitatif": "oui", "volet_quantitatif": "", "leviers": "Tutorat et Médiation",
         "observations": "À revoir."},
        {"id_dialogue": "T-1", "id_of": "OF-1", "date_dialogue": day("2022-03-05"),
         "volet_qualitatif": True, "volet_quantitatif": None, "leviers": "tutorat;mediation",
         "observations": "À revoir."},
    ),
    "demandes_bilan": Small(
        {"id_demande": "B-1", "denomination": "Centre Alpha", "type_bilan": "Bilan annuel",
         "exercice": "2022", "date_demande": "05/03/2023", "date_remise": "12/03/2023"},
        {"id_demande": "B-1", "id_of": "OF-1", "type_bilan": "annuel", "exercice": 2022,
         "date_demande": day("2023-03-05"), "date_remise": day("2023-03-12")},
    ),
    "suivi_parcours": Small(
        {"id_suivi": "SU-1", "id_dossier": "D1", "date_suivi": "05/03/2022",
         "etape": "Intermédiaire", "reajustement": "oui"},
        {"id_suivi": "SU-1", "id_dossier": "D1", "date_suivi": day("2022-03-05"),
         "etape": "intermediaire", "reajustement": True, "id_of": "OF-2"},
    ),
    "communications": Small(
        {"id_communication": "C-1", "denomination": "Centre Alpha", "date_constat": "05/03/2022",
         "conforme": "non", "id_controle": "K-1"},
        {"id_communication": "C-1", "id_of": "OF-1", "date_constat": day("2022-03-05"),
         "conforme": False, "id_controle": "K-1"},
    ),
    "autoevaluations": Small(
        {"denomination": "Centre Alpha", "campagne": "2022", "item": "a1", "niveau": "s. o.",
         "preuve": "Livret."},
        {"id_of": "OF-1", "campagne": "2022", "item": "A1", "niveau": "sans_objet",
         "preuve": "Livret."},
    ),
    "bonnes_pratiques": Small(
        {"denomination": "Centre Alpha", "campagne": "2022", "numero": "10",
         "etat": "Sans objet"},
        {"id_of": "OF-1", "campagne": "2022", "numero": 10, "etat": "sans_objet"},
    ),
    "jurys_clea": Small(
        {"date_jury": "05/03/2022", "candidatures": "9", "certifies": "8"},
        {"date_jury": day("2022-03-05"), "candidatures": 9, "certifies": 8, "id_of": ""},
    ),
}  # fmt: skip
