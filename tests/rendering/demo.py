"""A bilan that holds every kind of block, in a fictitious region; and hostile texts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reportlib.blocks import (
    Bar,
    BarChart,
    Block,
    Cell,
    Column,
    Confidential,
    DotChart,
    DotRow,
    Essential,
    FreeZone,
    Funnel,
    Heading,
    LineChart,
    Method,
    Missing,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Series,
    Step,
    Table,
    Tile,
    Tiles,
    Title,
    absent,
    number,
    share,
    text,
)
from reportlib.wording import MONTHS, SHORT_MONTHS, decimal, integer, percent, rich

SOURCE = "registres d’exemple, région imaginaire."

TITLE = Title(
    title="Bilan d’exemple 2023",
    subject="Région imaginaire des Quatre Vents, tous les organismes",
    period="Du 1er janvier au 31 décembre 2023",
    issuer="Transitions d’exemple",
    team="Pôle d’essai",
    identity=(
        ("Édité le", "12\u00a0mars 2024"),
        ("Version", "2, remplace celle du 26\u00a0février 2024"),
        ("Fichiers lus", "dossiers_d_exemple.xlsx (0e54f526)\u00a0; ateliers.csv (8f2330f4)\u00a0; "
                         "organismes.csv (bacd14c8)\u00a0; suivi.xlsx (aefc0e06)"),
    ),
    running="Bilan d’exemple 2023, Quatre Vents",
    footer="Sources\u00a0: registres d’exemple. Tous les nombres sont inventés.",
    description="Bilan d’exemple, tous les nombres sont inventés",
    keywords=("exemple", "2023"),
)  # fmt: skip

TILES = Tiles(
    columns=4,
    items=(
        Tile(value=integer(1198), label="dossiers examinés", base=f"sur {integer(1284)} déposés",
             compare=f"2022\u00a0: {integer(1142)}", number=1198),
        Tile(value=percent(72.4), label="de dossiers accordés", base="842 sur 1\u202f163 décidés",
             compare=f"2022\u00a0: {percent(70.2)}", number=72.4),
        Tile(value="n.\u00a0f.", label="couverture de la certification", base="table absente",
             state="non_fourni"),
        Tile(value="15", label="ateliers animés par le pôle, en présence ou à distance",
             base="118 organismes présents", compare="2022\u00a0: 12", number=15),
    ),
)  # fmt: skip

FUNNEL = Funnel(
    title="Du dépôt à l’accord",
    unit="Nombre de dossiers, et part de l’étape précédente",
    steps=(
        Step(label="Déposés", cell=number(integer(1284), 1284)),
        Step(label="Examinés", cell=number(integer(1198), 1198), share="93,3\u00a0% des déposés"),
        Step(label="Retirés", cell=absent("masque")),
        Step(label="Accordés", cell=number("842", 842), share="72,4\u00a0% des décidés"),
    ),
    alt="Entonnoir\u00a0: 1\u202f284 dossiers déposés, 1\u202f198 examinés, 842 accordés ; le "
    "nombre de dossiers retirés est couvert par le secret.",
    notes=(rich("s : nombre couvert par le secret."),),
    source=SOURCE,
)

EXAMINED = (104, 118, 131, 96, 109, 142, 88, 21, 97, 121, 103, 68)
GRANTED = (71, 82, 95, 68, 77, 104, 61, None, 70, 88, 72, 40)


def _points(numbers: tuple[int | None, ...]) -> tuple[Cell, ...]:
    return tuple(absent("masque") if n is None else number(integer(n), n) for n in numbers)


LINE = LineChart(
    title="Dossiers examinés et accordés, par mois",
    unit="Nombre de dossiers, mois de la commission",
    labels=SHORT_MONTHS,
    full_labels=tuple(f"{name} 2023" for name in MONTHS),
    series=(
        Series(name="Accordés", cells=_points(GRANTED), total=number("842", 842)),
        Series(name="Examinés", cells=_points(EXAMINED), total=number(integer(1198), 1198)),
    ),
    alt="Courbes mensuelles. Examinés, de janvier à décembre\u00a0: 104, 118, 131, 96, 109, 142, "
    "88, 21, 97, 121, 103, 68. Accordés\u00a0: 71, 82, 95, 68, 77, 104, 61, août couvert par le "
    "secret, 70, 88, 72, 40.",
    notes=(rich("s : nombre couvert par le secret."),),
    source=SOURCE,
)

TABLE = Table(
    title="Dossiers par type de certification",
    unit="Dossiers examinés, et part accordée",
    columns=(
        Column(label="Certification visée"),
        Column(label="Examinés", kind="num", width_mm=24),
        Column(label="Part (en\u00a0%)", kind="num", width_mm=26),
        Column(label="0 à 100\u00a0%", kind="bar", width_mm=40),
        Column(label="Remarque"),
    ),
    rows=(
        Row(cells=(text("Titre ou diplôme entier"), number("874", 874), number("75,2", 75.2),
                   share(0.752), text("dont 12 en alternance"))),
        Row(cells=(text("Blocs de compétences"), number("211", 211), number("67", 67),
                   share(0.67), text(""))),
        Row(cells=(text("Répertoire spécifique"), absent("masque"), absent("sans_objet"),
                   share(None), text("trop peu pour une part"))),
        Row(cells=(text("CléA"), absent("non_fourni"), absent("reconduction"), share(None),
                   text(""))),
        Row(cells=(text("Ensemble"), number(integer(1198), 1198), number("72,4", 72.4),
                   share(0.724), text("")), total=True),
    ),
    notes=(rich("**s** : nombre couvert par le secret ; //s. o.// : sans objet."),),
    source=SOURCE,
)  # fmt: skip

BARS = BarChart(
    title="Refus par critère",
    unit="Nombre de refus, et part des 203\u00a0refus sur critère",
    category="Critère",
    measure="Refus",
    bars=(
        Bar(label="Cohérence du parcours", cell=number("61", 61), share=percent(30.0)),
        Bar(label="Cohérence du projet de transition professionnelle avec les perspectives "
                  "d’emploi à l’issue de la formation, au niveau régional", cell=number("44", 44),
            share=percent(21.7)),
        Bar(label="Conditions d’accès", cell=absent("masque")),
        Bar(label="Autre critère", cell=number("0", 0), share=percent(0)),
    ),
    apart=(Bar(label="Budget et priorités", cell=number("118", 118)),),
    alt="Barres. Refus\u00a0: cohérence du parcours 61, cohérence du projet 44, conditions d’accès "
    "couvert par le secret, autre critère 0 ; à part, budget et priorités 118.",
    notes=(rich("En gris : refus sans critère de qualité, hors des parts."),),
    source=SOURCE,
)  # fmt: skip

DOTS = DotChart(
    title="Vos repères et ceux de la région",
    unit="En\u00a0%, la base de chaque taux est écrite sous son nom",
    rows=(
        DotRow(label="Taux d’accord", base="27 dossiers sur 36 décidés",
               own=number(percent(75.0), 75.0), region=number(percent(72.4), 72.4)),
        DotRow(label="Parcours individualisés", base="1 dossier sur 38 examinés",
               own=number(percent(2.6), 2.6), region=number(percent(17.9), 17.9)),
        DotRow(label="Certificats à l’heure, tous statuts et toutes causes confondus",
               base="115 certificats sur 115 attendus dans l’année, avenants compris",
               own=number(percent(100.0), 100.0), region=number(percent(99.3), 99.3)),
        DotRow(label="Certifications obtenues", base="non montré\u00a0: base de 6 parcours",
               own=absent("masque"), region=number(percent(78.9), 78.9)),
        DotRow(label="Positionnements", base="donnée non fournie", own=absent("non_fourni"),
               region=absent("non_fourni")),
    ),
    alt="Points. Taux d’accord\u00a0: 75,0\u00a0% contre 72,4\u00a0% en région ; parcours "
    "individualisés\u00a0: 2,6\u00a0% contre 17,9\u00a0% ; certificats à l’heure\u00a0: "
    "100,0\u00a0% contre 99,3\u00a0% ; certifications obtenues\u00a0: non montré, région "
    "78,9\u00a0% ; positionnements\u00a0: non fourni.",
    source=SOURCE,
)  # fmt: skip

LONG_TABLE = Table(
    title="Indicateurs cités",
    columns=(Column(label="Repère", width_mm=18), Column(label="Ce qui est compté"),
             Column(label="Valeur", kind="num", width_mm=24)),
    rows=tuple(
        Row(cells=(text(f"EX-{rank:02}"), text(f"Situation d’exemple numéro {rank}, comptée une "
                   "fois dans l’année, sous son premier motif, même quand elle en a deux."),
                   number(decimal(rank * 3.7), rank * 3.7)))
        for rank in range(1, 61)
    ),
    source=SOURCE,
    dense=True,
    long=True,
)  # fmt: skip

WORDS = """Trois priorités, **arrêtées ensemble** le 12 mars :

1. animer un atelier *par trimestre*, voir [la page](https://exemple.example.org/page) ;
2. contacter chaque organisme :
   - sous deux semaines,
   - par écrit.

> Rien n'est imposé.
"""

BLOCKS: tuple[Block, ...] = (
    TITLE,
    Confidential(title="Document de travail.", text=rich("Remis dans le cadre de la charte.")),
    TILES,
    Essential(sentences=(
        rich("La commission a examiné **1\u202f198\u00a0dossiers**, dont 842 ont été accordés."),
        rich("57\u00a0parcours ont été rompus ; la cause est connue pour 41 d’entre eux."),
    )),
    Heading(level=2, text="Les dossiers de l’année"),
    Paragraph(text=rich("Les **35 autres** sont ajournés : ils n’entrent pas dans le taux.")),
    FUNNEL,
    LINE,
    Note(title="Recours en cours", text=rich("Les décisions de décembre peuvent changer.")),
    Heading(level=2, text="Les refus et le dialogue qui suit"),
    Heading(text="Par certification"),
    TABLE,
    BARS,
    Heading(level=2, text="Vos repères"),
    DOTS,
    Missing(text=rich("Donnée non fournie : table //jurys//.")),
    PageBreak(),
    Heading(level=2, text="Perspectives"),
    FreeZone(title="À compléter par le pôle", hint="Trois priorités au plus.", lines=3),
    FreeZone(title="Ce qui est décidé", markdown=WORDS),
    Heading(level=2, text="Annexe. Règles de calcul"),
    LONG_TABLE,
    Method(title="Méthode", texts=(rich("Un nombre de 1 à 4 personnes n’est pas publié."),)),
)  # fmt: skip

HOSTILE = (
    '<script>alert("x")</script><b>gras</b>&amp;"\'>',
    '#read("/etc/passwd") #import "@preview/a:1.0.0" \\u{41} $x^2$ $\\frac{a}{b}$ *a* _b_ ~ <l> @r',
    "**gras** //penché// [lien](javascript:alert(1)) ![image](x.png) `code`",
    "=cmd|' /C calc'!A0",
    "{{ 7 * 7 }} {% raw %} %s {0}",
    "emoji \U0001f600\U0001f468\u200d\U0001f469 idéogramme \u6f22 privé \ue000 manquant \ufffe",
    "nul \x00 échap \x1b[31m cloche \x07 saut \u2028 bom \ufeff demi \ud800 fin",
    "\u202earabe \u0645\u0631\u062d\u0628\u0627 \u202c hébreu \u05e9\u05dc\u05d5\u05dd",
    "mot" * 100,
    "une phrase qui n’en finit pas " * 10,
)
"""Texts that an organisation could bear as its name."""


def hostile_blocks() -> list[Block]:
    """The blocks of the example with hostile texts everywhere that a text can be."""
    blocks: list[Block] = [
        replace(TITLE, title=HOSTILE[0], subject=HOSTILE[1], period=HOSTILE[4], team=HOSTILE[3],
                issuer=HOSTILE[2], running=HOSTILE[8], footer=HOSTILE[9],
                description=HOSTILE[5], keywords=(HOSTILE[6], "a, b"),
                identity=((HOSTILE[7], HOSTILE[8]), (HOSTILE[3], HOSTILE[6]))),
        Essential(title=f"{HOSTILE[2]} !", sentences=tuple(((t, "strong"),) for t in HOSTILE)),
        Tiles(items=tuple(Tile(value=t, label=t, base=t, compare=t) for t in HOSTILE)),
    ]  # fmt: skip
    for rank, words in enumerate(HOSTILE):
        blocks += _bearing(words)
        if rank % 4 == 0:
            blocks += _drawn_with(words)
    return blocks


def _bearing(words: str) -> list[Block]:
    seven, alt = number("7", 7), f"Une barre\u00a0: {words}"
    rows = (Row(cells=(text(words), seven)), Row(cells=(text("a"), text(words))))
    columns = (Column(label=words), Column(label=words, kind="num", width_mm=30))
    return [
        Heading(level=2, text=f"{words} "),
        Note(title=words, text=((words, "emph"),)),
        Missing(text=((words, ""),)),
        Table(title=words, unit=words, source=words, notes=(((words, ""),),), columns=columns,
              rows=rows),
        BarChart(title=words, category=words, measure=words, alt=alt,
                 bars=(Bar(label=words, cell=seven, share=words[:40]),)),
        Funnel(title=words, alt=alt, steps=(Step(label=words, cell=seven, share=words[:60]),)),
        FreeZone(title=words, hint=words, markdown=words.replace("![", "! [")),
    ]  # fmt: skip


def _drawn_with(words: str) -> list[Block]:
    one, seven, eight = number("1", 1), number("7\u00a0%", 7), number("8\u00a0%", 8)
    alt = f"Des points\u00a0: {words}"
    return [
        DotChart(title=words, own_name=words, region_name=words, alt=alt,
                 rows=(DotRow(label=words, base=words, own=seven, region=eight),)),
        LineChart(title=words, alt=alt, labels=("a", words), full_labels=("a", words),
                  series=(Series(name=words, cells=(one, seven), total=eight),)),
        Method(title=words[:40], texts=(((words, ""),),)),
    ]  # fmt: skip


def records(blocks: list[Block] | tuple[Block, ...] = BLOCKS) -> list[dict[str, Any]]:
    """The blocks as a notebook stores them."""
    return [block.record() for block in blocks]
