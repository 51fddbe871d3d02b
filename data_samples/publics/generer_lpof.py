"""Write a fictitious public list of training organisations, at full size unless told otherwise.

``python data_samples/publics/generer_lpof.py FOLDER [--lignes N] [--graine G] [--copies K]
[--dispositions officielle,opendatasoft,…] [--lignes-abimees]``

The list is drawn from real published counts (``lpof_agregats_2025-10.csv``); its organisations are
of nobody. Beside it, its truth: ``verite_comptages.csv`` and ``verite_pieges.csv``. Same bytes for
the same seed. Nothing of it is committed: 39 MB at full size.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__:
    from .lpof_fictive.copies import suite
    from .lpof_fictive.degats import avec_lignes_abimees
    from .lpof_fictive.ecriture import DISPOSITIONS, ecrire
    from .lpof_fictive.pieges import pieger
    from .lpof_fictive.tirage import PLEINE_TAILLE, tirer
    from .lpof_fictive.verite import ecrire_table, ecrire_verite
else:
    from lpof_fictive.copies import suite
    from lpof_fictive.degats import avec_lignes_abimees
    from lpof_fictive.ecriture import DISPOSITIONS, ecrire
    from lpof_fictive.pieges import pieger
    from lpof_fictive.tirage import PLEINE_TAILLE, tirer
    from lpof_fictive.verite import ecrire_table, ecrire_verite

JOURS = ("2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01")
GRAINE = 20251001


def generer(
    dossier: Path,
    *,
    lignes: int = PLEINE_TAILLE,
    graine: int = GRAINE,
    dispositions: tuple[str, ...] = ("officielle",),
) -> dict[str, Path]:
    """Write one list in some layouts, and its truth; return the path of each layout."""
    dossier.mkdir(parents=True, exist_ok=True)
    liste, pieges = pieger(tirer(lignes, graine))
    paths = {name: dossier / f"lpof_2025-10-01_{name}.csv" for name in dispositions}
    for name, path in paths.items():
        ecrire(liste, path, name)
    ecrire_verite(liste, pieges, dossier)
    return paths


def generer_copies(dossier: Path, *, lignes: int, copies: int, graine: int = 11) -> list[Path]:
    """Write dated copies of one list, and ``verite_mouvements.csv``; return their paths."""
    dossier.mkdir(parents=True, exist_ok=True)
    made = suite(lignes, copies, graine)
    paths = [dossier / f"lpof_{day}.csv" for day in JOURS[:copies]]
    for liste, path in zip(made.copies, paths, strict=True):
        ecrire(liste, path)
    rows = [
        (day, name, count)
        for day, moved in zip(JOURS[1:copies], made.mouvements, strict=True)
        for name, count in moved.items()
    ]
    ecrire_table(dossier / "verite_mouvements.csv", ("jour", "mouvement", "organismes"), rows)
    return paths


def main(arguments: list[str]) -> int:
    """Write what the command line asks for; return 0."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--lignes", type=int, default=PLEINE_TAILLE)
    parser.add_argument("--graine", type=int, default=GRAINE)
    parser.add_argument("--copies", type=int, default=0, help=f"0 to {len(JOURS)} dated copies")
    parser.add_argument("--dispositions", default="officielle", help=", ".join(DISPOSITIONS))
    parser.add_argument("--lignes-abimees", action="store_true")
    asked = parser.parse_args(arguments)
    layouts = tuple(asked.dispositions.split(","))
    paths = generer(asked.dossier, lignes=asked.lignes, graine=asked.graine, dispositions=layouts)
    if asked.lignes_abimees and "officielle" in paths:
        added = avec_lignes_abimees(paths["officielle"], asked.dossier / "lpof_lignes_abimees.csv")
        ecrire_table(
            asked.dossier / "verite_lignes_abimees.csv", ("nature", "lignes"), added.items()
        )
    if asked.copies:
        generer_copies(asked.dossier, lignes=asked.lignes, copies=asked.copies, graine=asked.graine)
    print(*sorted(path.name for path in asked.dossier.iterdir()), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
