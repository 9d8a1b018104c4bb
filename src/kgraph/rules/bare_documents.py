"""Documents meant without their number: “kế hoạch này”, “quán triệt kế hoạch” behind the one plan that an article has named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.directives import Document
from kgraph.rules.documents import Citation
from kgraph.rules.spans import HasSpan, within
from kgraph.scan import Mention, Page

_NEAR, _REACH, _VERB = 2, 150, 40


def bare_documents(
    page: Page, rows: Sequence[tuple[Citation, Document]], named: Sequence[HasSpan], lexicon: Lexicon
) -> Iterator[tuple[Citation, Document]]:
    """Each place that means a document by its type alone, as a citation of it, in text order.

    `rows` are the citations with their documents, `named` the bodies, whose names hold such words (“Sở Kế hoạch …”).
    """
    taken = [citation for citation, _ in rows]
    told: dict[str, tuple[Citation, Document]] = {}
    several: set[str] = set()
    read = 0
    for m in page.of("directive") if rows else ():
        while read < len(rows) and rows[read][0].end <= m.begin:
            concept = rows[read][0].entry.concept
            if concept in told and told[concept][1] is not rows[read][1]:
                several.add(concept)
            told[concept] = rows[read]
            read += 1
        last = told.get(m.entry.concept)
        if last is None or m.entry.concept in several or m.entry.key("law") or not _is_near(page, last[0], m):
            continue
        end = _end(page, m, lexicon)
        if end and not _is_inside(taken, m) and not _is_inside(named, m):
            yield Citation(m.begin, m.end, m.entry, full_end=end), last[1]


def _is_near(page: Page, citation: Citation, m: Mention) -> bool:
    """Whether a document was named in the same line or in the sentence before."""
    apart = page.sentence_at(m.begin) - page.sentence_at(citation.begin)
    return apart == 1 or (apart <= _NEAR and "\n" not in page.text[citation.end : m.begin])


def _end(page: Page, m: Mention, lexicon: Lexicon) -> int | None:
    """Where the words end by which a type alone means a document: “này” behind it, or a verb of study before it; else None."""
    if _reported(lexicon).search(page.folded, max(m.begin - _VERB, 0), m.begin):
        return None
    if mark := _this_one(lexicon).match(page.folded, m.end):
        return mark.end()
    opens = m.begin == page.sentences[page.sentence_at(m.begin)][0] or page.text[m.begin - 2 : m.begin] == ". "
    if opens and _for(lexicon).match(page.folded, m.end):
        return m.end
    behind = page.ends("cue", m.begin - 1) and _studied(lexicon).search(page.folded, max(m.begin - _VERB, 0), m.begin)
    return m.end if behind and _over(lexicon).match(page.folded, m.end) else None


def _is_inside(items: Sequence[HasSpan], m: Mention) -> bool:
    """Whether a mention lies in something that is named."""
    return any(x.begin <= m.begin < x.end for x in within(items, max(m.begin - _REACH, 0), m.end + _REACH))


@cache
def _this_one(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/this-one')}\b")


@cache
def _reported(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes a document the source of what is told (“Theo công văn này, …”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/according-to')} $")


@cache
def _for(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/made-for', 'sign/in-order-to')} ")


@cache
def _studied(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/study')} $")


@cache
def _over(lexicon: Lexicon) -> re.Pattern[str]:
    """What shows that nothing more is said of which document it is: the clause ends, or tells who is to know it."""
    when = lexicon.alternation("date/year", "date/day", "date/month", "date/quarter", "sign/horizon")
    return re.compile(rf" ?(?:[.;\n]|$)| {lexicon.alternation('sign/told-whom')} (?!{when}\b|\d\d?/|\d{{4}}\b)")
