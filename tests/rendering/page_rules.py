"""Rules of a page that axe does not hold: each gives the faults it finds, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from lxml import html
from lxml.etree import _Element

from reportlib.rendering.checks import PLACEHOLDER


def tables(page: _Element) -> list[str]:
    """Each table has a caption with words; each header a scope; each body row one header, first."""
    faults = []
    for table in page.iter("table"):
        caption = table.find("caption")
        if caption is None or not words(caption):
            faults.append("table without caption")
        faults += [f"header without scope: {words(th)}" for th in table.iter("th")
                   if th.get("scope") not in {"col", "row", "rowgroup"}]  # fmt: skip
        faults += [f"header without words in {words(caption)}" for th in table.iter("th")
                   if not words(th)]  # fmt: skip
        for row in table.iterfind("tbody/tr"):
            kinds = [cell.tag for cell in row]
            if kinds[0] != "th" or kinds.count("th") != 1 or not _heads(row[0]):
                faults.append(f"row without its header: {words(row)}")
    return faults


def _heads(first: _Element) -> bool:
    """A header of its row, or one that stands alone above a group of rows."""
    return first.get("scope") == ("rowgroup" if first.get("colspan") else "row")


def pictures(page: _Element) -> list[str]:
    """Each drawing stands in a frame that says it in words; no picture comes from elsewhere."""
    faults = [f"image: {image.get('src')}" for image in page.iter("img", "object", "embed")]
    for svg in page.iter("svg"):
        frame = next((one for one in svg.iterancestors() if one.get("role") == "img"), None)
        if frame is None or not (frame.get("aria-label") or "").strip():
            faults.append("drawing without words")
    for frame in page.xpath("//*[@role='img']"):
        said = frame.get("aria-label") or ""
        if PLACEHOLDER.match(said) or len(said) < 15:
            faults.append(f"placeholder: {said}")
    return faults


def names(page: _Element) -> list[str]:
    """Ids are unique, and whatever points at one finds it."""
    ids = Counter(page.xpath("//@id"))
    faults = [f"id twice: {name}" for name, times in ids.items() if times > 1]
    called = page.xpath("//@aria-labelledby | //@aria-describedby")
    called += [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    for link in page.xpath("//*[local-name()='use']"):
        called += [link.get(key)[1:] for key in link.keys() if key.endswith("href")]  # noqa: SIM118
    called += re.findall(r"url\(#([^)]+)\)", html.tostring(page, encoding="unicode"))
    return faults + [f"points nowhere: {name}" for name in called if name not in ids]


def headings(page: _Element) -> list[str]:
    """One h1, first; no level is jumped; no heading is empty."""
    found = page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")
    levels = [int(one.tag[1]) for one in found]
    faults = [] if levels.count(1) == 1 and levels[0] == 1 else ["not one h1, first"]
    faults += [
        f"jump to: {words(one)}"
        for one, before, level in zip(found[1:], levels, levels[1:], strict=False)
        if level > before + 1
    ]
    return faults + ["empty heading" for one in found if not words(one)]


def landmarks(page: _Element) -> list[str]:
    """French, titled, with a way to skip, a main, a header; contents as long as the chapters."""
    faults = [] if page.get("lang") == "fr" else ["no language"]
    faults += [] if words(page.find("head/title")) else ["no title"]
    faults += [f"no {name}" for name in ("main", "header") if page.find(f".//{name}") is None]
    skip = page.xpath("//a[@class='skip']/@href")
    faults += [] if skip == ["#contenu"] else ["no skip link"]
    contents = page.xpath("//nav//a/@href")
    chapters = [f"#{name}" for name in page.xpath("//section[@class='chapter']/h2/@id")]
    return faults + ([] if contents in ([], chapters) else ["contents and chapters differ"])


def closed(page: _Element) -> list[str]:
    """No script, no handler, no frame, no link to a resource, no address in the styles."""
    faults = [f"<{one.tag}>" for one in page.iter("script", "iframe", "form", "base")]
    faults += [f"handler {name}" for name in page.xpath("//@*[starts-with(name(), 'on')]")]
    faults += [
        f"link {link}" for link in page.xpath("//link/@href") if not link.startswith("data:")
    ]
    links = page.xpath("//a/@href")
    faults += [f"link {link}" for link in links if not re.match(r"(https?://|mailto:|#)", link)]
    styles = " ".join(page.xpath("//style/text()") + page.xpath("//@style"))
    return faults + re.findall(r"@import|url\((?!\"?data:|#)[^)]*\)", styles)


RULES: tuple[Callable[[_Element], list[str]], ...] = (
    tables,
    pictures,
    names,
    headings,
    landmarks,
    closed,
)


def faults(page: str) -> list[str]:
    """Return the faults of a page, each beginning with the name of its rule."""
    tree = html.document_fromstring(page)
    return [f"{rule.__name__}: {fault}" for rule in RULES for fault in rule(tree)]


def words(element: _Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())
