"""Traps that the real list holds, put in a known number of rows; all these rows stay countable."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .tirage import PLEINE_TAILLE, Liste

NOMBRES = {
    "siren_zeros": 12,
    "siren_vide": 150,
    "siren_cle_fausse": 5,
    "siret_vide": 300,
    "nic_pour_siret": 40,
    "siren_partage": 900,
    "nda_public": 60,
    "nda_precedent": 3000,
    "denomination_retorse": 30,
    "confies_superieurs": 250,
    "formateurs_aberrants": 1,
    "stagiaires_aberrants": 1,
}
"""Rows of each trap at full size; a smaller list has its share, at least one."""
FORMATEURS_ABERRANTS = 375_438
STAGIAIRES_ABERRANTS = 1_079_586
"""Both were read in the real list, for one organisation each."""
RETORSES = (
    'Organisme « Le "Phare" »; formation & conseil',
    "Organisme d'exemple\nsur deux lignes",
    "<b>Organisme</b> d'exemple",
    "ORGANISME, EXEMPLE; SUITE",
)


def pieger(liste: Liste, graine: int = 7) -> tuple[Liste, dict[str, int]]:
    """Return the list with its traps, and how many rows hold each; no row holds two."""
    rng = np.random.Generator(np.random.PCG64(graine))
    counts = {name: max(1, round(n * len(liste) / PLEINE_TAILLE)) for name, n in NOMBRES.items()}
    drawn = rng.choice(len(liste), size=sum(counts.values()), replace=False)
    ends = np.cumsum(list(counts.values()))
    at = dict(zip(counts, np.split(drawn, ends[:-1]), strict=True))
    liste = replace(liste, nda=_ndas(liste, at))
    return replace(
        liste,
        precedent=_earlier(liste, at["nda_precedent"], rng),
        denomination=_names(liste, at["denomination_retorse"]),
        personne=_cleared(liste.personne, at["denomination_retorse"]),
        **_legal(liste, at),
        **_declared(liste, at),
    ), counts


def _ndas(liste: Liste, at: dict[str, np.ndarray]) -> np.ndarray:
    """Public bodies have « P » at the fifth place: 4 digits, P, 6 digits."""
    nda, rows = liste.nda.copy(), at["nda_public"]
    nda[rows] = [f"{nda[row][:4]}P{rank:06d}" for rank, row in enumerate(rows, start=1)]
    return nda


def _earlier(liste: Liste, rows: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """The column of earlier numbers often holds the present one, at times an older one too."""
    earlier = np.where(rng.random(len(liste)) < 0.4, liste.nda, "").astype("U30")
    older = [f"{nda[:4]}9{nda[5:]}" for nda in liste.nda[rows]]
    earlier[rows] = [f"{old},{nda}" for old, nda in zip(older, liste.nda[rows], strict=True)]
    return earlier


def _names(liste: Liste, rows: np.ndarray) -> np.ndarray:
    """Names with a quote, a separator, a line break, a tag."""
    names = liste.denomination.astype("U60")
    names[rows] = [f"{RETORSES[i % len(RETORSES)]} {i:03d}" for i in range(len(rows))]
    return names


def _cleared(marks: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Return the marks, False in ``rows``."""
    kept = marks.copy()
    kept[rows] = False
    return kept


def _legal(liste: Liste, at: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """SIREN of zeros, missing, with a wrong key, shared; SIRET missing, or cut to its NIC."""
    siren, siret = liste.siren.copy(), liste.siret.copy()
    siren[at["siren_zeros"]] = "000000000"
    siret[at["siren_zeros"]] = "00000000000000"
    siren[at["siren_vide"]] = siret[at["siren_vide"]] = siret[at["siret_vide"]] = ""
    wrong = at["siren_cle_fausse"]
    siren[wrong] = [f"{s[:8]}{(int(s[8]) + 1) % 10}" for s in siren[wrong]]
    siret[wrong] = ""
    siret[at["nic_pour_siret"]] = [s[9:] for s in siret[at["nic_pour_siret"]]]
    usual = np.setdiff1d(np.arange(len(siren)), np.concatenate(list(at.values())))
    shared = at["siren_partage"]
    siren[shared], siret[shared] = siren[usual[: len(shared)]], siret[usual[: len(shared)]]
    return {"siren": siren, "siret": siret}


def _declared(liste: Liste, at: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Declared numbers beyond reason, and more trainees entrusted than trained."""
    trainers, trainees, entrusted = (
        column.copy() for column in (liste.formateurs, liste.stagiaires, liste.confies)
    )
    trainers[at["formateurs_aberrants"]] = FORMATEURS_ABERRANTS
    trainees[at["stagiaires_aberrants"]] = STAGIAIRES_ABERRANTS
    more = at["confies_superieurs"]
    entrusted[more] = trainees[more] + 7
    return {"formateurs": trainers, "stagiaires": trainees, "confies": entrusted}
