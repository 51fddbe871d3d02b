"""Quotations of the survey: printed with consent only, and no name that consent does not cover.

Addresses, telephone numbers and pages are masked too: a register holds none, a quotation may.

Source: slides « Matinales de la Qualité » (« ont fait l’objet d’un accord de diffusion »); rule
R-ENQ-04; register's note (consent left blank is no).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping

import pandas as pd

MASQUE = "[organisme]"
"""Stands in a quotation for the name of an organisation that consent does not cover."""
COORDONNEES = "[coordonnées]"
"""Stands in a quotation for an address, a telephone number or a page (R-CONF-01)."""
_COORDONNEES = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https?://|www\.)[^\s,;)]*[\w/]"
    r"|(?<!\d)(?:(?:\+|00)33\s?(?:\(0\)\s?)?\d|0\d)(?:[\s.\-]?\d{2}){4}(?!\d)"
)
_SIGNES = {"’": "'", "ʼ": "'", "\u2010": " ", "\u2011": " ", "–": " ", "-": " "}
"""Signs that name the same thing whatever the keyboard."""


def verbatims(
    reponses: pd.DataFrame,
    denominations: Mapping[str, Iterable[str]] | None = None,
    nommables: Collection[str] = (),
) -> pd.DataFrame:
    """Return the quotations that may be printed: consent given, blank being no (R-ENQ-04).

    Parameters
    ----------
    denominations
        Names and aliases of organisations by ``id_of``; each is masked wherever a quotation holds
        it, whatever its case and accents…
    nommables
        … but in the organisation's own quotation, for the ``id_of`` whose consent covers its name.

    Returns
    -------
    pd.DataFrame
        ``campagne``, ``verbatim``, ``id_of`` (missing unless consent covers the name), on the
        index of the answers.
    """
    names = denominations or {}
    consent = reponses["accord_diffusion"].fillna(value=False).astype(bool)
    said = reponses["verbatim"].fillna("").str.strip()
    kept = reponses.loc[consent & said.ne("")]
    author = kept["id_of"].where(kept["id_of"].isin(list(nommables)))
    masked = [
        _COORDONNEES.sub(
            COORDONNEES,
            masquer(text, (n for other, own in names.items() if other != who for n in own)),
        )
        for text, who in zip(kept["verbatim"].str.strip(), author, strict=True)
    ]
    return pd.DataFrame(
        {
            "campagne": kept["campagne"],
            "verbatim": pd.Series(masked, index=kept.index, dtype="str"),
            "id_of": author,
        }
    )


def masquer(texte: str, denominations: Iterable[str]) -> str:
    """Return ``texte`` with every name replaced by « [organisme] », longest names first.

    Case, accents, hyphens and the form of the apostrophe do not matter; a name inside a longer
    word is left alone.
    """
    composed = unicodedata.normalize("NFC", texte)
    names = sorted({_replie(name).strip() for name in denominations} - {""}, key=len, reverse=True)
    if not names:
        return composed
    pattern = "|".join(re.escape(name).replace(r"\ ", " +") for name in names)
    parts, start = [], 0
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", _replie(composed)):
        parts += [composed[start : found.start()], MASQUE]
        start = found.end()
    return "".join([*parts, composed[start:]])


def _replie(text: str) -> str:
    """Fold case, accents, blanks, dashes and apostrophes, letter for letter: positions are kept."""
    bare = (unicodedata.normalize("NFD", sign)[0] for sign in unicodedata.normalize("NFC", text))
    return "".join(" " if c.isspace() else _SIGNES.get(c, c.lower()[0]) for c in bare)
