"""What breaks a rule of rendering: an error in strict mode, a notice otherwise."""

from __future__ import annotations

from reportlib.errors import RenderingError
from reportlib.wording import typographed


class Faults:
    """Collects what is wrong with a document; in strict mode the first fault stops it."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.notices: list[str] = []

    def report(self, where: str, message: str) -> None:
        """Note a fault that a reader can live with.

        Raises
        ------
        RenderingError
            In strict mode.
        """
        said = _sentence(where, message)
        if self.strict:
            raise RenderingError(said)
        self.notices.append(said)

    def refuse(self, where: str, message: str) -> RenderingError:
        """Return the error of a fault that no mode can draw; the caller raises it."""
        return RenderingError(_sentence(where, message))


def _sentence(where: str, message: str) -> str:
    return typographed(f"{where} : {message}" if where else message[:1].upper() + message[1:])
