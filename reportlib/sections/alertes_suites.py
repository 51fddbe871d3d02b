"""What stands beside the alerts: ruptures announced, no control on alert, levers, activity."""

from __future__ import annotations

from reportlib.blocks import Bar, BarChart, Block, Paragraph
from reportlib.sections import charte_phrases
from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import compte, region_a_cote, sur
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import LEVIERS, libelle
from reportlib.sections.tournures import absente, left_out, lues, notes, sorted_by_size, source
from reportlib.wording import counted, integer, rich, typographed


def ruptures(bilan: Bilan) -> tuple[Block, ...]:
    """Ruptures that an alert of risk came before, within a delay that is printed (R-AL-05)."""
    if gone := absente(bilan, "dossiers_ptp", "alertes", "signataires"):
        return (gone,)
    told = bilan.one("CH-25")
    days = bilan.settings.choix.delai_alerte_rupture
    if not told.exact:
        return (Paragraph(text=rich("Sans objet : aucun parcours n’a été rompu dans la période.")),)
    alone = bilan.figures.left_out("CH-25").get("alerte sans dossier, non rapprochée", 0)
    tail = " {s} de risque de rupture ne {v} aucun dossier : {w}." if alone else ""
    beside = region_a_cote(bilan, "CH-25")
    return (
        Paragraph(
            text=rich(
                "Ruptures de la période précédées d’une alerte de l’organisme pour risque de "
                "rupture, sur le même dossier, dans les **{d} jours** : **{n}**{r}. Ce délai est "
                "un choix de l’équipe ; la charte n’en fixe pas." + tail,
                d=integer(days),
                n=sur(told, "rupture", "ruptures"),
                r=f" ({beside})" if beside else "",
                s=counted(alone, "alerte"),
                v="nomme" if alone == 1 else "nomment",
                w="elle n’est pas rapprochée" if alone == 1 else "elles ne sont pas rapprochées",
            )
        ),
    )


def controles(bilan: Bilan) -> tuple[Block | None, ...]:
    """The guarantee, what cannot be verified apart; for the team, what is to be checked."""
    if gone := absente(bilan, "controles", "alertes", "signataires"):
        unknown = rich("L’engagement de ne pas contrôler sur alerte ne peut pas être vérifié.")
        return (gone, Paragraph(text=unknown))
    said = (
        *charte_phrases.controles(bilan),
        *rich(
            " Cible : 0. Un contrôle au motif de la communication n’est pas un contrôle sur alerte."
        ),
    )
    blocks: list[Block] = [Paragraph(text=said)]
    if bilan.interne:
        check, trainee = bilan.one("CH-27"), bilan.one("CH-26c")
        blocks.append(
            Paragraph(
                text=rich(
                    "Interne : **{c}** d’un autre motif, sur le dossier d’une alerte antérieure ; "
                    "{t}.",
                    c=counted(
                        check.count,
                        "contrôle à vérifier",
                        "contrôles à vérifier",
                        none="aucun contrôle à vérifier",
                    ),
                    t=counted(
                        trainee.count,
                        "contrôle sur l’alerte d’un stagiaire",
                        "contrôles sur l’alerte d’un stagiaire",
                        none="aucun contrôle sur l’alerte d’un stagiaire",
                    ),
                )
            )
        )
    return tuple(blocks)


def leviers(bilan: Bilan) -> tuple[Block | None, ...]:
    """Levers named in meetings and interventions; a few in words, more in a figure."""
    if gone := absente(bilan, "temps_dialogue", "interventions", "signataires"):
        return (gone,)
    whole = bilan.one("CH-31")
    out = left_out(bilan.figures.left_out("CH-31")) if not bilan.organisme else ""
    found = [f for f in bilan.figures.by("CH-31", "levier") if f.count or not f.exact]
    if not whole.count:
        return (Paragraph(text=rich("Aucun levier n’est cité dans la période.")),)
    ordered = sorted_by_size(found, "levier", ("autre", "non_renseigne"))
    bars = tuple(Bar(label=libelle(LEVIERS, f.group["levier"]), cell=f.cell) for f in ordered)
    said = lues(bars)
    if len(bars) < 4:
        return (Paragraph(text=rich("Leviers cités pour sécuriser les parcours : {s}.", s=said)),)
    return (
        BarChart(
            title="Leviers ayant sécurisé les parcours",
            unit="Nombre de fois où le levier est cité, temps de dialogue et interventions",
            category="Levier",
            measure="Citations",
            bars=bars,
            alt=typographed(
                f"Leviers ayant sécurisé les parcours : {said}. Ensemble : {whole.shown}."
            ),
            notes=notes(
                [whole, *ordered],
                rich(
                    "Interventions menées avec l’accord du stagiaire seulement."
                    + (" Hors de ces nombres : {o}." if out else ""),
                    o=out,
                ),
            ),
            source=source("temps_dialogue", "interventions"),
        ),
    )


def activite(bilan: Bilan) -> Block | None:
    """The team's workshops and interventions; in a copy, those that the trainee agreed to."""
    workshops, situations = bilan.one("BA-08"), bilan.one("BA-10")
    if not bilan.organisme:
        return _region_activity(bilan, workshops, situations)
    if gone := absente(bilan, "interventions"):
        return gone
    held = bilan.region("BA-08")
    tail = " Dans la région, le pôle a animé {w}." if held.exact and held.count else ""
    return Paragraph(
        text=rich(
            "**{n}** avec l’accord du stagiaire." + tail,
            n=counted(
                situations.count,
                "intervention a été menée pour votre organisme",
                "interventions ont été menées pour votre organisme",
                none="Aucune intervention n’a été menée pour votre organisme",
            ),
            w=counted(held.count, "atelier"),
        )
    )


def _region_activity(bilan: Bilan, workshops: Figure, situations: Figure) -> Block | None:
    """Both counts of all organisations, as far as their registers are there."""
    parts = [
        compte(figure, one, many, f"aucun{'e' if one.startswith('situation') else ''} {one}")
        for figure, one, many in (
            (workshops, "atelier animé", "ateliers animés"),
            (situations, "situation d’intervention", "situations d’intervention"),
        )
        if figure.exact
    ]
    gone = absente(bilan, "ateliers", "interventions")
    if not parts:
        return gone
    said = rich("Activité du pôle, signataires ou non : {p}.", p=" et ".join(parts))
    return Paragraph(text=(*said, (" ", ""), *gone.text) if gone else said)
