"""A graph as a notebook user meets it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kgraph
from kgraph.errors import KgraphError, LimitReached, NothingMatched, Refused
from kgraph.notebook.graph import KnowledgeGraph
from kgraph.notebook.things import Directive, Event, Official, Organization, Unit

EXPORTS = Path(__file__).parents[2] / "exports"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    """The graph of the seeds."""
    return kgraph.open(EXPORTS)


def test_a_folder_and_its_file_are_the_same_graph(graph: KnowledgeGraph) -> None:
    assert len(kgraph.open(EXPORTS / "graph.nq")) == len(graph) > 1000
    with pytest.raises(KgraphError, match="cannot read the graph"):
        kgraph.open(EXPORTS / "nothing.nq")


def test_things_are_typed_and_in_order(graph: KnowledgeGraph) -> None:
    for things, kind in ((graph.officials, Official), (graph.directives, Directive), (graph.events, Event), (graph.units, Unit)):
        assert things and all(type(thing) is kind for thing in things)
        assert [thing.label for thing in things] == sorted(thing.label for thing in things)


def test_names_need_no_accents_and_namesakes_are_all_there(graph: KnowledgeGraph) -> None:
    assert [type(thing) for thing in graph.find("quan uy dong da")] == [Organization]
    assert graph.find("khong co ai") == ()
    with pytest.raises(NothingMatched, match="nothing is called so"):
        graph.one("khong co ai")
    with pytest.raises(NothingMatched, match="several are called so"):
        graph.one("Quận ủy")


def test_what_a_document_carries_out_and_what_carries_it_out(graph: KnowledgeGraph) -> None:
    upper = graph.one("284-KH/TU")
    assert isinstance(upper, Directive)
    assert upper.issued_on == date(2024, 11, 29)
    (lower,) = (thing for thing in upper.implemented_by if isinstance(thing, Directive))
    assert lower.designation == "347-KH/QU" and upper in lower.implements
    assert [body.label for body in lower.issued_by] == ["Quận ủy Đống Đa"]


def test_an_event_knows_its_day_and_people_and_they_know_it(graph: KnowledgeGraph) -> None:
    events = [event for event in graph.events if event.attendees and event.day]
    assert events
    for event in events:
        assert all(event in person.events for person in event.attendees)


def test_evidence_is_a_sentence_of_an_article(graph: KnowledgeGraph) -> None:
    person = next(person for person in graph.officials if person.events)
    assert all(person.iri in (said.triple[0], said.triple[2]) for said in person.evidence)
    assert any(said.quote and said.source for said in person.evidence)
    assert person.articles


def test_things_of_one_name_in_the_graph_are_equal_and_can_be_kept_in_sets(graph: KnowledgeGraph) -> None:
    again = kgraph.open(EXPORTS)
    assert set(again.officials) == set(graph.officials)
    assert graph[graph.officials[0].iri] is graph[graph.officials[0].iri.rpartition("/id/")[2]]
    with pytest.raises(KeyError):
        graph["official/nobody"]


def test_queries_give_plain_values(graph: KnowledgeGraph) -> None:
    rows = graph.query("SELECT ?day (COUNT(?d) AS ?n) WHERE { ?d kg:issuedOn ?day } GROUP BY ?day ORDER BY ?day LIMIT 1")
    assert isinstance(rows, list) and isinstance(rows[0], dict)
    assert isinstance(rows[0]["day"], date) and isinstance(rows[0]["n"], int)
    assert graph.query("ASK { ?s a kg:Official }") is True
    triples = graph.query("CONSTRUCT WHERE { ?s a kg:Official }")
    assert isinstance(triples, list) and isinstance(triples[0], str)


def test_queries_have_limits(graph: KnowledgeGraph) -> None:
    assert len(graph.query("SELECT * WHERE { ?s ?p ?o }", limit=5)) == 5  # type: ignore[arg-type]
    with pytest.raises(LimitReached):
        graph.query("SELECT * WHERE { ?s ?p ?o . ?a ?b ?c }")
    with pytest.raises(Refused):
        graph.query("SELECT * WHERE { SERVICE <http://localhost/> { ?s ?p ?o } }")


def test_networks_spreads_and_tables_are_those_of_the_commands(graph: KnowledgeGraph) -> None:
    assert graph.network("people").number_of_edges() > 0
    target = graph.one("284-KH/TU")
    assert isinstance(target, Directive)
    (adoption,) = graph.diffusion(target).adoptions
    assert (adoption.label, adoption.lag) == ("Quận Đống Đa", 12)
    assert sum(risk.event for risk in graph.risks(target)) == 1
    assert graph.to_networkx().number_of_nodes() > 50
