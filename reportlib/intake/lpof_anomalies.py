"""What is wrong in a public list: rows set aside, values refused or mended, each counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from reportlib.intake.records import Notice, SetAsideRow
from reportlib.intake.sentences import rows_listed, sentence, shown

REGISTER = "lpof"
Rows = npt.NDArray[np.int64]

MISE_A_L_ECART: dict[str, tuple[str, str, str]] = {
    "largeur": (
        "", "R-LEC-02",
        "La ligne compte {valeur} cellules, et non celles de l’en-tête : un séparateur s’est "
        "glissé dans un texte sans guillemets, ou la ligne est coupée",
    ),
    "nda_vide": (
        "nda", "R-LEC-02",
        "Le numéro de déclaration d’activité est vide : attendu 11 chiffres, par exemple "
        "44670123467",
    ),
    "nda_abime": (
        "nda", "R-LEC-07",
        "{valeur} est un numéro de déclaration abîmé par un tableur (notation scientifique) : "
        "reprenez le numéro dans la liste d’origine, sans l’ouvrir dans le tableur",
    ),
    "nda_illisible": (
        "nda", "R-LEC-02",
        "{valeur} n’est pas un numéro de déclaration d’activité : attendu 11 chiffres, ou 4 "
        "chiffres, « P », 6 chiffres",
    ),
    "etat_illisible": (
        "certifications", "R-LEC-02",
        "{valeur} n’est pas un état de certification : attendu « true », « false » ou rien",
    ),
    "cle_en_conflit": (
        "nda", "R-LEC-03",
        "Le numéro de déclaration {valeur} est sur plusieurs lignes qui diffèrent : gardez la "
        "bonne",
    ),
}  # fmt: skip
"""Kind → column, rule, sentence: the row cannot be counted, so it is set aside."""

AVIS: dict[str, tuple[str, str, str]] = {
    "nda_zero": (
        "nda", "R-LEC-07", "Numéro de déclaration d’outre-mer, zéro de tête rétabli : {lignes}"),
    "siren_zeros": (
        "siren", "R-LEC-02",
        "SIREN « 000000000 », qui n’est celui de personne, refusé : {lignes}. L’organisme reste "
        "compté par son numéro de déclaration"),
    "siren_faux": (
        "siren", "R-LEC-02",
        "SIREN refusé (longueur ou clé de contrôle fausse, souvent l’effet d’un tableur) : "
        "{lignes}. Reprenez-le dans la liste d’origine"),
    "siren_abime": (
        "siren", "R-LEC-07",
        "SIREN abîmé par un tableur (notation scientifique), refusé : {lignes}. Téléchargez de "
        "nouveau la liste"),
    "siren_zero": ("siren", "R-LEC-07", "SIREN, zéro de tête rétabli : {lignes}"),
    "siren_du_siret": ("siren", "R-LEC-08", "SIREN absent ou refusé, repris du SIRET : {lignes}"),
    "siret_zeros": ("siret", "R-LEC-02", "SIRET de zéros, refusé : {lignes}"),
    "siret_faux": (
        "siret", "R-LEC-02",
        "SIRET refusé (longueur ou clé de contrôle fausse) : {lignes}. Attendu 14 chiffres"),
    "siret_abime": (
        "siret", "R-LEC-07",
        "SIRET abîmé par un tableur (notation scientifique), refusé : {lignes}. Téléchargez de "
        "nouveau la liste"),
    "siret_zero": ("siret", "R-LEC-07", "SIRET ou NIC, zéro de tête rétabli : {lignes}"),
    "siret_nic": (
        "siret", "R-LEC-08", "NIC à la place du SIRET, complété par le SIREN : {lignes}"),
    "siret_nic_seul": (
        "siret", "R-LEC-02",
        "NIC à la place du SIRET, sans SIREN qui le complète, refusé : {lignes}. Attendu 14 "
        "chiffres"),
    "code_postal_zero": (
        "code_postal", "R-LEC-07", "Code postal, zéro de tête rétabli : {lignes}"),
    "code_postal_inconnu": (
        "code_postal", "R-LEC-02", "Code postal d’aucun département, laissé vide : {lignes}"),
    "region_zero": ("code_region", "R-LEC-07", "Code de région, zéro de tête rétabli : {lignes}"),
    "region_inconnue": (
        "code_region", "R-LEC-02",
        "Code de région inconnu de l’Insee, laissé vide : {lignes}. Attendu par exemple 44"),
    "region_deduite": (
        "code_region", "R-LEC-08", "Région absente du fichier, déduite du code postal : {lignes}"),
    "date_illisible": (
        "dates", "R-LEC-02", "Date illisible, laissée vide : {lignes}. Attendu 22/04/2022"),
    "nombre_illisible": (
        "nombres", "R-LEC-02", "Nombre illisible, laissé vide : {lignes}. Attendu par exemple 12"),
    "etats_contraires": (
        "certifications", "R-LEC-02",
        "Certification renseignée, mais « true » dans aucune catégorie, comptée comme certifiée : "
        "{lignes}"),
    "etats_partiels": (
        "certifications", "R-LEC-02",
        "Certification renseignée dans une partie des catégories seulement : {lignes}"),
    "encodage": (
        "", "R-LEC-02",
        "Texte enregistré par un tableur (Windows-1252 et non UTF-8), lu comme tel : {lignes}"),
    "fin_sans_retour": (
        "", "R-LEC-01",
        "Le fichier ne finit pas par un retour à la ligne : {lignes}. Comparez son nombre de "
        "lignes à celui que la source annonce"),
}  # fmt: skip
"""Kind → column, rule, sentence: the row is kept, the value mended or left out."""


@dataclass
class Anomalies:
    """What a reading finds, gathered by kind, then told."""

    fatal: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Row → kind and value: the first fault of a row is the one told."""
    minor: dict[str, list[Rows]] = field(default_factory=dict)

    def refuse(self, kind: str, rows: Iterable[int], values: Iterable[str]) -> None:
        """Set rows aside."""
        for row, value in zip(rows, values, strict=True):
            self.fatal.setdefault(int(row), (kind, value))

    def note(self, kind: str, rows: Rows) -> None:
        """Remember rows that are worth a notice."""
        if len(rows):
            self.minor.setdefault(kind, []).append(rows)

    def forget(self, kinds: Sequence[str], rows: Rows) -> None:
        """Take rows out of some kinds: another column has told what was missing."""
        for kind in kinds:
            left = [found[~np.isin(found, rows)] for found in self.minor.pop(kind, [])]
            for found in left:
                self.note(kind, found)

    def set_aside(self, file: str, headers: dict[str, str]) -> tuple[SetAsideRow, ...]:
        """Return one record a row set aside, in order."""
        return tuple(
            SetAsideRow(
                register=REGISTER,
                file=file,
                sheet="",
                row=row,
                column=(told := MISE_A_L_ECART[kind])[0],
                rule=told[1],
                message=f"{told_fault(kind, value)}.",
                header=headers.get(told[0], ""),
            )
            for row, (kind, value) in sorted(self.fatal.items())
        )

    def notices(self, file: str) -> tuple[Notice, ...]:
        """Return one notice a kind, the rows set aside left out."""
        fatal = np.fromiter(self.fatal, dtype=np.int64, count=len(self.fatal))
        told: list[Notice] = []
        for kind, (column, rule, template) in AVIS.items():
            rows = np.unique(np.concatenate(self.minor.get(kind, [np.empty(0, np.int64)])))
            rows = rows[~np.isin(rows, fatal)]
            if len(rows):
                numbers = rows.tolist()
                message = sentence(f"{template}.", lignes=rows_listed(numbers))
                told.append(
                    Notice(
                        register=REGISTER, file=file, sheet="", row=numbers[0], column=column,
                        rule=rule, message=message, rows=tuple(numbers),
                    )
                )  # fmt: skip
        return tuple(told)


def told_fault(kind: str, value: str) -> str:
    """Return the sentence of a fault, its value shown as a message may show it."""
    return sentence(MISE_A_L_ECART[kind][2], valeur=value if kind == "largeur" else shown(value))
