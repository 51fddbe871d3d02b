"""The sentences to remember: the country, our registers, what falls due, the survey."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from reportlib.blocks import Essential
from reportlib.indicators.qualiopi_nationales import releves, taux_nationaux
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.qualiopi_nombres import cite, declaree
from reportlib.wording import Rich, agreed, counted, day, integer, percent, rich, typographed

NATIONALES = "certifications_nationales"


def region(bilan: Bilan) -> Essential:
    """Return the frame: one sentence a paragraph, none for what is not known."""
    said = [*pays(bilan), _registers(bilan), _due(bilan), declares(bilan)]
    sentences = tuple(one for one in said if one)
    end = day(bilan.period.end)
    return Essential(sentences=sentences or (rich("Aucun nombre n’est connu au {fin}.", fin=end),))


def pays(bilan: Bilan) -> Sequence[Rich]:
    """Return the latest point that carries a base, then the latest certified when it is later."""
    if not bilan.provided(NATIONALES):
        return ()
    rows = releves(bilan.dataset, bilan.period.end).dropna(subset=["certifies"])
    if rows.empty:
        return (rich("Aucun chiffre national n’est publié au {fin}.", fin=day(bilan.period.end)),)
    rates = taux_nationaux(bilan.dataset, bilan.period.end)
    based = rates.loc[rates["id"].eq("QA-04") & rates["state"].eq("exact")]
    said = [situation(rows, based)] if len(based) else []
    last = rows.iloc[-1]
    if based.empty or last["date"] > based["date"].max():
        said.append(
            rich(
                "Au {jour}, **{n}** en France ; ceux qui sont en cours et la base ne sont pas "
                "publiés avec ce nombre.",
                jour=day(last["date"]),
                n=counted(int(last["certifies"]), "organisme est certifié",
                          "organismes sont certifiés"),
            )
        )  # fmt: skip
    return said


def situation(rows: pd.DataFrame, based: pd.DataFrame) -> Rich:
    """« Au …, 8 304 organismes sont certifiés et 5 860 en cours, soit 25,8 % des 55 000 … »."""
    when = based["date"].max()
    point = rows.loc[rows["date"].eq(when)].iloc[0]
    told = based.loc[based["date"].eq(when)].sort_values(["denominator", "base"])
    shares = [
        f"{percent(float(row['value']))} {nommee(str(row['base']), float(row['denominator']))}"
        for _, row in told.iterrows()
    ]
    others = f" ({' ; '.join(shares[1:])})" if shares[1:] else ""
    return rich(
        "Au {jour}, **{n}** en France et {m}, soit {p}{q}.",
        jour=day(when),
        n=counted(int(point["certifies"]), "organisme est certifié", "organismes sont certifiés"),
        m=_under_way(int(point["en_cours"])),
        p=shares[0],
        q=typographed(others),
    )


def nommee(base: str, effectif: float) -> str:
    """« des 55 000 organismes référençables sur Datadock », a base with its number."""
    bare, _, quoted = base.partition(" («")
    about = "de près de" if "près de" in quoted else "des"
    noun = f"organismes {bare}" if bare.startswith("référençables") else bare
    return cite(f"{about} {integer(effectif)}\u00a0{noun}")


def _under_way(number: int) -> str:
    return f"{integer(number)} {agreed(number, 'est', 'sont')} en cours"


def _registers(bilan: Bilan) -> Rich:
    certified, engaged = bilan.one("QA-01"), bilan.one("QA-04")
    if certified.state not in {"exact", "masque"}:
        return ()
    if certified.state == "masque":
        first = (
            "Au {fin}, le nombre d’organismes certifiés de nos registres est couvert par le secret"
        )
    elif certified.count:
        first = "Au {fin}, **{n}** dans nos registres"
    else:
        first = "Au {fin}, aucun organisme de nos registres n’est certifié"
    tail = " ; {m} des {b} sont dans la démarche ({p})." if _shown(engaged) else "."
    return rich(
        typographed(first + tail),
        fin=day(bilan.period.end),
        n=counted(certified.count, "organisme est certifié", "organismes sont certifiés"),
        m=integer(engaged.count),
        b=counted(engaged.base, "organisme financé dans l’année",
                  "organismes financés dans l’année"),
        p=engaged.shown,
    )  # fmt: skip


def _shown(figure: Figure) -> bool:
    return figure.exact and not figure.small and figure.base > 0


def _due(bilan: Bilan) -> Rich:
    due, late = bilan.one("QA-17"), bilan.one("QA-17b")
    months = bilan.settings.choix.alerte_renouvellement_mois
    if not due.exact:
        return ()
    if not due.count:
        return rich("Aucun certificat n’arrive à échéance dans les {k} mois.", k=integer(months))
    tail = ""
    if late.exact and late.count:
        tail = (
            " ; pour {m} d’entre eux, la dernière date sûre de l’audit de renouvellement est passée"
        )
    return rich(
        typographed("**{n}** à échéance dans les {k} mois" + tail + "."),
        n=counted(due.count, "certificat arrive", "certificats arrivent"),
        k=integer(months),
        m=integer(late.count),
    )


def declares(bilan: Bilan) -> Rich:
    """« Parmi les 86 organismes répondants, 56 se déclarent certifiés (65,1 %). »."""
    share, base = declaree(bilan, "QA-03b"), bilan.one("QA-03b").base
    if not base:
        return ()
    if not share.exact:
        return rich(
            "Parmi les **{b}**, le nombre de certifiés est couvert par le secret.",
            b=counted(base, "organisme répondant", "organismes répondants"),
        )
    if share.base == 1:
        word = "se déclare" if share.count else "ne se déclare pas"
        return rich("Le seul organisme répondant {v} certifié.", v=word)
    rate = f" ({share.shown})" if not share.small else ""
    tail = " Moins de 10 réponses : à lire en nombres." if share.small else ""
    return rich(
        typographed("Parmi les **{b}**, {n}{r}." + tail),
        b=counted(share.base, "organisme répondant", "organismes répondants"),
        n=counted(share.count, "se déclare certifié", "se déclarent certifiés",
                  none="aucun ne se déclare certifié"),
        r=rate,
    )  # fmt: skip
