"""The drawing: published margins become one row an organisation, whole columns at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from .agregats import DEPARTEMENTS, Agregats, agregats
from .identifiants import ndas, sirens, sirets

CATEGORIES = ("actions_formation", "bilans_competences", "vae", "apprentissage")
PARTS = {"bilans_competences": 0.14, "vae": 0.11, "apprentissage": 0.09}
"""Share of each other category among the certified for training actions; our choice."""
AUTRES_NSF = (
    "111 Physique-chimie",
    "114 Mathématiques",
    "121 Géographie",
    "126 Histoire",
    "127 Philosophie, éthique et théologie",
    "130 Spécialités littéraires et artistiques plurivalentes",
    "213 Forêts, espaces naturels, faune sauvage, pêche",
    "220 Spécialités pluritechnologiques des transformations",
    "230 Spécialités pluritechnologiques, génie civil, construction, bois",
    "250 Spécialités pluritechnologiques mécanique-électricité",
    "322 Techniques de l'imprimerie et de l'édition",
    "341 Aménagement du territoire, développement, urbanisme",
    "343 Nettoyage, assainissement, protection de l'environnement",
    "422 Economie et activités domestiques",
)
"""Specialties of the national nomenclature beyond the 50 that are published."""
PLUS_DE_STAGIAIRES = 400_000
"""Trainees of the largest organisation but the one that is out of reason; our choice."""
PLEINE_TAILLE = 154_107


@dataclass(frozen=True)
class Liste:
    """The list, a column a field; « » stands for an empty cell of text, -1 for one of numbers."""

    nda: np.ndarray
    precedent: np.ndarray
    denomination: np.ndarray
    siren: np.ndarray
    siret: np.ndarray
    voie: np.ndarray
    code_postal: np.ndarray
    ville: np.ndarray
    region: np.ndarray
    departement: np.ndarray
    """Of the postal code: empty where the code is."""
    certifie: np.ndarray
    categories: np.ndarray
    """One column a category of ``CATEGORIES``; False all along a row without certification."""
    personne: np.ndarray
    etranger: np.ndarray
    date: np.ndarray
    """Days since 1970: last declaration; the financial year follows from it."""
    mois_exercice: np.ndarray
    specialites: np.ndarray
    """Three columns: « code label », or empty."""
    stagiaires: np.ndarray
    confies: np.ndarray
    formateurs: np.ndarray

    def __len__(self) -> int:
        """Organisations of the list."""
        return len(self.nda)

    def rows(self, wanted: np.ndarray) -> Liste:
        """Return some rows, in the order asked."""
        return Liste(**{f.name: getattr(self, f.name)[wanted] for f in fields(self)})


def quotas(total: int, weights: Mapping[object, float]) -> dict[object, int]:
    """Share ``total`` whole units by weight, largest remainders first."""
    names, parts = list(weights), np.array(list(weights.values()), dtype=float)
    exact = parts / parts.sum() * total
    shares = np.floor(exact).astype(int)
    order = np.argsort(-(exact - shares), kind="stable")
    shares[order[: total - shares.sum()]] += 1
    return dict(zip(names, shares.tolist(), strict=True))


def tirer(lignes: int = PLEINE_TAILLE, graine: int = 20251001) -> Liste:
    """Return a list of ``lignes`` organisations; at full size every published margin is exact."""
    margins, rng = agregats(), np.random.Generator(np.random.PCG64(graine))
    cells = quotas(lignes, margins.cellules)
    region, middle, held = (
        np.repeat(np.array([key[i] for key in cells]), list(cells.values())) for i in range(3)
    )
    certified = held | _only_others(margins, region, held, rng)
    categories = _categories(held, certified, rng)
    departments, located = _departments(margins, region, rng)
    trainers = _trainers(margins, middle, rng)
    trainees, entrusted = _trainees(trainers, rng)
    siren, siret = _legal(lignes, rng)
    person = rng.random(lignes) < 0.18
    built = Liste(
        nda=ndas(rng, region, departments),
        precedent=np.full(lignes, "", dtype="U24"),
        denomination=_names(person),
        siren=siren,
        siret=siret,
        voie=np.where(
            located, np.char.add(rng.integers(1, 200, lignes).astype("U3"), " RUE DE L'EXEMPLE"), ""
        ),
        code_postal=np.where(located, _postal(departments, rng), ""),
        ville=np.where(located, np.char.add("COMMUNE DE L'EXEMPLE ", departments), ""),
        region=region,
        departement=np.where(located, departments, ""),
        certifie=certified,
        categories=categories,
        personne=person,
        etranger=rng.random(lignes) < 0.002,
        date=_dates(margins, lignes, rng),
        mois_exercice=rng.choice([12, 18, 24], size=lignes, p=[0.944, 0.036, 0.02]),
        specialites=_specialties(margins, lignes, rng),
        stagiaires=trainees,
        confies=entrusted,
        formateurs=trainers,
    )
    return built.rows(rng.permutation(lignes))


def _only_others(
    margins: Agregats, region: np.ndarray, held: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """Mark those certified, but not for training actions: `false` in that column of the list."""
    count = round((margins.certifies - sum(n for c, n in margins.cellules.items() if c[2]))
                  * len(region) / margins.total)  # fmt: skip
    codes, sizes = np.unique(region[held], return_counts=True)
    marked = np.zeros(len(region), dtype=bool)
    for code, share in quotas(
        count, dict(zip(codes.tolist(), sizes.tolist(), strict=True))
    ).items():
        where = np.flatnonzero((region == code) & ~held)
        marked[rng.choice(where, size=min(share, len(where)), replace=False)] = True
    return marked


def _categories(held: np.ndarray, certified: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the four categories; whoever is certified is so for one of them at least."""
    others = rng.random((len(held), 3)) < np.array(list(PARTS.values()))
    only = certified & ~held
    others[only] = rng.random((int(only.sum()), 3)) < 0.4
    none = np.flatnonzero(only & ~others.any(axis=1))
    others[none, rng.integers(0, 3, len(none))] = True
    return np.column_stack([held, others & certified[:, None]])


def _departments(
    margins: Agregats, region: np.ndarray, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Return each row's department, and whether its postal code is given (about half)."""
    department, located = np.empty(len(region), dtype="U3"), np.zeros(len(region), dtype=bool)
    wanted = sum(margins.departements.values()) * len(region) / margins.total
    shares = quotas(round(wanted), margins.departements)
    for code, names in DEPARTEMENTS.items():
        where = rng.permutation(np.flatnonzero(region == code))
        known = {name: shares[name] for name in names.split()}
        given = np.repeat(list(known), list(known.values()))[: len(where)]
        department[where[: len(given)]], located[where[: len(given)]] = given, True
        weights = np.array(list(known.values())) + 1e-9
        department[where[len(given) :]] = rng.choice(
            list(known), size=len(where) - len(given), p=weights / weights.sum()
        )
    return department, located


def _postal(departments: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return postal codes; Corsica's begin with 200, 201 (2A) or 202, 206 (2B)."""
    towns = np.char.zfill(rng.integers(0, 99, len(departments)).astype("U2"), 2)
    heads = departments.astype("U4")
    heads[departments == "2A"] = rng.choice(["200", "201"], size=int((departments == "2A").sum()))
    heads[departments == "2B"] = rng.choice(["202", "206"], size=int((departments == "2B").sum()))
    short = np.char.str_len(heads) == 2
    heads[short] = np.char.add(heads[short], rng.integers(0, 9, int(short.sum())).astype("U1"))
    return np.char.add(heads, towns)


def _trainers(margins: Agregats, middle: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the trainers declared: published counts up to 100, a long tail beyond."""
    trainers = np.empty(len(middle), dtype=np.int64)
    beyond = margins.total - sum(margins.formateurs.values())
    for inside in (True, False):
        where = rng.permutation(np.flatnonzero(middle == inside))
        weights = {n: c for n, c in margins.formateurs.items() if (3 <= n <= 10) == inside}
        if not inside:
            weights[-1] = beyond
        shares = quotas(len(where), weights)
        trainers[where] = np.repeat(list(shares), list(shares.values()))
    tail = trainers == -1
    trainers[tail] = 100 + np.ceil(rng.lognormal(4.0, 1.0, int(tail.sum()))).astype(np.int64)
    return trainers


def _trainees(trainers: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return trainees, and those entrusted by another organisation, where declared."""
    drawn = rng.lognormal(2.5, 1.4, len(trainers)) * (1 + trainers)
    trainees = np.minimum(np.floor(drawn), PLUS_DE_STAGIAIRES).astype(np.int64)
    entrusted = np.floor(trainees * rng.random(len(trainers)) * 0.5).astype(np.int64)
    return trainees, np.where(rng.random(len(trainers)) < 0.35, entrusted, -1)


def _legal(lignes: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return SIREN and SIRET as text; some begin with a zero, as in the register of companies."""
    numbers = sirens(rng, lignes)
    full = sirets(numbers, rng.integers(1, 60, lignes))
    return np.char.zfill(numbers.astype("U9"), 9), np.char.zfill(full.astype("U14"), 14)


def _names(person: np.ndarray) -> np.ndarray:
    """Return names of nobody: a title and a number stand for a natural person."""
    ranks = np.char.zfill(np.arange(1, len(person) + 1).astype("U6"), 6)
    titles = np.where(np.arange(len(person)) % 2 == 0, "Madame EXEMPLE ", "Monsieur EXEMPLE ")
    return np.where(person, np.char.add(titles, ranks), np.char.add("ORGANISME D'EXEMPLE ", ranks))


def _dates(margins: Agregats, lignes: int, rng: np.random.Generator) -> np.ndarray:
    """Return days of last declaration, each published year with its share."""
    shares = quotas(lignes, margins.annees)
    years = np.repeat([2020 if "-" in y else int(y) for y in shares], list(shares.values()))
    starts = years.astype("U4").astype("datetime64[Y]").astype("datetime64[D]")
    return rng.permutation(starts + rng.integers(0, 273, lignes))


def _specialties(margins: Agregats, lignes: int, rng: np.random.Generator) -> np.ndarray:
    """Return up to three specialties a row, first the published counts of the first."""
    depth = rng.permutation(
        np.repeat(list(s := quotas(lignes, margins.nombre_specialites)), list(s.values()))
    )
    named = round(sum(margins.specialites.values()) * lignes / margins.total)
    first = int((depth > 0).sum())
    shares = quotas(min(named, first), margins.specialites)
    shares |= quotas(first - sum(shares.values()), dict.fromkeys(AUTRES_NSF, 1))
    labels = np.array(list(shares))
    codes = np.zeros((lignes, 3), dtype=np.int64)
    codes[depth > 0, 0] = rng.permutation(np.repeat(np.arange(len(labels)), list(shares.values())))
    codes[:, 1] = (codes[:, 0] + rng.integers(1, 30, lignes)) % len(labels)
    codes[:, 2] = (codes[:, 1] + 31) % len(labels)
    return np.where(np.arange(3) < depth[:, None], labels[codes], "")
