"""Compares what the code says with what the SQL says, number by number."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isnan, nan
from typing import Any

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators import indicator, measure
from reportlib.periods import Period
from reportlib.settings import Charte, Settings
from tests.recalcul.moteur import Recalcul
from tests.recalcul.plan import CHARTE, Recalcule

NOMBRES = ("numerator", "denominator", "value", "minimum", "maximum", "contributors")
TOLERANCE = 1e-9
Ligne = dict[str, Any]
RIEN: Ligne = dict.fromkeys(NOMBRES, nan)


@dataclass
class Comparaison:
    """How many figures of the SQL were compared, and each that differs, in words."""

    compares: int = 0
    ecarts: list[str] = field(default_factory=list)

    def ajouter(self, autre: Comparaison) -> None:
        """Add what another comparison found."""
        self.compares += autre.compares
        self.ecarts += autre.ecarts

    def noter(self, endroit: str, code: float, sql: float) -> None:
        """Keep a figure on which the two sides differ; missing equals missing only."""
        if isnan(code) or isnan(sql):
            egaux = isnan(code) and isnan(sql)
        else:
            egaux = abs(code - sql) <= TOLERANCE * max(1.0, abs(sql))
        if not egaux:
            self.ecarts.append(f"{endroit} : code {code:g}, SQL {sql:g}")


@dataclass(frozen=True, kw_only=True)
class Demande:
    """One figure asked of both sides: an indicator, a period, a breakdown, a copy."""

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
        """Whether the whole period is past the charter's end, its renewal not recorded."""
        return self.charte.reconduction is None and self.periode.start > self.charte.terme

    @property
    def cles(self) -> list[str]:
        """What names a row of the answer."""
        return ["perimetre", "id_of", *self.par]


def comparer(demande: Demande, code: Dataset, sql: Recalcul) -> Comparaison:
    """Compare both answers in every scope.

    A row that one side leaves out is read as « no unit »: 0, and no value.
    """
    obtenu = measure(
        indicator(demande.recalcule.id),
        code,
        demande.periode,
        Settings(charte=demande.charte),
        par=list(demande.par),
        copie=demande.copie,
    )
    attendu = sql.mesure(
        demande.recalcule,
        (demande.periode.start, demande.periode.end),
        demande.par,
        copie=demande.copie,
        charte=demande.charte,
    )
    trouve = Comparaison()
    _comparer_lignes(trouve, demande, obtenu)
    _comparer_nombres(trouve, demande, obtenu, attendu)
    if not demande.par:
        _comparer_etat(trouve, demande, obtenu, attendu)
    return trouve


def _comparer_lignes(trouve: Comparaison, demande: Demande, obtenu: pd.DataFrame) -> None:
    """Scopes are known, no row comes twice, and the region's total is always there."""
    perimetres = set(obtenu["perimetre"])
    if inconnus := perimetres - {"region", "organisme", "non_attribue"}:
        trouve.ecarts.append(f"{demande} : périmètres inconnus {sorted(inconnus)}")
    if obtenu.duplicated(demande.cles).any():
        trouve.ecarts.append(f"{demande} : lignes en double")
    if not demande.par and "region" not in perimetres:
        trouve.ecarts.append(f"{demande} : pas de ligne « region »")
    compte = obtenu["numerator"].notna() & (
        obtenu["value"].notna() | obtenu["minimum"].notna() | (obtenu["denominator"] == 0)
    )
    if not compte.where(obtenu["state"] == "exact", True).all():
        trouve.ecarts.append(f"{demande} : un nombre exact manque")
    if obtenu["value"].where(obtenu["state"] != "exact").notna().any():
        trouve.ecarts.append(f"{demande} : une valeur sans objet est donnée")


def _par_cle(demande: Demande, lignes: pd.DataFrame) -> dict[tuple[str, ...], Ligne]:
    """The numbers of each row, by scope and breakdown value; NaN where missing."""
    cles = zip(*(lignes[nom].astype("str") for nom in demande.cles), strict=True)
    nombres = zip(*(lignes[nom].astype("float64") for nom in NOMBRES), strict=True)
    return {
        cle: dict(zip(NOMBRES, valeurs, strict=True))
        for cle, valeurs in zip(cles, nombres, strict=True)
    }


def _comparer_nombres(
    trouve: Comparaison, demande: Demande, obtenu: pd.DataFrame, attendu: pd.DataFrame
) -> None:
    code, sql = _par_cle(demande, obtenu), _par_cle(demande, attendu)
    quoi = str(demande)
    for cle in sorted(code.keys() | sql.keys()):
        cote_code, cote_sql = code.get(cle, RIEN), sql.get(cle, RIEN)
        noms = _noms_compares(demande, cote_sql)
        if cle[0] != "non_attribue" and cle in code and cle in sql:
            noms = [*noms, "contributors"]
        ou = " ".join(filter(None, cle))
        for nom in noms:
            nombres = (cote_code[nom], cote_sql[nom])
            if _zero_si_absent(demande, nom):
                nombres = tuple(0.0 if isnan(nombre) else nombre for nombre in nombres)
            trouve.noter(f"{quoi} {ou} {nom}", *nombres)
        trouve.compares += len(noms) if cle in sql else 0


def _noms_compares(demande: Demande, sql: Ligne) -> list[str]:
    """Return what the kind gives a meaning to: a count has no base, min and max go under 5."""
    genre = demande.recalcule.genre
    noms = {
        "compte": ["numerator", "value"],
        "organismes": ["numerator", "value"],
        "part": ["numerator", "denominator", "value"],
        "mediane": ["denominator", "value"],
    }[genre]
    return [*noms, "minimum", "maximum"] if genre == "mediane" and isnan(sql["value"]) else noms


def _zero_si_absent(demande: Demande, nom: str) -> bool:
    if nom == "value":
        return demande.recalcule.genre in {"compte", "organismes"}
    return nom in {"numerator", "denominator", "contributors"}


def _comparer_etat(
    trouve: Comparaison, demande: Demande, obtenu: pd.DataFrame, attendu: pd.DataFrame
) -> None:
    """C-4 and R-CH-12, for the region: « s. o. », « reconduction non renseignée », or a number."""
    calcule = attendu[attendu["perimetre"] == "region"]
    recalcule = demande.recalcule
    voulu = "exact"
    if recalcule.genre in {"part", "mediane"}:
        if calcule.empty or not calcule["denominator"].iloc[0]:
            voulu = "sans_objet"
    elif recalcule.charte and demande.non_reconduite:
        voulu = "reconduction"
    etats = set(obtenu.loc[obtenu["perimetre"] == "region", "state"])
    trouve.compares += 1
    if etats != {voulu}:
        trouve.ecarts.append(f"{demande} : état {sorted(etats)}, attendu « {voulu} »")
