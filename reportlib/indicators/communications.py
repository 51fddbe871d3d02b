"""Charter indicator on communications contrary to the charter, and what follows them (OF-3)."""

from __future__ import annotations

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import units
from reportlib.periods import Period
from reportlib.rules import charte
from reportlib.rules.controles_alerte import MOTIF_COMMUNICATION
from reportlib.settings import Settings

_COLUMNS = ["cle", "id_of", "nature", "_source", "_ligne"]


def constats(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Findings, controls and denunciations for a communication, one unit each."""
    signed, agreed = dataset["signataires"], settings.charte
    said = dataset["communications"]
    wrong = said.loc[said["conforme"].eq(other=False).fillna(value=False).astype(bool)]
    controls = dataset["controles"].loc[lambda rows: rows["motif"].eq(MOTIF_COMMUNICATION)]
    ended = signed.loc[
        charte.denoncees(signed, period, agreed)
        & signed["motif_denonciation"].eq(MOTIF_COMMUNICATION).fillna(value=False).astype(bool)
    ]
    days = ended["date_denonciation"].dt.strftime("%Y-%m-%d")
    events = [
        _during(wrong, "communication", "id_communication", "date_constat"),
        _during(controls, "controle", "id_controle", "date_controle"),
    ]
    found = pd.concat(events, ignore_index=True)
    active = charte.signataires_au(found["id_of"], found["jour"], signed, agreed)
    denounced = ended.assign(
        cle="denonciation|" + ended["id_of"] + "|" + days, nature="denonciation"
    ).dropna(subset="cle")
    rows = pd.concat(
        [found.loc[active & period.contains(found["jour"]), _COLUMNS], denounced[_COLUMNS]],
        ignore_index=True,
    )
    return Units(units(rows, "cle", par=("nature",)))


def _during(rows: pd.DataFrame, nature: str, key: str, when: str) -> pd.DataFrame:
    """Events as ``cle, id_of, nature``, their day, and where they were read."""
    return rows.assign(cle=nature + "|" + rows[key], nature=nature, jour=rows[when])[
        [*_COLUMNS, "jour"]
    ]


CH_32 = Indicator(
    id="CH-32",
    libelle="Communications non conformes",
    definition="Constats de communication contraire à la charte, contrôles et dénonciations qui "
    "les suivent.",
    formule="nombre de communications non conformes, de contrôles de motif = communication et de "
    "dénonciations de motif = communication",
    unite="constats",
    kind="compte",
    engagement="OF (OF-3)",
    periode="date_constat, date_controle, date_denonciation dans la période",
    cas_limites="Signataire actif à cette date ; à la veille pour une dénonciation, qui met fin à "
    "l'engagement le jour même. Région : nombre seul, jamais de nom, « s » sous le seuil hors "
    "usage interne.",
    visible_of="oui",
    source="Charte d'engagement, « Toute autre communication entrainera la mise en place d'un "
    "contrôle […] et la dénonciation immédiate » (R-CH-09)",
    origine="SEED",
    registres=("communications", "controles", "signataires"),
    principal="communications",
    date_reference="date_constat",
    ventilations=("nature",),
    masque_of=True,
    charte=True,
    formula=constats,
)

INDICATORS = (CH_32,)
