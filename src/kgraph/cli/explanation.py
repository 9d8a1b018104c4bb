"""An article as lines of text: its sentences, under each its findings, under each of these the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from kgraph.cli.messages import message
from kgraph.cli.terminal import indented
from kgraph.lexicon import Lexicon
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
    begin: int
    end: int
    shown: str


def explanation(findings: Findings, page: Page, lexicon: Lexicon, *, lang: str, every_word: bool = False) -> Lines:
    """All lines for one article; with `every_word` each sentence shows all words of the lexicon in it, not only those under a finding."""
    article = findings.article
    yield indented(0, " · ".join(part for part in (article.id, findings.published or article.published, findings.title) if part), "bold")
    found = sorted(found_in(findings, lexicon), key=lambda f: (f.evidence.begin, f.evidence.end, f.words))
    words = list(_words(page))
    for sentence in _sentences(page):
        yield indented(0, f"[{sentence.begin}–{sentence.end}] {article.text[sentence.begin : sentence.end]}")
        if every_word:
            yield from _inside(words, sentence.begin, sentence.end, indent=4)
        for finding in found:
            if sentence.since <= finding.evidence.begin < sentence.until:
                yield from _finding(finding, words)
        for issue in findings.issues:
            if issue.begin is not None and sentence.since <= issue.begin < sentence.until:
                yield _doubt(issue)
    at_large = [issue for issue in findings.issues if issue.begin is None]
    if at_large:
        yield indented(0, message(lang, "explain.doubts"), "bold")
        yield from map(_doubt, at_large)


def found_in(findings: Findings, lexicon: Lexicon) -> Iterator[Finding]:
    """Everything in the findings that stands on words of the article: positions, facts, and what is derived from facts."""
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
    for derived in findings.derived:
        words = f"{name(derived.subject)} · {derived.predicate} · {name(derived.object)} ({derived.rule})"
        yield from (Finding(words, ground.evidence) for ground in derived.rests_on)


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


def _finding(finding: Finding, words: Iterable[_Word]) -> Lines:
    span = finding.evidence
    yield indented(4, f"{finding.words} · {span.begin}–{span.end} · {span.rule} · {span.confidence:g}", "bold")
    yield from _inside(words, span.begin, span.end, indent=8)


def _words(page: Page) -> Iterator[_Word]:
    """What was found of the lexicon, each with the line it stands on and the words as the article has them."""
    for mentions in page.mentions.values():
        for m in mentions:
            yield _Word(*page.source_span(m.begin, m.end), f"{m.entry.place} {m.entry.id} “{page.text[m.begin : m.end]}”")


def _inside(words: Iterable[_Word], begin: int, end: int, *, indent: int) -> Lines:
    found = sorted({(word.begin, word.shown) for word in words if begin <= word.begin and word.end <= end})
    yield from (indented(indent, shown, "dim") for _, shown in found)


def _doubt(issue: Issue) -> Padding:
    return indented(4, f"? {issue.code}: {issue.message}", "red")
