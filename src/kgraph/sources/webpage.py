"""A web page to the text of its article, with what its markup says of it. Needs trafilatura and lxml (`kgraph[web]`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import trafilatura
from lxml import etree, html

from kgraph.sources.lines import lines_of
from kgraph.sources.outcomes import Unread
from kgraph.sources.pruning import prune, silence, weigh

_MOST_TAGS = 100_000
_TAG = re.compile(r"<[a-zA-Z/!?]")
_SILENT = re.compile(r"<(script|style|noscript|template|title|textarea)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LOST_SHARE = 0.5
_SURE, _CELL = 40, " | "
"""So long a line in no table is a paragraph of the article, if trafilatura takes it for one."""
_LEAST_AROUND, _MOST_AROUND, _SPARE = 0.9, 1.6, 600
_STAMP_LIMIT = 90
_STAMP_REACH = 25
_CLOCK = re.compile(r"\b\d{1,2}\s?[:hg]\s?\d{2}\b")
_DAY = re.compile(r"(?<!\d)(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>(?:19|20)\d\d)(?!\d)")
# No clock decides what a date is: these bounds stand in place of today.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1995-01-01", "max_date": "2099-12-31"}


@dataclass(frozen=True, slots=True)
class WebPage:
    """The text of a page's article, paragraphs on lines of their own, without its title; and what the markup says of it."""

    text: str
    title: str = ""
    published: str = ""
    url: str = ""
    source: str = ""


def read_page(markup: str) -> WebPage:
    """The article of a page; Unread where there is none (`empty`), or where parsing loses text (`lost-text`) or takes long (`too-large`).

    >>> page = read_page("<html><head><title>Tin</title></head><body><nav>Menu</nav><p>Quận ủy họp.</p></body></html>")
    >>> page.title, page.text
    ('Tin', 'Quận ủy họp.')
    """
    if not _TAG.search(markup):
        return WebPage(markup)
    if len(_TAG.findall(markup)) > _MOST_TAGS:
        raise Unread("too-large", f"a page of more than {_MOST_TAGS} tags")
    tree = _parsed(markup)
    _check_whole(markup, tree)
    silence(tree)
    said = _metadata(tree)
    title = said.title or ""
    published = said.date or _stamp(tree, title)
    prune(tree)
    text = _text(tree, title)
    if not _LETTER.search(text):
        raise Unread("empty", "no text of an article in the page")
    return WebPage(text, title=title, published=published, url=said.url or "", source=said.sitename or "")


def _parsed(markup: str) -> html.HtmlElement:
    """The tree of a page; nothing that the page refers to is fetched."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return html.document_fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise Unread("empty", "no text of an article in the page") from None


def _check_whole(markup: str, tree: html.HtmlElement) -> None:
    """Compares the letters between the tags with those of the tree: what lies too deep the parser drops without a word."""
    written = sum(len(_LETTER.findall(unescape(text))) for text in between_tags(markup))
    kept = sum(len(_LETTER.findall(text)) for text in tree.itertext())
    if kept < _LOST_SHARE * written:
        raise Unread("lost-text", "nested too deeply: most of its text is lost in parsing")


def between_tags(markup: str) -> Iterator[str]:
    """What stands between the tags of a page, without scripts and comments; in one walk, however the page is made.

    >>> list(between_tags("a<p b=c>d<!-- e --><script>f</script>g"))
    ['a', 'd', '', 'g']
    """
    at, low = 0, markup.lower()
    while tag := _TAG.search(markup, at):
        yield markup[at : tag.start()]
        silent = _SILENT.match(markup, tag.start())
        closing = "-->" if markup.startswith("<!--", tag.start()) else f"</{silent[1].lower()}" if silent else ">"
        end = low.find(closing, tag.start())
        if silent and end >= 0:
            end, closing = low.find(">", end), ">"
        if end < 0:
            return
        at = end + len(closing)
    yield markup[at:]


def _metadata(tree: html.HtmlElement) -> Any:
    return trafilatura.extract_metadata(tree, date_config=dict(_DATES))


def _stamp(tree: html.HtmlElement, title: str) -> str:
    """The day in a short line with a clock time or a label soon after the title, as portals write it; elsewhere a date may be today's."""
    left, weights = 0, weigh(tree)
    for element in tree.iter("h1", "h2", "h3", "h4", "p", "div", "span", "td", "time", "em", "i", "li", "label", "font", "b", "strong"):
        if not 0 < weights[element].text <= max(_STAMP_LIMIT, len(title)):
            continue
        line = " ".join(element.text_content().split())
        if title and line == title:
            left = _STAMP_REACH
        elif left:
            left -= 1
            day = _DAY.search(line)
            if day and len(line) <= _STAMP_LIMIT and (_CLOCK.search(line) or line[: day.start()].rstrip()[-1:] == ":"):
                return f"{day['year']}-{int(day['month']):02}-{int(day['day']):02}"
    return ""


def _text(tree: html.HtmlElement, title: str) -> str:
    """The article's paragraphs: trafilatura says where they are, and of that part of the page also the lines it passes over are kept."""
    written = list(lines_of(tree))
    found = trafilatura.bare_extraction(tree, with_metadata=False, include_comments=False, include_formatting=False, deduplicate=False)
    chosen = [line for raw in _text_found(found).split("\n") if (line := " ".join(raw.split()).strip(" |"))]
    known = set(chosen)
    inside = [element for line, element in written if line in known and len(line) >= _SURE and _CELL not in line]
    if inside:
        inside += [element for line, element in written if line == title][-1:]
        top = _common(inside)
        around = [line for line, element in written if top is element or top in element.iterancestors()]
        much = sum(map(len, chosen))
        if _LEAST_AROUND * much <= sum(map(len, around)) <= _MOST_AROUND * much + _SPARE:
            chosen = around
    if title in chosen:
        chosen = chosen[chosen.index(title) + 1 :]
    return "\n".join(chosen) if chosen else "\n".join(line for line, _ in written if line != title)


def _text_found(found: Any) -> str:
    return (found.text or "") if found else ""


def _common(elements: list[html.HtmlElement]) -> html.HtmlElement:
    """The lowest element that holds them all, or is one of them where there is but one."""
    path = [*reversed(list(elements[0].iterancestors())), elements[0]]
    for element in elements[1:]:
        above = {element, *element.iterancestors()}
        while path[-1] not in above:
            path.pop()
    return path[-1]
