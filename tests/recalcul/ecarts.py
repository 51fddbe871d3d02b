"""Compares what the code says with what the SQL says, number by number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import isnan, nan

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators import Indicator, indicator, measure
from reportlib.periods import Period
from reportlib.settings import Charte, Settings
from tests.recalcul.moteur import NOMBRES, Recalcul
from tests.recalcul.plan import CHARTE
from tests.recalcul.recalcule import A_BASE, Genre, Recalcule

TOLERANCE = 1e-9
Cle = tuple[str, ...]
Lignes = dict[Cle, dict[str, float]]
RIEN: dict[str, float] = dict.fromkeys(NOMBRES, nan)
_COMPTES: frozenset[Genre] = frozenset({"compte", "organismes", "somme", "distincts"})


@dataclass
class Comparaison:
    """How many figures of the SQL were compared, and each that differs, in words."""

    compares: int = 0
    non_nuls: int = 0
    """Figures of the SQL whose numerator is not 0: with none, an equality proves nothing."""
    ecarts: list[str] = field(default_factory=list)

    def ajouter(self, autre: Comparaison) -> None:
        """Add what another comparison found."""
        self.compares += autre.compares
        self.non_nuls += autre.non_nuls
        self.ecarts += autre.ecarts

    def noter(self, endroit: str, code: float, sql: float) -> None:
        """Keep a figure on which the two sides differ; missing equals missing only."""
        if code == sql or (isnan(code) and isnan(sql)):
            return
        if isnan(code) or isnan(sql) or abs(code - sql) > TOLERANCE * max(1.0, abs(sql)):
            self.ecarts.append(f"{endroit} : code {code:g}, SQL {sql:g}")


@dataclass(frozen=True, kw_only=True)
class Demande:
    """One figure asked of both sides: a measure, a period, a breakdown, a copy."""

    recalcule: Recalcule
    periode: Period
    par: tuple[str, ...] = ()
    copie: str = "interne"
    charte: Charte = CHARTE

    def __str__(self) -> str:
        ventilation = "+".join(self.par) or "total"
        return f"{self.recalcule.id} {ventilation} {self.periode.label} ({self.copie})"

    @property
    def non_reconduite(self) -> bool:
        """Whether the period is past the charter's end, its renewal not recorded."""
        jour = self.periode.end if self.recalcule.stock else self.periode.start
        return self.charte.reconduction is None and jour > self.charte.terme

    @property
    def settings(self) -> Settings:
        """What the code reads beside the registers."""
        return Settings(charte=self.charte)

    def calculer(self, code: Dataset, fiche: Indicator | None = None) -> pd.DataFrame:
        """Return what reportlib answers."""
        return measure(
            fiche or indicator(self.recalcule.id),
            code,
            self.periode,
            self.settings,
            par=list(self.par),
            copie=self.copie,
        )

    def recalculer(self, sql: Recalcul) -> pd.DataFrame:
        """Return what the SQL answers."""
        bornes = (self.periode.start, self.periode.end)
        return sql.mesure(self.recalcule, bornes, self.par, copie=self.copie, charte=self.charte)


def comparer(demande: Demande, code: Dataset, sql: Recalcul) -> Comparaison:
    """Compare both answers in every scope.

    A row that one side leaves out is read as « no unit »: 0, and no value.
    """
    return comparer_reponses(demande, demande.calculer(code), demande.recalculer(sql))


def comparer_reponses(demande: Demande, obtenu: pd.DataFrame, attendu: pd.DataFrame) -> Comparaison:
    """Compare what the code answered with what the SQL answered."""
    trouve = Comparaison()
    _verifier_lignes(trouve, demande, obtenu)
    cles = ["perimetre", "id_of", *demande.par]
    comparer_nombres(
        trouve,
        str(demande),
        demande.recalcule.genre,
        (par_cle(obtenu, cles), par_cle(attendu, cles)),
    )
    if not demande.par:
        _comparer_etat(trouve, demande, obtenu, attendu)
    return trouve


def _verifier_lignes(trouve: Comparaison, demande: Demande, obtenu: pd.DataFrame) -> None:
    """Scopes are known, no row comes twice, and the region's total is always there."""
    perimetres = set(obtenu["perimetre"])
    if inconnus := perimetres - {"region", "organisme", "non_attribue"}:
        trouve.ecarts.append(f"{demande} : périmètres inconnus {sorted(inconnus)}")
    if obtenu.duplicated(["perimetre", "id_of", *demande.par]).any():
        trouve.ecarts.append(f"{demande} : lignes en double")
    if not demande.par and "region" not in perimetres:
        trouve.ecarts.append(f"{demande} : pas de ligne « region »")
    exactes = obtenu["state"] == "exact"
    compte = obtenu["numerator"].notna() & (
        obtenu["value"].notna() | obtenu["minimum"].notna() | (obtenu["denominator"] == 0)
    )
    if not compte[exactes].all():
        trouve.ecarts.append(f"{demande} : un nombre exact manque")
    if obtenu.loc[~exactes, "value"].notna().any():
        trouve.ecarts.append(f"{demande} : une valeur sans objet est donnée")


def par_cle(lignes: pd.DataFrame, noms: Iterable[str]) -> Lignes:
    """The numbers of each row, by scope and breakdown value; NaN where missing."""
    cles = zip(*(lignes[nom].astype("str").tolist() for nom in noms), strict=True)
    nombres = lignes[list(NOMBRES)].astype("float64").to_numpy().tolist()
    return {
        cle: dict(zip(NOMBRES, valeurs, strict=True))
        for cle, valeurs in zip(cles, nombres, strict=True)
    }


def comparer_nombres(
    trouve: Comparaison, quoi: str, genre: Genre, cotes: tuple[Lignes, Lignes]
) -> None:
    """Compare every number of every key; ``cotes``: what the code says, what the SQL says."""
    code, sql = cotes
    for cle in sorted(code.keys() | sql.keys()):
        cote_code, cote_sql = code.get(cle, RIEN), sql.get(cle, RIEN)
        noms = _noms_compares(genre, cote_sql)
        if cle[0] != "non_attribue" and cle in code and cle in sql:
            noms = [*noms, "contributors"]
        for nom in noms:
            nombres = (cote_code[nom], cote_sql[nom])
            if _zero_si_absent(genre, nom):
                nombres = (_ou_zero(nombres[0]), _ou_zero(nombres[1]))
            if nombres[0] != nombres[1]:
                trouve.noter(f"{quoi} {' '.join(filter(None, cle))} {nom}", *nombres)
        trouve.compares += len(noms) if cle in sql else 0
        trouve.non_nuls += _ou_zero(cote_sql["numerator"]) != 0


def _ou_zero(nombre: float) -> float:
    return 0.0 if isnan(nombre) else nombre


def _noms_compares(genre: Genre, sql: dict[str, float]) -> list[str]:
    """Return what the kind gives a meaning to: a count has no base, min and max go under 5."""
    if genre in _COMPTES:
        return ["numerator", "value"]
    if genre == "mediane":
        noms = ["denominator", "value"]
        return [*noms, "minimum", "maximum"] if isnan(sql["value"]) else noms
    return ["numerator", "denominator", "value"]


def _zero_si_absent(genre: Genre, nom: str) -> bool:
    if nom == "value":
        return genre in _COMPTES
    return nom in {"numerator", "denominator", "contributors"}


def _comparer_etat(
    trouve: Comparaison, demande: Demande, obtenu: pd.DataFrame, attendu: pd.DataFrame
) -> None:
    """C-4 and R-CH-12, for the region: « s. o. », « reconduction non renseignée », or a number."""
    calcule = attendu[attendu["perimetre"] == "region"]
    recalcule = demande.recalcule
    voulu = "exact"
    if recalcule.genre in A_BASE:
        if calcule.empty or not calcule["denominator"].iloc[0]:
            voulu = "sans_objet"
    elif recalcule.charte and demande.non_reconduite:
        voulu = "reconduction"
    etats = set(obtenu.loc[obtenu["perimetre"] == "region", "state"])
    trouve.compares += 1
    if etats != {voulu}:
        trouve.ecarts.append(f"{demande} : état {sorted(etats)}, attendu « {voulu} »")
