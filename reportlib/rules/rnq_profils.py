"""Which of the 32 indicators apply to a provider, and which its audit looks at.

Sources: slides « Matinales de la Qualité », table « Types d’actions / Nb total indicateurs » (June
2021), the ministry's reading guide (V9); rules R-RNQ-04, R-RNQ-07, R-RNQ-09 to R-RNQ-13, R-CYC-09.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from reportlib.errors import ParameterError
from reportlib.rules.non_conformites import TypeAudit
from reportlib.rules.rnq import CATEGORIES, indicateur, referentiel
from reportlib.wording import typographed

SousTraitance = Literal["aucune", "partielle", "totale"]
Role = Literal["co_traitant", "sous_traitant", "porte"]

_INHERENT: dict[str, frozenset[str]] = {
    "bilan": frozenset(),
    "vae": frozenset({"certifiante"}),
    "apprentissage": frozenset({"certifiante", "alternance", "situation_de_travail"}),
}
"""Conditions that a category fulfils by nature, whatever the profile says (R-RNQ-04)."""


@dataclass(frozen=True, kw_only=True)
class Profil:
    """What a provider does. ``certifiante`` to ``stage`` bear on its training actions alone.

    Raises
    ------
    ParameterError
        No category, or one that is none of ``CATEGORIES``.
    """

    categories: frozenset[str]
    certifiante: bool = False
    alternance: bool = False
    afest: bool = False
    stage: bool = False
    sous_traitance: SousTraitance = "aucune"
    portage: bool = False
    nouvel_entrant: bool = False
    cnefop: bool = False
    """Holder, on the day of the request, of a certification or label that Cnefop recognised."""

    def __post_init__(self) -> None:
        """Refuse a profile without category, or of an unknown one."""
        unknown = sorted(set(self.categories) - set(CATEGORIES))
        if unknown or not self.categories:
            found = f"« {unknown[0]} »" if unknown else "aucune"
            text = f"Catégorie d’actions inconnue : {found}. Attendu : {', '.join(CATEGORIES)}."
            raise ParameterError(typographed(text))

    def __or__(self, other: Profil) -> Profil:
        """Return the profile of a provider that does what both do."""
        degrees = get_args(SousTraitance)
        return Profil(
            categories=self.categories | other.categories,
            certifiante=self.certifiante or other.certifiante,
            alternance=self.alternance or other.alternance,
            afest=self.afest or other.afest,
            stage=self.stage or other.stage,
            sous_traitance=max(self.sous_traitance, other.sous_traitance, key=degrees.index),
            portage=self.portage or other.portage,
            nouvel_entrant=self.nouvel_entrant or other.nouvel_entrant,
            cnefop=self.cnefop or other.cnefop,
        )


PROFIL_MINIMAL_PTP = Profil(categories=frozenset({"formation"}), certifiante=True)
"""Least profile of a provider paid for career changes: certifying training (R-RNQ-04)."""


def indicateurs_applicables(profil: Profil) -> frozenset[int]:
    """Return the indicators that apply: the union over the profile's categories (R-RNQ-04).

    27 counts with no subcontracting too (see ``sans_objet``), and 12 always: that nobody left
    never makes it void (R-RNQ-10).
    """
    met = {**_INHERENT, "formation": _conditions(profil)}
    return frozenset(
        i.numero
        for i in referentiel()
        if any(i.condition in {"", *met[c]} for c in i.categories & profil.categories)
    )


def indicateurs_audites(profil: Profil, audit: TypeAudit = "initial") -> frozenset[int]:
    """Return the indicators that the audit looks at (R-RNQ-07, R-RNQ-11).

    All that apply; a Cnefop holder's initial audit keeps nine common ones and every specific one
    that applies. Total subcontracting: all of them (our reading of « l'audit portera sur tous les
    indicateurs », for a Cnefop holder too).
    """
    applicable = indicateurs_applicables(profil)
    if not profil.cnefop or audit != "initial" or profil.sous_traitance == "totale":
        return applicable
    return frozenset(n for n in applicable if indicateur(n).cnefop or indicateur(n).specifique)


def sans_objet(profil: Profil) -> frozenset[int]:
    """Return the indicators counted but without object: 27 with no subcontractor (R-RNQ-04)."""
    if profil.sous_traitance != "aucune" or profil.portage:
        return frozenset()
    return frozenset(i.numero for i in referentiel() if i.reserve == "sous_traitance_ou_portage")


def allegements(profil: Profil, guide: Literal["v9", "2021"] = "v9") -> frozenset[int]:
    """Return the applicable indicators whose evidence is lighter for a new entrant (R-RNQ-09).

    Empty for a provider that is none. ``2021``: as the slides say; ``v9``: as the guide says.
    """
    light = {i.numero for i in referentiel() if getattr(i, f"nouvel_entrant_{guide}")}
    return indicateurs_applicables(profil) & light if profil.nouvel_entrant else frozenset()


def revus_en_surveillance(profil: Profil, anterieures: Iterable[int] = ()) -> frozenset[int]:
    """Return the least that a follow-up audit reviews since 2023 (R-CYC-09).

    The applicable fundamentals, 1, 17, 19, 3 where it applies, and ``anterieures``, the indicators
    of the former audit's non-conformities.
    """
    listed = {i.numero for i in referentiel() if i.revu_surveillance} | set(anterieures)
    return indicateurs_applicables(profil) & listed


def exigences_manquantes(
    role: Role, *, certifie: bool | None, nda_actif: bool | None
) -> tuple[str, ...]:
    """Return what a partner lacks, in French; None is unknown, hence to be checked.

    A co-contractor must be certified; a subcontractor must hold an active declaration number; no
    certification is asked of a subcontractor or of a carried worker (R-RNQ-12, R-RNQ-13).

    Raises
    ------
    ParameterError
        ``role`` is none of the three.
    """
    asked = {
        "co_traitant": ("certification Qualiopi", certifie),
        "sous_traitant": ("numéro de déclaration d’activité actif", nda_actif),
        "porte": ("", True),
    }
    if role not in asked:
        text = f"Rôle inconnu : « {role} ». Attendu : {', '.join(asked)}."
        raise ParameterError(typographed(text))
    name, held = asked[role]
    if held:
        return ()
    return (f"{name}{' à vérifier' if held is None else ''}",)


def _conditions(profil: Profil) -> frozenset[str]:
    """Conditions that the profile's training actions fulfil."""
    declared = {
        "certifiante": profil.certifiante,
        "alternance": profil.alternance,
        "situation_de_travail": profil.alternance or profil.afest or profil.stage,
    }
    return frozenset(name for name, held in declared.items() if held)
