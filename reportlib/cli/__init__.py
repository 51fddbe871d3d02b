"""The command ``bilan``: prints, returns exit codes; heavy imports stay inside its commands."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

from reportlib.errors import ReportError, UsageError

SLOW = "rfc3987_syntax"
"""Where JupyterLab is installed, nbformat imports this grammar of addresses, which no notebook of
ours holds: 2.7 s of a command's 8 s (measured). [module]"""

UNEXPECTED = 70
INTERRUPTED = 130
TERMINATED = 143
CLOSED_PIPE = 141
"""Exit codes that no error of ours has: 70 as in sysexits.h, the others 128 + the signal."""


class _Terminated(BaseException):
    """The process was asked to stop (SIGTERM): temporary files and the kernel go first."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; errors are printed on stderr, in French."""
    from reportlib.cli import terminal

    words = list(sys.argv[1:] if argv is None else argv)
    terminal.prepare()
    try:
        with suppress(ValueError):  # not in the main thread: signals stay as they are
            signal.signal(signal.SIGTERM, _stop)
        code = _run(words)
        terminal.flush()
    except ReportError as exc:
        _trace(exc, words)
        terminal.complain(exc.args[0] if exc.args else str(exc))
        return exc.exit_code
    except KeyboardInterrupt:
        terminal.complain("Interrompu.")
        return INTERRUPTED
    except _Terminated:
        return TERMINATED
    except BrokenPipeError:
        terminal.forget()
        return CLOSED_PIPE
    except Exception as exc:  # noqa: BLE001 - the last door: a message for people, never a traceback
        _trace(exc, words)
        hint = "" if "--trace" in words else " Relancez avec --trace pour en voir le détail."
        terminal.complain(f"Erreur imprévue ({type(exc).__name__}).{hint}")
        return UNEXPECTED
    return code


def _run(words: list[str]) -> int:
    """Read the words of the command line, and run the command that they name."""
    from reportlib.cli import options
    from reportlib.cli.francais import french

    sys.modules.setdefault(SLOW, None)  # type: ignore[arg-type]
    with french():
        parser = options.parser(words)
        try:
            chosen, unknown = parser.parse_known_args(words)
        except SystemExit as exc:
            return int(exc.code or 0)
        if unknown:
            raise UsageError(chosen.parser.unknown(unknown))
    return int(chosen.command(chosen))


def _trace(exc: BaseException, words: list[str]) -> None:
    """Print the traceback, under ``--trace`` only."""
    if "--trace" in words:
        import traceback

        traceback.print_exception(exc)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _Terminated
