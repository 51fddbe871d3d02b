"""The blocks of longer bilans, in the fictitious region: each holds 0 and the four absences."""

from __future__ import annotations

from dataclasses import replace

from reportlib.blocks import (
    BandPoint,
    Block,
    Cell,
    CheckItem,
    CheckList,
    Column,
    Control,
    Controls,
    Curve,
    Dated,
    Dates,
    Engagement,
    Engagements,
    Heading,
    HeatMap,
    HeatRow,
    Letter,
    Level,
    Levels,
    Measured,
    Party,
    Row,
    Rule,
    Rules,
    StackedBar,
    StackRow,
    Table,
    Term,
    Verbatim,
    Verbatims,
    absent,
    interval,
    number,
    text,
)
from reportlib.wording import SHORT_MONTHS, decimal, integer, percent, rich
from tests.rendering.demo import SOURCE, TITLE

HIDDEN, NONE, MISSING, LAPSED = (
    absent("masque"),
    absent("sans_objet"),
    absent("non_fourni"),
    absent("reconduction"),
)


def count(value: int) -> Cell:
    return number(integer(value), value)


def rate(value: float) -> Cell:
    return number(percent(value), value)


ENGAGEMENTS = Engagements(
    title="Les engagements de chaque partie",
    unit="Mesures de l’année 2023, chacune avec sa base",
    parties=(
        Party(name="Organismes de formation", engagements=(
            Engagement(label="Développer des ingénieries individualisées", who="OF",
                       period="2023", state="sans_seuil", measures=(
                           Measured(label="propositions reçues", cell=count(12)),
                           Measured(label="abouties", cell=rate(58.333), base="7 sur 12"),
                           Measured(label="des signataires en ont émis", cell=rate(42.857),
                                    base="6 organismes sur 14"),
                           Measured(label="précédées d’un contact", cell=HIDDEN)),
                       observation=rich("Trois organismes **n’ont rien proposé** ; en parler.")),
            Engagement(label="Alerter, informer", who="OF", period="2023", state="partiel",
                       measures=(Measured(label="alertes émises", cell=count(31)),
                                 Measured(label="des ruptures étaient annoncées", cell=rate(40.0),
                                          base="8 ruptures sur 20, dans les 90 jours"))),
            Engagement(label="Communiquer selon la charte", who="OF", period="2023",
                       state="reconduction", measures=(Measured(label="constats", cell=LAPSED),)),
        )),
        Party(name="Transitions d’exemple", engagements=(
            Engagement(label="Étudier et faire un retour", who="TPGE", period="2023", state="tenu",
                       measures=(Measured(label="des propositions reçues ont eu un retour",
                                          cell=rate(100.0), base="12 sur 12"),
                                 Measured(label="jours de délai médian",
                                          cell=number("14,5", 14.5), base="12 retours"))),
            Engagement(label="Contacter après un refus", who="TPGE", period="2023",
                       state="non_tenu",
                       measures=(Measured(label="des refus ont été suivis d’un contact",
                                          cell=rate(25.0), base="5 refus sur 20"),)),
            Engagement(label="Ne pas contrôler sur alerte", who="TPGE", period="2023",
                       state="non_verifiable",
                       measures=(Measured(label="manquements", cell=count(0)),
                                 Measured(label="contrôles sans motif", cell=count(2)))),
            Engagement(label="Lister les signataires sur le site", who="TPGE", period="2023",
                       state="non_mesurable",
                       measures=(Measured(label="des signataires y sont", cell=MISSING),)),
            Engagement(label="Établir les bilans demandés", who="TPGE", period="2023",
                       state="sans_objet",
                       measures=(Measured(label="des bilans demandés sont remis", cell=NONE,
                                          base="aucune demande"),)),
        )),
    ),
    notes=(rich("Un état décrit la période ; « sans seuil » : la charte ne fixe aucune valeur."),),
    source=SOURCE,
)  # fmt: skip


def months(*values: int | Cell) -> tuple[Cell, ...]:
    return tuple(v if isinstance(v, Cell) else count(v) for v in values)


HEAT = HeatMap(
    title="Certificats de réalisation, par mois et par statut",
    unit="Nombre de certificats attendus dans le mois",
    corner="Statut",
    columns=SHORT_MONTHS,
    measure="Nombre de certificats",
    rows=(
        HeatRow(label="À l’heure", cells=months(6, 7, 9, 8, 9, 11, 5, 0, 6, 10, 12, 9),
                total=count(92)),
        HeatRow(label="Hors délai accepté", cells=months(1, 0, 2, 1, 1, 0, 1, 0, 2, 1, 0, 1),
                total=count(10)),
        HeatRow(label="Tardif", cells=months(0, 1, 0, 2, HIDDEN, HIDDEN, 3, 0, 1, 0, 1, 2),
                total=HIDDEN),
        HeatRow(label="Manquant",
                cells=months(0, 0, 0, 0, 1, 0, 1, NONE, 0, LAPSED, LAPSED, MISSING),
                total=MISSING),
    ),
    total=HeatRow(label="Ensemble", cells=months(7, 8, 11, 11, 12, 13, 10, 0, 9, 11, 13, 12),
                  total=count(117)),
    notes=(rich("Les certificats manquants de décembre ne sont pas encore connus."),),
    source=SOURCE,
)  # fmt: skip

LEVELS = Levels(
    title="Votre profil d’accompagnement, par bloc",
    unit="Niveau moyen, de 0 (absent) à 3 (installé)",
    category="Bloc",
    rows=(
        Level(label="Accueil et positionnement", base="4 items renseignés sur 4",
              own=number("2,3", 2.25), region=number("1,9", 1.91)),
        Level(label="Coopération avec le financeur", base="4 items sur 4",
              own=number("1,5", 1.5), region=number("2,6", 2.6)),
        Level(label="Médiation en cas de difficulté, d’absence ou de désaccord", base="3 sur 4",
              own=number("0,0", 0.0), region=HIDDEN),
        Level(label="Valorisation", base="aucune réponse", own=NONE, region=number("3,0", 3.0)),
        Level(label="Ouverture", base="bloc non remis", own=MISSING, region=LAPSED),
    ),
    alt="Barres, de 0 à 3. Accueil et positionnement 2,3, région 1,9 ; coopération 1,5, région "
    "2,6 ; médiation 0,0, région couverte par le secret ; valorisation sans objet, région 3,0 ; "
    "ouverture non fournie, région reconduction non renseignée.",
    notes=(rich("Outil d’autoévaluation, d’après une charte régionale de l’accompagnement."),),
    source=SOURCE,
)  # fmt: skip

STACKED = StackedBar(
    title="Avancement dans la certification",
    unit="En\u00a0% des organismes répondants",
    category="Organismes",
    parts=("certifiés", "en cours", "sans démarche", "réputés conformes", "ne savent pas"),
    rows=(
        StackRow(label="Ensemble", base="86 organismes",
                 cells=tuple(rate(v) for v in (65.116, 20.93, 8.14, 4.651, 1.163))),
        StackRow(label="Signataires", base="14 organismes",
                 cells=(rate(78.571), HIDDEN, HIDDEN, rate(0.0), NONE)),
        StackRow(label="Autres organismes de la région", base="72 organismes",
                 cells=(rate(50.0), MISSING, LAPSED, rate(12.5), rate(12.5))),
    ),
    alt="Barres de parts. Ensemble : 65,1 % certifiés, 20,9 % en cours, 8,1 % sans démarche, "
    "4,7 % réputés conformes, 1,2 % ne savent pas. Signataires : 78,6 % certifiés, 0 % réputés "
    "conformes, le reste n’est pas montré. Autres : 50,0 %, deux parts à 12,5 %.",
    source=SOURCE,
)  # fmt: skip

CURVE = Curve(
    title="Organismes certifiés et en cours de certification",
    unit="Nombre d’organismes, à la date de chaque source",
    series=(
        Dates(name="Certifiés", points=(
            Dated(date="2019-12-31", cell=count(0), source=1),
            Dated(date="2020-06-30", cell=count(2280), source=1),
            Dated(date="2020-12-31", cell=HIDDEN, source=2),
            Dated(date="2021-03-15", cell=count(8304), source=2),
            Dated(date="2021-03-15", cell=count(7549), source=3),
            Dated(date="2021-09-30", cell=count(14100), extrapolated=True),
            Dated(date="2021-12-31", cell=count(18900), extrapolated=True))),
        Dates(name="En cours", points=(
            Dated(date="2020-06-30", cell=count(4100), source=1),
            Dated(date="2021-01-15", cell=MISSING, source=2),
            Dated(date="2021-03-15", cell=count(5860), source=2),
            Dated(date="2021-06-01", cell=LAPSED, source=3),
            Dated(date="2021-09-01", cell=NONE, source=3))),
    ),
    sources=("diaporama d’exemple", "deuxième diaporama", "liste publique"),
    band=(BandPoint(date="2021-03-15", low=8304, high=8304),
          BandPoint(date="2021-09-30", low=12000, high=16500),
          BandPoint(date="2021-12-31", low=15000, high=23500)),
    band_name="Intervalle de l’ajustement, à 95\u00a0%",
    alt="Courbe. Certifiés : 0 le 31 décembre 2019, 2 280 le 30 juin 2020, 8 304 le 15 mars 2021 "
    "(7 549 selon une autre source), puis une extrapolation à 14 100 et 18 900. En cours : 4 100, "
    "puis 5 860.",
    notes=(rich("Deux sources ne s’accordent pas au 15 mars 2021 : les deux sont montrées."),),
)  # fmt: skip

INTERVALS = Table(
    title="Estimations de l’enquête",
    unit="En\u00a0%, intervalle à 95\u00a0%",
    columns=(Column(label="Question"), Column(label="Part", kind="num", width_mm=46)),
    rows=tuple(
        Row(cells=(text(label), cell))
        for label, cell in (
            ("Se déclarent certifiés", interval("65,1 [54,6\u00a0; 74,3]", 65.116, 54.6, 74.3)),
            ("Ont choisi leur certificateur", interval("0,0 [0,0\u00a0; 4,3]", 0.0, 0.0, 4.3)),
            ("Durée aménagée", HIDDEN),
            ("Motif du choix", NONE),
            ("Critère difficile", MISSING),
            ("Reconduits", LAPSED),
        )
    ),
    source=SOURCE,
)

VERBATIMS = Verbatims(items=(
    Verbatim(words="La préparation nous a pris quatre mois, dont deux pour le critère 2.",
             provenance="Organisme de 10 à 19 salariés, enquête de 2021"),
    Verbatim(words="Aucun des 0 défaut relevé n’était grave\u00a0!",
             provenance="Organisme rural, enquête de 2021"),
))  # fmt: skip

LETTER = Letter(
    sender=("Transitions d’exemple", "Pôle d’essai"),
    recipient=("À la direction de l’organisme", "Atelier des Quatre Vents"),
    dated="Édité le 12\u00a0mars 2024",
    subject="bilan intermédiaire de la charte d’engagement",
    paragraphs=(
        rich("Madame, Monsieur,"),
        rich("Vous trouverez ci-joint le bilan intermédiaire de la charte d’engagement pour votre "
             "organisme. Il porte sur **12 propositions** et 31 alertes de l’année 2023 ; aucune "
             "n’a donné lieu à un contrôle (0)."),
        rich("Les nombres de 1 à 4 personnes n’y sont pas donnés (« s »). Nous vous proposons d’en "
             "parler lors d’un temps de dialogue, à une date qui vous convienne."),
        rich("Nous vous prions d’agréer nos salutations distinguées."),
    ),
    signature="La chargée de projet qualité",
)  # fmt: skip

CHECKLIST = CheckList(
    title="Contrôles avant remise",
    hint="Page interne, à ne pas remettre.",
    items=(
        CheckItem(text=rich("Période, périmètre, version et édition corrects.")),
        CheckItem(text=rich("Aucun **nom de personne**, aucun numéro de dossier."),
                  detail=rich("Exemplaire d’organisme seulement.")),
        CheckItem(text=rich("Aucun « 0\u00a0% » sur une base nulle ; « s », « s. o. », « n. f. » "
                            "et « r. n. r. » relus.")),
    ),
)  # fmt: skip

RULES = Rules(items=(
    Rule(id="EX-01", label="Dossiers examinés", definition="Passages en commission de la période.",
         source="Règle d’exemple"),
    Rule(id="EX-02", label="=1+1", definition="@SOMME(A1)", source="-2+3"),
))  # fmt: skip

CONTROLS = Controls(items=(
    Control(label="Dossiers\u00a0: lignes lues", whole=Term(name="lignes des fichiers", value=1300),
            parts=(Term(name="gardées", value=1284), Term(name="mises à l’écart", value=9),
                   Term(name="ignorées", value=7))),
))  # fmt: skip

GRIDS: tuple[Block, ...] = (
    TITLE,
    Heading(level=2, text="Les engagements"),
    ENGAGEMENTS,
    Heading(level=2, text="Les certificats"),
    HEAT,
    Heading(level=2, text="Votre accompagnement"),
    LEVELS,
    STACKED,
    Heading(level=2, text="La situation nationale"),
    CURVE,
    INTERVALS,
    Heading(level=2, text="Paroles d’organismes"),
    VERBATIMS,
    LETTER,
    CHECKLIST,
    RULES,
    CONTROLS,
)


def hostile_grids(words: str) -> list[Block]:
    """The new blocks with hostile words wherever a text can be."""
    one, alt = number("7", 7), f"Une figure\u00a0: {words}"
    rich_words = ((words, "emph"),)
    engagement = Engagement(label=words, who="commun", period=words[:40], state="tenu",
                            measures=(Measured(label=words, cell=one, base=words),),
                            observation=rich_words)  # fmt: skip
    points = (Dated(date="2020-01-01", cell=one, source=1),
              Dated(date="2021-01-01", cell=one, source=1))  # fmt: skip
    return [
        replace(ENGAGEMENTS, title=words, unit=words, source=words,
                parties=(Party(name=words, engagements=(engagement,)),)),
        HeatMap(title=words, corner=words, columns=(words[:60], "b"), measure=words,
                rows=(HeatRow(label=words, cells=(one, HIDDEN)),)),
        Levels(title=words, category=words, own_name=words, region_name=words, alt=alt,
               rows=(Level(label=words, own=one_of(1), region=one_of(2), base=words),)),
        StackedBar(title=words, category=words, parts=(words, "autre"), alt=alt,
                   rows=(StackRow(label=words, cells=(one, number(words[:30], 0)), base=words),)),
        Curve(title=words, series=(Dates(name=words, points=points),), sources=(words,), alt=alt,
              band_name=words, band=(BandPoint(date="2020-01-01", low=1, high=9),
                                     BandPoint(date="2021-01-01", low=1, high=9))),
        Letter(sender=(words,), recipient=(words, words), subject=words, dated=words,
               paragraphs=(rich_words,), signature=words),
        CheckList(title=words, hint=words, items=(CheckItem(text=rich_words, detail=rich_words),)),
        Verbatims(items=(Verbatim(words=words.replace("@", "(a)"),
                                  provenance=words.replace("@", "(a)")),)),
        Rules(items=(Rule(id=words, label=words, definition=words, source=words),)),
    ]  # fmt: skip


def one_of(value: float) -> Cell:
    return number(decimal(value), value)
