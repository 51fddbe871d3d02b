"""A whole register of certificates on a day: status, ends, due dates, in one pass.

A row of ``certificats_qualiopi`` is one certificate. Same rules as ``certificat`` and
``certificat_statut`` (R-CYC-02 to R-CYC-05, R-CYC-07), held equal by test; register's note
« garder le plus récent valide au jour lu ».
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from reportlib.rules.certificat import (
    ANNEES,
    ANNEES_DEROGATION,
    SEUIL_SURVEILLANCE,
    SEUILS,
    SURVEILLANCE_DEBUT,
    SURVEILLANCE_FIN,
    SURVEILLANCE_FIN_DEROGATION,
    Delais,
)
from reportlib.rules.certificat_statut import DETENUS, SANS_DATE

PRIORITE = (
    "certifie",
    "repute",
    "suspendu",
    "en_cours",
    "retire",
    "refuse",
    "expire",
    "non_engage",
    "inconnu",
)
"""Which certificate speaks for an organisation that has several; our choice but for the first."""
BIENTOT_MOIS = 2
"""Before the follow-up window closes, it is « bientôt close » (QA-18). [calendar months]"""


def echeances(
    certificats: pd.DataFrame, seuil: date = SEUILS["reglementaire"], delais: Delais | None = None
) -> pd.DataFrame:
    """Return the end and the due dates of each certificate, on the same index.

    Returns
    -------
    pd.DataFrame
        ``fin`` (declared, else computed), ``fin_calculee``, ``ecart`` (declared less computed
        [days], Int64), ``divergence`` (the two presets differ), ``surveillance_debut``,
        ``surveillance_fin``, ``information``, ``derniere_date_sure``. Missing where no date is.
    """
    delais = delais or Delais()
    obtained, declared = certificats["date_obtention"], certificats["date_fin"]
    computed = _fins_calculees(obtained, seuil)
    bounds = [obtained < pd.Timestamp(one) for one in SEUILS.values()]
    end = declared.fillna(computed)
    return pd.DataFrame(
        {
            "fin": end,
            "fin_calculee": computed,
            "ecart": (declared - computed).dt.days.astype("Int64"),
            "divergence": bounds[0] != bounds[1],
            "surveillance_debut": _plus(obtained, SURVEILLANCE_DEBUT),
            "surveillance_fin": _plus(obtained, SURVEILLANCE_FIN).mask(
                obtained < pd.Timestamp(SEUIL_SURVEILLANCE),
                _plus(obtained, SURVEILLANCE_FIN_DEROGATION),
            ),
            "information": _plus(end, -delais.alerte),
            "derniere_date_sure": _plus(end, -delais.limite),
        }
    )


def statuts(
    certificats: pd.DataFrame, jour: date, seuil: date = SEUILS["reglementaire"]
) -> pd.DataFrame:
    """Return the status of each certificate on the evening of ``jour``, on the same index.

    Returns
    -------
    pd.DataFrame
        ``statut`` (str) and ``etat_import`` (bool, the status rests on a word with no date). A
        missing ``statut_declare`` is read ``inconnu``.
    """
    declared = certificats["statut_declare"].fillna("inconnu")
    obtained, signed = certificats["date_obtention"], certificats["date_contrat"]
    today = pd.Timestamp(jour)
    end = certificats["date_fin"].fillna(_fins_calculees(obtained, seuil))
    no_date, unsigned = obtained.isna(), signed > today
    waiting = no_date & (~declared.isin(DETENUS) | unsigned)
    before = waiting | (obtained > today)
    steps = [
        (declared.eq("repute"), "repute", True),
        (before & unsigned, "non_engage", False),
        (before & no_date & declared.eq("refuse"), "refuse", True),
        (before & signed.notna(), "en_cours", False),
        *((before & declared.eq(word), word, True) for word in SANS_DATE),
        (before, "inconnu", False),
        (declared.eq("retire"), "retire", True),
        (end < today, "expire", False),
        (declared.eq("suspendu"), "suspendu", True),
        (no_date, "certifie", True),
    ]
    conditions = [condition.to_numpy(dtype=bool) for condition, _, _ in steps]
    status = np.select(conditions, [word for _, word, _ in steps], default="certifie")
    undated = np.select(conditions, [flag for _, _, flag in steps], default=False)
    return pd.DataFrame(
        {
            "statut": pd.Series(status, index=certificats.index, dtype="str"),
            "etat_import": pd.Series(undated, index=certificats.index, dtype="bool"),
        }
    )


def en_vigueur(
    certificats: pd.DataFrame, jour: date, seuil: date = SEUILS["reglementaire"]
) -> pd.DataFrame:
    """Return one row an organisation, the certificate that speaks for it on ``jour``.

    The best status in the order of ``PRIORITE``, then the latest obtention; ``statut`` and
    ``etat_import`` are added. Sorted by ``id_of``; rows with no organisation are left out.
    """
    states = statuts(certificats, jour, seuil)
    read = certificats.assign(
        statut=states["statut"],
        etat_import=states["etat_import"],
        _rang=states["statut"].map({s: -r for r, s in enumerate(PRIORITE)}),
    )
    ordered = read.dropna(subset=["id_of"]).sort_values(
        ["id_of", "_rang", "date_obtention"], kind="stable", na_position="first"
    )
    return ordered.drop_duplicates("id_of", keep="last").drop(columns="_rang")


def surveillances(
    certificats: pd.DataFrame,
    audits: pd.DataFrame | None,
    jour: date,
    seuil: date = SEUILS["reglementaire"],
) -> pd.Series:
    """Return where the follow-up audit of each certificate stands on ``jour`` (R-CYC-04, QA-18).

    ``faite`` (a follow-up audit since obtention), ``a_venir``, ``ouverte``, ``bientot_close``,
    ``depassee``; ``a_verifier`` once the window is open when no register of audits is provided.
    Missing where the certificate does not hold on that day or has no obtention.
    """
    today, dates = pd.Timestamp(jour), echeances(certificats, seuil)
    opened, closed = dates["surveillance_debut"], dates["surveillance_fin"]
    unknown = audits is None
    done = pd.Series(data=False, index=certificats.index)
    if audits is not None:
        done = _surveilles(certificats, audits, today)
    state = np.select(
        [
            done.to_numpy(dtype=bool),
            (opened > today).to_numpy(),
            np.full(len(certificats), fill_value=unknown),
            (closed < today).to_numpy(),
            (_plus(closed, -BIENTOT_MOIS) <= today).to_numpy(),
        ],
        ["faite", "a_venir", "a_verifier", "depassee", "bientot_close"],
        default="ouverte",
    )
    held = statuts(certificats, jour, seuil)["statut"].eq("certifie") & opened.notna()
    return pd.Series(state, index=certificats.index, dtype="str").where(held)


def _surveilles(certificats: pd.DataFrame, audits: pd.DataFrame, today: pd.Timestamp) -> pd.Series:
    """Return True where the organisation had a follow-up audit from obtention to ``today``."""
    rows = certificats[["id_of", "date_obtention"]].assign(rang=range(len(certificats)))
    followed = audits.loc[audits["type_audit"].eq("surveillance"), ["id_of", "date_audit"]]
    pairs = rows.dropna().merge(followed.dropna(), on="id_of", validate="many_to_many")
    inside = (pairs["date_audit"] >= pairs["date_obtention"]) & (pairs["date_audit"] <= today)
    return pd.Series(rows["rang"].isin(pairs.loc[inside, "rang"]))


def _fins_calculees(obtained: pd.Series, seuil: date) -> pd.Series:
    """Obtention + 3 or 4 years − 1 day (R-CYC-01 to R-CYC-03)."""
    ends = _plus(obtained, 12 * ANNEES).mask(
        obtained < pd.Timestamp(seuil), _plus(obtained, 12 * ANNEES_DEROGATION)
    )
    return ends - pd.Timedelta(days=1)


def _plus(dates: pd.Series, months: int) -> pd.Series:
    """Dates plus calendar months, held to the last day of the month (C-2)."""
    return dates + pd.DateOffset(months=months)
