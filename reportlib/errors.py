"""What a user can get wrong: one base class, an exit code on each class, caught once."""

from __future__ import annotations


class ReportError(Exception):
    """Base class; ``reportlib.cli.main`` prints the message and exits with ``exit_code``."""

    exit_code = 1


class UsageError(ReportError):
    """The words of the command line do not fit."""

    exit_code = 2


class DataError(ReportError):
    """A file of the registers cannot be read, or is not what it should be (R-LEC-01)."""

    exit_code = 11


class SetAsideError(ReportError):
    """Rows were set aside, and the caller asked for none (``--strict``)."""

    exit_code = 12


class ParameterError(ReportError):
    """A parameter of a bilan, or a file of ``parameters/``, is unknown or has the wrong form."""

    exit_code = 13


class NotebookError(ReportError):
    """A cell of a notebook failed."""

    exit_code = 14


class RenderingError(ReportError):
    """A document breaks a rule of strict rendering: no alt text, title or caption, heading jump."""

    exit_code = 15


class OutputError(ReportError):
    """A file of a bilan cannot be written: no room, no right, a folder in its place."""

    exit_code = 16
