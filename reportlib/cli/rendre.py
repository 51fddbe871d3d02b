"""``bilan rendre``: a notebook is run, then its notebook, HTML and PDF are written at one go."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from reportlib.cli.bilans import INTERNE, ORGANISME, Bilan, named_after, needed
from reportlib.cli.terminal import Progress, complain, say
from reportlib.cli.versions import compared, replaced, unchanged
from reportlib.errors import ParameterError, SetAsideError
from reportlib.execution.atomic import ready, write_all
from reportlib.execution.kinds import Value
from reportlib.execution.parameters import declared
from reportlib.execution.values import checked, from_file
from reportlib.places import locate

if TYPE_CHECKING:
    from reportlib.execution.anciens import Ancien


def run(
    bilan: Bilan,
    typed: Mapping[str, object],
    *,
    parametres: str | None,
    sortie: Path,
    strict: bool,
    ecraser: bool = False,
) -> int:
    """Make one bilan and print the paths of its files.

    ``typed`` are the parameters given as options; they win over the file ``parametres``, which
    wins over the defaults of the notebook.

    Raises
    ------
    ReportError
        Of any room: nothing is written then.
    """
    given = _given(typed, parametres)
    one = ORGANISME in given
    notebook = locate(_notebook(bilan, one=one))
    origin = f"« {Path(parametres).name} » et options" if parametres else notebook.name
    parameters = declared(notebook)
    names = {parameter.name for parameter in parameters}
    needed(names, notebook.name, one=one)
    when = named_after(names, notebook.name)
    values = checked(parameters, given, origin)
    progress = Progress(bilan.label)
    if one or strict:
        progress.step("lecture des registres")
        _looked_at(values, one=one, strict=strict)
    ancien = replaced(bilan, values, when, typed=given)
    targets = _targets(bilan, values, when, sortie)
    ready(targets.values())
    files = _made(notebook, values, progress, ancien)
    if not ecraser:
        unchanged(targets["ipynb"], files["ipynb"])
    progress.step("écriture")
    write_all({targets[kind]: content for kind, content in files.items()})
    progress.end()
    say(*(str(target) for target in targets.values()))
    return 0


def _notebook(bilan: Bilan, *, one: bool) -> str:
    """The notebook of the region, or of one organisation.

    Raises
    ------
    ParameterError
        The bilan is made for the region only, or for an organisation only.
    """
    found = bilan.organisme if one else bilan.region
    if found is not None:
        return found
    if one:
        raise ParameterError(
            f"{bilan.label} : ce document est celui de la région. Retirez --{ORGANISME}."
        )
    raise ParameterError(
        f"{bilan.label} : ce document est celui d'un organisme. Ajoutez --{ORGANISME}, "
        "avec un identifiant, un SIRET ou un nom."
    )


def _given(typed: Mapping[str, object], parametres: str | None) -> dict[str, object]:
    """Return the values given, options first; ``organisme`` is there only when one is named."""
    if not str(typed.get(ORGANISME, "-")).strip():
        raise ParameterError(
            f"--{ORGANISME} est vide. Donnez un identifiant, un SIRET ou un nom, ou retirez "
            "l'option pour le bilan de la région."
        )
    given = {**(from_file(parametres) if parametres else {}), **typed}
    named = given.get(ORGANISME)
    if named is None or (isinstance(named, str) and not named.strip()):
        given.pop(ORGANISME, None)
    return given


def _looked_at(values: dict[str, Value], *, one: bool, strict: bool) -> None:
    """Read the registers first: name the organisation by its id, refuse rows set aside."""
    from reportlib.cli.organismes import id_of
    from reportlib.dataset import Dataset

    dataset = Dataset.read(locate(str(values["donnees"])))
    if one:
        values[ORGANISME] = id_of(dataset, str(values[ORGANISME]))
    if strict:
        rows = sum(sheet.set_aside for sheet in dataset.report.sheets)
        refuse(rows, "Le bilan n'est pas fait ; « bilan verifier » montre ces lignes une à une.")


def refuse(rows: int, consequence: str) -> None:
    """Raise when rows were set aside (``--strict``).

    Raises
    ------
    SetAsideError
        ``rows`` is not 0.
    """
    if rows:
        lines = "1 ligne mise" if rows == 1 else f"{rows} lignes mises"
        raise SetAsideError(f"{lines} à l'écart, et --strict n'en accepte aucune. {consequence}")


def _targets(bilan: Bilan, values: Mapping[str, Value], when: str, folder: Path) -> dict[str, Path]:
    """Extension → path: ``bilan_annuel_organisme_2023_OF-012.pdf``.

    The team's own copy, where nothing is withheld, never has the name of the one for readers.
    """
    one = ORGANISME in values
    parts = [bilan.name, "organisme" if one else "region", in_a_name(str(values[when]))]
    if values.get(INTERNE) is True:
        parts.append(INTERNE)
    if one:
        parts.append(in_a_name(str(values[ORGANISME])))
    if str(values.get("version", "1")) not in {"", "1"}:
        parts.append(f"v{in_a_name(str(values['version']))}")
    name = "_".join(parts)
    own = {ending: folder / f"{name}.{ending}" for ending in ("ipynb", "html", "pdf")}
    return {**own, "xlsx": folder / f"{name}_annexe.xlsx"}


def in_a_name(text: str) -> str:
    """Return ``text`` as part of a file's name, on any system; two texts never give one name."""
    safe = re.sub(r"[^A-Za-z0-9_-]+", "-", text).strip("-")[:60]
    if safe and safe == text:
        return safe
    return f"{safe}-{hashlib.sha256(text.encode()).hexdigest()[:6]}".lstrip("-")


def _made(
    notebook: Path, values: Mapping[str, Value], progress: Progress, ancien: Ancien | None
) -> dict[str, bytes]:
    """Run, then render: extension → content.

    The kernel works in the caller's folder, where the paths of options are looked for. Rendering
    comes after: typst starts threads, and no process may be forked from there on.
    """
    from reportlib.execution.delivered import as_bytes, normalised, warned
    from reportlib.execution.run import run as run_notebook

    progress.step("exécution du carnet")
    try:
        executed = run_notebook(notebook, values, on_cell=progress.cells, folder=Path.cwd())
        progress.end()
        for words in warned(executed):
            complain(f"Avertissement du carnet :\n{words}")
        delivered = normalised(executed)
        if ancien is not None:
            delivered = compared(delivered, ancien)
        progress.step("mise en page")
        from reportlib.execution.shown import shown
        from reportlib.rendering.annex import annex
        from reportlib.rendering.document import from_notebook
        from reportlib.rendering.html import html
        from reportlib.rendering.pdf import pdf

        document = from_notebook(delivered, strict=True)
        progress.end()
        for notice in document.notices:
            complain(notice)
        return {
            "ipynb": as_bytes(shown(delivered)),
            "html": html(document).encode(),
            "pdf": pdf(document),
            "xlsx": annex(document),
        }
    finally:
        progress.end()
