"""An article as lines of text: its sentences, under each its findings, under these the words they rest on, and what led to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING

from kgraph.cli.messages import message
from kgraph.cli.seen import Seen
from kgraph.cli.terminal import indented
from kgraph.lexicon import FOLDER, Entry, Lexicon
from kgraph.model import Campaign, Directive, Event, Evidence, Findings, Holding, Issue, Official, Organization, Unit, Value
from kgraph.scan import Page

if TYPE_CHECKING:
    from rich.padding import Padding

Lines = Iterator["Padding"]
_WIDTH = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """One fact in words, and where it stands."""

    words: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Sentence:
    begin: int
    end: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class _Word:
    """Words of the article and an entry of the lexicon that they are a form of."""

    begin: int
    end: int
    words: str
    entry: Entry


def explanation(
    findings: Findings,
    page: Page,
    lexicon: Lexicon,
    *,
    lang: str,
    seen: Sequence[Seen] = (),
    prose: Sequence[tuple[int, int]] | None = None,
    every_word: bool = False,
) -> Lines:
    """All lines for one article.

    `seen`: what else was seen in it. A sentence outside `prose` says that it was not read. A sentence without findings in which something
    can have been missed shows its words of the lexicon, with `every_word` each sentence does.
    """
    article = findings.article
    yield indented(0, " · ".join(part for part in (article.id, findings.published or article.published, findings.title) if part), "bold")
    found = sorted(found_in(findings, lexicon), key=lambda f: (f.evidence.begin, f.evidence.end, f.words))
    words = sorted(_words(page), key=lambda w: (w.begin, -w.end, w.entry.id))
    for sentence in _sentences(page):
        yield indented(0, f"[{sentence.begin}–{sentence.end}] {article.text[sentence.begin : sentence.end]}")
        if prose is not None and not any(begin < sentence.end and sentence.begin < end for begin, end in prose):
            yield indented(4, message(lang, "explain.outside"), "dim")
            continue
        own = [f for f in found if sentence.since <= f.evidence.begin < sentence.until]
        rest = [s for s in seen if sentence.since <= s.begin < sentence.until and (s.gap or not own)]
        if every_word or (not own and any(s.gap for s in rest)):
            yield from _inside(words, sentence.begin, sentence.end, indent=4)
        yield from _findings(own, words)
        yield from (indented(4, message(lang, s.message, words=s.words), "yellow") for s in rest)
        for issue in findings.issues:
            if issue.begin is not None and sentence.since <= issue.begin < sentence.until:
                yield _doubt(issue)
    at_large = [issue for issue in findings.issues if issue.begin is None]
    if at_large:
        yield indented(0, message(lang, "explain.doubts"), "bold")
        yield from map(_doubt, at_large)


def found_in(findings: Findings, lexicon: Lexicon) -> Iterator[Finding]:
    """Everything in the findings that stands on words of the article: positions and facts."""
    things: tuple[Unit | Organization | Official | Directive | Campaign | Event, ...]
    things = (*findings.units, *findings.organizations, *findings.officials, *findings.directives, *findings.campaigns, *findings.events)
    names = {thing.key: thing.label for thing in things}

    def name(key: str) -> str:
        return shorten(names.get(key, key), _WIDTH, placeholder="…")

    for official in findings.officials:
        for holding in official.holdings:
            yield from (Finding(f"{official.label} · {_position(holding, lexicon)}", evidence) for evidence in holding.evidence)
    for fact in findings.facts:
        value = fact.object.lexical if isinstance(fact.object, Value) else name(fact.object)
        yield Finding(f"{name(fact.subject)} · {fact.predicate} · {value}", fact.evidence)


def _position(holding: Holding, lexicon: Lexicon) -> str:
    entry = lexicon.by_id.get(f"role/{holding.role}")
    body = f" @ {holding.organization.label}" if holding.organization else ""
    return f"{entry.vi if entry else holding.role}{body} ({holding.status})"


def _sentences(page: Page) -> Iterator[_Sentence]:
    """The sentences of a page by their places in the article; what stands between two belongs to the first."""
    spans = [page.source_span(*span) for span in page.sentences]
    starts = [0, *(begin for begin, _ in spans[1:]), len(page.article.text) + 1]
    for (begin, end), since, until in zip(spans, starts, starts[1:], strict=False):
        yield _Sentence(begin, end, since, until)


def _findings(found: Iterable[Finding], words: Sequence[_Word]) -> Lines:
    """The findings of a sentence; the words of those that rest on the same ones stand once, under the last."""
    for (begin, end), same in groupby(found, key=lambda f: (f.evidence.begin, f.evidence.end)):
        for finding in same:
            yield indented(4, f"{finding.words} · {begin}–{end} · {finding.evidence.rule} · {finding.evidence.confidence:g}", "bold")
        yield from _inside(words, begin, end, indent=8)


def _words(page: Page) -> Iterator[_Word]:
    """What was found of the lexicon, with the words as the article has them."""
    for mentions in page.mentions.values():
        for m in mentions:
            yield _Word(*page.source_span(m.begin, m.end), page.text[m.begin : m.end], m.entry)


def _inside(words: Iterable[_Word], begin: int, end: int, *, indent: int) -> Lines:
    """One line for each place where words of the lexicon stand: the words, and the line of every entry they are a form of."""
    inside = (word for word in words if begin <= word.begin and word.end <= end)
    for _, same in groupby(inside, key=lambda w: (w.begin, w.end)):
        rows = list(dict.fromkeys(same))
        lines = "; ".join(dict.fromkeys(f"{_place(row.entry)} {row.entry.id}" for row in rows))
        yield indented(indent, f"“{rows[0].words}” {lines}", "dim")


def _place(entry: Entry) -> str:
    """The file and line of an entry, as an editor opens it; a unit stands in the gazetteer."""
    return f"{FOLDER}/{entry.place}" if ":" in entry.place else entry.place


def _doubt(issue: Issue) -> Padding:
    return indented(4, f"? {issue.code}: {issue.message}", "red")
