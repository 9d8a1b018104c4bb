"""The ontology as a page: every term, both languages, nothing that runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kgraph import vocab
from kgraph.exports.ontology import Described, read_terms
from kgraph.exports.ontology_page import page


class Reader(HTMLParser):
    """The ids, links and tags of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.add(tag)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.links += [said["href"] or ""] if "href" in said else []


def test_every_term_is_there_once_and_every_link_inside_leads_somewhere() -> None:
    read = Reader(page({}))
    assert {vocab.KG + name for name in read.ids} == vocab.CLASSES | vocab.PROPERTIES
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)
    assert not read.tags & {"script", "iframe", "img", "link", "object"}


def test_the_terms_of_the_ontology_are_said_in_both_languages() -> None:
    terms = read_terms()
    assert {term.iri for term in terms} == vocab.CLASSES | vocab.PROPERTIES
    assert [term.name for term in terms if set(term.labels) != {"vi", "en"} or set(term.definitions) != {"vi", "en"}] == []


def test_what_a_term_says_is_text(monkeypatch) -> None:
    bad = "<img src=x onerror=alert(1)>"
    hostile = Described(
        vocab.KG + "x", "class", {"vi": bad, "en": bad}, {"vi": bad}, (bad,), near=("javascript:alert(1)", f"http://e.org/{bad}")
    )
    monkeypatch.setattr("kgraph.exports.ontology_page.read_terms", lambda: (hostile,))
    read = Reader(page({}))
    assert "img" not in read.tags
    assert not [link for link in read.links if not re.match(r"#|https?://", link)]


def test_the_page_counts_the_graph(seeds, exported) -> None:
    text = exported("ontology").read_text("utf-8")
    assert f"{seeds.statements:,} times in this graph" in text or f"{seeds.statements:,} lần trong đồ thị này" in text
