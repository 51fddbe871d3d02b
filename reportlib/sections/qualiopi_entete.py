"""The head of the Qualiopi report: title block, five key figures, the sentences to remember."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import Blocks, Tile, Tiles, Title
from reportlib.blocks.tables import ABSENT
from reportlib.indicators.qualiopi_nationales import evolutions
from reportlib.sections import qualiopi_essentiel
from reportlib.sections.bilan import Bilan
from reportlib.sections.figure import Figure
from reportlib.sections.qualiopi_liste import fichiers
from reportlib.sections.qualiopi_nombres import nationale
from reportlib.sections.titre import titre
from reportlib.sections.tournures import base_of, tile
from reportlib.wording import agreed, day, integer, signed, spelled, typographed

NATIONALES = "certifications_nationales"


def region(bilan: Bilan, liste: str = "") -> Blocks:
    """Return the head of the report: title, five key figures, the essential.

    Parameters
    ----------
    liste
        File or folder of the public list, named among the files read; empty when there is none.
    """
    return Blocks((_title(bilan, liste), _tiles(bilan), qualiopi_essentiel.region(bilan)))


def _title(bilan: Bilan, liste: str) -> Title:
    title = f"Adoption de Qualiopi au {day(bilan.period.end)}"
    return replace(
        titre(
            bilan,
            title,
            "Qualiopi",
            "certification",
            perimetre="et situation nationale",
            lus="\u00a0; ".join([bilan.lus, *fichiers(liste)]),
        ),
        running=title,
        footer=typographed(
            "Sources : registres du pôle Qualité des parcours et chiffres publiés ; règles de "
            "calcul en annexe."
        ),
        compact=False,
    )


def _tiles(bilan: Bilan) -> Tiles:
    certified, engaged, due = bilan.one("QA-01"), bilan.one("QA-04"), bilan.one("QA-17")
    months = spelled(bilan.settings.choix.alerte_renouvellement_mois)
    return Tiles(
        columns=5,
        items=(
            tile(
                certified,
                agreed(certified.count, "organisme certifié", "organismes certifiés"),
                f"de nos registres, au {day(bilan.period.end)}"
                if certified.state != "masque"
                else ABSENT["masque"][1],
            ),
            tile(
                engaged,
                "dans la démarche, certifiés ou en cours",
                base_of(engaged, "organisme", "organisme financé dans l’année",
                        "organismes financés dans l’année"),
            ),
            _growth(bilan),
            tile(
                due,
                f"{agreed(due.count, 'certificat', 'certificats')} à échéance à {months} mois",
                _late(bilan) if due.count or not due.exact else "dans les mois qui suivent",
            ),
            _answers(bilan.one("QA-09")),
        ),
    )  # fmt: skip


def _growth(bilan: Bilan) -> Tile:
    """The last growth of the certified in the country (QA-05)."""
    label = "de certifiés en France"
    if not bilan.provided(NATIONALES):
        return Tile(value=ABSENT["non_fourni"][0], label=label, base=f"table {NATIONALES}",
                    state="non_fourni")  # fmt: skip
    steps = evolutions(bilan.dataset, bilan.period.end)
    mine = steps.loc[steps["serie"].eq("certifies") & steps["taux"].notna()]
    if mine.empty:
        return Tile(value=ABSENT["sans_objet"][0], label=label, state="sans_objet",
                    base="moins de deux points publiés à cette date")  # fmt: skip
    last = mine.iloc[-1]
    rate = float(last["taux"])
    return Tile(
        value=f"{signed(rate, 1)}\u00a0%",
        label=label,
        base=typographed(
            f"de {integer(last['avant'])} le {day(last['date_avant'])} à "
            f"{integer(last['apres'])} le {day(last['date'])}"
        ),
        number=rate,
        ref=nationale("QA-05", "certifies", last["date"].date(), "taux"),
    )


def _late(bilan: Bilan) -> str:
    """« dont 18 dont la dernière date sûre est passée »."""
    late, months = bilan.one("QA-17b"), bilan.settings.choix.limite_renouvellement_mois
    if late.state == "masque":
        return f"dernière date sûre ({months} mois) : nombre couvert par le secret"
    if not late.exact:
        return "sans date de certificat"
    return f"dont {integer(late.count)}, dernière date sûre ({months} mois) passée"


def _answers(figure: Figure) -> Tile:
    """How many organisations answered the survey: the base of QA-09."""
    label = agreed(figure.base, "répondant à l’enquête", "répondants à l’enquête")
    if figure.state == "sans_objet":
        return Tile(value="0", label="répondant à l’enquête", base="aucune réponse dans la période",
                    number=0.0, ref=figure.ref("base"))  # fmt: skip
    if not figure.exact:
        return Tile(value=figure.shown, label=label, base=ABSENT[figure.state][1],
                    state=figure.state, ref=figure.ref("base"))  # fmt: skip
    aside = f", {figure.set_aside}" if figure.lost else ""
    return Tile(
        value=integer(figure.base),
        label=label,
        base=f"dernière réponse de chaque organisme{aside}",
        number=float(figure.base),
        ref=figure.ref("base"),
    )
