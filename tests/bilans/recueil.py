"""All the bilans, each in the cases that every bilan must survive: one list for all the walks."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bilans.in_process import Said, said

LARGE, BIG, FEW, NONE, SINGLE = "OF-0108", "OF-0103", "OF-0211", "OF-0192", "OF-0113"
"""The most files; a big signatory; few files; a signatory without any file; a single file."""
RENEWED, ENDED = (f"tests/bilans/chartes/{name}.yaml" for name in ("reconduite", "non_reconduite"))

PERIODS = {
    "bilan_annuel_region": "annee",
    "bilan_annuel_organisme": "annee",
    "bilan_intermediaire_region": "periode",
    "bilan_intermediaire_organisme": "periode",
    "note_ruptures": "annee",
    "fiche_accompagnement": "annee",
    "bilan_qualiopi": "date",
}
"""Notebook → the parameter that says of when it is. Every notebook is here."""


@dataclass(frozen=True, kw_only=True)
class Cas:
    """A notebook and its parameters."""

    notebook: str
    name: str
    parameters: tuple[tuple[str, str | int | bool], ...]

    @property
    def organisme(self) -> str:
        """The organisation that it is for; "" for the region."""
        return str(dict(self.parameters).get("organisme", ""))

    @property
    def internal(self) -> bool:
        """Whether it is the team's own copy, where nothing is withheld."""
        return bool(dict(self.parameters).get("interne", False))

    def said(self, **others: str | int) -> Said:
        """The bilan, made once a process."""
        return said(self.notebook, **{**dict(self.parameters), **others})

    def __str__(self) -> str:
        return f"{self.notebook}-{self.name}"


def cas(notebook: str, name: str, year: int, **others: str | int | bool) -> Cas:
    """A case of a notebook, for a year told as that notebook takes it."""
    parameter = PERIODS[notebook]
    when: str | int = {"annee": year, "periode": str(year), "date": f"{year}-12-31"}[parameter]
    return Cas(notebook=notebook, name=name, parameters=((parameter, when), *others.items()))


def _of_the_region() -> tuple[Cas, ...]:
    annual, halfway = "bilan_annuel_region", "bilan_intermediaire_region"
    return (
        cas(annual, "2023", 2023),
        cas(annual, "2022", 2022),
        cas(annual, "sans-donnees", 2019),
        cas(annual, "reconduite", 2023, charte=RENEWED),
        cas(halfway, "2022", 2022),
        cas(halfway, "terme", 2023),
        cas(halfway, "reconduite", 2023, charte=RENEWED),
        cas(halfway, "non-reconduite", 2023, charte=ENDED),
        cas(halfway, "sans-donnees", 2019),
        cas("note_ruptures", "2023", 2023),
        cas("note_ruptures", "2022", 2022),
        cas("note_ruptures", "sans-donnees", 2019),
        cas("bilan_qualiopi", "2023", 2023),
        cas("bilan_qualiopi", "2021", 2021),
        cas("bilan_qualiopi", "sans-donnees", 2019),
    )


def _of_organisations() -> tuple[Cas, ...]:
    annual, halfway = "bilan_annuel_organisme", "bilan_intermediaire_organisme"
    card = "fiche_accompagnement"
    return (
        *(cas(annual, f"{one}-2023", 2023, organisme=one) for one in (LARGE, BIG, FEW, NONE)),
        cas(annual, f"{BIG}-2022", 2022, organisme=BIG),
        cas(annual, f"{SINGLE}-2022", 2022, organisme=SINGLE),
        cas(annual, "sans-donnees", 2019, organisme=LARGE),
        *(cas(halfway, f"{one}-2022", 2022, organisme=one) for one in (BIG, FEW, NONE, SINGLE)),
        cas(halfway, "terme", 2023, organisme=BIG),
        cas(halfway, "reconduite", 2023, organisme=BIG, charte=RENEWED),
        cas(halfway, "non-reconduite", 2023, organisme=BIG, charte=ENDED),
        cas(halfway, "sans-donnees", 2019, organisme=BIG),
        *(cas(card, f"{one}-2023", 2023, organisme=one) for one in (LARGE, BIG, FEW, NONE)),
        cas(card, "sans-donnees", 2019, organisme=BIG),
    )


CAS = (*_of_the_region(), *_of_organisations())
