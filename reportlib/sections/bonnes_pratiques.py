"""Note on ruptures, chapter 5: the grid of ten good practices, what organisations declare."""

from __future__ import annotations

from reportlib.blocks import Block, Blocks, Column, Paragraph, Row, Rule, Rules, Table, text
from reportlib.indicators.bonnes_pratiques import ETATS, etats
from reportlib.rules.bonnes_pratiques import Pratique, pratiques, prevention
from reportlib.sections.bilan import Bilan
from reportlib.sections.documents import compte, manque
from reportlib.sections.figure import Figure
from reportlib.sections.libelles import ETATS_PRATIQUE
from reportlib.sections.tournures import chapter, left_out, notes, soit
from reportlib.wording import counted, rich, spelled, typographed

EN_BREF = {
    1: "sélection allégée à l’entrée",
    2: "check-list avant l’entrée",
    3: "immersion en entreprise",
    4: "groupes de parole, permanences",
    5: "retour sur la formation",
    6: "signalement en temps réel",
    7: "tiers extérieur, anonymat",
    8: "formation reliée au parcours",
    9: "passerelles entre institutions",
    10: "commission par bassin",
}
"""Each practice on one line, summed up by us; the annex has its whole words."""


def regles() -> Rules:
    """Return the ten practices in full, as rows of the annex."""
    return Rules(
        items=tuple(
            Rule(
                id=f"Pratique {one.numero}",
                label=one.nom,
                definition=typographed(one.contenu),
                source=typographed(prevention()["source"]),
            )
            for one in pratiques()
        )
    )


def region(bilan: Bilan) -> Blocks:
    """Return the chapter: the ten practices, who holds each, how many have it in place."""
    title = "Dix bonnes pratiques"
    if line := manque(bilan, "RP-15b"):
        return chapter(title, line)
    counts = etats(bilan.dataset, bilan.period)
    answered = int(counts["organismes"].max())
    least = bilan.settings.confidentialite.seuil_organismes
    if not answered:
        none = rich("Aucun organisme n’a répondu à la grille dans l’année.")
        return chapter(title, Paragraph(text=none))
    if answered < least:
        few = rich(
            "Moins de {n} organismes ont répondu à la grille dans l’année : ses nombres ne sont "
            "pas publiés (//s//).",
            n=spelled(least),
        )
        return chapter(title, Paragraph(text=few))
    states = {
        (str(row["numero"]), state): int(row[state])
        for row in counts.to_dict("records")
        for state in ETATS
    }
    return Blocks((*chapter(title, _grid(bilan, states, answered)), regles()))


def _grid(bilan: Bilan, states: dict[tuple[str, str], int], answered: int) -> Block:
    placed = bilan.figures.grouped("RP-15b", "pratique")
    whole = bilan.one("RP-15b")
    rows = [_row(bilan, one, placed.get(str(one.numero)), states) for one in pratiques()]
    facts = prevention()
    kinship = [
        f"{one.nom} : {one.parente[0].lower()}{one.parente[1:]}"
        for one in pratiques()
        if one.parente
    ]
    apart = {k: n for k, n in bilan.figures.left_out("RP-15b").items() if k != "sans objet"}
    return Table(
        title="La grille des dix bonnes pratiques",
        unit=typographed(
            f"Réponses de {counted(answered, 'organisme')} ; en place : {_share(whole)}"
        ),
        columns=(
            Column(label="Bonne pratique"),
            Column(label="À qui elle revient", width_mm=46),
            Column(label="En place", kind="num", width_mm=11),
            *(Column(label=label, kind="num", width_mm=13) for label in ETATS_PRATIQUE.values()),
        ),
        rows=tuple(rows),
        notes=notes(
            [whole, *placed.values()],
            rich(
                "{bearers} {kinship}",
                bearers=typographed(facts["porteurs_deduits"]),
                kinship=typographed(" ".join(kinship)),
            ),
            *([rich("À part : {n}.", n=left_out(apart))] if left_out(apart) else []),
        ),
        source=typographed(
            f"registre des bonnes pratiques ; grille d'après {facts['source']} "
            f"({facts['statut_de_la_grille']})."
        ),
        dense=True,
    )


def _row(
    bilan: Bilan, one: Pratique, placed: Figure | None, states: dict[tuple[str, str], int]
) -> Row:
    key = str(one.numero)
    figure = placed or bilan.figures.zero("RP-15b", pratique=key)
    others = (
        compte(
            states[key, state],
            f"RP-15b|region|pratique={key};etat={state}|{bilan.annee}|organismes",
        )
        for state in ETATS_PRATIQUE
    )
    return Row(
        cells=(
            text(typographed(f"{one.numero}. {one.nom} : {EN_BREF[one.numero]}")),
            text(", ".join(one.porteurs)),
            figure.cell,
            *others,
        )
    )


def _share(whole: Figure) -> str:
    """« 36 réponses sur 74 hors « sans objet », soit 48,6 % (intervalle…) »."""
    said = counted(whole.count, "réponse", none="aucune réponse")
    return f"{said} sur {whole.base} hors « sans objet »{soit(whole)}"
