"""The dictionary page ``docs/registres.md``, made from the TOMLs.

``python -m reportlib.registers.dictionary`` writes it; a test checks that it is up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from reportlib.registers import Column, Register, registers
from reportlib.wording import listed

PAGE = Path(__file__).parents[2] / "docs" / "registres.md"

_TYPES = {
    "texte": "texte",
    "enumere": "valeur d’une liste",
    "liste": "valeurs d’une liste",
    "liste_texte": "un ou plusieurs textes",
    "date": "date",
    "mois": "mois",
    "booleen": "oui ou non",
    "entier": "nombre entier",
    "decimal": "nombre",
}
_ORGANISATIONS = {
    "propre": "ce registre est la liste des organismes",
    "direct": "chaque ligne nomme un organisme, par son identifiant, SIRET, SIREN, NDA ou nom",
    "indirect": "l’organisme est celui que donne {par} ; une colonne d’organisme est recoupée",
    "aucun": "aucun organisme",
    "regional": "aucun, chaque ligne parle de la région",
}
_INTRODUCTION = """\
# Dictionnaire des registres

Page fabriquée d’après les fichiers `reportlib/registers/*.toml` ; ne pas la modifier à la main :
`python -m reportlib.registers.dictionary` la réécrit. Pour accepter un en-tête, un nom de feuille
ou une écriture de plus, ajoutez-les dans le fichier du registre, puis relancez cette commande.

Obligation : **O** colonne et cellule requises (cellule seulement si aucune valeur par défaut n’est
écrite), **C** attendue sous condition (signalée si elle manque), **N** facultative, **F**
identifiant propre, fabriqué s’il manque, **I** identification de l’organisme. Le nom de la colonne
est toujours un en-tête admis.
"""


_READING = """\
## Lecture des fichiers

Sont lus les classeurs (`.xlsx`, `.xlsm`, `.xls`, `.xlsb`, `.ods`) et les textes (`.csv`, `.txt`,
`.tsv`) posés dans le dossier lui-même ; les fichiers cachés, verrous (`~$…`) et README sont passés.

Une feuille appartient au registre que dit `sources.yaml`, sinon son nom, sinon celui du fichier,
sinon au seul registre dont toutes les colonnes requises sont là ; de plusieurs, à celui qui lit
toutes les colonnes que les autres lisent, et davantage ; dans le doute, elle est refusée. La ligne
d’en-têtes est la première qui porte deux en-têtes connus. `sources.yaml`, posé à côté des fichiers,
s’écrit ainsi :

```yaml
- fichier: Export 2022.xlsx
  feuille: Feuil1
  registre: propositions
  en-tetes:
    Arrivée chez nous: date_reception
    Vu par: ignorer
- fichier: Export 2023.xlsx
```

- L’ordre des entrées est celui des fichiers : de deux versions d’un même passage à la même date, la
  dernière entrée fait foi.
- `feuille` se tait pour parler de tout le fichier ; `registre: aucun` écarte une feuille ;
  `vide: true` accepte un fichier sans aucune ligne.

La faute d’un fichier arrête tout, avec un message. La faute d’une ligne la met à l’écart : le bilan
se fait, et dit combien. Une référence inconnue, un organisme non indiqué, un ordre de dates
incohérent, un doublon probable ne mettent rien à l’écart : ils sont signalés. Les lignes d’une
feuille, hors en-têtes, sont gardées, mises à l’écart ou ignorées (titre, total, note, ligne vide,
doublon exact, version remplacée), chacune comptée une fois.

Nos choix, à confirmer : années de 1950 à 2100 seulement ; trois zéros de tête rétablis au plus ;
une cellule sous une fusion met sa ligne à l’écart, comme une formule sans valeur ; les noms et
alias ne se séparent qu’au point-virgule ou à la ligne ; les caractères de contrôle sont retirés,
avec un avis ; un pourcentage d’un classeur est lu comme il est affiché (10 pour « 10 % ») ; un
nombre qui dépasse un autre de sa ligne (ruptures et participants distincts, certifiés et
candidatures) est signalé, jamais écarté ; une cellule qui semble vide et qui écrit une valeur de la
liste (« sans objet » pour une bonne pratique) vaut cette valeur.
"""


def page() -> str:
    """Return the dictionary page, in Markdown."""
    parts = [
        _INTRODUCTION,
        _READING,
        *(_register(one) for one in registers().values()),
    ]
    return "\n".join(parts)


def _register(one: Register) -> str:
    """Return the chapter of a register."""
    return "\n".join(
        [
            f"## {one.nom}",
            "",
            f"**{one.titre}** : une ligne par {_article(one.grain)}. Source : {one.source}.",
            "",
            f"- Clé : {_key(one)}.",
            *(
                [f"- Table à historique, ordonnée par `{one.historique}`."]
                if one.historique
                else []
            ),
            f"- Organisme : {_ORGANISATIONS[one.organisme].format(par=f'`{one.organisme_par}`')}.",
            f"- Feuilles et fichiers : {', '.join(one.feuilles)}.",
            *(f"- {_code(rule)}" for rule in one.regles),
            *([f"- Jamais dans ce registre : {one.interdit}."] if one.interdit else []),
            "",
            "| Colonne | Type | Obl. | Valeurs et contrôles | En-têtes rencontrés |",
            "|---|---|---|---|---|",
            *(_row(column) for column in one.colonnes.values()),
            "",
            *_writings(one),
        ]
    )


def _key(one: Register) -> str:
    """« `id_of` et `numero` ou `date_obtention` »."""
    fixed = [f"`{name}`" for name in one.cle if name not in one.cle_au_choix]
    chosen = " ou ".join(f"`{name}`" for name in one.cle_au_choix)
    return listed([*fixed, *([chosen] if chosen else [])])


def _article(grain: str) -> str:
    """« une proposition » becomes « proposition », after « une ligne par »."""
    return grain.removeprefix("une ").removeprefix("un ")


def _row(column: Column) -> str:
    """Return the line of a column."""
    unit = f" [{column.unite}]" if column.unite else ""
    headers = ", ".join((*column.entetes, *column.coches))
    cells = [
        f"`{column.nom}`",
        _TYPES[column.type] + unit,
        column.obligation,
        _checks(column),
        headers,
    ]
    return "| " + " | ".join(_code(cell).replace("|", "\\|") for cell in cells) + " |"


def _checks(column: Column) -> str:
    """Return what is said and checked of a column's values."""
    parts = [column.controle] if column.controle else []
    if column.valeurs:
        parts.append("valeurs : " + ", ".join(f"`{value}`" for value in column.valeurs))
    if column.minimum is not None and f"≥ {column.minimum}" not in column.controle:
        parts.append(f"≥ {column.minimum}")
    if column.maximum is not None and f"à {column.maximum}" not in column.controle:
        parts.append(f"≤ {column.maximum}")
    if column.au_plus and "≤" not in column.controle:
        parts.append(f"≤ {column.au_plus}")
    if column.vide is not None:
        parts.append(f"vide : lu plus tard « {column.vide} »")
    if column.reference:
        parts.append(f"référence `{column.reference}`")
    if column.datee_par:
        dated = (
            "état à l’import" if column.datee_par == "import" else f"daté par `{column.datee_par}`"
        )
        parts.append(dated)
    if column.donnee_personnelle:
        parts.append(f"donnée personnelle : {column.donnee_personnelle}, jamais montrée")
    return " ; ".join(parts)


def _writings(one: Register) -> Iterator[str]:
    """Give the table of the other ways to write the allowed values, when there are any."""
    lines = [
        f"| `{column.nom}` | `{value}` | {', '.join(written)} |"
        for column in one.colonnes.values()
        for value, written in _all_writings(column).items()
    ]
    if lines:
        yield from ("Autres écritures admises (sans égard à la casse ni aux accents) :", "")
        yield from ("| Colonne | Valeur | Écritures |", "|---|---|---|", *lines, "")


def _all_writings(column: Column) -> dict[str, tuple[str, ...]]:
    """Return the other writings of each value; those that their case tells apart say so."""
    writings = dict(column.ecritures)
    for value, exact in column.ecritures_casse.items():
        said = tuple(f"{written} (casse respectée)" for written in exact)
        writings[value] = (*writings.get(value, ()), *said)
    return writings


def _code(text: str) -> str:
    """Return ``text`` on one line, as a table's cell wants it."""
    return " ".join(text.split())


def main() -> int:
    """Write the page; 0 when done."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
