"""``bilan qualiopi duree``, ``cout``, ``profil``: quick answers at the terminal.

Each names its rule and its source. No register is read, no clock, and no pandas is imported.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reportlib.cli.terminal import aligned, document, say, wrapped
from reportlib.wording import counted, decimal, integer, listed, typographed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlib.rules.cout import Cout, Tarifs
    from reportlib.rules.duree_audit import Demande
    from reportlib.rules.non_conformites import TypeAudit
    from reportlib.rules.rnq_profils import Profil

SOURCES = {
    "cout": "« Matinales de la Qualité », juin 2021, « 1.3- Les coûts de la certification »",
    "profil": "« Matinales de la Qualité », juin 2021, « Types d'actions / Nb total "
    "indicateurs » ; guide de lecture du ministère, V9 du 8 janvier 2024",
}
TYPES: dict[str, str] = {
    "initial": "initial",
    "surveillance": "de surveillance",
    "renouvellement": "de renouvellement",
    "extension": "d’extension",
    "complementaire": "complémentaire",
}
"""Types of audit → how they are said after « audit »."""


def duree(demande: Demande, bareme: str | None, *, as_json: bool) -> int:
    """Print how long an audit lasts (R-AUD-01 to R-AUD-08).

    Raises
    ------
    ParameterError
        The scale does not establish this length: no number is made up.
    """
    from reportlib.rules.bareme_audit import lire_bareme
    from reportlib.rules.duree_audit import duree as computed

    found = computed(demande, None if bareme is None else lire_bareme(bareme))
    rows = [
        ("Durée", found.phrase),
        ("Audit", TYPES[demande.type_audit]),
        ("Nature", "aménagée (Cnefop)" if found.amenagee else "ordinaire"),
        ("Catégories", listed(sorted(demande.categories))),
        ("Sites visités", _sites(found.sites, demande.nb_sites)),
        ("Règle", "R-AUD-01, base + catégories + sites échantillonnés"),
        ("Source", found.source),
        ("Limite", "estimation ; la durée est celle du contrat avec le certificateur"),
    ]
    if as_json:
        document(
            {
                "jours": found.jours,
                "detail": found.phrase,
                "type_audit": demande.type_audit,
                "amenagee": found.amenagee,
                "sites_visites": found.sites,
                "regle": "R-AUD-01",
                "source": found.source,
            }
        )
        return 0
    say(wrapped("Durée d’audit estimée"), "", facts(rows))
    return 0


def cout(tarifs: Tarifs, *, annees: int, audits: int, as_json: bool) -> int:
    """Print what a cycle costs, item by item (R-COUT-01, R-COUT-02)."""
    from reportlib.rules.cout import cout as computed

    found = computed(tarifs, annees=annees, audits=audits)
    if as_json:
        document(_cout(found))
        return 0
    say(wrapped(f"Coût estimé d’un cycle de {counted(found.annees, 'an')}, hors taxes"), "")
    say(aligned([(str(p.numero), p.texte, p.libelle, p.recurrence) for p in found.postes]), "")
    say(
        facts(
            [
                ("Total", _euros(found.total)),
                ("Par an", _euros(found.annualise)),
                ("À renouveler", f"{_euros(found.a_renouveler)} au cycle suivant (postes 2 à 5)"),
                ("Audits comptés", integer(found.audits)),
                ("Règle", "R-COUT-01 et R-COUT-02"),
                ("Source", SOURCES["cout"]),
                ("Limite", found.mention),
            ]
        )
    )
    return 0


def profil(asked: Profil, *, type_audit: TypeAudit, as_json: bool) -> int:
    """Print the indicators that apply to a profile, and those that its audit looks at."""
    from reportlib.rules import rnq_profils as regles
    from reportlib.rules.rnq import fondamentaux

    applicable = regles.indicateurs_applicables(asked)
    looked_at = regles.indicateurs_audites(asked, type_audit)
    void = regles.sans_objet(asked)
    if as_json:
        document(
            {
                "nombre": len(applicable),
                "indicateurs": sorted(applicable),
                "fondamentaux": sorted(applicable & fondamentaux()),
                "audites": sorted(looked_at),
                "sans_objet": sorted(void),
                "allegements_nouvel_entrant": sorted(regles.allegements(asked)),
                "type_audit": type_audit,
                "regle": "R-RNQ-04, R-RNQ-07, R-RNQ-11",
                "source": typographed(SOURCES["profil"]),
            }
        )
        return 0
    say(wrapped(f"{counted(len(applicable), 'indicateur')} applicables sur 32"), "")
    say(facts(_profil(asked, type_audit, applicable, looked_at, void)))
    return 0


def _cout(found: Cout) -> dict[str, Any]:
    """A cost as plain data, in euros before tax."""
    return {
        "postes": [
            {
                "numero": p.numero,
                "libelle": p.libelle,
                "montant": None if p.montant is None else float(p.montant),
                "recurrence": p.recurrence,
            }
            for p in found.postes
        ],
        "total": float(found.total),
        "par_an": float(found.annualise),
        "a_renouveler": float(found.a_renouveler),
        "annees": found.annees,
        "audits": found.audits,
        "unite": "€ HT",
        "regle": "R-COUT-01, R-COUT-02",
        "source": typographed(SOURCES["cout"]),
        "mention": found.mention,
    }


def _profil(
    asked: Profil,
    type_audit: TypeAudit,
    applicable: frozenset[int],
    looked_at: frozenset[int],
    void: frozenset[int],
) -> list[tuple[str, str]]:
    """What is said of a profile."""
    from reportlib.rules.rnq import criteres, fondamentaux
    from reportlib.rules.rnq_profils import allegements

    rows = [
        (f"Critère {c.numero}", _numbers(applicable & set(c.indicateurs)))
        for c in criteres()
        if applicable & set(c.indicateurs)
    ]
    serious = applicable & fondamentaux()
    rows.append(("Fondamentaux", f"{_numbers(serious)} (une majeure possible, jamais de mineure)"))
    rows.append(("Audités", f"{integer(len(looked_at))} à l’audit {TYPES[type_audit]}"))
    if looked_at != applicable:
        rows.append(("", _numbers(looked_at)))
    if void:
        rows.append(("Sans objet", f"{_numbers(void)}, faute de sous-traitance ou de portage"))
    if light := allegements(asked):
        rows.append(("Nouvel entrant", f"preuve allégée\u00a0: {_numbers(light)}"))
    if asked.sous_traitance == "totale":
        rows.append(("Sous-traitance", "totale\u00a0: l’audit porte sur tous les indicateurs"))
    return [
        *rows,
        ("Règle", "R-RNQ-04 (R-RNQ-07 pour Cnefop, R-RNQ-11 pour la sous-traitance)"),
        ("Source", SOURCES["profil"]),
    ]


def facts(rows: Sequence[tuple[str, str]]) -> str:
    """Return labels and words as columns, with French typography."""
    return aligned([(label, typographed(words)) for label, words in rows])


def _sites(visited: int, sites: int) -> str:
    """« 4 sur 17 », or that a single site adds nothing (R-AUD-03)."""
    return "un seul site\u00a0: rien à ajouter" if sites == 1 else f"{visited} sur {integer(sites)}"


def _numbers(found: frozenset[int]) -> str:
    return ", ".join(str(number) for number in sorted(found))


def _euros(amount: Decimal) -> str:
    return f"{decimal(float(amount), 2)}\u00a0€"
