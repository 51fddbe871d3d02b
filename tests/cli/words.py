"""What the command prints, written in tests with plain spaces and straight apostrophes."""

from __future__ import annotations


def printed(text: str) -> str:
    """Return ``text`` with the no-break spaces and apostrophes of French print."""
    for mark in ":;!?%»":
        text = text.replace(f" {mark}", f"\u00a0{mark}")
    return text.replace("« ", "«\u00a0").replace("'", "’")


def flat(text: str) -> str:
    """Return ``text`` on one line, as it was before it was wrapped."""
    return " ".join(text.replace("\n", " ").split(" ")).strip()


def plain(text: str) -> str:
    """Return what the command printed, with plain spaces and straight apostrophes."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
