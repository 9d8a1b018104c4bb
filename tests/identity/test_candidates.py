"""What stays open is written with its statement, the same in every build."""

from __future__ import annotations

from kgraph.identity.candidates import candidate_quads
from kgraph.identity.decision import Maybe, Named
from kgraph.terms import Names

NAMES = Names("https://example.org/")
MAYBE = Maybe(Named("a", "directive/x"), "directive/y", 0.45, "documents.number-at-place")


def test_a_candidate_stands_in_the_articles_graph_with_its_statement() -> None:
    quads = list(candidate_quads([MAYBE], NAMES))
    graph = NAMES.article("a")
    assert all(quad.endswith(f" {graph} .") for quad in quads)
    assert f"{NAMES.of('directive/x')} <https://w3id.org/kgraph-vn/ns#mayBe> {NAMES.of('directive/y')} {graph} ." in quads
    assert any('#confidence> "0.45"^^' in quad for quad in quads)
    assert any('#rule> "documents.number-at-place"' in quad for quad in quads)
    assert len(quads) == 8


def test_the_name_of_the_statement_is_that_of_its_content() -> None:
    again = list(candidate_quads([MAYBE, MAYBE], NAMES))
    assert set(again) == set(candidate_quads([MAYBE], NAMES))
    other = Maybe(MAYBE.named, MAYBE.candidate, 0.45, "x")
    assert set(candidate_quads([other], NAMES)).isdisjoint(q for q in again if "statement" in q)
