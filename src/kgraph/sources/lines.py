"""The lines of a web page as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from kgraph.sources.page_parts import tags

_CELLS = frozenset(("td", "th"))


def lines_of(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Each line with the block it stands in: blocks and line breaks part lines, spaces run together, cells of a row are joined by ` | `.

    >>> from lxml import html
    >>> page = html.fromstring("<div>Quận<p>Một <b>hai</b><br>ba</p><table><tr><td>a<td>b</table>bốn</div>")
    >>> [(line, element.tag) for line, element in lines_of(page)]
    [('Quận', 'div'), ('Một hai', 'p'), ('ba', 'p'), ('a | b', 'tr'), ('bốn', 'div')]
    """
    breaking = frozenset(tags("lines"))
    pieces: list[str] = []
    blocks: list[HtmlElement] = [tree]

    def line() -> Iterator[tuple[str, HtmlElement]]:
        words = " ".join("".join(pieces).split())
        pieces.clear()
        if words := words.strip(" |"):
            yield words, blocks[-1]

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            pieces.append(element.tail or "")
            continue
        if event == "start":
            if element.tag in breaking:
                yield from line()
                if element.tag not in ("br", "hr"):
                    blocks.append(element)
            pieces.append(element.text or "")
            continue
        if element.tag in breaking:
            yield from line()
            if element.tag not in ("br", "hr"):
                blocks.pop()
        elif element.tag in _CELLS:
            pieces.append(" | ")
        if element is not tree:
            pieces.append(element.tail or "")
    yield from line()
