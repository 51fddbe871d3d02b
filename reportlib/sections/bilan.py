"""What a bilan is about: its period, its reader, its figures. Chapters take it and give blocks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportlib.dataset import Dataset
from reportlib.errors import ParameterError
from reportlib.periods import Period
from reportlib.places import locate
from reportlib.sections.figure import Figure
from reportlib.sections.figures import Audience, Figures
from reportlib.settings import Charte, Choix, Confidentialite, Identite, Settings
from reportlib.wording import day

FEW_FILES = 5
"""Under this number of files in the year, an organisation's bilan is one page of counts. [files]"""


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What the parameters say of the document itself; no clock is ever read (convention C-7)."""

    date: str = "non datée"
    version: str = "1"
    remplace: str = ""
    observations: str = ""
    """The analyst's own Markdown."""
    demande: str = ""
    """Date of the organisation's request, as written in the parameters."""
    remis: str = ""
    """Date on which the organisation is handed its copy, as written in the parameters."""

    @property
    def shown_date(self) -> str:
        """« 12 mars 2024 » for an ISO date, else the words given."""
        return shown_day(self.date)

    @property
    def shown_version(self) -> str:
        """« 2, remplace celle du 26 février 2024 »."""
        if not self.remplace:
            return self.version
        try:
            return f"{self.version}, remplace celle du {day(date.fromisoformat(self.remplace))}"
        except ValueError:
            return f"{self.version}, remplace {self.remplace}"


@dataclass(frozen=True, kw_only=True)
class Organisme:
    """The organisation that a copy is for."""

    id_of: str
    denomination: str


@dataclass(frozen=True, kw_only=True)
class Bilan:
    """A bilan being made: chapters read it, never the registers."""

    dataset: Dataset
    period: Period
    settings: Settings
    edition: Edition
    organisme: Organisme | None = None
    interne: bool = False
    """The region's bilan, for the team alone: nothing is withheld, internal pages are added."""

    @property
    def audience(self) -> Audience:
        """Who reads it: an organisation, the region's partners, or the team alone."""
        if self.organisme:
            return "organisme"
        return "interne" if self.interne else "region"

    @cached_property
    def figures(self) -> Figures:
        """Figures of the period."""
        return self._figures(self.period)

    @cached_property
    def before(self) -> Figures:
        """Figures of the period before, of the same length."""
        return self._figures(self.period.previous())

    @cached_property
    def bref(self) -> bool:
        """Whether the organisation has too few files for percentages: one page of counts."""
        if self.organisme is None or not self.figures.provided("dossiers_ptp"):
            return False
        return max(self.one("BA-01").count, self.one("BA-02").count) < FEW_FILES

    @property
    def annee(self) -> str:
        """« 2023 », or both dates of a free period."""
        return self.period.label

    def one(self, identifier: str) -> Figure:
        """Return an indicator of the period."""
        return self.figures.one(identifier)

    def region(self, identifier: str) -> Figure:
        """Return the regional value of an indicator, withheld under five other contributors."""
        return self.figures.one(identifier, scope="region")

    def provided(self, *registers: str) -> bool:
        """Whether every register is in the files read."""
        return self.figures.provided(*registers)

    @property
    def lus(self) -> str:
        """The files read: names and fingerprints."""
        files = (f"{f.name} ({f.fingerprint})" for f in self.dataset.report.files)
        return "\u00a0; ".join(files)

    def _figures(self, period: Period) -> Figures:
        id_of = self.organisme.id_of if self.organisme else ""
        return Figures(self.dataset, period, self.settings, self.audience, id_of)


def ouvrir_region(  # noqa: PLR0913 - one argument a parameter of the notebook
    *,
    annee: int | str,
    donnees: str,
    charte: str = "",
    confidentialite: str = "",
    identite: str = "",
    choix: str = "",
    edition: str = "non datée",
    version: str = "1",
    remplace: str = "",
    observations: str = "",
    interne: bool = False,
) -> Bilan:
    """Return the region's bilan: registers read and checked, nothing computed yet.

    Raises
    ------
    DataError
        A fault of a file.
    ParameterError
        A period, a path or a file of parameters that does not fit.
    """
    return Bilan(
        dataset=Dataset.read(locate(donnees)),
        period=Period.parse(str(annee)),
        settings=_settings(charte, confidentialite, identite, choix),
        edition=Edition(
            date=edition,
            version=version,
            remplace=remplace,
            observations=_markdown(observations),
        ),
        interne=interne,
    )


def shown_day(words: str) -> str:
    """Return « 12 mars 2024 » for an ISO date, else the words given."""
    try:
        return day(date.fromisoformat(words))
    except ValueError:
        return words


def jusqu_au(jour: str) -> str:
    """Return the period from 1 January to ``jour``, as ``annee`` takes it.

    Raises
    ------
    ParameterError
        ``jour`` is no day written ``AAAA-MM-JJ``.
    """
    try:
        end = date.fromisoformat(jour)
    except ValueError:
        raise ParameterError(
            f"« {jour} » n’est pas une date. Écrivez-la AAAA-MM-JJ, par exemple 2021-12-31."
        ) from None
    if (end.month, end.day) == (12, 31):
        return str(end.year)
    return f"01/01/{end.year}-{end:%d/%m/%Y}"


def ouvrir_organisme(
    *,
    annee: int | str,
    organisme: str,
    donnees: str,
    demande: str = "",
    remis: str = "",
    **others: str,
) -> Bilan:
    """Return one organisation's bilan; ``organisme`` is its ``id_of``.

    Raises
    ------
    ParameterError
        No organisation of that ``id_of``; and as ``ouvrir_region``.
    """
    bilan = ouvrir_region(annee=annee, donnees=donnees, **others)  # type: ignore[arg-type]
    organismes = bilan.dataset["organismes"]
    named = organismes.loc[organismes["id_of"] == organisme, "denomination"]
    if named.empty:
        raise ParameterError(
            f"Aucun organisme n’a l’identifiant « {organisme} » dans le registre des organismes. "
            "Donnez un identifiant du registre, par exemple celui de la colonne « Code OF »."
        )
    edition = bilan.edition
    return Bilan(
        dataset=bilan.dataset,
        period=bilan.period,
        settings=bilan.settings,
        edition=Edition(**{**vars(edition), "demande": demande, "remis": remis}),
        organisme=Organisme(id_of=organisme, denomination=str(named.iloc[0]).replace("'", "’")),
    )


def _settings(charte: str, confidentialite: str, identite: str, choix: str) -> Settings:
    """Read the files of parameters that are named; defaults for the others."""
    return Settings(
        charte=Charte.read(charte) if charte else Charte(),
        confidentialite=(
            Confidentialite.read(confidentialite) if confidentialite else Confidentialite()
        ),
        identite=Identite.read(identite) if identite else Identite(),
        choix=Choix.read(choix) if choix else Choix(),
    )


def _markdown(path: str) -> str:
    """The analyst's words; a byte order mark and Windows line ends are taken off."""
    if not path:
        return ""
    try:
        return locate(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ParameterError(
            f"« {path} » n’est pas du texte en UTF-8. Réenregistrez-le en UTF-8, "
            "par exemple par « Enregistrer sous… » dans le Bloc-notes."
        ) from None
