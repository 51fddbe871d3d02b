"""The engagement charter: who is an active signatory, and what holds past its end.

Source: engagement charter (« La charte prend effet à la date de signature. Elle est conclue
jusqu'au 31 décembre 2022 »); rules R-CH-01, R-CH-02, R-CH-09, R-CH-12;
engagement TP-8 (« lister sur son site internet les organismes de formation signataires »).
"""

from __future__ import annotations

from datetime import date
from typing import Literal

import pandas as pd

from reportlib.periods import Period
from reportlib.settings import Charte

Situation = Literal["couverte", "a_cheval", "au_dela", "echue"]
STATUTS_SIGNATAIRE = ("signataire", "non_signataire", "reconduction_non_renseignee")


def fins(signataires: pd.DataFrame, charte: Charte) -> pd.Series:
    """Return the last day of each signature's engagement (R-CH-01, R-CH-12).

    ``date_fin`` as written; missing, the charter's term. A recorded renewal also carries on the
    signatures that ran until the charter's end; one that was to end earlier keeps its own end
    (our choice).
    """
    written = signataires["date_fin"]
    term = pd.Timestamp(charte.terme)
    until_the_end = written >= pd.Timestamp(charte.fin)
    return written.mask(until_the_end & (written < term), term).fillna(term)


def tardives(signataires: pd.DataFrame, charte: Charte) -> pd.Series:
    """Return True for a signature after its own end: an anomaly, never active (R-CH-02)."""
    late = signataires["date_signature"] > fins(signataires, charte)
    return late.fillna(value=False).astype(bool)


def actives(signataires: pd.DataFrame, jours: pd.Series, charte: Charte) -> pd.Series:
    """Return True for a signature active on the day beside it (R-CH-01).

    From the day of signature to the last day, both included; denounced on a day, inactive from
    that day (R-CH-09). False where the day or the signature has no date.
    """
    signed = signataires["date_signature"] <= jours
    running = jours <= fins(signataires, charte)
    denounced = signataires["date_denonciation"] <= jours
    return (signed & running & ~denounced).fillna(value=False).astype(bool)


def signataires_au(
    organismes: pd.Series, jours: pd.Series, signataires: pd.DataFrame, charte: Charte
) -> pd.Series:
    """Return True where the organisation is an active signatory on the day of the event.

    Parameters
    ----------
    organismes, jours
        ``id_of`` and day of each event, on the same index; a missing one gives False.
    signataires
        One row a signature; an organisation may have several (one a version of the charter).
    """
    events = pd.DataFrame({"id_of": organismes, "jour": jours}).assign(rang=range(len(organismes)))
    pairs = events.dropna().merge(
        signataires[["id_of", "date_signature", "date_fin", "date_denonciation"]],
        on="id_of",
        validate="many_to_many",
    )
    ranks = pairs.loc[actives(pairs, pairs["jour"], charte), "rang"]
    return events["rang"].isin(ranks)


def statuts_au(
    organismes: pd.Series, jours: pd.Series, signataires: pd.DataFrame | None, charte: Charte
) -> pd.Series:
    """Return the charter status of each event's organisation, one of ``STATUTS_SIGNATAIRE``.

    Past the charter's term with no renewal recorded, nobody can be said a signatory or not:
    ``reconduction_non_renseignee`` (R-CH-12). Missing for an unknown organisation or day, or when
    the register of signatures is not provided.
    """
    if signataires is None:
        return pd.Series(index=organismes.index, dtype="str")
    active = signataires_au(organismes, jours, signataires, charte)
    status = pd.Series("non_signataire", index=organismes.index, dtype="str")
    if charte.reconduction is None:
        past = (jours > pd.Timestamp(charte.terme)).fillna(value=False).astype(bool)
        status = status.mask(past, "reconduction_non_renseignee")
    known = organismes.notna() & jours.notna()
    return status.mask(active, "signataire").where(known)


def situation(period: Period, signataires: pd.DataFrame, charte: Charte) -> Situation:
    """Return how the period stands to the charter's term (R-CH-12).

    ``couverte``: inside; ``a_cheval``: computed until the term; ``au_dela``: wholly past it with
    no renewal recorded; ``echue``: wholly past it, and the charter was not renewed (or the renewal
    itself is over).
    """
    ends = fins(signataires, charte)
    term = pd.Timestamp(charte.terme) if ends.empty else max(ends.max(), pd.Timestamp(charte.terme))
    if pd.Timestamp(period.end) <= term:
        return "couverte"
    if pd.Timestamp(period.start) <= term:
        return "a_cheval"
    return "au_dela" if charte.reconduction is None else "echue"


def derniers_jours(signataires: pd.DataFrame, charte: Charte) -> pd.Series:
    """Return the last active day of each signature: its end, or the eve of its denunciation."""
    ends = fins(signataires, charte)
    eve = signataires["date_denonciation"] - pd.Timedelta(days=1)
    return ends.mask((eve < ends).fillna(value=False).astype(bool), eve)


def engagees(signataires: pd.DataFrame, period: Period, charte: Charte) -> pd.Series:
    """Return True for a signature active at least one day of the period (CH-06, CH-24, CH-30)."""
    first, last = signataires["date_signature"], derniers_jours(signataires, charte)
    during = (first <= pd.Timestamp(period.end)) & (last >= pd.Timestamp(period.start))
    return (during & (first <= last)).fillna(value=False).astype(bool)


def denoncees(signataires: pd.DataFrame, period: Period, charte: Charte) -> pd.Series:
    """Return True for a signature denounced in the period while it was running (R-CH-09).

    The signature is no longer active on that day: what counts is that it ran until its eve.
    """
    when = signataires["date_denonciation"]
    running = (signataires["date_signature"] <= when) & (when <= fins(signataires, charte))
    return period.contains(when) & running.fillna(value=False).astype(bool)


def publiees(signataires: pd.DataFrame, fin: date) -> pd.DataFrame:
    """Return, of each signature, whether the site lists it at the evening of ``fin`` (TP-8).

    Returns
    -------
    pd.DataFrame
        Same index. ``publie``: listed, on a day up to ``fin`` or that is not said; ``non_datee``:
        listed with no day, an import state (R-ETAT-03); ``vide``: not said, taken as not listed.
    """
    said = signataires["publie_site"].fillna(value=False).astype(bool)
    when = signataires["date_publication_site"]
    later = (when > pd.Timestamp(fin)).fillna(value=False).astype(bool)
    return pd.DataFrame(
        {
            "publie": said & ~later,
            "non_datee": said & when.isna(),
            "vide": signataires["publie_site"].isna(),
        }
    )
