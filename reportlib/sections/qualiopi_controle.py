"""Chapter 1, what sources say against one another: quoted figures, readings, paces, 2019 apart."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pandas as pd

from reportlib.blocks import Block, Cell, Column, Note, Row, Table, interval, text
from reportlib.indicators.qualiopi_chiffres_cites import (
    controles,
    implicites,
    valeurs_en_presence,
)
from reportlib.indicators.qualiopi_citations import REPERE_CNEFOP
from reportlib.indicators.qualiopi_nationales import FRANCE, contradictions, releves
from reportlib.indicators.qualiopi_rythmes import rythmes
from reportlib.rules.certificat import OBLIGATION
from reportlib.sections.bilan import Bilan
from reportlib.sections.qualiopi_nombres import (
    SERIES,
    Sources,
    cite,
    courte,
    decimale,
    entier,
    nationale,
    reference,
)
from reportlib.wording import Rich, counted, day, integer, joined, percent, rich, typographed

TITRE_CONTROLE = "Contrôle des chiffres cités"


def region(bilan: Bilan, sources: Sources) -> tuple[Block, ...]:
    """Return the frame on quoted figures, the mark of 2019, the paces."""
    blocks = (_quoted(bilan), repere_2019(), _paces(bilan, sources))
    return tuple(block for block in blocks if block is not None)


def repere_2019() -> Note:
    """Return the mark of 2019, which belongs to no curve (QA-08)."""
    mark = REPERE_CNEFOP
    return Note(
        title=f"Repère de {mark.annee}, à part",
        text=rich(
            typographed(
                "{v} des {b} avaient une certification Cnefop en {a}. Ce n’est pas Qualiopi : le "
                "nombre n’entre dans aucune courbe ni aucun taux de ce rapport. Source : {s}."
            ),
            v=percent(mark.valeur),
            b=mark.base,
            a=str(mark.annee),
            s=cite(mark.source),
        ),
    )


def _quoted(bilan: Bilan) -> Note | None:
    """QA-06 and QA-07: what each announced growth implies, and the one announced in number."""
    checks = controles(bilan.dataset, bilan.period.end)
    implied = implicites(bilan.dataset, bilan.period.end)
    said = [_growth(row) for _, row in checks.iterrows()]
    checked = set(zip(checks["serie"], checks["date"], strict=True))
    alone = [
        _alone(row)
        for _, row in implied.iterrows()
        if row["state"] == "exact" and (row["serie"], row["date"]) not in checked
    ]
    if not said and not alone:
        return None
    names = dict.fromkeys([*implied["source"]])
    source = rich(typographed("Source des annonces : {s}."), s=cite(" ; ".join(names)))
    return Note(title=TITRE_CONTROLE, text=joined([*said, *alone, source]))


def _growth(row: pd.Series) -> Rich:
    """« La croissance annoncée de 10 % correspond à 755 certifiés de plus, et non à 1 000. »."""
    words = {
        "t": _quoted_rate(row["taux"]),
        "c": counted(round(row["calculee"]), *SERIES[row["serie"]]),
        "a": integer(row["annoncee"]),
        "i": integer(row["minimum"]),
        "s": integer(row["maximum"]),
    }
    if row["coherent"]:
        return rich(
            "La croissance annoncée de {t} et les {a} de plus annoncés concordent : l’arrondi du "
            "taux laisse de {i} à {s}.",
            **words,
        )
    before = row["valeur"] - row["annoncee"]
    implied = 100 * row["annoncee"] / before if before > 0 else None
    tail = (
        " Une hausse de {a} supposerait {b} au {j}, et une croissance de {p}."
        if implied is not None
        else ""
    )
    return rich(
        typographed(
            "**La croissance annoncée de {t} correspond à {c} de plus, et non à {a}.** L’arrondi "
            "du taux laisse de {i} à {s}." + tail
        ),
        **words,
        b=counted(round(before), *SERIES[row["serie"]]),
        j=day(row["date_avant"]),
        p=percent(implied or 0.0),
    )


def _alone(row: pd.Series) -> Rich:
    """A growth announced by its rate alone: the earlier value that it supposes."""
    return rich(
        typographed(
            "La croissance annoncée de {t} suppose {n} au {j} (de {i} à {s} selon l’arrondi) ; la "
            "source ne donne pas la hausse en nombre."
        ),
        t=_quoted_rate(row["taux"]),
        n=counted(round(row["implicite"]), *SERIES[row["serie"]]),
        j=day(row["date_avant"]),
        i=integer(row["minimum"]),
        s=integer(row["maximum"]),
    )


def _quoted_rate(rate: object) -> str:
    """« 10 % » as it was announced."""
    value = float(str(rate))
    return percent(value, 0 if value.is_integer() else 1)


def en_presence(bilan: Bilan, sources: Sources) -> Table | None:
    """Return what sources say of one number, side by side; None when none disagree."""
    readings = valeurs_en_presence(bilan.dataset, bilan.period.end)
    several = readings.groupby(["serie", "date"], observed=True)["valeur"].transform("size").gt(1)
    rows = [_reading(row) for _, row in readings.loc[several].iterrows()]
    clashes = contradictions(bilan.dataset, bilan.period.end)
    mine = clashes.loc[clashes["territoire"].eq(FRANCE)] if len(clashes) else clashes
    rows += [_published(row, rank) for rank, (_, row) in enumerate(mine.iterrows())]
    if not rows:
        return None
    return Table(
        title="Ce que les sources disent d’un même nombre",
        unit=typographed("Nombre d’organismes ; aucune lecture n’est choisie"),
        columns=(
            Column(label="Nombre, date", width_mm=46),
            Column(label="Lecture", width_mm=44),
            Column(label="Valeur [arrondi]", kind="num", width_mm=34),
            Column(label="Source"),
        ),
        rows=tuple(rows),
        notes=(rich("Entre crochets : ce que laisse l’arrondi du taux annoncé."),)
        if several.any()
        else (),
        source=typographed(
            "registre des certifications nationales ; annonces du diaporama de juin 2021."
        ),
    )


def _reading(row: pd.Series) -> Row:
    """A reading of a number, with its bounds when rounding leaves some."""
    when = row["date"].date()
    ref = reference("QA-06", "national", row["serie"], when.isoformat(), str(row["lecture"]))
    value, low, high = (float(row[name]) for name in ("valeur", "minimum", "maximum"))
    cell = entier(value, ref)
    if low != high:
        words = f"{integer(value)} [{integer(low)}\u00a0; {integer(high)}]"
        cell = replace(interval(words, value, low, high), ref=ref)
    return Row(cells=(text(_named(row)), text(str(row["lecture"])), cell, _from(row)))


def _published(row: pd.Series, rank: int) -> Row:
    """One of the published points that differ for one month."""
    ref = reference("QA-07", "national", row["serie"], str(row["mois"]), str(rank))
    word = "publiée, mise à l’écart" if row["ecarte"] else "publiée"
    return Row(cells=(text(_named(row)), text(word), entier(row["valeur"], ref), _from(row)))


def _from(row: pd.Series) -> Cell:
    """The source of a reading, without its quotation."""
    return text(courte(str(row["source"])))


def _named(row: pd.Series) -> str:
    """« Certifiés au 31 décembre 2020 »."""
    noun = SERIES[row["serie"]][1]
    return f"{noun[0].upper()}{noun[1:]} au {day(row['date'])}"


def _paces(bilan: Bilan, sources: Sources) -> Table | None:
    """QA-23: units a day since the point before, and what the obligation asked for."""
    read = releves(bilan.dataset, bilan.period.end)
    targets = read["datadock"].dropna()
    if targets.empty:
        return None
    target = int(targets.iloc[-1])
    found = rythmes(bilan.dataset, bilan.period.end, target, OBLIGATION)
    told = found.dropna(subset=["certifies"])
    rows = tuple(_pace(row, sources) for _, row in told.iterrows())
    return Table(
        title="Rythme observé et rythme requis",
        unit=typographed(
            f"Certifiés de plus par jour ; requis : {integer(target)} référençables sur Datadock "
            f"tous certifiés au {day(OBLIGATION)}"
        ),
        columns=(
            Column(label="Point, source"),
            Column(label="Jours depuis le point précédent", kind="num", width_mm=32),
            Column(label="Observé", kind="num", width_mm=20),
            Column(label="Selon la croissance annoncée", kind="num", width_mm=32),
            Column(label="Requis", kind="num", width_mm=20),
        ),
        rows=rows,
        notes=(
            rich(
                "Requis : si tous devaient l’être, ce que nul ne dit. « s. o. » : ni point "
                "précédent, ni croissance annoncée, ou échéance passée."
            ),
        ),
        source="registre des certifications nationales.",
    )


def _pace(row: pd.Series, sources: Sources) -> Row:
    when = row["date"].date()

    def ref(part: str) -> str:
        return nationale("QA-23", "certifies", when, part)

    value = cast("dict[str, object]", row.to_dict())
    return Row(
        cells=(
            text(f"{day(when)} {sources.mark(str(row['source']))}"),
            entier(value["jours_depuis"], ref("jours"), "sans_objet"),
            decimale(value["rythme"], ref("observe"), "sans_objet"),
            decimale(value["rythme_implicite"], ref("implicite"), "sans_objet"),
            decimale(value["requis"], ref("requis"), "sans_objet"),
        )
    )
