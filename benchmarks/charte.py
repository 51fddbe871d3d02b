"""All the charter's and the bilans' indicators on a large region, against the same SQL by DuckDB.

``python benchmarks/charte.py [--lignes 100000 300000 1000000] [--tours N] [--sortie RESULTS.json]``

The region is the sample laid side by side: every copy has files, alerts, controls… of its own, 23
copies have organisations of their own (5,000), rows are drawn in another order (fixed seed). Both
compute, for 2022, every indicator of the families CH, BA, RP and AC for the region and all
organisations; DuckDB runs the queries that recompute them in the tests. Each size is a process of
its own; both give the same numbers, or it stops. Exits with 1 when a ratio passes its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from reportlib.dataset import Dataset  # noqa: E402
from reportlib.indicators import indicator, measure  # noqa: E402
from reportlib.periods import Period  # noqa: E402
from reportlib.settings import Settings  # noqa: E402
from tests.recalcul.moteur import CLES, Recalcul  # noqa: E402
from tests.recalcul.plan import CHARTE, FAMILLES, PLAN  # noqa: E402

SIZES = (100_000, 300_000, 1_000_000)
ORGANISATIONS = 5_000
LIMITE = 3.0
"""Time against DuckDB's, one core each."""
SEED = 20221231
YEAR = (date(2022, 1, 1), date(2022, 12, 31))
ONCE = ("organismes", "signataires", "autoevaluations", "bonnes_pratiques", "certificats_qualiopi")
"""Registers of which an organisation has one set of rows."""
SHARED = ("jurys_clea", "certifications_nationales")
"""Registers of the region as such."""


def region(rows: int) -> dict[str, pd.DataFrame]:
    """Return registers with ``rows`` rows of files, about 5,000 organisations."""
    sample = Dataset.read(ROOT / "data_samples" / "registres").frames
    known = sorted(sample["organismes"]["id_of"])
    worlds = round(ORGANISATIONS / len(known))
    copies = -(-rows // len(sample["dossiers_ptp"]))
    drawn = np.random.default_rng(SEED)
    made = {}
    for name, frame in sample.items():
        if name not in CLES and name != "organismes":
            continue
        times = 1 if name in SHARED else worlds if name in ONCE else copies
        whole = _side_by_side(frame, times, worlds)
        kept = np.sort(drawn.permutation(len(whole))[:rows]) if name == "dossiers_ptp" else None
        whole = whole if kept is None else whole.iloc[kept]
        whole = whole.loc[whole["id_of"].notna()] if name in ONCE else whole
        made[name] = whole.iloc[drawn.permutation(len(whole))].reset_index(drop=True)
    return made


def _side_by_side(frame: pd.DataFrame, times: int, worlds: int) -> pd.DataFrame:
    """``times`` copies: keys are each copy's own, organisations those of one of the worlds."""
    copy = np.repeat(np.arange(times), len(frame))
    whole = pd.concat([frame] * times, ignore_index=True)
    marks = {
        name: pd.Series(copy % worlds if name == "id_of" else copy, dtype="int64").astype("str")
        for name in whole
        if name == "id_of" or (name.startswith("id_") and whole[name].dtype == "str")
    }
    owned = {name: (whole[name] + "." + mark).astype("str") for name, mark in marks.items()}
    if (frame["id_of"] == "").all():
        owned.pop("id_of")
    return whole.assign(**owned)


def plan() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Indicators and breakdowns, the whole where there is one."""
    for name, one in PLAN.items():
        if name[:2] in FAMILLES:
            yield name, () if () in one.ventilations else one.ventilations[0]


def by_reportlib(dataset: Dataset) -> dict[str, pd.DataFrame]:
    """Every indicator for every scope, by the engine."""
    period, settings = Period(*YEAR), Settings(charte=CHARTE)
    return {
        name: measure(indicator(name), dataset, period, settings, par=par) for name, par in plan()
    }


def by_duckdb(base: Recalcul) -> dict[str, pd.DataFrame]:
    """The same by the queries of the tests."""
    return {name: base.mesure(PLAN[name], YEAR, par, charte=CHARTE) for name, par in plan()}


def differing(ours: dict[str, pd.DataFrame], theirs: dict[str, pd.DataFrame]) -> list[str]:
    """Indicators whose counted numbers are not the same in every scope."""
    return [name for name, _ in plan() if _counted(ours[name]) != _counted(theirs[name])]


def _counted(table: pd.DataFrame) -> dict[tuple[str, ...], float]:
    keys = [*table.columns[table.columns.get_loc("perimetre") : table.columns.get_loc("numerator")]]
    numbers = pd.to_numeric(table["numerator"]).fillna(0.0).astype(float).round(6)
    named = zip(table[keys].astype("str").itertuples(index=False), numbers, strict=True)
    return {tuple(key): number for key, number in named if number}


def one_size(rows: int, tours: int) -> dict[str, float]:
    """Measure one size in this process: processor and wall seconds of both, in turn."""
    frames = region(rows)
    dataset = Dataset(frames)
    base = Recalcul().lire_tables(frames)
    runs: list[dict[str, float]] = []
    for _ in range(tours):
        told: dict[str, float] = {}
        found = []
        for name, work in (
            ("reportlib", lambda: by_reportlib(dataset)),
            ("duckdb", lambda: by_duckdb(base)),
        ):
            base.lire_tables(frames) if name == "duckdb" else None
            start, cpu = time.perf_counter(), time.process_time()
            found.append(work())
            told[f"{name}_seconds"] = time.perf_counter() - start
            told[f"{name}_cpu"] = time.process_time() - cpu
        if wrong := differing(found[0], found[1]):
            raise SystemExit(f"numbers differ: {wrong}")
        runs.append(told)
    medians = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    return {
        "rows": float(len(frames["dossiers_ptp"])),
        "organisations": float(frames["organismes"]["id_of"].nunique()),
        "indicators": float(sum(1 for _ in plan())),
        **medians,
        "ratio": statistics.median(r["reportlib_cpu"] / r["duckdb_cpu"] for r in runs),
    }


def main(arguments: list[str]) -> int:
    """Print the measures; return 1 when the ratio passes its limit at the largest size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lignes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--tours", type=int, default=3)
    parser.add_argument("--sortie", type=Path)
    parser.add_argument("--seul", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.seul:
        print(json.dumps(one_size(asked.lignes[0], asked.tours)))
        return 0
    results = []
    for rows in asked.lignes:
        own = ["--seul", "--lignes", str(rows), "--tours", str(asked.tours)]
        done = subprocess.run(
            [sys.executable, __file__, *own], capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(done.stderr)
        results.append(json.loads(done.stdout))
        print({name: round(value, 2) for name, value in results[-1].items()})
    told = {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.python_version()}",
        "load": os.getloadavg()[0],
        "sizes": results,
    }
    if asked.sortie:
        asked.sortie.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
    return int(results[-1]["ratio"] > LIMITE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
