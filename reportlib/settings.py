"""The files of ``parameters/``: who sends, what the charter says, what is withheld."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Self

import yaml

from reportlib.errors import ParameterError
from reportlib.places import locate


@dataclass(frozen=True, kw_only=True)
class _File:
    """Settings read from one YAML file; unknown keys are refused with the nearest name."""

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Return the settings of ``path``.

        Raises
        ------
        ParameterError
            The file is missing or no YAML mapping, a key is unknown, a value of another type.
        """
        place = locate(path)
        try:
            content = yaml.safe_load(place.read_text(encoding="utf-8")) or {}
        except (yaml.YAMLError, UnicodeDecodeError) as exc:
            raise ParameterError(f"{place.name} : YAML illisible ({exc}).") from None
        if not isinstance(content, dict):
            raise ParameterError(f"{place.name} : attendu des lignes « clé: valeur ».")
        known = {f.name: str(f.type) for f in fields(cls)}
        for key, value in content.items():
            _check(place.name, str(key), value, known)
        return cls(**content)


@dataclass(frozen=True, kw_only=True)
class Identite(_File):
    """Who sends the bilans: an organisation, a team, a generic address; never a person."""

    emetteur: str = "Transitions Pro Grand Est"
    equipe: str = "Pôle Qualité des parcours"
    region: str = "Grand Est"
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Charte(_File):
    """The engagement charter: version, end, renewal (R-CH-01, R-CH-12)."""

    version: str = "2021"
    fin: date = date(2022, 12, 31)
    reconduction: bool | None = None
    """None: not recorded; False: not renewed; True: renewed until ``fin_reconduction``."""
    fin_reconduction: date | None = None

    @property
    def terme(self) -> date:
        """The last day of the engagement, renewal included."""
        if self.reconduction and self.fin_reconduction is not None:
            return self.fin_reconduction
        return self.fin


@dataclass(frozen=True, kw_only=True)
class Confidentialite(_File):
    """What is withheld (R-CONF-02, R-CONF-03). Both thresholds are our choice."""

    seuil_personnes: int = 5
    """Counts under this by cause, ground of refusal or obstacle are withheld. [persons]"""
    seuil_organismes: int = 5
    """Least number of *other* contributors beside an organisation's own value. [organisations]"""


@dataclass(frozen=True, kw_only=True)
class Choix(_File):
    """Choices of the team that a figure depends on, where the founding documents leave room."""

    delai_alerte_rupture: int = 90
    """Days before a rupture in which an alert announces it (R-AL-05). [days]"""
    alerte_renouvellement_mois: int = 6
    """Months before a certificate's end from which it is said to fall due (R-CYC-05). [months]"""
    limite_renouvellement_mois: int = 4
    """Months before a certificate's end after which a renewal is at risk (R-CYC-05). [months]"""
    limite_certificat: str = "fin_m2"
    """Last day to deposit a month's certificate: « fin_m2 », the end of the second month after,
    or « 5_m3 », the 5th of the third (R-CR-02)."""
    derogation_4_ans: str = "reglementaire"
    """Which first certificates last four years: « reglementaire » or « seed » (R-CYC-02)."""
    seuils: dict[str, float] = field(default_factory=dict)
    """Measure → value from which its engagement is kept (CH-33); none by default: the catalogue
    fixes no threshold but that of alerts. [unit of the measure]"""

    def __post_init__(self) -> None:
        """Refuse a choice that is none of those offered."""
        for name, offered in _OFFERED.items():
            if getattr(self, name) not in offered:
                raise ParameterError(
                    f"« {name} » vaut « {getattr(self, name)} » ; "
                    f"attendu {' ou '.join(f'« {one} »' for one in offered)}."
                )
        for measure, value in self.seuils.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise ParameterError(
                    f"seuils : « {measure} » vaut {value!r} ; attendu un nombre, par exemple 80."
                )


_OFFERED = {
    "limite_certificat": ("fin_m2", "5_m3"),
    "derogation_4_ans": ("reglementaire", "seed"),
}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All that a figure depends on, beside the registers and the period."""

    identite: Identite = field(default_factory=Identite)
    charte: Charte = field(default_factory=Charte)
    confidentialite: Confidentialite = field(default_factory=Confidentialite)
    choix: Choix = field(default_factory=Choix)


_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "date": (date,),
    "dict[str, float]": (dict,),
    "bool | None": (bool, type(None)),
    "date | None": (date, type(None)),
}
_FORMS = {
    "str": "un texte, par exemple « 2021 » entre guillemets",
    "int": "un nombre entier, par exemple 5",
    "date": "une date, par exemple 2022-12-31",
    "dict[str, float]": "des lignes « CH-09: 80 »",
    "bool | None": "true, false, ou rien",
    "date | None": "une date, par exemple 2024-12-31, ou rien",
}


def _check(name: str, key: str, value: Any, known: dict[str, str]) -> None:
    """Refuse an unknown key or a value of another type."""
    if key not in known:
        near = get_close_matches(key, known, n=1)
        hint = f" Vouliez-vous dire « {near[0]} » ?" if near else ""
        raise ParameterError(
            f"{name} : clé inconnue « {key} ».{hint} Clés attendues : {', '.join(known)}."
        )
    wanted = _TYPES[known[key]]
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        raise ParameterError(f"{name} : « {key} » vaut {value!r} ; attendu {_FORMS[known[key]]}.")
