"""The benchmark compares like with like: both programs give the same counts of one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import lpof as mesure


def test_both_give_the_same_counts(officielle: Path) -> None:
    results = mesure.compare(officielle, tours=1)
    assert results["counts"] > 200
    assert results["ratio_time"] > 0
    assert results["raw_table_bytes"] > results["file_bytes"] > 1_000_000


def test_a_difference_is_said(officielle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(program: tuple[str, str], path: Path) -> dict[str, object]:
        counts = {"region|44": [8386, 2506 if program == mesure.DUCKDB else 2576]}
        return {"seconds": 1.0, "cpu": 1.0, "grown": 1, "peak": 1, "counts": counts}

    monkeypatch.setattr(mesure, "measured", told)
    with pytest.raises(SystemExit, match="counts differ"):
        mesure.compare(officielle, tours=1)
