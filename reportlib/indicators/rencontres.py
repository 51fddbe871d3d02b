"""Charter indicators on times of dialogue, and the levers they and interventions name (TP-7)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.signataires import engages_un_jour
from reportlib.indicators.units import gathered, left_out, quarters, units
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.rules.interventions import visibles
from reportlib.settings import Settings

_NOT_SIGNED = "organisme non signataire à cette date"


def _met(dataset: Dataset, period: Period, settings: Settings) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Times of dialogue of the period with active signatories, a row an organisation; the others.

    ``cle`` is of the meeting and the organisation; ``groupe`` is of the meeting alone.
    """
    rows = dataset["temps_dialogue"].loc[lambda rows: period.contains(rows["date_dialogue"])]
    active = charte.signataires_au(
        rows["id_of"], rows["date_dialogue"], dataset["signataires"], settings.charte
    )
    seen = rows.assign(
        cle=rows["id_dialogue"] + "|" + rows["id_of"].fillna(""),
        groupe=rows["id_dialogue"],
        trimestre=quarters(rows["date_dialogue"]),
    )
    return seen.loc[active], seen.loc[~active]


def tenues(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Meetings with active signatories; a shared one counts once for the region."""
    met, others = _met(dataset, period, settings)
    return Units(
        units(met, "cle", par=("trimestre",)).assign(groupe=met["groupe"]),
        gathered(left_out(others, "cle", _NOT_SIGNED)),
    )


def rencontres(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Signatories active a day of the period; met in the period in the numerator."""
    base = engages_un_jour(dataset, period, settings)
    met, _ = _met(dataset, period, settings)
    return Units(units(base, "id_of", numerateur=base["id_of"].isin(met["id_of"])))


def documentes(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Meetings of CH-30; with both parts documented in the numerator."""
    met, _ = _met(dataset, period, settings)
    both = met["volet_qualitatif"].fillna(value=False) & met["volet_quantitatif"].fillna(
        value=False
    )
    return Units(
        units(met, "cle", numerateur=both.astype(float), par=("trimestre",)).assign(
            groupe=met["groupe"]
        )
    )


def leviers(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Levers named, one unit an occurrence: a meeting or an intervention, and a lever.

    An intervention that the trainee did not agree to is out for everybody (R-ACT-03).
    """
    met, _ = _met(dataset, period, settings)
    situations = dataset["interventions"].loc[lambda rows: period.contains(rows["date_ouverture"])]
    active = charte.signataires_au(
        situations["id_of"], situations["date_ouverture"], dataset["signataires"], settings.charte
    )
    agreed = visibles(situations)
    held = situations.loc[active & agreed]
    secret = situations.loc[active & ~agreed & situations["leviers"].notna()]
    named = pd.concat(
        [
            _named(met.assign(cle="dialogue|" + met["cle"])),
            _named(held.assign(cle="intervention|" + held["id_intervention"])),
        ],
        ignore_index=True,
    )
    return Units(
        units(named, "cle", par=("levier",)),
        gathered(
            left_out(
                secret, "id_intervention", "sans accord du stagiaire", visible_of=visibles(secret)
            )
        ),
    )


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """One row an event and lever that it names, ``cle`` saying both."""
    said = rows.dropna(subset="leviers")
    each = said.assign(levier=said["leviers"].str.split(";")).explode("levier")
    each = each.assign(levier=each["levier"].astype("str"))
    wanted = each.assign(cle=each["cle"] + "|" + each["levier"])
    return wanted[["cle", "id_of", "levier", "_source", "_ligne"]]


_rencontre = partial(
    Indicator,
    unite="%",
    kind="part",
    engagement="TPGE (TP-7)",
    periode="date_dialogue dans la période",
    visible_of="oui",
    source="Charte d'engagement, « Instaurer un temps de dialogue » (R-CH-08)",
    origine="SEED",
    registres=("temps_dialogue", "signataires"),
    principal="temps_dialogue",
    date_reference="date_dialogue",
    charte=True,
)

CH_30 = _rencontre(
    id="CH-30",
    libelle="Temps de dialogue tenus",
    definition="Rencontres avec les signataires.",
    formule="nombre de rencontres distinctes avec un organisme signataire actif à cette date",
    unite="rencontres",
    kind="distincts",
    cas_limites="Rencontre collective : une ligne par organisme, une seule rencontre pour la "
    "région.",
    ventilations=("trimestre",),
    formula=tenues,
)

CH_30B = _rencontre(
    id="CH-30b",
    libelle="Signataires rencontrés",
    definition="Part des signataires ayant eu un temps de dialogue.",
    formule="organismes distincts de CH-30 / organismes signataires actifs au moins un jour de la "
    "période",
    cas_limites="Aucun signataire actif : s. o.",
    principal="signataires",
    date_reference=None,
    formula=rencontres,
)

CH_30C = _rencontre(
    id="CH-30c",
    libelle="Temps de dialogue complets",
    definition="Part des rencontres dont les deux volets, qualitatif et quantitatif, sont "
    "documentés.",
    formule="rencontres de CH-30 avec volet_qualitatif = oui et volet_quantitatif = oui / "
    "rencontres de CH-30",
    cas_limites="Volet vide : non documenté. Rencontre collective : une fois pour la région, "
    "complète si elle l'est avec un organisme.",
    ventilations=("trimestre",),
    formula=documentes,
)

CH_31 = _rencontre(
    id="CH-31",
    libelle="Leviers de sécurisation",
    definition="Leviers cités en temps de dialogue et dans les interventions accordées.",
    formule="décompte des valeurs de leviers, une par événement, des temps de dialogue et des "
    "interventions avec l'accord du stagiaire",
    unite="occurrences",
    kind="compte",
    engagement="commun",
    periode="date_dialogue ou date_ouverture dans la période",
    cas_limites="Plusieurs leviers par événement. Intervention sans accord : jamais comptée. "
    "Rencontre collective : ses leviers comptent pour chaque organisme. Liste des leviers ajoutée.",
    source="Charte d'engagement, « les leviers ayant permis de sécuriser le parcours » (R-CH-08)",
    registres=("temps_dialogue", "interventions", "signataires"),
    ventilations=("levier",),
    formula=leviers,
)

INDICATORS = (CH_30, CH_30B, CH_30C, CH_31)
