"""Charter indicators on the contact that comes before the written proposal (OF-1, R-CH-13)."""

from __future__ import annotations

from functools import partial

import pandas as pd

from reportlib.dataset import Dataset
from reportlib.indicators.propositions import recues
from reportlib.indicators.record import Indicator, Units
from reportlib.indicators.units import gathered, left_out, quarters, units
from reportlib.periods import Period
from reportlib.rules import activite, charte, etat, ptp
from reportlib.settings import Settings


def _contacted(
    dataset: Dataset, period: Period, settings: Settings
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Proposals of CH-04 with a contact known at the period's end, ``delai`` [days]; the others."""
    sent, _ = recues(dataset, period, settings)
    contact = etat.connues(sent["date_contact"], period.end)
    days = (sent["date_reception"] - contact).dt.days
    known = contact.notna()
    return sent.assign(delai=days).loc[known], sent.loc[~known]


def _first_filings(sent: pd.DataFrame, dataset: Dataset, period: Period) -> pd.Series:
    """The first known filing of a file that names each proposal; missing when there is none."""
    if not dataset.has("dossiers_ptp"):
        return pd.Series(index=sent.index, dtype="datetime64[us]")
    files = dataset["dossiers_ptp"]
    filed = etat.connues(ptp.premiers_depots(files), period.end)
    first = filed.groupby(files["id_proposition"], observed=True).min()
    return first.reindex(sent["id_proposition"]).set_axis(sent.index)


def precedees(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04 whose contact is dated; before the writing and the filing on top."""
    dated, undated = _contacted(dataset, period, settings)
    filed = _first_filings(dated, dataset, period)
    late = (dated["date_contact"] > filed).fillna(value=False).astype(bool)
    return Units(
        units(
            dated,
            "id_proposition",
            numerateur=dated["delai"].ge(0) & ~late,
            par=("trimestre",),
        ),
        gathered(left_out(undated, "id_proposition", "date de contact inconnue")),
    )


def delais_ecrit(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Proposals of CH-04 whose contact comes before the writing; days from one to the other."""
    dated, undated = _contacted(dataset, period, settings)
    after = dated["delai"].lt(0)
    timed = dated.loc[~after]
    return Units(
        units(timed, "id_proposition", numerateur=timed["delai"], par=("trimestre",)),
        gathered(
            left_out(dated.loc[after], "id_proposition", "délai négatif"),
            left_out(undated, "id_proposition", "date de contact inconnue"),
        ),
    )


def sans_ecrit(dataset: Dataset, period: Period, settings: Settings) -> Units:
    """Contacts of active signatories that no writing followed, one unit a contact."""
    propositions = dataset["propositions"]
    contact = etat.connues(propositions["date_contact"], period.end)
    when = contact.fillna(propositions["date_reception"])
    active = charte.signataires_au(
        propositions["id_of"], when, dataset["signataires"], settings.charte
    )
    unwritten = propositions["formalisee_ecrit"].eq(other=False).fillna(value=False).astype(bool)
    ours = unwritten & period.contains(when) & activite.sources(propositions).ne("of")
    seen = propositions.assign(trimestre=quarters(when))
    foreign = seen.loc[ours & ~active]
    return Units(
        units(seen.loc[ours & active], "id_proposition", par=("trimestre",)),
        gathered(left_out(foreign, "id_proposition", "organisme non signataire à cette date")),
    )


_contact = partial(
    Indicator,
    engagement="OF (OF-1)",
    periode="date_reception dans la période",
    visible_of="oui",
    source="Charte d'engagement, « prise de contact au moment où le parcours est imaginé, et "
    "formalisation par écrit » (R-CH-13)",
    origine="SEED",
    registres=("propositions", "signataires"),
    principal="propositions",
    date_reference="date_reception",
    ventilations=("trimestre",),
    charte=True,
)

CH_34 = _contact(
    id="CH-34",
    libelle="Propositions précédées d'une prise de contact",
    definition="Part des propositions dont le contact précède l'écrit.",
    formule="propositions de CH-04 avec date_contact <= date_reception, et date_contact <= "
    "date_depot du dossier lié s'il est connu / propositions de CH-04 avec date_contact renseignée",
    unite="%",
    kind="part",
    cas_limites="Date de contact vide : inconnue, hors base, effectif affiché. Plusieurs dossiers "
    "liés : le premier dépôt. La charte ne date pas « le moment où le parcours est imaginé » : "
    "lecture retenue, avant l'écrit et avant le dépôt du dossier.",
    formula=precedees,
)

CH_34B = _contact(
    id="CH-34b",
    libelle="Délai médian du contact à l'écrit",
    definition="Jours calendaires de la prise de contact à la réception de l'écrit.",
    formule="médiane(date_reception - date_contact) des propositions de CH-04 avec date_contact "
    "renseignée",
    unite="jours",
    kind="mediane",
    cas_limites="Moins de 5 cas : minimum et maximum. Contact après l'écrit : délai négatif, "
    "exclu et signalé. Date de contact vide : à part.",
    formula=delais_ecrit,
)

CH_34C = _contact(
    id="CH-34c",
    libelle="Contacts sans écrit",
    definition="Prises de contact des signataires qu'aucun écrit n'a suivies.",
    formule="nombre de propositions distinctes avec formalisee_ecrit = non, organisme signataire "
    "actif à cette date",
    unite="contacts",
    kind="compte",
    periode="date_contact (à défaut date_reception) dans la période",
    cas_limites="Ligne déclarée par l'organisme (suivi conjoint) exclue. Hors CH-04 (R-CH-05).",
    date_reference="date_contact",
    dates_repli=("date_reception",),
    formula=sans_ecrit,
)

INDICATORS = (CH_34, CH_34B, CH_34C)
