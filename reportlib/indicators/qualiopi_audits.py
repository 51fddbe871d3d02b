"""Audits of the period: non-conformities found, simulated decisions, lengths and prices."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.qualiopi_lecture import audites
from reportlib.indicators.record import Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import decisions as regles
from reportlib.rules.rnq import fondamentaux, referentiel
from reportlib.settings import Settings
from reportlib.wording import agreed, counted

_VENTILATIONS = ("indicateur", "critere", "nature", "gravite", "type_audit")


def ecarts(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Non-conformities of the period's audits, one unit an audit and an indicator (QA-15)."""
    found, apart = _ecarts(dataset, period)
    misread = found["gravite"].ne(found["saisie"])
    return Units(units(found, "cle", par=_VENTILATIONS), apart, _relues(int(misread.sum())))


def audits_par_indicateur(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Audits of the period beside the 32 indicators; with a non-conformity on top (QA-15b)."""
    numbers = pd.DataFrame(
        {
            "indicateur": [str(one.numero) for one in referentiel()],
            "critere": [str(one.critere) for one in referentiel()],
        },
        dtype="str",
    )
    crossed = audites(dataset, period).merge(numbers, how="cross")
    found, _ = _ecarts(dataset, period)
    pairs = ["id_audit", "indicateur"]
    hit = pd.MultiIndex.from_frame(crossed[pairs]).isin(pd.MultiIndex.from_frame(found[pairs]))
    there = pd.Series(hit, index=crossed.index)
    return Units(units(crossed, "id_audit", numerateur=there, par=("indicateur", "critere")))


def audits_concernes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Audits of the period; those with a non-conformity on top (QA-15c)."""
    audits = audites(dataset, period)
    found, _ = _ecarts(dataset, period)
    hit = audits["id_audit"].isin(found["id_audit"])
    return Units(units(audits, "id_audit", numerateur=hit, par=("type_audit",)))


def decisions(dataset: Dataset, period: Period) -> pd.DataFrame:
    """Return the simulated decision of each audit of the period, read on its evening (QA-16).

    Columns of ``rules.decisions.decisions``, then ``_source`` and ``_ligne`` of the audit.
    """
    audits = dataset["audits_qualiopi"]
    read = regles.decisions(audits, dataset["non_conformites"], period.end)
    inside = period.contains(read["date_audit"])
    return read.loc[inside].join(audits[["_source", "_ligne"]])


def decisions_simulees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Audits of the period by type and simulated decision, one unit an audit (QA-16)."""
    read = decisions(dataset, period)
    return Units(units(read, "id_audit", par=("type_audit", "decision")))


def durees_amenagees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Initial audits of the period that say if they were shortened; those on top (QA-12b)."""
    audits = audites(dataset, period)
    first = audits.loc[audits["type_audit"].eq("initial")]
    said = first["duree_amenagee"].notna()
    base = first.loc[said]
    return Units(
        units(base, "id_audit", numerateur=base["duree_amenagee"].astype(float)),
        left_out(first.loc[~said], "id_audit", "durée aménagée non renseignée"),
    )


def durees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Audits of the period whose length is known, in days (QA-19b)."""
    return _mesures(dataset, period, "duree_jours", "durée non renseignée")


def couts(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Audits of the period whose price is known, in euros before tax (QA-20b)."""
    return _mesures(dataset, period, "cout_ht", "coût non renseigné")


def _mesures(dataset: Dataset, period: Period, colonne: str, raison: str) -> Units:
    """Audits of the period that fill a column, with its value."""
    audits = audites(dataset, period)
    said = audits[colonne].notna()
    base = audits.loc[said]
    return Units(
        units(base, "id_audit", numerateur=base[colonne].astype(float), par=("type_audit",)),
        left_out(audits.loc[~said], "id_audit", raison),
    )


def _ecarts(dataset: Dataset, period: Period) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Non-conformities known on the evening of the period, of its audits; and those left out."""
    written = dataset["non_conformites"]
    numbered = written.assign(
        cle=written["id_audit"] + "|" + written["indicateur"].astype("str"),
        saisie=written["gravite"],
        gravite=regles.gravites(written),
    )
    every = dataset["audits_qualiopi"][["id_audit", "type_audit", "date_audit"]]
    orphans = numbered.loc[~numbered["id_audit"].isin(every["id_audit"])]
    inside = every.loc[period.contains(every["date_audit"])]
    found = numbered.merge(inside, on="id_audit", validate="many_to_one")
    told = found["date_notification"].fillna(found["date_audit"]) <= pd.Timestamp(period.end)
    return _nommes(found.loc[told]), gathered(
        left_out(orphans, "cle", "audit inconnu"),
        left_out(found.loc[~told], "cle", "notifiée après la période"),
    )


def _nommes(found: pd.DataFrame) -> pd.DataFrame:
    """Non-conformities with their breakdowns as words."""
    criteria = {one.numero: str(one.critere) for one in referentiel()}
    number = found["indicateur"]
    fundamental = number.isin(fondamentaux())
    return found.assign(
        indicateur=number.astype("str"),
        critere=number.map(criteria).astype("str"),
        nature=fundamental.map({True: "fondamental", False: "ponderable"}).astype("str"),
    )


def _relues(number: int) -> str:
    """The sentence on minors typed on an indicator that only allows majors (R-NC-01)."""
    if not number:
        return ""
    verb = agreed(number, "est lue majeure", "sont lues majeures")
    return f"{counted(number, 'mineure')} sur un indicateur fondamental {verb}."
