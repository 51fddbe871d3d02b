"""« L'essentiel » of the charter's bilan: three to five sentences, with all their variants."""

from __future__ import annotations

from reportlib.sections.bilan import Bilan
from reportlib.sections.charte import au_soir, compte, phrase_terme, terminee
from reportlib.sections.figure import Figure
from reportlib.sections.tournures import absente, aside, missing
from reportlib.wording import Rich, agreed, counted, day, integer, joined, rich


def region(bilan: Bilan) -> tuple[Rich, ...]:
    """Return the region's sentences; one for all when the charter counts nothing."""
    activity = _activite(bilan)
    if not bilan.provided("signataires"):
        gone = rich(" Les nombres de la charte ne peuvent pas être calculés.")
        return tuple(s for s in ((*missing("signataires").text, *gone), activity) if s)
    if terminee(bilan):
        return tuple(s for s in (phrase_terme(bilan), activity) if s)
    found = (
        signataires(bilan),
        propositions(bilan),
        joined(s for s in (alertes(bilan), controles(bilan)) if s),
        refus(bilan),
        activity,
    )
    return tuple(sentence for sentence in found if sentence)


def organisme(bilan: Bilan) -> tuple[Rich, ...]:
    """Return the sentences of an organisation's copy: its own events, our own acts towards it."""
    if not bilan.provided("signataires"):
        gone = rich(" Les nombres de la charte ne peuvent pas être calculés.")
        return ((*missing("signataires").text, *gone),)
    if terminee(bilan):
        return (phrase_terme(bilan),)
    found = (
        propositions(bilan),
        joined(s for s in (alertes(bilan), controles(bilan)) if s),
        refus(bilan),
        _rencontres(bilan),
    )
    return tuple(sentence for sentence in found if sentence) or (_rien(),)


def signataires(bilan: Bilan) -> Rich:
    """« Au 31 décembre 2022, 48 organismes de formation sont signataires de la charte… »."""
    active, new = bilan.one("CH-01"), bilan.one("CH-02")
    if not active.exact or (phrase_terme(bilan) and not active.count):
        return phrase_terme(bilan)
    if not active.count:
        return rich(
            "Au {f}, aucun organisme de formation{a} n’est signataire de la charte.",
            f=au_soir(bilan),
            a=aside(active),
        )
    tail = "."
    if new.exact:
        tail = (
            ", dont **{m}** depuis le {d}."
            if new.count
            else " ; aucune signature nouvelle depuis le {d}."
        )
    return rich(
        "Au {f}, **{n}**{a} {v} de la charte" + tail,
        f=au_soir(bilan),
        n=counted(active.count, "organisme de formation", "organismes de formation"),
        a=aside(active),
        v=agreed(active.count, "est signataire", "sont signataires"),
        m=counted(new.count, "signature nouvelle", "signatures nouvelles") + aside(new),
        d=day(bilan.period.start),
    )


def propositions(bilan: Bilan) -> Rich:
    """« 13 propositions ont été reçues par écrit de 12 organismes ; 12 ont reçu un retour… »."""
    sent = bilan.one("CH-04")
    if not sent.exact:
        return ()
    whose = " de votre organisme" if bilan.organisme else _de_combien(bilan)
    if not sent.count:
        return rich(
            "Aucune proposition d’ingénierie individualisée{a} n’a été reçue par écrit{w}.",
            a=aside(sent),
            w=" de votre organisme" if bilan.organisme else "",
        )
    return rich(
        "**{n}** d’ingénierie individualisée{a} {v} par écrit{w} ; {r}.",
        n=counted(sent.count, "proposition"),
        a=aside(sent),
        v=agreed(sent.count, "a été reçue", "ont été reçues"),
        w=whose,
        r=_retours(bilan, sent),
    )


def alertes(bilan: Bilan) -> Rich:
    """« Les organismes ont émis 27 alertes, dont 15 pour un risque de rupture. »."""
    sent = bilan.one("CH-21")
    if not sent.exact:
        return ()
    own = bilan.organisme is not None
    if not sent.count:
        return rich(
            (
                "Votre organisme n’a émis aucune alerte"
                if own
                else "Les organismes n’ont émis aucune alerte"
            )
            + "{a}.",
            a=aside(sent),
        )
    risk = bilan.figures.grouped("CH-23", "type_evenement").get("risque_rupture")
    of_risk = risk.count if risk else 0
    if sent.count == 1:
        tail = ", pour un risque de rupture." if of_risk else ", hors risque de rupture."
    else:
        tail = (
            ", dont **{r}** pour un risque de rupture."
            if of_risk
            else ", aucune pour un risque de rupture."
        )
    return rich(
        ("Votre organisme a émis **{n}**{a}" if own else "Les organismes ont émis **{n}**{a}")
        + tail,
        n=counted(sent.count, "alerte") if sent.count > 1 else "une alerte",
        a=aside(sent),
        r="une" if of_risk == 1 else integer(of_risk),
    )


def controles(bilan: Bilan) -> Rich:
    """Whether a control followed an organisation's alert; what cannot be verified, apart."""
    broken, unknown = bilan.one("CH-26"), bilan.one("CH-26b")
    if not broken.exact:
        if broken.state != "non_fourni":
            return ()
        gone = absente(bilan, *broken.record.registres)
        tail = rich(" L’engagement de ne pas contrôler sur alerte ne peut pas être vérifié.")
        return (*(gone.text if gone else ()), *tail)
    whom = "de votre organisme" if bilan.organisme else "d’un organisme"
    first = (
        rich(
            "**{n}** {v} à la suite d’une alerte {w}.",
            n=counted(broken.count, "contrôle"),
            v=agreed(broken.count, "a été réalisé", "ont été réalisés"),
            w=whom,
        )
        if broken.count
        else rich("Aucun contrôle n’a été réalisé à la suite d’une alerte {w}.", w=whom)
    )
    if not unknown.exact or not unknown.count:
        return first
    apart = rich(
        "**{n}** de motif, ou pas d’alerte rattachée{t}.",
        n=counted(unknown.count, "contrôle n’a pas", "contrôles n’ont pas"),
        t="" if broken.count else "\u00a0: l’engagement ne peut pas être vérifié",
    )
    return joined((first, apart)) if broken.count else apart


def refus(bilan: Bilan) -> Rich:
    """« Sur 47 refus motivés par la cohérence du parcours, 31 ont donné lieu à un échange… »."""
    refused, contacted = bilan.one("CH-16"), bilan.one("CH-17")
    if "masque" in {refused.state, contacted.state}:
        return rich(
            "Les refus motivés par la cohérence du parcours sont trop peu nombreux pour être "
            "publiés (s)."
        )
    if not refused.exact:
        return ()
    if not refused.count:
        return rich("Aucun refus{a} n’a été motivé par la cohérence du parcours.", a=aside(refused))
    whom = "votre organisme" if bilan.organisme else "l’organisme"
    base = rich(
        "Sur **{n}** par la cohérence du parcours{a}, ",
        n=counted(refused.count, "refus motivé", "refus motivés"),
        a=aside(refused),
    )
    if not contacted.exact:
        return (*base, *rich("l’échange avec {w} n’est pas connu.", w=whom))
    return (
        *base,
        *rich(
            "**{m}** à un échange avec {w}.",
            m=counted(
                contacted.count, "a donné lieu", "ont donné lieu", none="aucun n’a donné lieu"
            ),
            w=whom,
        ),
    )


def _activite(bilan: Bilan) -> Rich:
    """What the team did for all organisations, signatories or not."""
    workshops, situations = bilan.one("BA-08"), bilan.one("BA-10")
    parts, values = [], {}
    for figure, verb, none, noun in (
        (workshops, "a animé **{w}**", "n’a animé aucun atelier", "atelier"),
        (
            situations,
            "est intervenu dans **{s}**",
            "n’est intervenu dans aucune situation",
            "situation",
        ),
    ):
        if figure.exact:
            parts.append(verb if figure.count else none)
            values["w" if noun == "atelier" else "s"] = compte(figure, noun, f"{noun}s")
    if not parts:
        return ()
    return rich("Le pôle " + " et ".join(parts) + ", tous organismes confondus.", **values)


def _de_combien(bilan: Bilan) -> str:
    """« de 12 organismes », when it is released."""
    senders = bilan.one("CH-06")
    return f" de {counted(senders.count, 'organisme')}" if senders.exact and senders.count else ""


def _retours(bilan: Bilan, sent: Figure) -> str:
    """What became of the proposals at the period's end: answered, under study, without answer."""
    state = bilan.figures.grouped("CH-09", "retour")
    counts = {name: f.count for name, f in state.items() if f.exact}
    answered, pending = counts.get("retour_fait", 0), state.get("en_cours")
    studied = pending.base if pending and pending.exact else 0
    without = sent.count - answered - studied
    if sent.count == 1:
        return (
            "elle a reçu un retour"
            if answered
            else "elle est en cours d’étude"
            if studied
            else f"elle n’avait pas reçu de retour au {au_soir(bilan)}"
        )
    said = [
        f"{integer(answered)} {agreed(answered, 'a reçu', 'ont reçu')} un retour"
        if answered
        else "aucune n’a reçu de retour"
    ]
    if studied:
        said.append(f"{integer(studied)} {agreed(studied, 'est', 'sont')} en cours d’étude")
    if without and answered:
        said.append(
            f"{integer(without)} n’en {agreed(without, 'avait', 'avaient')} pas reçu "
            f"au {au_soir(bilan)}"
        )
    return ", ".join(said)


def _rencontres(bilan: Bilan) -> Rich:
    held = bilan.one("CH-30")
    if not held.exact:
        return ()
    if not held.count:
        return rich("Aucun temps de dialogue{a} n’a été tenu avec votre organisme.", a=aside(held))
    return rich(
        "**{n}** avec votre organisme.",
        n=counted(held.count, "temps de dialogue a été tenu", "temps de dialogue ont été tenus"),
    )


def _rien() -> Rich:
    return rich("Aucun nombre de la charte n’est connu pour votre organisme.")
