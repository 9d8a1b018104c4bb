"""What a corpus says of the rules and the words: how often each was at work, with examples, and what neither of them took."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kgraph.audit.gaps import GAPS, Kind
from kgraph.audit.names import missed_names
from kgraph.audit.numbers import missed_numbers
from kgraph.audit.sample import Example, Group, rank
from kgraph.audit.words import Words
from kgraph.extract import Extractor, Trace
from kgraph.lexicon import Entry
from kgraph.model import Article, Evidence, Findings
from kgraph.rules.privates import is_private, names_private
from kgraph.scan import Page, Span


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Counts and examples: of rules by id, of entries by id, of gaps by kind and pattern; `entries` holds every entry of the lexicon."""

    articles: int
    rules: Mapping[str, Group]
    entries: Mapping[str, tuple[Entry, Group]]
    gaps: Mapping[Kind, Mapping[str, Group]]

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, the most frequent first; entries in the order of the lexicon."""
        return {
            "articles": self.articles,
            "rules": [{"rule": name, **_counts(group)} for name, group in by_count(self.rules)],
            "entries": [
                {"entry": e.id, "place": e.place, "used": g.used, "forms": dict(sorted(g.forms.items())), **_counts(g)}
                for e, g in self.entries.values()
            ],
            "gaps": {kind: [{"pattern": name, **_counts(group)} for name, group in by_count(self.gaps[kind])] for kind in GAPS},
        }


def by_count(groups: Mapping[str, Group]) -> list[tuple[str, Group]]:
    """Groups, the most frequent first."""
    return sorted(groups.items(), key=lambda row: (-row[1].count, row[0]))


def _counts(group: Group) -> dict[str, Any]:
    examples = [{name: getattr(e, name) for name in Example.__slots__} for e in group.examples]
    return {"count": group.count, "articles": group.articles, "examples": examples}


@dataclass
class Audit:
    """Counts articles one by one; what it holds grows with rules, words and patterns, not with articles."""

    extractor: Extractor
    examples: int = 10
    seed: int = 0
    articles: int = 0
    rules: dict[str, Group] = field(default_factory=dict)
    entries: dict[str, tuple[Entry, Group]] = field(default_factory=dict)
    gaps: dict[Kind, dict[str, Group]] = field(default_factory=lambda: {kind: {} for kind in GAPS})

    def __post_init__(self) -> None:
        self._words = Words(self.extractor.lexicon)
        self.entries = {e.id: (e, Group()) for e in self.extractor.lexicon.entries}

    def add(self, article: Article) -> None:
        """Reads one more article."""
        trace = self.extractor.trace(article)
        self.articles += 1
        for rule, begin, end in _firings(trace.findings):
            self._count(self.rules.setdefault(rule, Group()), rule, trace, begin, end)
        page = trace.reading.page
        for use in self._words.uses(trace):
            group = self.entries[use.entry.id][1]
            group.used += use.read
            group.forms[page.folded[use.begin : use.end]] += 1
            self._count(group, use.entry.id, trace, *page.source_span(use.begin, use.end))
        for gap in (*missed_names(trace), *missed_numbers(trace)):
            group = self.gaps[gap.kind].setdefault(gap.pattern, Group())
            self._count(group, gap.pattern, trace, *page.source_span(gap.begin, gap.end), bearer=gap.bearer)

    def report(self) -> AuditReport:
        """What was counted so far."""
        return AuditReport(self.articles, self.rules, self.entries, self.gaps)

    def _count(self, group: Group, key: str, trace: Trace, begin: int, end: int, *, bearer: str | None = None) -> None:
        article = trace.page.article
        group.add(rank(self.seed, key, article.id, begin), article.id, lambda: _example(trace, begin, end, bearer), size=self.examples)


def audit(
    articles: Iterable[Article], extractor: Extractor, *, examples: int = 10, seed: int = 0, progress: Callable[[int], None] | None = None
) -> AuditReport:
    """The audit of articles with one extractor. The same articles in any order give the same report; a repeated one counts again."""
    counted = Audit(extractor, examples, seed)
    for article in articles:
        counted.add(article)
        if progress:
            progress(counted.articles)
    return counted.report()


def _firings(findings: Findings) -> Iterator[tuple[str, int, int]]:
    """Every rule that made something of the article, with the words it rests on."""
    own = [e for official in findings.officials for holding in official.holdings for e in holding.evidence]
    yield from map(_fired, (*own, *(fact.evidence for fact in findings.facts)))


def _fired(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.rule, evidence.begin, evidence.end


def _example(trace: Trace, begin: int, end: int, bearer: str | None) -> Example:
    """A place with its sentence; without words where these name a private person who is not the bearer of a title."""
    article, page = trace.page.article, trace.reading.page
    privates = [p for p in trace.privates if p.name != bearer]
    body_begin, body_end = _in_page(page, begin, end)
    body_first, body_last = page.sentences[page.sentence_at(body_begin)] if page.sentences else (body_begin, body_end)
    body_last = max(body_last, body_end)
    first, last = page.source_span(min(body_first, body_begin), body_last)
    sentence = article.text[first:last]
    if is_private(privates, body_first, body_last) or names_private(sentence, privates):
        return Example(article.id, begin, end, "", "", withheld=True)
    return Example(article.id, begin, end, article.text[begin:end], sentence)


def _in_page(page: Page, begin: int, end: int) -> Span:
    """The span of a page that stands for a span of its article's own text."""
    if page.offsets is None:
        return begin, end
    return bisect_left(page.offsets, begin), bisect_left(page.offsets, end - 1) + 1
