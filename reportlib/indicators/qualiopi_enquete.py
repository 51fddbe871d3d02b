"""The survey of organisations on Qualiopi: shares of those who answered the question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_certificats import DEMARCHE
from reportlib.indicators.qualiopi_lecture import repondants, situation
from reportlib.indicators.record import Units
from reportlib.indicators.units import gathered, left_out, places, sans_organisme, units
from reportlib.periods import Period
from reportlib.registers import register
from reportlib.rules import certificateurs, enquete
from reportlib.settings import Settings

INCONNU = "non_renseigne"
"""A type of certifier that nothing tells."""


def avancements(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Respondents, each beside every state of progress; its own on top (QA-09)."""
    answers = repondants(dataset, period)
    return Units(faces(answers, {"avancement": valeurs("avancement")}))


def certifies(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Respondents; those who say that they are certified on top (QA-03b)."""
    answers = repondants(dataset, period)
    return Units(units(answers, "cle", numerateur=answers["avancement"].eq("certifie")))


def demarche(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Respondents; those who say that they are certified or under contract on top (QA-04b)."""
    answers = repondants(dataset, period)
    return Units(units(answers, "cle", numerateur=answers["avancement"].isin(DEMARCHE)))


def certificateurs_cites(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certified respondents who name their certifier, each beside every one of them (QA-11)."""
    base, silent = _certifies(dataset, period, "certificateur", "certificateur non renseigné")
    told = dataset["certificats_qualiopi"] if dataset.has("certificats_qualiopi") else None
    named = base.assign(type_certificateur=certificateurs.types(base["certificateur"], told))
    return Units(_par_certificateur(named, settings), silent)


def certificateurs_tenus(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations certified on the evening, each beside every certifier (QA-11b)."""
    held = situation(dataset, period.end, settings)
    certified = held.loc[held["statut"].eq("certifie")].assign(cle=lambda rows: rows["id_of"])
    said = certified["nom_certificateur"].notna()
    base = certified.loc[said]
    told = dataset["certificats_qualiopi"]
    kind = base["type_certificateur"].fillna(certificateurs.types(base["certificateur"], told))
    return Units(
        _par_certificateur(base.assign(type_certificateur=kind), settings),
        gathered(
            left_out(certified.loc[~said], "cle", "certificateur non renseigné"),
            sans_organisme(dataset["certificats_qualiopi"]),
        ),
    )


def durees_amenagees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certified respondents who say if their audit was shortened; those it was on top (QA-12)."""
    base, silent = _certifies(dataset, period, "duree_amenagee", "durée aménagée non renseignée")
    return Units(units(base, "cle", numerateur=base["duree_amenagee"].astype(float)), silent)


def raisons(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certified respondents who ticked a reason, each beside every reason (QA-13)."""
    base, silent = _certifies(dataset, period, "choix_certificateur", "choix non renseigné")
    ticked = base.assign(choix=base["choix_certificateur"])
    return Units(faces(ticked, {"choix": valeurs("choix_certificateur")}), silent)


def criteres(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Certified respondents who ticked a difficult criterion, each beside every one (QA-14)."""
    base, silent = _certifies(dataset, period, "criteres_difficultes", "critères non renseignés")
    ticked = base.assign(critere=base["criteres_difficultes"])
    return Units(faces(ticked, {"critere": valeurs("criteres_difficultes")}), silent)


def temoignages(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Respondents whose quotation may be printed: consent given, blank being no (QA-25)."""
    answers = repondants(dataset, period)
    written = answers["verbatim"].fillna("").str.strip().ne("")
    agreed = answers["accord_diffusion"].fillna(value=False).astype(bool)
    return Units(
        units(answers.loc[written & agreed], "cle"),
        left_out(answers.loc[written & ~agreed], "cle", "sans accord de diffusion"),
    )


@dataclass(frozen=True, kw_only=True)
class Reponse:
    """How many organisations answered, out of how many asked (QA-10)."""

    repondants: int
    interroges: int | None
    """None: nobody knows, as in the slides."""

    @property
    def value(self) -> float | None:
        """The response rate; None (« s. o. ») when the number asked is unknown [%]."""
        return enquete.taux_de_reponse(self.repondants, self.interroges)


def taux_de_reponse(dataset: Dataset, period: Period, interroges: int | None = None) -> Reponse:
    """Return the response rate of the period's survey (QA-10).

    Raises
    ------
    ParameterError
        More answers than organisations asked (when ``value`` is read).
    """
    return Reponse(repondants=len(repondants(dataset, period)), interroges=interroges)


def valeurs(colonne: str) -> tuple[str, ...]:
    """Return the values that a column of the survey takes, in the dictionary's order."""
    return register("enquete_qualiopi").colonnes[colonne].valeurs


def faces(rows: pd.DataFrame, modalites: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Return the units of a distribution: each row beside every value, its own on top.

    ``rows`` has ``cle`` and a column a breakdown, lists joined by « ; ». With several breakdowns a
    unit stands beside every pair, and is on top where both are its own.
    """
    crossed = rows.assign(face=True)
    for name, values in modalites.items():
        ticked = rows[["cle", name]].assign(**{name: rows[name].str.split(";")}).explode(name)
        own = pd.MultiIndex.from_frame(ticked)
        beside = pd.DataFrame({name: pd.Series(list(values), dtype="str")})
        crossed = crossed.drop(columns=name).merge(beside, how="cross")
        mine = pd.MultiIndex.from_frame(crossed[["cle", name]]).isin(own)
        crossed = crossed.assign(face=crossed["face"] & mine)
    return units(crossed, "cle", numerateur=crossed["face"], par=tuple(modalites))


def _certifies(
    dataset: Dataset, period: Period, colonne: str, raison: str
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Certified respondents who answered a question, and those who left it blank."""
    base = enquete.certifies(repondants(dataset, period))
    said = base[colonne].notna()
    return base.loc[said], left_out(base.loc[~said], "cle", raison)


def _par_certificateur(base: pd.DataFrame, settings: Settings) -> pd.DataFrame:
    """Units by certifier and type, those of too few organisations gathered as « autres »."""
    least = settings.confidentialite.seuil_organismes
    owners = base["id_of"].fillna(places(base))
    named = base.assign(
        certificateur=certificateurs.regroupes(base["nom_certificateur"], owners, least),
        type_certificateur=base["type_certificateur"].fillna(INCONNU),
    )
    names = sorted(named["certificateur"].unique())
    kinds = (*certificateurs.TYPES, INCONNU)
    return faces(named, {"certificateur": names, "type_certificateur": kinds})
