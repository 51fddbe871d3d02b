"""The later registers of the fictitious region, in the order in which they lean on each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .alertes import alert
from .audits import audit, find
from .autoevaluations import assess, judge
from .changements import accompany, change
from .contexte import GARDE, Contexte
from .controles import check, communicate
from .enquete import answer, national_series
from .hasard import stream
from .heures import certify
from .prevention import go_through, practise, talk
from .qualiopi import certify_quality
from .region import INCONNU
from .rencontres import ask, attend, meet

Row = dict[str, Any]
MADE: dict[str, Callable[[Contexte], list[Row]]] = {
    "alertes": alert,
    "controles": check,
    "participations": attend,
    "certificats_realisation": certify,
    "avenants": change,
    "temps_dialogue": meet,
    "demandes_bilan": ask,
    "communications": communicate,
    "suivi_parcours": accompany,
    "jurys_clea": lambda _: judge(),
    "checklists": go_through,
    "groupes_parole": talk,
    "autoevaluations": assess,
    "bonnes_pratiques": practise,
    "certificats_qualiopi": certify_quality,
    "audits_qualiopi": audit,
    "non_conformites": find,
    "enquete_qualiopi": answer,
    "certifications_nationales": lambda _: national_series(),
}
PAR_DOSSIER = {
    "certificats_realisation": "PTP-2022-9911",
    "avenants": "PTP-2023-9912",
    "suivi_parcours": "PTP-2023-9913",
}
"""Registers that know the organisation by the file → a number of file that no register knows."""
AUDIT_INCONNU = "AUD-9901"
SANS_ORGANISME = ("jurys_clea", "certifications_nationales")


def follow_up(contexte: Contexte) -> dict[str, list[Row]]:
    """Return the later registers; one line or more of each is of nobody known."""
    made: dict[str, list[Row]] = {}
    for name, make in MADE.items():
        made[name] = make(contexte)
        contexte.tables[name] = made[name]
    for name, rows in made.items():
        if name not in SANS_ORGANISME:
            _detach(name, rows)
    return made


def _detach(name: str, rows: list[Row]) -> None:
    """Take its organisation away from a line that nothing else cites."""
    rng = stream(f"inconnus-{name}")
    free = [row for row in rows if GARDE not in row and row.get("emetteur") != "stagiaire"]
    row = rng.choice(free)
    row["id_of"] = None
    if name in PAR_DOSSIER:
        row["id_dossier"] = row[INCONNU] = PAR_DOSSIER[name]
    elif name == "non_conformites":
        row["id_audit"] = row[INCONNU] = AUDIT_INCONNU
    else:
        row[INCONNU] = True
        if "id_dossier" in row:
            row["id_dossier"] = None
