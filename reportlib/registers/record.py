"""What a register is: columns, types, allowed values, key, headers and sheet names seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal[
    "texte", "enumere", "liste", "liste_texte", "date", "mois", "booleen", "entier", "decimal"
]
Obligation = Literal["O", "C", "N", "F", "I"]
"""O required, C required under a condition, N optional, F own identifier (made up when missing),
I identification of the organisation (by any of its five columns)."""
Form = Literal["", "identifiant", "siret", "siren", "nda", "departement", "certification", "rang"]
Attachment = Literal["propre", "direct", "indirect", "aucun", "regional"]
"""How a register knows the organisation: its own list, by a column, through another register, not
at all, or none because a row speaks of the whole region (or country)."""

IDENTIFICATION = ("id_of", "siret", "siren", "nda", "denomination")
"""Columns that identify an organisation in any register, the surest first."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """A date that must not come before (« >= ») or after (« <= ») another one."""

    sign: Literal[">=", "<="]
    column: str
    register: str = ""
    """The register of ``column``, joined by its ``id_dossier``; empty: the same row."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a register."""

    nom: str
    type: Kind
    obligation: Obligation
    controle: str = ""
    """What the dictionary page says of its values."""
    entetes: tuple[str, ...] = ()
    """Headers seen in real files; the column's own name is always one."""
    exemple: str = ""
    """A value, for messages."""
    coches: Mapping[str, str] = field(default_factory=dict)
    """Headers of yes-or-no columns → the allowed value that « yes » adds to this list."""
    valeurs: tuple[str, ...] = ()
    """Allowed values, for ``enumere`` and ``liste``."""
    ecritures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Allowed value → other ways to write it."""
    ecritures_casse: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Allowed value → writings that only their case tells apart, « NCm » from « NCM »."""
    forme: Form = ""
    unite: str = ""
    minimum: int | None = None
    maximum: int | None = None
    pas: float | None = None
    """The value is a whole number of these."""
    au_plus: str = ""
    """The column of the same row that the value does not go beyond; else a notice."""
    vide: str | None = None
    """What an empty cell stands for; never put in at intake, so that gaps can be measured."""
    refuse_nc: bool = False
    """« NC » is refused here (it may mean « non-conformité »), instead of read as empty."""
    partage_signale: bool = False
    """Whether two rows with the same value get a notice."""
    reference: str = ""
    """« register.column » that the value names."""
    ordre: tuple[Order, ...] = ()
    datee_par: str = ""
    """The column that dates the value, or « import »: true on the day of the export (R-ETAT-04)."""
    donnee_personnelle: str = ""
    """Why its values are never shown in a message; empty: they may be."""

    @property
    def cell_required(self) -> bool:
        """Whether an empty cell sets the row aside."""
        return self.obligation == "O" and self.vide is None

    @property
    def is_date(self) -> bool:
        """Whether the values are days."""
        return self.type == "date"


@dataclass(frozen=True, kw_only=True)
class Coherence:
    """When some cells say this, another should say that; else a notice, never a row set aside."""

    quand: Mapping[str, tuple[str, ...]]
    """Column → its values, as written in the frame; no value: the cell is filled."""
    colonne: str
    attendu: tuple[str, ...] = ()
    """Expected values; none: the cell is filled."""
    message: str


@dataclass(frozen=True, kw_only=True)
class ProbableDuplicate:
    """Rows alike in ``colonnes``, under ``jours`` apart, are said to be probably the same."""

    colonnes: tuple[str, ...]
    date: str
    jours: int
    """Strictly fewer days than this. [days]"""


@dataclass(frozen=True, kw_only=True)
class Register:
    """A register: one table that the team keeps."""

    nom: str
    titre: str
    grain: str
    cle: tuple[str, ...]
    organisme: Attachment
    feuilles: tuple[str, ...]
    """Names of sheets and files under which it is found."""
    colonnes: Mapping[str, Column]
    cle_au_choix: tuple[str, ...] = ()
    """Columns of the key of which the first that is filled counts alone."""
    organisme_par: str = ""
    """The column through which an indirect register knows the organisation."""
    source: str = ""
    interdit: str = ""
    regles: tuple[str, ...] = ()
    historique: str = ""
    """The date that tells versions of a row apart; empty: one version only (R-LEC-04)."""
    coherences: tuple[Coherence, ...] = ()
    doublon_probable: ProbableDuplicate | None = None

    @property
    def identifies(self) -> bool:
        """Whether a sheet of this register may hold columns that identify an organisation."""
        return self.organisme in {"direct", "indirect"}

    @property
    def own_id(self) -> Column | None:
        """The register's own identifier, made up when missing; None when there is none."""
        return next((c for c in self.colonnes.values() if c.obligation == "F"), None)
