"""Our own queries: plain values, one graph or all, names bound and never pasted."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import KgraphError
from kgraph.store.graph import Graph

LABELS = "SELECT ?s ?l WHERE { ?s rdfs:label ?l }"


def test_a_query_sees_all_graphs_or_one(graph_file: Path) -> None:
    graph = Graph.load(graph_file)
    assert len(list(graph.rows(LABELS))) == 400
    assert {row["s"].rpartition("/")[2] for row in graph.rows(LABELS, graph="https://e.vn/id/article/3")} == {
        str(n) for n in range(3, 400, 4)
    }
    assert list(graph.rows(LABELS, graph="https://e.vn/id/article/none")) == []


def test_a_given_name_is_bound(graph_file: Path) -> None:
    assert list(Graph.load(graph_file).rows(LABELS, given={"s": "https://e.vn/id/event/5"})) == [
        {"s": "https://e.vn/id/event/5", "l": "Hội nghị 5"}
    ]


@pytest.mark.parametrize("name", ["", "5", 'https://e.vn/"> . ?s ?p ?o #', "https://e.vn/a b", "%zz"])
def test_what_is_no_name_is_a_fault(graph_file: Path, name: str) -> None:
    with pytest.raises(KgraphError, match="not an IRI"):
        list(Graph.load(graph_file).rows(LABELS, given={"s": name}))


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(KgraphError, match="kgraph build"):
        Graph.load(tmp_path / "graph.nq")


def test_what_two_articles_state_is_one_triple(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    triple = '<https://e.vn/id/a> <http://www.w3.org/2000/01/rdf-schema#label> "Quận ủy"'
    path.write_text("".join(f"{triple} <https://e.vn/id/article/{n}> .\n" for n in (1, 2)), "utf-8")
    graph = Graph.load(path)
    assert len(graph) == 2, "the file has two quads"
    assert list(graph.rows("SELECT (COUNT(*) AS ?n) WHERE { ?s rdfs:label ?l }")) == [{"n": "1"}]
    assert list(graph.rows("SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s rdfs:label ?l } }")) == [{"n": "2"}]
