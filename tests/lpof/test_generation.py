"""The generator: same bytes for a seed, published margins kept, traps in their numbers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from data_samples.publics.generer_lpof import generer
from data_samples.publics.lpof_fictive.agregats import CODES, agregats
from data_samples.publics.lpof_fictive.tirage import PLEINE_TAILLE, tirer

from .conftest import LIGNES, table


def test_same_bytes_for_a_seed_and_others_for_another(officielle: Path, tmp_path: Path) -> None:
    again = generer(tmp_path / "a", lignes=LIGNES)["officielle"]
    other = generer(tmp_path / "b", lignes=LIGNES, graine=1)["officielle"]
    assert again.read_bytes() == officielle.read_bytes()
    assert other.read_bytes() != officielle.read_bytes()


def test_published_margins_at_full_size(root: Path) -> None:
    published = {
        (row["indicateur"], row["champ"], row["modalite"]): int(float(row["valeur"]))
        for row in table(root / "data_samples" / "publics" / "lpof_agregats_2025-10.csv")
    }
    liste = tirer()
    assert len(liste) == PLEINE_TAILLE == published["of_total", "toutes tailles", "France"]
    assert len(np.unique(liste.nda)) == PLEINE_TAILLE
    middle = (liste.formateurs >= 3) & (liste.formateurs <= 10)
    for name, code in CODES.items():
        inside = liste.region == code
        for size, rows in (("toutes tailles", inside), ("3-10 formateurs", inside & middle)):
            held = rows & liste.categories[:, 0]
            key = ("of_certifies_actions_de_formation", size, name)
            assert rows.sum() == published["of_total", size, name]
            assert held.sum() == published.get(key, 0)
    assert liste.certifie.sum() == 45_061
    assert (liste.code_postal != "").sum() == 79_587
    for department, count in agregats().departements.items():
        assert (liste.departement == department).sum() == count
    codes = liste.specialites[:, 0]
    for label, count in agregats().specialites.items():
        assert (codes == label).sum() == count
    for trainers, count in agregats().formateurs.items():
        assert (liste.formateurs == trainers).sum() == count


def test_all_three_states_and_whoever_is_certified_is_so_for_one_category() -> None:
    liste = tirer(3000)
    assert liste.categories[~liste.certifie].sum() == 0
    assert liste.categories[liste.certifie].any(axis=1).all()
    assert (liste.certifie & ~liste.categories[:, 0]).sum() > 0


def test_command_line(root: Path, tmp_path: Path) -> None:
    script = root / "data_samples" / "publics" / "generer_lpof.py"
    asked = ["--lignes", "300", "--copies", "2", "--lignes-abimees"]
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path), *asked],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(done.stdout.split()) == {
        "lpof_2025-04-01.csv", "lpof_2025-07-01.csv", "lpof_2025-10-01_officielle.csv",
        "lpof_lignes_abimees.csv", "verite_comptages.csv", "verite_lignes_abimees.csv",
        "verite_mouvements.csv", "verite_pieges.csv",
    }  # fmt: skip


@pytest.mark.parametrize("lignes", [60, 1000])
def test_any_size(tmp_path: Path, lignes: int) -> None:
    generer(tmp_path, lignes=lignes)
    whole = next(
        r for r in table(tmp_path / "verite_comptages.csv") if r["ventilation"] == "ensemble"
    )
    assert int(whole["organismes"]) == lignes
