"""Layouts of the public list: which column is which, under the names that were published."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from reportlib.errors import DataError
from reportlib.intake.sentences import sentence
from reportlib.registers.keys import words
from reportlib.wording import listed

ETATS = ("actions_formation", "bilans_competences", "vae", "apprentissage")
"""Categories of action that Qualiopi certifies (article L. 6313-1 of the labour code)."""
RESUME = "certifications"
"""Opendatasoft's summary of the four: labels joined by « / », empty without certification."""
NIC = "nic"
STAGIAIRES = tuple(f"stagiaires_{rank}" for rank in range(1, 13))
"""Before 2022 trainees are told by specialty."""

_NOMS: dict[str, str] = {
    "nda": "numeroDeclarationActivite|Numéro Déclaration Activité|num_da",
    "ndas_precedents": "numerosDeclarationActivitePrecedent"
    "|Numéro Déclaration Activité Précédent",
    "denomination": "denomination|raison_sociale",
    "siren": "siren|Code SIREN",
    "siret": "siretEtablissementDeclarant|Siret Etablissement Déclarant",
    NIC: "num_etablissement",
    "code_postal": "adressePhysiqueOrganismeFormation.codePostal|Code Postal Organisme de Formation"
    "|adresse_code_postal",
    "ville": "adressePhysiqueOrganismeFormation.ville|Ville Organisme de Formation|adresse_ville",
    "code_region": "adressePhysiqueOrganismeFormation.codeRegion"
    "|Code Région Organisme de Formation",
    "nom_region": "reg_name|Nom Officiel Région",
    "actions_formation": "certifications.actionsDeFormation|Actions de formations",
    "bilans_competences": "certifications.bilansDeCompetences|Bilans de compétences",
    "vae": "certifications.VAE|VAE",
    "apprentissage": "certifications.actionsDeFormationParApprentissage"
    "|Actions de formations par apprentissage",
    RESUME: "certifications",
    "cfa": "cfa",
    "etranger": "organismeEtrangerRepresente.denomination"
    "|Dénomination Organisme Etranger Représenté",
    "date_declaration": "informationsDeclarees.dateDerniereDeclaration|Date dernière déclaration",
    "debut_exercice": "informationsDeclarees.debutExercice|Début d'exercice",
    "fin_exercice": "informationsDeclarees.finExercice|Fin d'exercice",
    "stagiaires": "informationsDeclarees.nbStagiaires|Nombre de stagiaires",
    "stagiaires_confies": "informationsDeclarees.nbStagiairesConfiesParUnAutreOF"
    "|Nombre de stagiaires confiés par un autre Organisme de formation",
    "formateurs": "informationsDeclarees.effectifFormateurs|Effectifs de formateurs|effectifs",
} | {
    name: pattern.format(rank=rank)
    for rank in (1, 2, 3)
    for name, pattern in (
        (f"specialite_{rank}", "informationsDeclarees.specialitesDeFormation.codeSpecialite{rank}"
                               "|Code Spécialité {rank}|code_specialite_{rank}"),
        (f"libelle_{rank}", "informationsDeclarees.specialitesDeFormation.libelleSpecialite{rank}"
                            "|Libellé Spécialité {rank}"),
    )
} | {name: f"nb_stagiaires_{rank}" for rank, name in enumerate(STAGIAIRES, start=1)}  # fmt: skip


def header_key(name: str) -> str:
    """Return the form under which a header is the same in every export: letters and digits only."""
    return words(name).replace(" ", "")


_COLUMNS = {header_key(n): column for column, names in _NOMS.items() for n in names.split("|")}


@dataclass(frozen=True)
class Layout:
    """The columns of a file, by the place that they have in it."""

    name: str
    """« officielle », « opendatasoft », « opendatasoft_libelles » or « avant_2022 »."""
    separator: str
    headers: tuple[str, ...]
    places: Mapping[str, int]
    """Column of the list → its place in a record."""

    @property
    def width(self) -> int:
        """Cells of a record."""
        return len(self.headers)

    @property
    def states(self) -> tuple[str, ...]:
        """The columns that tell the certifications; none: the file does not tell."""
        if all(name in self.places for name in ETATS):
            return ETATS
        return (RESUME,) if RESUME in self.places else ()

    def header(self, column: str) -> str:
        """Return a column's header as the file writes it."""
        return self.headers[self.places[column]].strip() if column in self.places else ""


def recognise(name: str, line: str) -> Layout:
    """Return the layout of the file ``name`` from its first line.

    Raises
    ------
    DataError
        No column of the list, or a column that the counts need is missing or renamed.
    """
    separator = max(";,\t|", key=lambda sign: sum(h in _COLUMNS for h in _keys(line, sign)))
    headers = _cells(line, separator)
    places: dict[str, int] = {}
    for place, header in enumerate(headers):
        if column := _COLUMNS.get(header_key(header)):
            places.setdefault(column, place)
    missing = _missing(places)
    if "nda" not in places and len(places) < 3:
        raise DataError(
            sentence(
                "{name} : aucune colonne de la liste publique des organismes de formation n’est "
                "reconnue. Téléchargez la liste officielle au format CSV, séparateur « ; ».",
                name=name,
            )
        )
    if missing:
        raise DataError(
            _renamed(name, missing, [h for h in headers if header_key(h) not in _COLUMNS])
        )
    return Layout(_named(headers, places), separator, tuple(headers), places)


def _keys(line: str, separator: str) -> list[str]:
    """Return the headers of ``line`` in their comparable form."""
    return [header_key(cell) for cell in _cells(line, separator)]


def _cells(line: str, separator: str) -> list[str]:
    """Return the cells of one record."""
    return next(csv.reader(io.StringIO(line), delimiter=separator), [])


def _missing(places: Mapping[str, int]) -> list[str]:
    """Return the columns without which a count would be wrong or impossible."""
    wanted = ["nda", "siren"]
    if NIC not in places:
        wanted += ["siret"] if RESUME not in places else []
        wanted += ["code_region"] if "nom_region" not in places else []
    told = [name for name in ETATS if name in places]
    if told or (NIC not in places and RESUME not in places):
        wanted += ETATS
    return [name for name in wanted if name not in places]


def _renamed(name: str, missing: Sequence[str], unknown: Sequence[str]) -> str:
    """Say which columns are missing, and which unknown headers look like them."""
    official = [_NOMS[column].split("|")[0] for column in missing]
    known = {header_key(header): header.strip() for header in unknown if header.strip()}
    hints = [
        sentence("« {header} » ressemble à « {wanted} »", header=known[found], wanted=wanted)
        for column, wanted in zip(missing, official, strict=True)
        for found in _near(column, list(known))
    ]
    several = len(missing) > 1
    return sentence(
        "{name} : {fault}, {columns}. {near}Rendez le nom d’origine, ou téléchargez de nouveau la "
        "liste.",
        name=name,
        fault="des colonnes manquent ou ont été renommées"
        if several
        else "une colonne manque ou a été renommée",
        columns=listed([sentence("« {c} »", c=column) for column in official]),
        near=f"Dans le fichier, {listed(hints)}. " if hints else "",
    )


def _near(column: str, candidates: Sequence[str]) -> list[str]:
    """Return the unknown header nearest to any published name of ``column``."""
    for name in _NOMS[column].split("|"):
        if found := get_close_matches(header_key(name), candidates, n=1, cutoff=0.6):
            return found
    return []


def _named(headers: Sequence[str], places: Mapping[str, int]) -> str:
    """Return the layout's name."""
    if NIC in places and "siret" not in places:
        return "avant_2022"
    first = headers[places["nda"]].strip()
    if " " in first:
        return "opendatasoft_libelles"
    return "opendatasoft" if first.islower() else "officielle"
