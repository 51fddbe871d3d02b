"""``python -m reportlib``: the command ``bilan``, where no script can be installed."""

import sys

from reportlib.cli import main

if __name__ == "__main__":
    sys.exit(main())
