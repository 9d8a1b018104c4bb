"""What of a web page is no article: scripts, what is hidden, menus, lists of links; and tables that only lay the page out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree
from lxml.html import HtmlElement

from kgraph.sources.page_parts import page_parts, tags

_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CELLS = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))
_LINKED_SHARE, _HEADLINE = 0.6, 30
_MAIN_SHARE = 0.4
_LONG_CELL = 400


def prune(tree: HtmlElement) -> None:
    """Takes out of a page, in place, all that is never part of an article; its metadata must have been read before.

    >>> from lxml import html
    >>> page = html.document_fromstring("<div class=main-menu>A</div><p hidden>B</p><p>Quận ủy họp.<script>C</script> D</p>")
    >>> prune(page); page.text_content()
    'Quận ủy họp. D'
    """
    etree.strip_elements(tree, *tags("never"), with_tail=False)
    _drop(e for e in tree.iter() if _is_hidden(e))
    weights = weigh(tree)
    most = _MAIN_SHARE * weights[tree].unlinked
    _drop(e for e in tree.iterdescendants() if _is_named(e) and weights[e].unlinked <= most)
    weights, lists = weigh(tree), frozenset(tags("lists"))
    _drop(e for e in tree.iterdescendants() if e.tag in lists and weights[e].is_list)
    _flatten_layout(tree)


def silence(tree: HtmlElement) -> None:
    """Takes out, in place, what a browser never shows, but for the head of the page and the data about it that lie in scripts."""
    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, "style", "noscript", "template", with_tail=False)
    _drop(e for e in tree.iter("script") if e.get("type") != "application/ld+json")


@dataclass(slots=True)
class Weight:
    """Characters of text in an element, how many of them are links, and how many links there are."""

    text: int = 0
    linked: int = 0
    links: int = 0

    @property
    def unlinked(self) -> int:
        return self.text - self.linked

    @property
    def is_list(self) -> bool:
        """Whether it is a list of links, or a headline that leads elsewhere."""
        return (self.links >= 2 and self.linked > _LINKED_SHARE * self.text) or (self.linked == self.text >= _HEADLINE)


def weigh(tree: HtmlElement) -> dict[HtmlElement, Weight]:
    """The weight of every element; one walk, children before their parents."""
    weights = {element: Weight() for element in tree.iter()}
    for element in reversed(list(weights)):
        own = weights[element]
        own.text += len((element.text or "").strip())
        if element.tag == "a" and element.get("href") is not None:
            own.linked, own.links = own.text, 1
        if (parent := element.getparent()) is not None and element is not tree:
            above = weights[parent]
            above.text += own.text + len((element.tail or "").strip())
            above.linked += own.linked
            above.links += own.links
    return weights


def _drop(elements: Iterator[HtmlElement]) -> None:
    """Takes elements out with all in them; the text behind each stays."""
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or element.get("aria-hidden") == "true" or bool(style and _HIDING.search(style))


def _is_named(element: HtmlElement) -> bool:
    """Whether `class` or `id` says that an element is no part of an article."""
    if element.tag in ("body", "html", "form", "main", "article"):
        return False
    return any(_says(name) for name in f"{element.get('class') or ''} {element.get('id') or ''}".split()[:12])


@cache
def _names() -> tuple[frozenset[str], re.Pattern[str]]:
    names = page_parts()["names"]
    return frozenset(names["whole"]), re.compile("|".join(names["part"]))


@cache
def _says(name: str) -> bool:
    whole, part = _names()
    words = re.split(r"[^a-z0-9]+", _HUMP.sub("-", name[:80]).lower())
    return not whole.isdisjoint(words) or bool(part.search("".join(words)))


def _flatten_layout(tree: HtmlElement) -> None:
    """Tables that lay the page out become plain blocks: those with a block, a table or a long text in a cell."""
    weights, layout = weigh(tree), set()
    for element in tree.iter(*tags("blocks"), "td", "th"):
        if (element.tag not in _CELLS or weights[element].text > _LONG_CELL) and (table := _table_of(element)) is not None:
            layout.add(table)
    for element in list(tree.iter(*_CELLS)):
        table = element if element.tag == "table" else _table_of(element)
        if table in layout or table is None:
            element.set("data-was", element.tag)
    for element in tree.iter(*_CELLS):
        if element.attrib.pop("data-was", None):
            element.tag = "div"


def _table_of(element: HtmlElement) -> HtmlElement | None:
    return next(element.iterancestors("table"), None)
