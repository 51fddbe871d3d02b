"""Runs the SQL of ``requetes/`` in DuckDB over the truth tables, or over frames."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from reportlib.settings import Charte
from tests.recalcul.plan import CHARTE, Recalcule

REQUETES = Path(__file__).parent / "requetes"

CLES = {
    "signataires": ("id_of", "version_charte"),
    "propositions": ("id_proposition",),
    "interventions": ("id_intervention",),
    "ateliers": ("id_atelier",),
    "dossiers_ptp": ("id_dossier", "date_commission"),
    "echanges_refus": ("id_echange",),
}
"""The registers that the formulas read, and the key of each."""


class Recalcul:
    """A database with the registers, the rules as macros and views, and the queries."""

    def __init__(self, mutation: tuple[str, str, str] | None = None) -> None:
        """Lay the tables and the rules.

        ``mutation`` is a defect to seed: file of ``requetes/``, text found there, text put instead.
        """
        self._mutation = mutation
        self._base = duckdb.connect(":memory:", config={"threads": 1})
        for place in sorted((REQUETES / "socle").glob("*.sql")):
            self._base.execute(self._texte(f"socle/{place.name}"))

    def _texte(self, nom: str) -> str:
        texte = (REQUETES / nom).read_text(encoding="utf-8")
        if self._mutation and self._mutation[0] == nom:
            _, ancien, nouveau = self._mutation
            if ancien not in texte:
                raise ValueError(f"{nom}: nothing to mutate, « {ancien} » is not there")
            texte = texte.replace(ancien, nouveau)
        return texte

    def lire_verite(self, dossier: Path, degats: Path | None = None) -> Recalcul:
        """Load ``<registre>.csv`` of ``dossier``, less the keys that ``degats`` sets aside."""
        for registre in CLES:
            fichier = str(dossier / f"{registre}.csv")
            self._remplir(
                registre, f"read_csv('{fichier}', header = true, all_varchar = true, nullstr = '')"
            )
            if degats is not None:
                self._ecarter(registre, degats)
        return self

    def lire_tables(self, tables: Mapping[str, pd.DataFrame]) -> Recalcul:
        """Load frames, one a register; a register that is not given is empty."""
        for registre in CLES:
            self._base.execute(f"TRUNCATE {registre}")
            if registre in tables and len(tables[registre]):
                self._base.register("table_donnee", tables[registre])
                self._remplir(registre, "table_donnee")
                self._base.unregister("table_donnee")
        return self

    def _remplir(self, registre: str, origine: str) -> None:
        colonnes = self._base.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [registre]
        ).fetchall()
        noms = ", ".join(nom for nom, _ in colonnes)
        lues = ", ".join(f"CAST({nom} AS {genre})" for nom, genre in colonnes)
        self._base.execute(f"INSERT INTO {registre} ({noms}) SELECT {lues} FROM {origine}")

    def _ecarter(self, registre: str, degats: Path) -> None:
        cle = " || '|' || ".join(f"coalesce({c}::VARCHAR, '')" for c in CLES[registre])
        self._base.execute(
            f"""DELETE FROM {registre} WHERE {cle} IN (
                SELECT cle FROM read_csv('{degats}', header = true, all_varchar = true)
                WHERE registre = '{registre}' AND effet = 'ecartee'
            )"""
        )

    def mesure(
        self,
        recalcule: Recalcule,
        periode: tuple[date, date],
        par: tuple[str, ...] = (),
        *,
        copie: str = "interne",
        charte: Charte = CHARTE,
    ) -> pd.DataFrame:
        """Return the indicator over ``periode``, broken down ``par``, for all scopes at once.

        Columns: perimetre, id_of, the breakdowns, numerator, denominator, value, minimum, maximum,
        contributors (other organisations with a unit in the region's base).
        """
        variables = {
            "debut": periode[0],
            "fin": periode[1],
            "terme": charte.terme,
            "fin_initiale": charte.fin,
            "copie": copie,
            "reconduction_renseignee": charte.reconduction is not None,
            "organisme_attendu": not recalcule.sans_organisme,
        }
        for nom, valeur in variables.items():
            self._base.execute(f"SET VARIABLE {nom} = $valeur", {"valeur": valeur})
        self._poser_unites(recalcule, par)
        lignes = self._base.execute(self._agregat(recalcule, par, recalcule.genre)).df()
        return self._avec_contributeurs(lignes, recalcule, par)

    def _agregat(self, recalcule: Recalcule, par: tuple[str, ...], nom: str) -> str:
        """Return the final query: the indicator's own for this breakdown, or that of its kind."""
        suffixe = "" if nom == recalcule.genre else f".{nom}"
        propre = f"{recalcule.id}.{'.'.join(par)}{suffixe}.sql"
        if par and (REQUETES / propre).exists():
            return self._texte(propre)
        colonnes = "".join(f"{nom}, " for nom in par)
        return self._texte(f"agregats/{nom}.sql").replace("{par}", colonnes)

    def _poser_unites(self, recalcule: Recalcule, par: tuple[str, ...]) -> None:
        """Lay the units counted, a row for each value of a multiple breakdown."""
        unites = self._texte(f"{recalcule.id}.sql")
        multiples = [nom for nom in par if nom in recalcule.multiples]
        if multiples:
            eclatees = ", ".join(f"unnest({nom}) AS {nom}" for nom in multiples)
            unites = f"SELECT * REPLACE ({eclatees}) FROM ({unites})"
        self._base.execute(f"CREATE OR REPLACE TEMP TABLE unites AS {unites}")
        portees = self._texte("agregats/portees.sql")
        self._base.execute(f"CREATE OR REPLACE TEMP VIEW portees AS {portees}")

    def _avec_contributeurs(
        self, lignes: pd.DataFrame, recalcule: Recalcule, par: tuple[str, ...]
    ) -> pd.DataFrame:
        """Add how many other organisations have a unit in the region's base."""
        contributeurs: dict[tuple[str, ...], set[str]] = {}
        requete = self._agregat(recalcule, par, "contributeurs")
        for *valeurs, id_of in self._base.execute(requete).fetchall():
            contributeurs.setdefault(tuple(valeurs), set()).add(id_of)
        autres = [
            len(contributeurs.get(tuple(valeurs), set()) - {id_of})
            for id_of, *valeurs in lignes[["id_of", *par]].itertuples(index=False, name=None)
        ]
        return lignes.assign(contributors=pd.Series(autres, dtype="int64"))
