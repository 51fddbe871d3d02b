"""The catalogue as a page of the documentation: written from the records, never by hand."""

from __future__ import annotations

from reportlib.indicators.catalogue import catalogue
from reportlib.indicators.record import Indicator
from reportlib.wording import typographed

FAMILIES = {
    "AC": "Autoévaluation de l’accompagnement",
    "BA": "Bilan annuel",
    "CH": "Charte d’engagement",
    "QA": "Adoption de Qualiopi",
    "RP": "Prévention des ruptures",
}
_KINDS = {
    "compte": "compte",
    "part": "part",
    "mediane": "médiane, à partir de 5 cas ; minimum et maximum en dessous",
    "organismes": "nombre d’organismes distincts",
    "somme": "somme",
    "moyenne": "moyenne",
    "distincts": "compte, une fois par région",
}
_VISIBLE = {
    "oui": "oui, ses propres lignes",
    "region": "valeur régionale seulement",
    "non": "non, usage interne",
}
_HEAD = """# Catalogue des indicateurs

Cette page est écrite à partir des fiches de `reportlib/indicators/` ; un test vérifie qu’elle est à
jour. Chaque tableau, graphique et document lit ses mots dans ces fiches.

- **Période** : bornes incluses, sur la date indiquée. État lu à la fin de la période : une date
  postérieure est ignorée, avec la valeur qu’elle date.
- **État à l’import** : valeur sans date de changement, telle que lue dans les fichiers.
- **Dénominateur nul** : « s. o. ». **Registre absent** : « donnée non fournie ».
  **Masqué** : « s ».
  **Charte au-delà de son terme** : « reconduction non renseignée ».
- **À part** : ce qui est regardé sans entrer dans la base est compté par raison.
"""


def page() -> str:
    """Return the catalogue as Markdown, one section a family, sorted by id."""
    records = catalogue().values()
    parts = [typographed(_HEAD)]
    for prefix, title in FAMILIES.items():
        family = [record for record in records if record.id.startswith(prefix)]
        if not family:
            continue
        parts.append(f"## {title}\n\n{_summary(family)}")
        parts.extend(_section(record) for record in family)
    return "\n".join(parts)


def _summary(records: list[Indicator]) -> str:
    """The table at the head of a family."""
    lines = [f"| {r.id} | {r.libelle} | {r.unite} | {r.engagement} |" for r in records]
    return "\n".join(["| Id | Libellé | Unité | Engagement |", "|---|---|---|---|", *lines, ""])


def _section(record: Indicator) -> str:
    """One record, field by field."""
    fields = [
        ("Définition", record.definition),
        ("Formule", record.formule),
        ("Nature", f"{_KINDS[record.kind]} [{record.unite}]"),
        ("Période", record.periode),
        ("Cas limites", record.cas_limites),
        ("Ventilations", _breakdowns(record)),
        ("Registres", ", ".join(f"`{name}`" for name in record.registres)),
        ("Montrable à un organisme", _VISIBLE[record.visible_of]),
        ("Masquage", _withheld(record)),
        ("Source", record.source),
        ("Origine", "document fondateur" if record.origine == "SEED" else "ajout"),
    ]
    lines = [typographed(f"- **{name}** : {value}") for name, value in fields if value]
    return f"### {record.id} — {record.libelle}\n\n" + "\n".join(lines) + "\n"


def _breakdowns(record: Indicator) -> str:
    """The breakdowns, with those whose sum passes the total."""
    named = [
        f"`{name}` (plusieurs valeurs)" if name in record.multiples else f"`{name}`"
        for name in record.ventilations
    ]
    return ", ".join(named)


def _withheld(record: Indicator) -> str:
    """What is withheld outside internal use (R-CONF-03)."""
    if record.masque_of:
        return "nombre d’autres organismes : « s » de 1 à 4 hors usage interne"
    if record.sensible:
        return "valeur régionale : « s » si la base va de 1 à 4, hors usage interne"
    if record.sensibles:
        names = ", ".join(f"`{name}`" for name in record.sensibles)
        return f"par {names} : « s » de 1 à 4 hors usage interne, avec masquage secondaire"
    return ""
