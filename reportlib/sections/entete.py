"""The head of a bilan: title block, confidentiality frame, key figures, « L'essentiel »."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import Blocks, Essential, Tile, Tiles, Title
from reportlib.sections import comparaison
from reportlib.sections.bilan import Bilan, shown_day
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import MODALITES, libelle
from reportlib.sections.titre import confidentiel, titre
from reportlib.sections.tournures import (
    aside,
    base_of,
    beside,
    last_year,
    sorted_by_size,
    tile,
)
from reportlib.wording import (
    Rich,
    agreed,
    counted,
    integer,
    listed,
    rich,
    spelled,
)


def region(bilan: Bilan) -> Blocks:
    """Return the head of the region's bilan: title, eight key figures, the essential."""
    return Blocks((_title(bilan), _region_tiles(bilan), _region_essential(bilan)))


def organisme(bilan: Bilan) -> Blocks:
    """Return the head of an organisation's copy; no percentages for one with very few files."""
    head = (_title(bilan), confidentiel())
    if bilan.bref:
        return Blocks(head)
    compared = comparaison.organisme(bilan)
    return Blocks((*head, _own_tiles(bilan), _own_essential(bilan), *compared))


def _title(bilan: Bilan) -> Title:
    who, internal = bilan.organisme, ", usage interne" if bilan.interne else ""
    block = titre(
        bilan, f"Bilan annuel PTP {bilan.annee}" if who else f"Bilan annuel {bilan.annee}",
        "bilan annuel", "PTP",
    )  # fmt: skip
    asked = (("Demande du", bilan.edition.demande), ("Remis le", bilan.edition.remis))
    handed = tuple((label, shown_day(words)) for label, words in asked if words and who)
    return replace(
        block,
        period=block.period + (internal or (", les dossiers de votre organisme" if who else "")),
        identity=(*handed, *block.identity),
        running=block.running + internal,
        compact=who is not None,
    )


def _region_tiles(bilan: Bilan) -> Tiles:
    examined, decided, adapted = bilan.one("BA-02"), bilan.one("BA-03"), bilan.one("BA-07")
    filed, kept = bilan.one("BA-01"), bilan.one("BA-11")
    studied = bilan.one("BA-12")
    return Tiles(
        columns=4,
        items=(
            tile(
                examined,
                agreed(examined.count, "dossier examiné", "dossiers examinés"),
                _filed(filed),
                last_year(bilan, "BA-02"),
            ),
            tile(
                decided,
                "de dossiers accordés",
                base_of(decided, "dossier", "décidé", "décidés"),
                last_year(bilan, "BA-03"),
            ),
            tile(
                adapted,
                "de parcours individualisés",
                base_of(adapted, "dossier", "renseigné", "renseignés"),
                last_year(bilan, "BA-07"),
            ),
            tile(
                bilan.one("BA-22"),
                "de couverture Qualiopi",
                base_of(bilan.one("BA-22"), "organisme", "actif", "actifs"),
                last_year(bilan, "BA-22"),
            ),
            tile(
                bilan.one("BA-08"),
                agreed(bilan.one("BA-08").count, "atelier animé", "ateliers animés"),
                f"{agreed(bilan.one('BA-08').count, 'réalisé', 'réalisés')}, hors webinaires",
                last_year(bilan, "BA-08"),
            ),
            tile(
                bilan.one("BA-10"),
                agreed(
                    bilan.one("BA-10").count,
                    "situation d’intervention",
                    "situations d’intervention",
                ),
                f"{counted(kept.count, 'maintien', none='aucun maintien')} dans le parcours"
                if kept.exact
                else "issues non connues",
                last_year(bilan, "BA-10"),
            ),
            tile(
                studied,
                agreed(studied.count, "proposition analysée", "propositions analysées"),
                "ingénierie de parcours",
                last_year(bilan, "BA-12"),
            ),
            tile(
                bilan.one("BA-21"),
                agreed(bilan.one("BA-21").count, "organisme actif", "organismes actifs"),
                "au moins un dossier accordé",
                last_year(bilan, "BA-21"),
            ),
        ),
    )


def _filed(filed: Figure) -> str:
    """« 1 204 déposés dans l’année »."""
    return f"{integer(filed.count)} {agreed(filed.count, 'déposé', 'déposés')} dans l’année"


def _region_essential(bilan: Bilan) -> Essential:
    return Essential(
        sentences=tuple(s for s in (_activity(bilan), _decisions(bilan), _ruptures(bilan)) if s)
    )


def _activity(bilan: Bilan) -> Rich:
    """« En 2023, le pôle a animé 15 ateliers… », as far as is known."""
    acts = (
        ("BA-08", "a animé", "n’a animé aucun atelier", "atelier"),
        ("BA-10", "est intervenu dans", "n’est intervenu dans aucune situation", "situation"),
        ("BA-12", "a analysé", "n’a analysé aucune proposition", "proposition"),
    )
    parts, values = [], {"annee": bilan.annee}
    for identifier, verb, none, noun in acts:
        figure = bilan.one(identifier)
        if not figure.exact:
            continue
        values[noun], values[f"{noun}_ecartees"] = counted(figure.count, noun), aside(figure)
        said = f"{verb} **{{{noun}}}**" if figure.count else none
        parts.append(said + f"{{{noun}_ecartees}}")
    if not parts:
        return ()
    tail = " d’ingénierie" if bilan.one("BA-12").exact else ""
    return rich("En {annee}, le pôle Qualité des parcours " + listed(parts) + tail + ".", **values)


def _decisions(bilan: Bilan) -> Rich:
    examined, granted = bilan.one("BA-02"), bilan.one("BA-03")
    if not examined.exact:
        return ()
    if not examined.count:
        return rich("Aucun dossier{a} n’a été examiné par la commission.", a=aside(examined))
    first = "{n}{a} {v} par la commission ; "
    said = {
        "n": counted(examined.count, "dossier"),
        "a": aside(examined),
        "v": agreed(examined.count, "a été examiné", "ont été examinés"),
    }
    if not granted.exact:
        return rich(first + "aucun n’a été décidé.", **said)
    share = "soit {p} des {b}" if granted.base > 1 else "sur le seul dossier décidé"
    return rich(
        first + f"**{{m}}**, {share}.",
        m=counted(granted.count, "a été accordé", "ont été accordés", none="aucun n’a été accordé"),
        p=granted.shown,
        b=counted(granted.base, "dossier décidé", "dossiers décidés"),
        **said,
    )


def _ruptures(bilan: Bilan) -> Rich:
    broken, known = bilan.one("RP-01"), bilan.one("RP-04")
    if not broken.exact:
        return ()
    if not broken.count:
        return rich("Aucun parcours{a} n’a été rompu dans l’année.", a=aside(broken))
    return rich(
        "**{n}**{a} {v} dans l’année ; la cause est renseignée pour {k}.",
        n=counted(broken.count, "parcours", "parcours"),
        v=agreed(broken.count, "a été rompu", "ont été rompus"),
        a=aside(broken),
        k="aucun d’entre eux" if not known.base else f"{integer(known.base)} d’entre eux",
    )


def _own_tiles(bilan: Bilan) -> Tiles:
    examined, granted, adapted = bilan.one("BA-02"), bilan.one("BA-03"), bilan.one("BA-07")
    filed, broken = bilan.one("BA-01"), bilan.one("RP-01")
    items: tuple[Tile, ...] = (
        tile(
            examined,
            agreed(examined.count, "dossier examiné", "dossiers examinés"),
            _filed(filed),
            beside(bilan, "BA-02"),
        ),
        tile(
            granted,
            "de dossiers accordés",
            base_of(granted, "dossier", "décidé", "décidés"),
            beside(bilan, "BA-03"),
        ),
        tile(
            adapted,
            "de parcours individualisés",
            base_of(adapted, "dossier", "renseigné", "renseignés"),
            beside(bilan, "BA-07"),
        ),
        tile(
            broken,
            agreed(broken.count, "rupture", "ruptures"),
            "dans l’année",
            beside(bilan, "RP-01"),
        ),
        tile(
            bilan.one("BA-15"),
            "de certificats à l’heure",
            base_of(bilan.one("BA-15"), "certificat", "attendu", "attendus"),
            beside(bilan, "BA-15"),
        ),
    )
    return Tiles(columns=5, items=items)


def _own_essential(bilan: Bilan) -> Essential:
    sentences = (_own_decisions(bilan), _own_adapted(bilan), _own_paths(bilan), _few(bilan))
    return Essential(sentences=tuple(s for s in sentences if s))


def _own_decisions(bilan: Bilan) -> Rich:
    examined, granted, region_rate = bilan.one("BA-02"), bilan.one("BA-03"), bilan.region("BA-03")
    if not examined.exact:
        return ()
    beside_it = (
        f" Région :\u00a0{region_rate.shown} des dossiers décidés." if region_rate.exact else ""
    )
    return rich(
        "La commission a examiné **{n}** de votre organisme{a}, dont **{m}**." + beside_it,
        n=counted(examined.count, "dossier"),
        a=aside(examined),
        m=counted(granted.count, "accordé", "accordés", none="aucun accordé"),
    )


def _own_adapted(bilan: Bilan) -> Rich:
    adapted = bilan.one("BA-07")
    if not adapted.exact:
        return ()
    if not adapted.count:
        return rich("Aucun dossier examiné ne prévoyait un parcours aménagé.")
    most = [
        f
        for f in sorted_by_size(bilan.figures.by("BA-07", "amenagements"), "amenagements")
        if f.group["amenagements"] != "non_renseigne" and f.count
    ]
    mainly = ""
    if most:
        label = libelle(MODALITES, most[0].group["amenagements"]).lower()
        mainly = f", surtout par **{label}** ({counted(most[0].count, 'dossier')})"
    return rich(
        "{n} un parcours aménagé" + mainly + ".",
        n=counted(adapted.count, "dossier prévoyait", "dossiers prévoyaient"),
    )


def _own_paths(bilan: Bilan) -> Rich:
    broken, interventions = bilan.one("RP-01"), bilan.one("BA-10")
    if not broken.exact:
        return ()
    first = (
        f"{spelled(broken.count).capitalize()} parcours "
        f"{agreed(broken.count, 'a été rompu', 'ont été rompus')} dans l’année"
        if broken.count
        else "Aucun parcours n’a été rompu dans l’année"
    )
    if not interventions.exact:
        return rich(first + ".")
    second = (
        f"{spelled(interventions.count, feminine=True)} "
        + agreed(interventions.count, "intervention a été menée ", "interventions ont été menées ")
        + "avec l’accord du stagiaire"
        if interventions.count
        else "aucune intervention n’a été menée avec l’accord du stagiaire"
    )
    return rich(f"{first} ; {second}.")


def _few(bilan: Bilan) -> Rich:
    if not any(bilan.one(i).small for i in ("BA-03", "BA-07")):
        return ()
    return rich("Moins de 10 dossiers : les pourcentages sont donnés à titre indicatif.")
