"""What one article says, in a form that a test can write down: sentence in, labels out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.extract import Extractor, open_extractor
from kgraph.lexicon import Lexicon
from kgraph.model import Article, Findings, Value
from kgraph.scan import Page, scan_text
from kgraph.text import normalize

Read = Callable[..., Findings]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor with the lexicon and the gazetteer that are shipped."""
    return open_extractor()


@pytest.fixture(scope="session")
def lexicon(extractor: Extractor) -> Lexicon:
    """The lexicon that is shipped."""
    return extractor.lexicon


@pytest.fixture(scope="session")
def scan(extractor: Extractor) -> Callable[[str], Page]:
    """The page of a text."""
    return lambda text: scan_text(Article(id="a", text=normalize(text)), extractor.scanner)


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """The findings of a text, published on a day or not."""
    return lambda text, published=None: extractor.extract(Article(id="a", text=normalize(text), published=published))


@pytest.fixture(scope="session")
def positions(read: Read) -> Callable[..., dict[str, set[tuple[str, str, str]]]]:
    """Name → role, body and status of every post; an official without a post has an empty set."""

    def of(text: str, published: str | None = None) -> dict[str, set[tuple[str, str, str]]]:
        return {
            official.label: {(h.role, h.organization.label if h.organization else "", h.status) for h in official.holdings}
            for official in read(text, published).officials
        }

    return of


@pytest.fixture(scope="session")
def relations(read: Read) -> Callable[..., set[tuple[str, str]]]:
    """Subject and object of every fact of some predicates: labels, the kind for an event, the words for a value."""

    def of(text: str, *predicates: str, published: str | None = None) -> set[tuple[str, str]]:
        findings = read(text, published)
        names = labels(findings)
        rows = ((f.subject, f.predicate, f.object) for f in findings.facts)
        return {
            (names.get(s, s), o.lexical if isinstance(o, Value) else names.get(o, o)) for s, predicate, o in rows if predicate in predicates
        }

    return of


def labels(findings: Findings) -> dict[str, str]:
    """Key → label of every entity of an article, an event by its kind."""
    named = (*findings.units, *findings.organizations, *findings.officials, *findings.directives, *findings.campaigns)
    return {entity.key: entity.label for entity in named} | {event.key: event.kind for event in findings.events}
