"""Pages of the annual copy of every organisation of the sample: four at most, one under five files.

``python benchmarks/pages.py [YEAR…]``: a year in about two minutes on two cores. Exits with 1 when
a copy is longer than it may be.
"""

from __future__ import annotations

import io
import sys
from collections import Counter
from pathlib import Path

import pikepdf

ROOT = Path(__file__).parents[1]
AT_MOST = {False: 4, True: 1}
"""Pages of a copy; of one under five files."""
HEAD = {"edition": "2024-03-12", "demande": "2024-02-01", "remis": "2024-03-20"}


def main(years: list[int]) -> int:
    """Lay out every copy of each year; say how many have how many pages, and which are too long."""
    sys.path.insert(0, str(ROOT))
    from reportlib.dataset import Dataset
    from tests.bilans.in_process import said
    from tests.bilans.shared import Remembered, shared_measures

    faults = 0
    organismes = Dataset.read(ROOT / "data_samples" / "registres")["organismes"]["id_of"].dropna()
    for year in years:
        found: Counter[tuple[bool, int]] = Counter()
        with shared_measures(Remembered()):
            for one in sorted(organismes):
                copy = said.__wrapped__("bilan_annuel_organisme", organisme=one, annee=year, **HEAD)
                with pikepdf.open(io.BytesIO(copy.pdf)) as paper:
                    pages = len(paper.pages)
                found[copy.bilan.bref, pages] += 1
                if pages > AT_MOST[copy.bilan.bref]:
                    faults += 1
                    print(f"{year} {one}: {pages} pages")
        for (brief, pages), number in sorted(found.items()):
            print(f"{year}: {number} copies{' of counts' if brief else ''} of {pages} pages")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main([int(year) for year in sys.argv[1:]] or [2023]))
