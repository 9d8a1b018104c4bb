"""Where the words of the lexicon stand in an article, and which of them stand in the words of a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kgraph.audit.gaps import Covered
from kgraph.extract import Trace
from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Findings
from kgraph.scan import Mention, Page, Scanner


@dataclass(frozen=True, slots=True)
class Use:
    """An entry in the body of an article; half-open offsets of the page. `read`: it stands inside the words that some finding rests on."""

    entry: Entry
    begin: int
    end: int
    read: bool


class Words:
    """The words of a lexicon: those of the scan, and by a scan of their own the function words that only patterns look for."""

    def __init__(self, lexicon: Lexicon) -> None:
        silent = [e for e in lexicon.entries if not e.key("scan", True)]
        self._originals = {e.id: e for e in silent}
        self._scanner = Scanner(Lexicon(tuple(_audible(e) for e in silent)))

    def uses(self, trace: Trace) -> Iterator[Use]:
        """Every word of the lexicon in the body of an article; names of units are no words of the lexicon."""
        page = trace.reading.page
        read = Covered(spans_of(trace.findings))
        for kind, mentions in page.mentions.items():
            if kind != "unit":
                yield from (Use(m.entry, m.begin, m.end, read.holds(*page.source_span(m.begin, m.end))) for m in mentions)
        for m in self._silent(page):
            yield Use(self._originals[m.entry.id], m.begin, m.end, read.holds(*page.source_span(m.begin, m.end)))

    def _silent(self, page: Page) -> Iterator[Mention]:
        for mentions in self._scanner.mentions(page.text, page.folded).values():
            yield from (m for m in mentions if page.holds(m.begin))


def _audible(entry: Entry) -> Entry:
    """The entry as one that is looked for, each apart from all others: a kind of its own keeps a longer word from hiding it."""
    keys = {name: value for name, value in entry.keys.items() if name != "scan"}
    return replace(entry, kind=entry.id, keys=keys)


def spans_of(findings: Findings) -> Iterator[tuple[int, int]]:
    """Where the article has the words that findings rest on."""
    for official in findings.officials:
        for holding in official.holdings:
            yield from ((e.begin, e.end) for e in holding.evidence)
    yield from ((fact.evidence.begin, fact.evidence.end) for fact in findings.facts)
