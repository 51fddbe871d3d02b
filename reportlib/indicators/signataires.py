"""Charter indicators on the signatories themselves: how many, since when, listed on the site."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, months, places, units
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.settings import Settings


def departements(rows: pd.DataFrame, dataset: Dataset) -> pd.Series:
    """Return the department of each row's organisation; missing when it is not known.

    The list of organisations only breaks a number down: without it, the number stands.
    """
    if not dataset.has("organismes"):
        return pd.Series(index=rows.index, dtype="str")
    listed = dataset["organismes"].dropna(subset="id_of").drop_duplicates("id_of")
    known = listed.set_index("id_of")["departement"]
    return known.reindex(rows["id_of"]).set_axis(rows.index)


def engages_au_soir(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Return one row an organisation active at the evening of the period's end (CH-01).

    Columns of ``signataires``, ``departement``, and those of ``charte.publiees`` over all the
    signatures of the organisation that are active then. Sorted by ``id_of``.
    """
    signed = dataset["signataires"]
    evening = pd.Series(pd.Timestamp(period.end), index=signed.index)
    active = signed.loc[charte.actives(signed, evening, settings.charte)]
    listed = charte.publiees(active, period.end)
    whole = active.assign(
        publie=listed["publie"],
        datee=listed["publie"] & ~listed["non_datee"],
        vide=listed["vide"],
    )
    by_organisation = whole.groupby("id_of", observed=True)
    found = _one_each(whole).set_index("id_of")
    return found.assign(
        publie=by_organisation["publie"].any(),
        non_datee=by_organisation["publie"].any() & ~by_organisation["datee"].any(),
        vide=by_organisation["vide"].all(),
    ).reset_index()


def engages_un_jour(dataset: Dataset, period: Period, settings: Settings) -> pd.DataFrame:
    """Return one row an organisation active at least one day of the period, with its department.

    Sorted by ``id_of``.
    """
    signed = dataset["signataires"]
    found = _one_each(signed.loc[charte.engagees(signed, period, settings.charte)])
    return found.assign(departement=departements(found, dataset))


def actifs(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations active at the evening of the period's end, one unit an organisation."""
    active = engages_au_soir(dataset, period, settings)
    return Units(
        units(
            active.assign(departement=departements(active, dataset)),
            "id_of",
            par=("departement",),
        )
    )


def nouvelles(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Signatures of the period, one unit a signature; those after their own end left out."""
    signed = dataset["signataires"].loc[lambda rows: period.contains(rows["date_signature"])]
    late = charte.tardives(signed, settings.charte)
    version = signed["version_charte"].fillna(settings.charte.version)
    key = signed["id_of"] + "|" + version
    seen = signed.assign(
        cle=key.fillna(places(signed)),
        mois=months(signed["date_signature"]),
        departement=departements(signed, dataset),
    )
    return Units(
        units(seen.loc[~late], "cle", par=("mois", "departement")),
        gathered(left_out(seen.loc[late], "cle", "signature après la fin de la charte")),
    )


def listes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Organisations of CH-01; listed on the site at that evening in the numerator."""
    active = engages_au_soir(dataset, period, settings)
    unsaid = active.loc[active["vide"]]
    return Units(
        units(active, "id_of", numerateur=active["publie"], etat_import=active["non_datee"]),
        gathered(left_out(unsaid, "id_of", "publication non renseignée, comptée non publié")),
    )


def _one_each(signed: pd.DataFrame) -> pd.DataFrame:
    """The first signature of each known organisation."""
    order = ["id_of", "date_signature", "version_charte"]
    once = signed.dropna(subset="id_of").sort_values(order, kind="stable")
    return once.drop_duplicates("id_of").reset_index(drop=True)


_signature = partial(
    Indicator,
    engagement="contexte",
    visible_of="oui",
    source="Charte d'engagement, « La charte prend effet à la date de signature. Elle est conclue "
    "jusqu'au 31 décembre 2022 » (R-CH-01)",
    origine="SEED",
    registres=("signataires",),
    principal="signataires",
    charte=True,
)

CH_01 = _signature(
    id="CH-01",
    libelle="Organismes signataires actifs",
    definition="Organismes de formation engagés au soir de la fin de la période.",
    formule="nombre d'organismes distincts avec date_signature <= fin, fin <= date_fin, sans "
    "dénonciation jusqu'à fin",
    unite="OF",
    kind="organismes",
    periode="stock au soir de la fin de la période",
    cas_limites="Fin après le terme de la charte : « reconduction non renseignée » ; 0 seulement "
    "si la non-reconduction est enregistrée (R-CH-12). Dénoncé le jour même : inactif.",
    ventilations=("departement",),
    stock=True,
    formula=actifs,
)

CH_02 = _signature(
    id="CH-02",
    libelle="Nouvelles signatures",
    definition="Signatures de la charte dans la période.",
    formule="nombre de signatures dont la date_signature est dans la période et au plus tard à "
    "leur date_fin",
    unite="signatures",
    kind="compte",
    periode="date_signature dans la période",
    cas_limites="Signature après sa date de fin (31/12/2022 par défaut) : exclue et signalée "
    "(R-CH-02). Département : celui de la liste des organismes.",
    date_reference="date_signature",
    ventilations=("mois", "departement"),
    formula=nouvelles,
)

CH_03 = _signature(
    id="CH-03",
    libelle="Signataires listés sur le site",
    definition="Part des signataires actifs publiés sur le site.",
    formule="organismes de CH-01 avec publie_site = oui et date_publication_site <= fin / "
    "organismes de CH-01",
    unite="%",
    kind="part",
    engagement="TPGE (TP-8)",
    periode="stock au soir de la fin de la période",
    cas_limites="Publication vide : non publié, décompte des vides affiché ; date de publication "
    "vide : état à l'import ; aucun signataire actif : s. o.",
    source="Charte d'engagement, « s'engage à lister sur son site internet les organismes de "
    "formation signataires »",
    stock=True,
    formula=listes,
)

INDICATORS = (CH_01, CH_02, CH_03)
