"""Check that both locks answer to pyproject.toml: hashes everywhere, no address, nothing stale.

`--refaire` writes them again. Run through `make check` and `make lock`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = {
    "requirements.lock": ["--all-extras"],
    "requirements-base.lock": ["--extra", "build", "-c", "requirements.lock"],
}
OPTIONS = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url")


def compiled(name: str, target: Path) -> str:
    """Return the lock that the resolver writes today, versions of the present lock preferred."""
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *OPTIONS),
        *("--no-header", "--quiet", "--output-file", str(target), *LOCKS[name]),
    ]
    subprocess.run(command, cwd=ROOT, check=True)
    return target.read_text(encoding="utf-8")


def faults(name: str, text: str) -> list[str]:
    """Return what a lock must never hold, or lacks."""
    found = []
    if re.search(r"https?://|--(?:extra-)?index-url|--find-links", text):
        found.append(f"{name}: holds an address")
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    for block in blocks:
        if "==" in block and "--hash=sha256:" not in block:
            found.append(f"{name}: no hash for {block.split()[0]}")
    return found


def main() -> int:
    """Check, or write again; return the exit code."""
    remake = "--refaire" in sys.argv[1:]
    found: list[str] = []
    for name in LOCKS:
        lock = ROOT / name
        if remake:
            compiled(name, lock)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / name
            copy.write_bytes(lock.read_bytes())
            if compiled(name, copy) != lock.read_text(encoding="utf-8"):
                found.append(f"{name}: stale against pyproject.toml; run `make lock`")
        found += faults(name, lock.read_text(encoding="utf-8"))
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print(f"{len(LOCKS)} locks answer to pyproject.toml")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
