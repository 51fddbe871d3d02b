"""A kernel that is this very interpreter, talks over files, not ports, and leaves no trace."""

from __future__ import annotations

import logging
import os
import site
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_client.manager import AsyncKernelManager

from reportlib.blocks.record import DEFERRED
from reportlib.places import PACKAGE

NAME = "python3"
"""The kernel's name in a notebook's metadata, as JupyterLab knows it."""

LOG = "noyau.log"
"""What the kernel's process says outside cells, in its private folder."""

QUIET = logging.getLogger("reportlib.execution")
"""Where Jupyter's own messages go; ours say what went wrong, where people read."""
QUIET.addHandler(logging.NullHandler())
QUIET.propagate = False

_SOCKET_PATH = 90
"""Longest path of a socket that every Unix takes, less its number. [bytes] (``sun_path``: 104)"""


_OPTIONS = ("--IPythonKernel._execute_sleep=0",)
"""No pause before each answer: under a simulated clock (libfaketime) it raises, with no answer."""


class _OwnSpec(KernelSpecManager):
    """Knows one kernel, this interpreter: one of the same name installed elsewhere is not asked."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return the kernel that runs ``sys.executable``, whatever the name."""
        launcher = ["-Xfrozen_modules=off", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        return KernelSpec(
            argv=[sys.executable, *launcher, *_OPTIONS],
            display_name="Python 3 (ipykernel)",
            language="python",
            metadata={},
        )


@contextmanager
def kernel_manager() -> Iterator[AsyncKernelManager]:
    """Yield a manager of one kernel that is not started; its private folder goes afterwards.

    Over TCP, ports are chosen, let go, then taken by the kernel: kernels that start together
    collide. Sockets in a folder of their own cannot (Windows has none: TCP there).
    """
    with tempfile.TemporaryDirectory(prefix="bilan-", dir=_short()) as private:
        manager = AsyncKernelManager(
            kernel_name=NAME,
            kernel_spec_manager=_OwnSpec(),
            connection_file=str(Path(private) / "noyau.json"),
            transport="tcp" if os.name == "nt" else "ipc",
            transport_encryption="disabled" if os.name != "nt" else "auto",
            log=QUIET,
        )
        yield manager


@contextmanager
def start_options(manager: AsyncKernelManager, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield what the kernel starts with: its working folder, its environment, where it speaks."""
    private = Path(manager.connection_file).parent
    with (private / LOG).open("wb") as log:
        yield {"cwd": str(folder), "env": _environment(private), "stdout": log, "stderr": log}


def last_words(manager: AsyncKernelManager) -> str:
    """Return what the kernel's process said outside cells, for a kernel that died."""
    log = Path(manager.connection_file).parent / LOG
    return log.read_text(encoding="utf-8", errors="replace").strip() if log.exists() else ""


def _environment(private: Path) -> dict[str, str]:
    """The caller's environment, with Jupyter's and IPython's places out of the home folder."""
    own = dict(os.environ)
    for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR"):
        own[name] = str(private / name.lower())
    own["JUPYTER_NO_CONFIG"] = "1"
    own[DEFERRED] = "1"
    own["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    own.pop("PYTHONSTARTUP", None)
    beside = str(PACKAGE.parent)
    if beside not in site.getsitepackages():
        known = own.get("PYTHONPATH")
        own["PYTHONPATH"] = os.pathsep.join([beside, known] if known else [beside])
    return own


def _short() -> str | None:
    """A folder for temporary files whose path leaves room for a socket's; None: the usual one."""
    usual = tempfile.gettempdir()
    longest = len(os.fsencode(Path(usual) / "bilan-12345678" / "noyau-ipc"))
    return "/tmp" if os.name != "nt" and longest > _SOCKET_PATH else None  # noqa: S108
