"""Dataset: read once for the same bytes, frozen, never changed by its callers."""

from __future__ import annotations

import pandas as pd
import pytest

from reportlib import dataset
from reportlib.dataset import Dataset
from reportlib.errors import DataError, ParameterError

HEAD = "N° proposition;ID OF;Date de réception;Écrit reçu;Modalité\n"
ROW = "P1;OF-1;05/03/2022;oui;FOAD\n"


@pytest.fixture
def propositions(folder):
    return folder.organismes().text("Propositions.csv", HEAD + ROW)


def test_frames_reports_and_absent_registers(propositions):
    registres = Dataset.read(propositions.place)
    assert registres.has("propositions")
    assert not registres.has("ateliers")
    assert registres["propositions"]["id_of"].tolist() == ["OF-1"]
    assert len(registres.set_aside["propositions"]) == 0
    assert [f.name for f in registres.report.files] == ["organismes.csv", "Propositions.csv"]
    assert all(len(f.fingerprint) == 8 for f in registres.report.files)
    with pytest.raises(KeyError):
        registres["ateliers"]


def test_the_same_bytes_are_read_once_and_changed_ones_again(propositions, monkeypatch):
    dataset._readings.clear()
    calls = []
    whole = dataset.read
    monkeypatch.setattr(dataset, "read", lambda folder: calls.append(folder.name) or whole(folder))
    first = Dataset.read(propositions.place)
    assert Dataset.read(str(propositions.place)).report is first.report
    assert len(calls) == 1
    propositions.text("Propositions.csv", HEAD + ROW + ROW.replace("P1", "P2"))
    assert len(Dataset.read(propositions.place)["propositions"]) == 2
    propositions.text("sources.yaml", "- {fichier: Propositions.csv, registre: aucun}\n")
    assert not Dataset.read(propositions.place).has("propositions")
    (propositions.place / "Propositions.csv").rename(propositions.place / "Autres propositions.csv")
    (propositions.place / "sources.yaml").unlink()
    assert (
        Dataset.read(propositions.place)["propositions"]["_source"][0] == "Autres propositions.csv"
    )
    assert len(calls) == 4


def test_few_folders_are_remembered(propositions):
    for n in range(dataset.REMEMBERED + 3):
        propositions.text("Propositions.csv", HEAD + ROW.replace("P1", f"P{n}"))
        Dataset.read(propositions.place)
    assert len(dataset._readings) == dataset.REMEMBERED


def test_what_a_caller_changes_stays_with_the_caller(propositions):
    first = Dataset.read(propositions.place)
    taken = first["propositions"]
    taken.loc[0, "id_of"] = "OF-2"
    taken["plus"] = 1
    first.frames["propositions"].loc[0, "id_of"] = "OF-3"
    assert "plus" not in first["propositions"]
    assert Dataset.read(propositions.place)["propositions"]["id_of"].tolist() == ["OF-1"]
    with pytest.raises(TypeError):
        first.frames["ateliers"] = pd.DataFrame()


def test_a_relative_path_is_looked_for_as_everywhere(propositions, monkeypatch):
    monkeypatch.chdir(propositions.place.parent)
    assert Dataset.read("registres").has("propositions")


def test_no_such_folder(tmp_path):
    with pytest.raises(ParameterError, match="introuvable"):
        Dataset.read(tmp_path / "absent")


def test_a_file_is_no_folder(propositions):
    with pytest.raises(DataError, match="n’est pas un dossier"):
        Dataset.read(propositions.place / "Propositions.csv")
