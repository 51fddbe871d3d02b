"""Indicators on who came to the workshops: organisations reached, persons present."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.activite import raisons_a_part
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, units
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.settings import Settings


def _presences(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Participations in the period's workshops, with ``cle``, ``signataire`` and ``raison``.

    ``raison``: why the workshop does not count (BA-08), missing when it does. A row that belongs to
    no known organisation is named after its place in the file.
    """
    came = dataset["participations"]
    workshops = dataset["ateliers"].loc[lambda rows: period.contains(rows["date_atelier"])]
    seen = came.merge(
        workshops.assign(raison=raisons_a_part(workshops))
        .drop_duplicates("id_atelier")
        .loc[:, ["id_atelier", "date_atelier", "theme", "raison"]],
        on="id_atelier",
        validate="many_to_one",
    )
    signed = dataset["signataires"] if dataset.has("signataires") else None
    place = seen["_source"] + "-L" + seen["_ligne"].astype("str")
    return seen.assign(
        cle=seen["id_atelier"] + "|" + seen["id_of"].fillna(place),
        signataire=charte.statuts_au(seen["id_of"], seen["date_atelier"], signed, settings.charte),
    )


def organismes_touches(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations that came to a workshop of the period, one unit an organisation."""
    seen = _presences(dataset, period, settings)
    held = seen.loc[seen["raison"].isna()]
    known = held.dropna(subset="id_of").assign(
        theme=held["theme"].str.replace(";", ",").fillna("non_renseigne"),
        signataire=held["signataire"].fillna("non_renseigne"),
    )
    lists = known.groupby("id_of", as_index=False, observed=True).agg(
        theme=("theme", _listed), signataire=("signataire", _listed)
    )
    first = known.sort_values(["id_of", "cle"], kind="stable").drop_duplicates("id_of")
    reached = first.drop(columns=["theme", "signataire"]).merge(
        lists, on="id_of", validate="one_to_one"
    )
    return Units(
        units(reached, "id_of", par=("theme", "signataire")),
        gathered(
            left_out(held.loc[held["id_of"].isna()], "cle", "organisme non identifié"),
            _apart(seen),
        ),
    )


def personnes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Participations in workshops of the period, each weighing its persons; 1 when not said."""
    seen = _presences(dataset, period, settings)
    held = seen.loc[seen["raison"].isna()]
    return Units(
        units(
            held,
            "cle",
            numerateur=held["nb_personnes"].fillna(1).astype(float),
            par=("theme", "signataire"),
        ),
        gathered(_apart(seen)),
        "Une personne présente à deux ateliers compte deux fois.",
    )


def _apart(seen: pd.DataFrame) -> pd.DataFrame:
    """Participations in what is no workshop held."""
    other = seen.loc[seen["raison"].notna()]
    return left_out(other, "cle", other["raison"])


def _listed(values: pd.Series) -> str:
    """The distinct values of an organisation, in order, as a list is held."""
    return ";".join(sorted(set(values)))


BA_09 = Indicator(
    id="BA-09",
    libelle="Organismes venus aux ateliers",
    definition="Organismes de formation touchés par les ateliers du pôle.",
    formule="nombre d'organismes distincts ayant une participation à un atelier de BA-08",
    unite="OF",
    kind="organismes",
    engagement="TPGE",
    periode="date_atelier dans la période",
    cas_limites="Un organisme venu à plusieurs ateliers compte une fois, et une fois par thème. "
    "Signataire ou non : lu à la date de chaque atelier. Organisme non identifié : à part. "
    "Webinaires, ateliers annulés ou reportés : à part. Moins de 5 organismes : « s » hors usage "
    "interne.",
    visible_of="oui",
    source="Espace organisme de formation, « notre pôle a animé 15 ateliers »",
    origine="AJOUT",
    registres=("participations", "ateliers"),
    principal="participations",
    ventilations=("theme", "signataire"),
    multiples=("theme", "signataire"),
    masque_of=True,
    formula=organismes_touches,
)

BA_09B = replace(
    BA_09,
    id="BA-09b",
    libelle="Personnes présentes aux ateliers",
    definition="Participants des organismes aux ateliers du pôle.",
    formule="somme de nb_personnes des participations aux ateliers de BA-08",
    unite="personnes",
    kind="somme",
    cas_limites="Une personne présente à deux ateliers compte deux fois. Effectif vide : 1. Les "
    "participants d'un atelier qu'aucune participation ne rattache à un organisme ne sont pas "
    "ajoutés. Jamais masqué.",
    multiples=(),
    masque_of=False,
    formula=personnes,
)

INDICATORS = (BA_09, BA_09B)
