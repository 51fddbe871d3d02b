"""Runs the SQL of ``requetes/`` in DuckDB over the truth tables, or over frames."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from reportlib.settings import Charte
from tests.recalcul.plan import CHARTE
from tests.recalcul.recalcule import Recalcule

REQUETES = Path(__file__).parent / "requetes"
CERTIFICATEURS = Path(__file__).parents[2] / "reportlib" / "rules" / "certificateurs.csv"
"""The published list of who certifies, an input like the registers."""
NOMBRES = ("numerator", "denominator", "value", "minimum", "maximum", "contributors")
BASE = "contributeurs"
"""The query of the organisations that have a unit in the region's base, ``agregats/``."""

CLES = {
    "organismes": ("id_of",),
    "signataires": ("id_of", "version_charte"),
    "propositions": ("id_proposition",),
    "alertes": ("id_alerte",),
    "interventions": ("id_intervention",),
    "ateliers": ("id_atelier",),
    "participations": ("id_atelier", "id_of"),
    "dossiers_ptp": ("id_dossier", "date_commission"),
    "echanges_refus": ("id_echange",),
    "certificats_realisation": ("id_dossier", "mois", "date_depot", "nature"),
    "avenants": ("id_avenant",),
    "controles": ("id_controle",),
    "temps_dialogue": ("id_dialogue", "id_of"),
    "demandes_bilan": ("id_demande",),
    "communications": ("id_communication",),
    "suivi_parcours": ("id_suivi",),
    "jurys_clea": ("date_jury",),
    "checklists": ("id_checklist",),
    "groupes_parole": ("id_seance",),
    "autoevaluations": ("id_of", "campagne", "item"),
    "bonnes_pratiques": ("id_of", "campagne", "numero"),
    "certificats_qualiopi": ("id_of", "numero", "date_obtention"),
    "audits_qualiopi": ("id_audit",),
    "non_conformites": ("id_audit", "indicateur"),
    "enquete_qualiopi": ("campagne", "id_of", "date_reponse"),
    "certifications_nationales": ("date", "territoire"),
}
"""The registers that the formulas read, and the key of each."""

_PROPRES = frozenset(place.name for place in REQUETES.glob("*.sql"))

Periode = tuple[date, date]


@cache
def _lire(nom: str) -> str:
    return (REQUETES / nom).read_text(encoding="utf-8")


class Recalcul:
    """A database with the registers, the rules as macros and views, and the queries."""

    def __init__(self, mutation: tuple[str, str, str] | None = None) -> None:
        """Lay the tables and the rules.

        ``mutation`` is a defect to seed: file of ``requetes/``, text found there, text put instead.
        """
        self._mutation = mutation
        self._base = duckdb.connect(":memory:", config={"threads": 1})
        self._remplis: set[str] = set()
        self._variables: dict[str, Any] = {}
        self._unites: dict[tuple[Any, ...], str] = {}
        self._tables = "unites_lues"
        self._poser_variable("certificateurs", str(CERTIFICATEURS))
        # a view knows the types of what it reads
        self.poser((date(2022, 1, 1), date(2022, 12, 31)))
        for place in sorted((REQUETES / "socle").glob("*.sql")):
            self._base.execute(self._texte(f"socle/{place.name}"))
        self._colonnes = self._lire_colonnes()

    def _texte(self, nom: str) -> str:
        texte = _lire(nom)
        if self._mutation and self._mutation[0] == nom:
            _, ancien, nouveau = self._mutation
            if ancien not in texte:
                raise ValueError(f"{nom}: nothing to mutate, « {ancien} » is not there")
            texte = texte.replace(ancien, nouveau)
        return texte

    def _lire_colonnes(self) -> dict[str, list[tuple[str, str]]]:
        colonnes: dict[str, list[tuple[str, str]]] = {}
        lues = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
        for registre, nom, genre in self._base.execute(lues).fetchall():
            colonnes.setdefault(registre, []).append((nom, genre))
        return colonnes

    def lire_verite(self, dossier: Path, degats: Path | None = None) -> Recalcul:
        """Load ``<registre>.csv`` of ``dossier``, less the keys that ``degats`` sets aside."""
        for registre in CLES:
            fichier = str(dossier / f"{registre}.csv")
            self._remplir(
                registre, f"read_csv('{fichier}', header = true, all_varchar = true, nullstr = '')"
            )
            if degats is not None:
                self._ecarter(registre, degats)
        self._unites = {}
        return self

    def lire_tables(self, tables: Mapping[str, pd.DataFrame]) -> Recalcul:
        """Load frames, one a register; a register that is not given is empty."""
        for registre in sorted(self._remplis):
            self._base.execute(f"TRUNCATE {registre}")
        self._remplis.clear()
        for registre in CLES:
            if registre in tables and len(tables[registre]):
                self._base.register("table_donnee", tables[registre])
                self._remplir(registre, "table_donnee")
                self._base.unregister("table_donnee")
        self._unites = {}
        return self

    def _remplir(self, registre: str, origine: str) -> None:
        noms = ", ".join(nom for nom, _ in self._colonnes[registre])
        lues = ", ".join(f"CAST({nom} AS {genre})" for nom, genre in self._colonnes[registre])
        self._base.execute(f"INSERT INTO {registre} ({noms}) SELECT {lues} FROM {origine}")
        self._remplis.add(registre)

    def _ecarter(self, registre: str, degats: Path) -> None:
        cle = " || '|' || ".join(f"coalesce({c}::VARCHAR, '')" for c in CLES[registre])
        self._base.execute(
            f"""DELETE FROM {registre} WHERE {cle} IN (
                SELECT cle FROM read_csv('{degats}', header = true, all_varchar = true)
                WHERE registre = '{registre}' AND effet = 'ecartee'
            )"""
        )

    def fausse(self, mutation: tuple[str, str, str]) -> Recalcul:
        """Return the same registers under a defect seeded in a query or an aggregate.

        A defect in the rules, ``socle/``, asks for a database of its own.
        """
        autre = copy(self)
        autre._mutation, autre._unites, autre._tables = mutation, {}, "unites_fausses"
        return autre

    def lignes(self, requete: str) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the registers, rules and views."""
        return self._base.execute(requete).fetchall()

    def poser(
        self, periode: Periode, *, copie: str = "interne", charte: Charte = CHARTE
    ) -> Recalcul:
        """Set what the rules read beside the registers."""
        variables = {
            "debut": periode[0],
            "fin": periode[1],
            "terme": charte.terme,
            "fin_initiale": charte.fin,
            "copie": copie,
            "reconduction_renseignee": charte.reconduction is not None,
        }
        for nom, valeur in variables.items():
            self._poser_variable(nom, valeur)
        return self

    def _poser_variable(self, nom: str, valeur: Any) -> None:
        if nom not in self._variables or self._variables[nom] != valeur:
            self._base.execute(f"SET VARIABLE {nom} = $valeur", {"valeur": valeur})
            self._variables[nom] = valeur

    def mesure(
        self,
        recalcule: Recalcule,
        periode: Periode,
        par: tuple[str, ...] = (),
        *,
        copie: str = "interne",
        charte: Charte = CHARTE,
    ) -> pd.DataFrame:
        """Return the measure over ``periode``, broken down ``par``, for all scopes at once.

        Columns: perimetre, id_of, the breakdowns, numerator, denominator, value, minimum, maximum,
        contributors (other organisations with a unit in the region's base).
        """
        self.poser(periode, copie=copie, charte=charte)
        self._poser_variable("organisme_attendu", not recalcule.sans_organisme)
        unites = self._poser_unites(recalcule, (recalcule.id, periode, charte))
        requetes = (self._agregat(recalcule, par, n, unites) for n in (recalcule.genre, BASE))
        lignes = self._avec_contributeurs(*(self.lignes(r) for r in requetes), par)
        return pd.DataFrame(lignes, columns=["perimetre", "id_of", *par, *NOMBRES])

    def _agregat(self, recalcule: Recalcule, par: tuple[str, ...], nom: str, table: str) -> str:
        """Return the final query: the measure's own for this breakdown, or that of its kind."""
        suffixe = "" if nom == recalcule.genre else f".{nom}"
        propre = f"{recalcule.id}.{'.'.join(par)}{suffixe}.sql"
        colonnes = "".join(f"{nom}, " for nom in par)
        existe = bool(par) and propre in _PROPRES
        finale = self._texte(propre if existe else f"agregats/{nom}.sql")
        eclatees = [f"unnest({nom}) AS {nom}" for nom in par if nom in recalcule.multiples]
        unites = f"SELECT * FROM {table}"
        if eclatees:
            unites = f"SELECT * REPLACE ({', '.join(eclatees)}) FROM {table}"
        portees = self._texte("agregats/portees.sql")
        avant = f"WITH unites AS ({unites}), portees AS ({portees})"
        return f"{avant} SELECT * FROM ({finale.replace('{par}', colonnes)})"

    def _poser_unites(self, recalcule: Recalcule, cle: tuple[Any, ...]) -> str:
        """Lay the units counted, unless they are there; return their table.

        The units of a measure stay for its other breakdowns and copies, over every period.
        """
        if self._unites and next(iter(self._unites))[0] != recalcule.id:
            self._unites = {}
        if cle not in self._unites:
            table = f"{self._tables}_{len(self._unites)}"
            unites = self._texte(f"{recalcule.id}.sql")
            self._base.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS {unites}")
            self._unites[cle] = table
        return self._unites[cle]

    @staticmethod
    def _avec_contributeurs(
        lignes: list[tuple[Any, ...]], base: list[tuple[Any, ...]], par: tuple[str, ...]
    ) -> list[tuple[Any, ...]]:
        """Add how many other organisations have a unit in the region's base."""
        contributeurs: dict[tuple[str, ...], set[str]] = {}
        for *valeurs, id_of in base:
            contributeurs.setdefault(tuple(valeurs), set()).add(id_of)
        fin = 2 + len(par)
        return [
            (*ligne, len(contributeurs.get(tuple(ligne[2:fin]), set()) - {ligne[1]}))
            for ligne in lignes
        ]
