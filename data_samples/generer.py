"""Re-create the fictitious region: ``python data_samples/generer.py [FOLDER]``.

Without a folder, it rewrites ``verite``, ``registres`` and ``degats.csv`` beside this file. Same
bytes at every run, on any machine.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generateur.fichiers import write_everything


def main(arguments: list[str]) -> int:
    """Write everything; return 0."""
    write_everything(Path(arguments[0]) if arguments else Path(__file__).parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
