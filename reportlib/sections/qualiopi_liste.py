"""Chapter 1, the official public list: its copies and snapshots are found, read, and told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd

from reportlib.blocks import Block, Blocks, Heading, Missing, Paragraph
from reportlib.indicators.lpof import adoption
from reportlib.indicators.lpof_datadock import serie_datadock
from reportlib.intake.lpof import ListePublique, read_lpof
from reportlib.intake.lpof_colonnes import COMPTAGES
from reportlib.intake.lpof_copies import SUIVI, read_copies
from reportlib.intake.lpof_datadock import read_datadock
from reportlib.intake.lpof_dispositions import header_key
from reportlib.intake.lpof_fichier import fingerprint
from reportlib.places import locate
from reportlib.rules.statistiques import BASE_MIN
from reportlib.sections import qualiopi_liste_suivi as suivi
from reportlib.sections import qualiopi_liste_tableaux as tableaux
from reportlib.sections.bilan import Bilan
from reportlib.sections.tournures import missing
from reportlib.wording import counted, day, listed, percent, rich, typographed

TITRE = "L’adoption selon la liste publique officielle"
COLONNES = tuple(dict.fromkeys((*COMPTAGES, *SUIVI)))
"""What counts and following need; no name is read."""
_CLES = frozenset(
    map(header_key, ("numeroDeclarationActivite", "Numéro Déclaration Activité", "num_da"))
)
_CLICHES = header_key("qualiopi_colonne_presente")


@dataclass(frozen=True, kw_only=True)
class Fichiers:
    """The files of the parameter: copies of the list, snapshots, and those that are neither."""

    listes: tuple[Path, ...]
    cliches: tuple[Path, ...]
    autres: tuple[Path, ...]


def region(bilan: Bilan, liste: str = "") -> Blocks:
    """Return the part on the public list; one line when none is given.

    Parameters
    ----------
    liste
        A file, or a folder of dated copies; snapshots of Datadock may stand beside them.

    Raises
    ------
    DataError
        A copy that cannot be read or dated among several.
    ParameterError
        No such file or folder.
    """
    heading = Heading(level=3, text=TITRE)
    if not liste:
        none = rich("Donnée non fournie : liste publique des organismes de formation (paramètre "
                    "//liste//).")  # fmt: skip
        return Blocks((heading, Missing(text=none)))
    found = _found(locate(liste))
    end = bilan.period.end
    read = _copies(found.listes)
    kept = [copy for copy in read if copy.date is None or copy.date <= end]
    blocks: list[Block] = [heading]
    blocks += _told(bilan, kept, len(read) - len(kept))
    blocks += _snapshots(found.cliches, end)
    if found.autres:
        names = listed([path.name for path in found.autres])
        blocks.append(Paragraph(text=rich("Ni liste ni clichés, non lus : {n}.", n=names)))
    return Blocks(tuple(blocks))


def fichiers(liste: str) -> tuple[str, ...]:
    """Return the files of the parameter that are read: names and fingerprints."""
    if not liste:
        return ()
    found = _found(locate(liste))
    return tuple(
        f"{path.name} ({fingerprint(path)[:8]})" for path in (*found.listes, *found.cliches)
    )


def _found(place: Path) -> Fichiers:
    """Sort the files by what their header says; a file given by itself is a list, or snapshots."""
    paths = sorted(place.glob("*.csv")) if place.is_dir() else [place]
    heads = {path: _header(path) for path in paths}
    snapshots = tuple(path for path, head in heads.items() if _CLICHES in head)
    lists = tuple(
        path
        for path, head in heads.items()
        if path not in snapshots and (not place.is_dir() or head & _CLES)
    )
    return Fichiers(
        listes=lists,
        cliches=snapshots,
        autres=tuple(path for path in paths if path not in {*lists, *snapshots}),
    )


def _header(path: Path) -> frozenset[str]:
    """The names of the columns, folded."""
    with path.open("rb") as stream:
        line = stream.readline(8192).decode("utf-8-sig", errors="replace")
    return frozenset(
        header_key(cell.strip().strip('"')) for cell in line.replace(";", ",").split(",")
    )


@cache
def _copies(paths: tuple[Path, ...]) -> tuple[ListePublique, ...]:
    """The copies by day; a single one may be undated, or tell no certification."""
    if len(paths) == 1:
        return (read_lpof(paths[0], colonnes=COLONNES),)
    return tuple(read_copies(paths, colonnes=COLONNES))


def _told(bilan: Bilan, copies: list[ListePublique], later: int) -> list[Block]:
    """The latest copy in a sentence and tables, then what moved between copies."""
    blocks: list[Block] = []
    if later:
        n = counted(
            later, "copie de la liste est postérieure", "copies de la liste sont postérieures"
        )
        blocks.append(
            Paragraph(
                text=rich("{n} au {f} : non comptée{s} ici.", n=n, f=day(bilan.period.end),
                          s="" if later == 1 else "s")
            )
        )  # fmt: skip
    if not copies:
        if not later:
            blocks.append(missing("liste publique"))
        return blocks
    last = copies[-1]
    blocks.append(_sentence(last))
    blocks += tableaux.etats(last, bilan.settings.identite.region)
    if len(copies) > 1:
        blocks.append(suivi.mouvements(copies))
    return blocks


def _sentence(copy: ListePublique) -> Paragraph:
    """« Copie du 1er octobre 2025 : 154 107 organismes de la liste, dont 45 061 certifiés… »."""
    whole = adoption(copy.organismes).iloc[0]
    size = int(whole["organismes"])
    when = f"Copie du {day(copy.date)}" if copy.date else "Copie non datée"
    aside = len(copy.set_aside)
    lost = f" {counted(aside, 'ligne mise à l’écart', 'lignes mises à l’écart')}." if aside else ""
    if whole["etat"] == "non_fourni":
        said = (
            "{w} : **{n}** ; elle ne dit pas les certifications : donnée non fournie, et non 0.{l}"
        )
        return Paragraph(text=rich(typographed(said), w=when, n=_sized(size), l=lost))
    held = counted(int(whole["certifies"]), "certifié", "certifiés", none="aucun certifié")
    share = (
        "" if pd.isna(whole["part"]) or size < BASE_MIN else f" ({percent(float(whole['part']))})"
    )
    return Paragraph(
        text=rich(
            typographed(
                "{w} : **{n}** de la liste, dont **{m}** pour au moins une catégorie d’actions"
                "{p}.{l} La base est la liste entière, dont bien des organismes n’ont pas à l’être "
                "; aucun nom n’est lu ni montré."
            ),
            w=when,
            n=_sized(size),
            m=held,
            p=share,
            l=lost,
        )
    )


def _sized(size: int) -> str:
    return counted(size, "organisme", none="aucun organisme")


def _snapshots(paths: tuple[Path, ...], end: date) -> list[Block]:
    """Snapshots of Datadock as a dated series, up to the end of the period."""
    blocks: list[Block] = []
    for path in paths:
        series = serie_datadock(read_datadock(path).etablissements)
        known = series.loc[pd.to_datetime(series["jour"]) <= pd.Timestamp(end)]
        if len(known):
            blocks.append(suivi.cliches(known, path.name))
        else:
            blocks.append(
                Paragraph(
                    text=rich("Les clichés de Datadock sont tous postérieurs au {f}.", f=day(end))
                )
            )
    return blocks
