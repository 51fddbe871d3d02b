"""Chapter 1: the country's points and their sources, the fit and its limits, the bases."""

from __future__ import annotations

from datetime import timedelta

import pandas as pd

from reportlib.blocks import (
    BandPoint,
    Block,
    Blocks,
    Cell,
    Column,
    Curve,
    Dated,
    Dates,
    Note,
    Paragraph,
    Row,
    Table,
    text,
)
from reportlib.indicators.qualiopi_dynamique import Ajustement, ajustement
from reportlib.indicators.qualiopi_nationales import (
    FRANCE,
    points,
    releves,
)
from reportlib.sections import qualiopi_bases, qualiopi_controle
from reportlib.sections.bilan import Bilan
from reportlib.sections.qualiopi_nombres import (
    SERIES,
    Sources,
    courte,
    entier,
    nationale,
    reference,
    sources_nationales,
)
from reportlib.sections.tournures import chapter, missing
from reportlib.wording import day, integer, rich, typographed

TITRE = "La situation nationale"
REGISTRE = "certifications_nationales"
HORIZON = 183
"""How far beyond the last point the fit is shown: half a year. [days]"""
BANDE = 24
"""Days on which the band is drawn. [points]"""
_COURBES = ("certifies", "en_cours")
_NOMS = {"certifies": "Certifiés", "en_cours": "En cours"}


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: curve, fit, readings side by side, bases, quoted figures, paces."""
    if not bilan.provided(REGISTRE):
        return chapter(TITRE, missing(REGISTRE))
    read = points(bilan.dataset, bilan.period.end, FRANCE)
    if read.empty:
        none = rich("Aucun chiffre national n’est publié au {fin}.", fin=day(bilan.period.end))
        return chapter(TITRE, Paragraph(text=none), qualiopi_controle.repere_2019())
    sources = sources_nationales(bilan)
    fit = _fit(bilan)
    return chapter(
        TITRE,
        _curve(bilan, read, sources, fit),
        _limits(fit),
        qualiopi_controle.en_presence(bilan, sources),
        qualiopi_bases.region(bilan, sources),
        *qualiopi_controle.region(bilan, sources),
    )


def _fit(bilan: Bilan) -> Ajustement:
    """The logistic curve of the certified, up to the horizon and no further."""
    rows = releves(bilan.dataset, bilan.period.end)[["date", "certifies"]].dropna()
    series = rows.drop_duplicates("date").rename(columns={"certifies": "valeur"})
    if series.empty:
        return ajustement(series, ())
    first, last = series["date"].min().date(), series["date"].max().date()
    span = (last - first).days + HORIZON
    days = [first + timedelta(days=round(span * rank / BANDE)) for rank in range(BANDE + 1)]
    return ajustement(series, days, horizon=HORIZON)


def _curve(bilan: Bilan, read: pd.DataFrame, sources: Sources, fit: Ajustement) -> Block:
    """Certified and under way, the rank of the source under each point."""
    series = tuple(
        Dates(name=_NOMS[name], points=_dated(read, name, sources))
        for name in _COURBES
        if read["serie"].eq(name).any()
    )
    if len({point.date for point in series[0].points}) < 2:
        return _few(read, sources)
    shown = tuple(
        Dates(name=one.name, points=one.points + (_guess(fit) if one.name == "Certifiés" else ()))
        for one in series
    )
    said = [line for one in shown for point in one.points for line in point.lines()]
    notes = [
        rich(
            "Entre crochets, la source du point, citée en entier à l’annexe C. Entre deux points, "
            "le trait ne mesure rien."
        )
    ]
    if read["ecarte"].any():
        notes.append(rich("Deux sources d’un même jour qui diffèrent sont montrées toutes deux ; "
                          "aucun calcul ne porte sur la seconde."))  # fmt: skip
    return Curve(
        title="Organismes certifiés et en cours, en France",
        unit="Nombre d’organismes, à la date de chaque source",
        series=shown,
        sources=tuple(courte(name) for name in sources.names),
        band=_band(fit),
        band_name=typographed("Intervalle à 95 % de l’ajustement des certifiés"),
        alt=typographed(
            f"Organismes certifiés et en cours en France au {day(bilan.period.end)} : "
            + " ; ".join(said)
            + "."
        ),
        notes=tuple(notes),
        source="registre des certifications nationales.",
    )


def _dated(read: pd.DataFrame, serie: str, sources: Sources) -> tuple[Dated, ...]:
    """The points of a series; one set aside stands after the one that is kept."""
    mine = read.loc[read["serie"].eq(serie)].sort_values(["date", "ecarte"], kind="stable")
    single = mine.drop_duplicates(["date", "source"])
    return tuple(
        Dated(date=row["date"].date().isoformat(), cell=_point(row, sources),
              source=sources.rank(row["source"]))
        for _, row in single.iterrows()
    )  # fmt: skip


def _point(row: pd.Series, sources: Sources) -> Cell:
    """A published number; one of a second source is named with it."""
    identifier = "QA-01" if row["serie"] == "certifies" else "QA-02"
    ref = nationale(identifier, row["serie"], row["date"].date())
    tail = f"|source {sources.rank(row['source'])}" if row["ecarte"] else ""
    return entier(row["valeur"], ref + tail)


def _guess(fit: Ajustement) -> tuple[Dated, ...]:
    """The value of the fit on its last day: a computed point, said to be one."""
    beyond = fit.courbe.loc[fit.courbe["extrapolation"].astype(bool)]
    if beyond.empty:
        return ()
    last = beyond.iloc[-1]
    when = last["date"].date()
    ref = reference("ajustement", "national", "certifies", when.isoformat(), "valeur")
    return (Dated(date=when.isoformat(), cell=entier(last["valeur"], ref), extrapolated=True),)


def _band(fit: Ajustement) -> tuple[BandPoint, ...]:
    return tuple(
        BandPoint(
            date=row["date"].date().isoformat(),
            low=float(row["minimum"]),
            high=float(row["maximum"]),
        )
        for _, row in fit.courbe.iterrows()
    )


def _few(read: pd.DataFrame, sources: Sources) -> Table:
    """Fewer than two days: the points as a table, no curve."""
    rows = tuple(
        Row(
            cells=(
                text(f"{day(row['date'])}, {SERIES[row['serie']][1]}"),
                _point(row, sources),
                text(courte(str(row["source"]))),
            )
        )
        for _, row in read.iterrows()
        if row["serie"] in _COURBES
    )
    return Table(
        title="Organismes certifiés et en cours, en France",
        unit=typographed("Nombre d’organismes ; moins de deux dates, donc pas de courbe"),
        columns=(
            Column(label="Date et série"),
            Column(label="Organismes", kind="num", width_mm=26),
            Column(label="Source", width_mm=84),
        ),
        rows=rows,
        source="registre des certifications nationales.",
    )


def _limits(fit: Ajustement) -> Block:
    """What the fit says, how far, and what it cannot know."""
    if fit.etat != "ajuste" or fit.dernier is None:
        return Note(title="L’ajustement de la courbe", text=rich("{p}", p=fit.phrase))
    reach = day(fit.dernier + timedelta(days=HORIZON))
    last = fit.courbe.iloc[-1]
    return Note(
        title="L’ajustement de la courbe, et ce qu’il ne peut pas savoir",
        text=rich(
            typographed(
                "{p} Au {h}, un point de plus tomberait entre {a} et {b} organismes (intervalle à "
                "95 %). Rien n’est montré au-delà de cette date. La courbe prolonge le passé : "
                "elle ne sait rien d’une règle qui change, du renouvellement des premiers "
                "certificats, ni du nombre d’organismes concernés ; {n} points de sources "
                "différentes ne suffisent pas à la mettre à l’épreuve. C’est un repère, pas une "
                "prévision."
            ),
            p=fit.phrase,
            h=reach,
            a=integer(last["minimum"]),
            b=integer(last["maximum"]),
            n=integer(fit.points),
        ),
    )
