"""The data dictionary: what the TOMLs say, and what a wrong one is refused for."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from reportlib.registers import RegisterError, register, registers, vocabulary
from reportlib.registers.loading import load_register

NAMES = {
    "organismes", "signataires", "propositions", "alertes", "interventions", "ateliers",
    "participations", "dossiers_ptp", "echanges_refus", "certificats_realisation", "avenants",
    "controles", "certificats_qualiopi", "audits_qualiopi", "non_conformites", "enquete_qualiopi",
    "certifications_nationales", "checklists", "groupes_parole", "temps_dialogue",
    "demandes_bilan", "suivi_parcours", "communications", "autoevaluations", "bonnes_pratiques",
    "jurys_clea",
}  # fmt: skip

SMALL = """\
nom = "petits"
titre = "Petits"
grain = "un petit"
cle = ["id_petit"]
organisme = "aucun"
feuilles = ["Petits"]

[colonnes.id_petit]
type = "texte"
obligation = "F"
entetes = ["N° petit"]

[colonnes.taille]
type = "enumere"
obligation = "N"
entetes = ["Taille"]
valeurs = ["grand", "petit"]
[colonnes.taille.ecritures]
grand = ["Grande"]
[colonnes.taille.ecritures_casse]
grand = ["TG"]
petit = ["Tg"]

[colonnes.debut]
type = "date"
obligation = "N"
"""


def refused(tmp_path: Path, old: str, new: str) -> str:
    """The message for SMALL with ``old`` replaced."""
    assert old in SMALL
    place = tmp_path / "petits.toml"
    place.write_text(SMALL.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load_register(place)
    return str(caught.value)


def test_the_registers_come_referred_ones_first():
    names = list(registers())
    assert set(names) == NAMES
    assert len(names) == 26
    assert names[0] == "organismes"
    for one in registers().values():
        for column in one.colonnes.values():
            if column.reference:
                target = column.reference.partition(".")[0]
                assert names.index(target) <= names.index(one.nom), (one.nom, column.nom)


def test_a_small_register_loads(tmp_path):
    place = tmp_path / "petits.toml"
    place.write_text(SMALL, encoding="utf-8")
    small = load_register(place)
    assert small.colonnes["taille"].valeurs == ("grand", "petit")
    assert small.own_id is small.colonnes["id_petit"]
    assert not small.identifies
    with pytest.raises(FrozenInstanceError):
        small.nom = "autre"


DATE = 'type = "date"\n'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('titre = "P', 'titer = "P', "clé inconnue « titer ». Vouliez-vous dire « titre » ?"),
        ('entetes = ["T', 'enetetes = ["T', "[colonnes.taille] : clé inconnue « enetetes »"),
        ('grain = "un petit"\n', "", "petits.toml : clé manquante « grain »."),
        (DATE, "", "petits.toml, [colonnes.debut] : clé manquante « type »."),
        (DATE, 'type = "jour"\n', "type : « jour » n’est pas admis. Valeurs admises : « texte »"),
        ('obligation = "F"', 'obligation = "X"', "obligation : « X » n’est pas admis."),
        ('organisme = "aucun"', 'organisme = "x"', "organisme : « x » n’est pas admis."),
        (
            '["Taille"]',
            '["No petit"]',
            "« No petit » désigne à la fois « id_petit » et « taille ».",
        ),
        ('["Grande"]', '["Petit"]', "« Petit » vaut à la fois « petit » et « grand »."),
        ("grand = [", "moyen = [", "ecritures : « moyen » n’est pas admis."),
        ('["Tg"]', '["TG"]', "« TG » vaut à la fois « grand » et « petit »."),
        ('petit = ["Tg"]', 'moyen = ["Tg"]', "ecritures_casse : « moyen » n’est pas admis."),
        ('"aucun"', '"indirect"', "« organisme_par » va avec l’organisme « indirect »."),
        ('"aucun"\n', '"aucun"\norganisme_par = "debut"\n', "« organisme_par » va avec"),
        (DATE, DATE + 'au_plus = "fin"\n', "la colonne « fin » n’existe pas"),
        ('"aucun"\n', '"aucun"\ncle_au_choix = ["fin"]\n', "la colonne « fin » n’existe pas"),
        (
            'type = "date"\nobligation = "N"',
            'type = "mois"\nobligation = "O"',
            "une cellule requise attend un « exemple »",
        ),
        ('cle = ["id_petit"]', 'cle = ["id_grand"]', "la colonne « id_grand » n’existe pas"),
        (
            DATE,
            DATE + 'ordre = ["apres fin"]\n',
            "ordre « apres fin » illisible, attendu « >= date",
        ),
        (DATE, DATE + 'ordre = [">= fin"]\n', "la colonne « fin » n’existe pas"),
        ('valeurs = ["grand", "petit"]\n', "", "« valeurs » va avec les types « enumere » et"),
        ('obligation = "F"', 'obligation = "O"', "une cellule requise attend un « exemple »"),
        ('nom = "petits"', "nom = petits", "petits.toml : TOML illisible"),
    ],
)
def test_a_wrong_dictionary_is_refused_by_name(tmp_path, old, new, message):
    assert message in refused(tmp_path, old, new)


def test_columns_of_the_registers():
    dossiers = register("dossiers_ptp")
    assert dossiers.cle == ("id_dossier", "date_commission")
    assert dossiers.historique == "date_commission"
    assert len(dossiers.colonnes) == 26
    assert dossiers.own_id is None, "id_dossier is never made up: it links registers"
    assert register("ateliers").colonnes["statut"].vide == "realise"
    assert not register("interventions").colonnes["accord_stagiaire"].cell_required
    assert register("propositions").colonnes["formalisee_ecrit"].cell_required
    assert register("echanges_refus").organisme == "indirect"
    assert register("non_conformites").organisme_par == "id_audit"
    assert register("certificats_qualiopi").cle_au_choix == ("numero", "date_obtention")
    assert register("non_conformites").colonnes["gravite"].refuse_nc
    assert len(register("autoevaluations").colonnes["item"].valeurs) == 18
    assert [r.nom for r in registers().values() if r.historique] == [
        "dossiers_ptp", "certificats_realisation", "enquete_qualiopi",
    ]  # fmt: skip
    assert {r.nom for r in registers().values() if r.organisme == "regional"} == {
        "jurys_clea", "certifications_nationales",
    }  # fmt: skip


def test_references_name_registers_and_columns():
    for one in registers().values():
        for column in one.colonnes.values():
            if column.reference:
                target, _, name = column.reference.partition(".")
                assert name in registers()[target].colonnes


def test_unknown_register():
    with pytest.raises(KeyError):
        register("alerte")


def test_personal_headers():
    personal = vocabulary().is_personal
    for header in (
        *("Nom", "NOM et Prénom", "Tél. portable", "E-mail", "Adresse mail", "Nom du stagiaire"),
        *("N° de sécurité sociale", "Date de naissance", "RQTH (O/N)", "Commentaire"),
    ):
        assert personal(header), header
    for header in ("Nombre", "Montant", "Date", "Notation", "Denomination", "Telecom"):
        assert not personal(header), header
