"""Sentences of the statistics: what a share, a gap, a median say, and what they do not prove."""

from __future__ import annotations

from reportlib.rules.statistiques import BASE_MIN, CORRELATION_DES, Ecart, Mediane, Taux
from reportlib.wording import counted, decimal, integer, percent, points, typographed

EFFECTIF_INCONNU = typographed(
    "Le nombre de participants n'étant pas connu, aucun taux n'est calculé."
)
"""Said of groups de parole whose number of participants is unknown (RP-10)."""


def phrase_taux(share: Taux) -> str:
    """Return « 25 sur 353, soit 7,1 % (intervalle à 95 % : de 4,8 % à 10,3 %) ».

    Under 10 in the base, the counts and the warning; without a base, « s. o. » and why.
    """
    if share.part is None or share.bas is None or share.haut is None:
        return typographed("s. o. : aucun cas dans la base")
    counts = f"{integer(share.numerateur)} sur {integer(share.base)}"
    if not share.lisible:
        return typographed(f"{counts} ; {avertissement(share)}")
    return typographed(
        f"{counts}, soit {percent(share.part)} "
        f"(intervalle à 95 % : de {percent(share.bas)} à {percent(share.haut)})"
    )


def avertissement(share: Taux) -> str:
    """Return « moins de 10 dans la base : à lire en nombres », or nothing from 10 on."""
    if share.lisible or share.base == 0:
        return ""
    return typographed(f"moins de {BASE_MIN} dans la base : à lire en nombres")


def phrase_ecart(gap: Ecart) -> str:
    """Return the gap in points, its interval, and whether « no gap » stays possible.

    Under 10 in one of the groups, that they are not compared.
    """
    if gap.points is None or gap.bas is None or gap.haut is None or gap.p is None:
        return typographed(f"Moins de {BASE_MIN} dans l'un des groupes : ils ne sont pas comparés.")
    said = (
        f"Écart : {points(gap.points)} (intervalle à 95 % : "
        f"de {points(gap.bas)} à {points(gap.haut)} ; test exact de Fisher : {_p(gap.p)})."
    )
    end = "Une absence d'écart reste possible." if gap.compatible_avec_zero else ""
    return typographed(f"{said} {end}".strip())


def sans_effet(objet: str) -> str:
    """Return the sentence that a comparison proves no effect « de la check-list », of ``objet``.

    Parameters
    ----------
    objet
        With its article: « la check-list », « les groupes de parole », « l'accompagnement ».
    """
    article = {"le ": "du ", "les ": "des "}
    whole = next(
        (new + objet[len(old) :] for old, new in article.items() if objet.startswith(old)),
        f"de {objet}",
    )
    return typographed(f"Ces taux décrivent la période ; ils ne démontrent pas un effet {whole}.")


def phrase_mediane(middle: Mediane, unite: str) -> str:
    """Return « médiane : 4 jours (12 cas) », or the two ends under 5 cases.

    Parameters
    ----------
    unite
        Singular noun, « jour ».
    """
    if middle.cas == 0 or middle.minimum is None or middle.maximum is None:
        return typographed("s. o. : aucun cas")
    cases = counted(middle.cas, "cas", "cas")
    if middle.valeur is None:
        return typographed(
            f"de {_size(middle.minimum)} à {_quantity(middle.maximum, unite)} ({cases} : "
            "pas de médiane sous 5)"
        )
    return typographed(f"médiane : {_quantity(middle.valeur, unite)} ({cases})")


def phrase_correlation(value: float | None, organismes: int) -> str:
    """Return the rank correlation, or why there is none (AC-09)."""
    if organismes < CORRELATION_DES:
        return typographed(
            f"Moins de {CORRELATION_DES} organismes : aucune corrélation n'est calculée."
        )
    if value is None:
        return typographed("Valeurs toutes égales : aucune corrélation n'est calculée.")
    return typographed(
        f"Corrélation de rang : {decimal(value, 2)} ({counted(organismes, 'organisme')}). "
        "Elle décrit une liaison, pas une cause."
    )


def _p(value: float) -> str:
    """« p = 0,012 », « p < 0,001 »."""
    return "p\u00a0<\u00a00,001" if value < 0.001 else f"p\u00a0=\u00a0{decimal(value, 3)}"


def _size(number: float) -> str:
    """« 4 », « 4,5 »."""
    return integer(number) if float(number).is_integer() else decimal(number)


def _quantity(number: float, unite: str) -> str:
    """« 4 jours », « 1,5 jour »."""
    noun = unite if abs(number) < 2 else f"{unite}s"
    return f"{_size(number)}\u00a0{noun}"
