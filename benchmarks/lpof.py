"""Reading, checking and counting the public list at full size, against a bare query by DuckDB.

``python benchmarks/lpof.py [FILE] [--tours N] [--sortie RESULTS.json]``

Both give the same counts (whole, region, department, size, specialty, region by size) of the same
file in one run. Each measure is of a process of its own; time is taken after the imports, memory is
the peak of the process less what it held after its imports. Without FILE, the list is generated.
Exits with 1 when the counts differ, or a ratio passes its limit.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIMITE = 3.0
"""Time against DuckDB's, and memory against the bytes of the raw table."""
PAR = ((), ("region",), ("departement",), ("taille",), ("specialite",), ("region", "taille"))

MESURE = """
import json, resource, sys, time
{imports}
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
def held():
    with open("/proc/self/statm") as pages:
        return int(pages.read().split()[1]) * resource.getpagesize()
path, before = sys.argv[1], held()
start, cpu = time.perf_counter(), time.process_time()
{work}
print(json.dumps(dict(seconds=time.perf_counter() - start, cpu=time.process_time() - cpu,
                      grown=peak() - before, peak=peak(), counts=counts)))
"""


def reportlib(columns: str) -> tuple[str, str]:
    """Return the program that reads ``columns`` of the list, checks them and counts."""
    imports = """
from reportlib.indicators.lpof import CATEGORIES, adoption
from reportlib.intake.lpof import read_lpof
from reportlib.intake.lpof_colonnes import COLONNES, COMPTAGES
"""
    work = f"""
liste = read_lpof(path, colonnes={columns})
counts = {{}}
for par in {PAR!r}:
    for row in adoption(liste.organismes, *par).to_dict("records"):
        key = "|".join([*par, *(str(row[name]) for name in par)])
        counts[key] = [int(row[name]) for name in ("organismes", "certifies", *CATEGORIES)]
"""
    return imports, work


DUCKDB = (
    "import duckdb",
    '''
rows = duckdb.execute("""
WITH liste AS (
  SELECT "adressePhysiqueOrganismeFormation.codeRegion" AS region,
    "adressePhysiqueOrganismeFormation.codePostal" AS cp,
    "certifications.actionsDeFormation" AS af, "certifications.bilansDeCompetences" AS bc,
    "certifications.VAE" AS vae, "certifications.actionsDeFormationParApprentissage" AS app,
    CAST("informationsDeclarees.effectifFormateurs" AS BIGINT) AS formateurs,
    "informationsDeclarees.specialitesDeFormation.codeSpecialite1" AS specialite
  FROM read_csv(?, delim = ';', header = true, all_varchar = true)),
comptes AS (
  SELECT region, specialite, af, bc, vae, app,
    CASE WHEN cp LIKE '97%' OR cp LIKE '98%' THEN cp[:3]
      WHEN cp LIKE '20%' THEN CASE WHEN cp < '20200' THEN '2A' ELSE '2B' END
      ELSE cp[:2] END AS departement,
    CASE WHEN formateurs <= 2 THEN CAST(formateurs AS VARCHAR) WHEN formateurs <= 10 THEN '3-10'
      WHEN formateurs <= 50 THEN '11-50' ELSE '51+' END AS taille
  FROM liste)
SELECT grouping(region, departement, taille, specialite), region, departement, taille, specialite,
  count(*), count(coalesce(af, bc, vae, app)), count(*) FILTER (af = 'true'),
  count(*) FILTER (bc = 'true'), count(*) FILTER (vae = 'true'), count(*) FILTER (app = 'true')
FROM comptes
GROUP BY GROUPING SETS ((), (region), (departement), (taille), (specialite), (region, taille))
""", [path]).fetchall()
names = ("region", "departement", "taille", "specialite")
counts = {}
for grouped, *values in rows:
    told = [(n, v) for i, (n, v) in enumerate(zip(names, values)) if not grouped >> (3 - i) & 1]
    if all(v is not None for _, v in told):
        key = "|".join([*(n for n, _ in told), *(v for _, v in told)])
        counts[key] = values[4:]
''',
)


def measured(program: tuple[str, str], path: Path) -> dict[str, float | dict[str, list[int]]]:
    """Return what one fresh process measures of itself."""
    script = MESURE.format(imports=program[0], work=program[1])
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    return json.loads(done.stdout)


def raw_table(path: Path) -> int:
    """Return the bytes of the file as a plain table of text in memory."""
    import pandas as pd

    cells = pd.read_csv(path, sep=";", dtype="str", keep_default_na=False)
    return int(cells.memory_usage(deep=True).sum())


def compare(path: Path, tours: int) -> dict[str, float | int | str]:
    """Return the medians of ``tours`` measures of each program, taken in turn."""
    programs = {"": reportlib("COMPTAGES"), "_whole": reportlib("COLONNES"), "_duckdb": DUCKDB}
    runs = [{name: measured(p, path) for name, p in programs.items()} for _ in range(tours)]
    if any(run[name]["counts"] != run[""]["counts"] for run in runs for name in programs):
        raise SystemExit("counts differ")
    size = path.stat().st_size
    results: dict[str, float | int | str] = {
        "machine": f"{os.cpu_count()} cores, {platform.machine()}, {platform.python_version()}",
        "load": os.getloadavg()[0],
        "file_bytes": size,
        "raw_table_bytes": raw_table(path),
        "counts": len(runs[0][""]["counts"]),
    }
    for name in programs:
        for measure in ("seconds", "cpu", "grown", "peak"):
            results[f"{measure}{name}"] = statistics.median(run[name][measure] for run in runs)
    for name in ("", "_whole"):
        ratios = [run[name]["seconds"] / run["_duckdb"]["seconds"] for run in runs]
        results[f"ratio_time{name}"] = statistics.median(ratios)
        results[f"ratio_memory{name}"] = results[f"grown{name}"] / size
    return results


def generated(folder: Path) -> Path:
    """Write the list at full size and return its path."""
    script = ROOT / "data_samples" / "publics" / "generer_lpof.py"
    subprocess.run([sys.executable, str(script), str(folder)], check=True, capture_output=True)
    return next(folder.glob("*_officielle.csv"))


def main(arguments: list[str]) -> int:
    """Print the measures; return 1 when a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fichier", nargs="?", type=Path)
    parser.add_argument("--tours", type=int, default=5)
    parser.add_argument("--sortie", type=Path)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        results = compare(asked.fichier or generated(Path(folder)), asked.tours)
    for name, value in results.items():
        print(f"{name:22} {value:,.3f}" if isinstance(value, float) else f"{name:22} {value}")
    if asked.sortie:
        asked.sortie.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    return int(max(results["ratio_time"], results["ratio_memory"]) > LIMITE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
