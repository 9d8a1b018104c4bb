"""One press release printed six times is one event with six sources."""

from __future__ import annotations

import json
import random
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

from kgraph.build import build
from kgraph.store.graph import Graph

TEXTS = SimpleNamespace(**runpy.run_path(str(Path(__file__).parent / "identity" / "release.py")))
CONFERENCES = 'SELECT DISTINCT ?event { ?event a kg:Event ; rdfs:label ?name FILTER(CONTAINS(?name, "tổng kết")) }'
SOURCES = "SELECT DISTINCT ?event ?article { ?article kg:reportsOn ?event } ORDER BY ?article"
SHOWN = """SELECT DISTINCT ?article { ?person kg:chaired ?event . ?s rdf:subject ?person ; rdf:predicate kg:chaired ; rdf:object ?event ;
  kg:inArticle ?article ; kg:quote ?quote }"""


def made(tmp_path: Path, texts: dict[str, str], name: str = "out") -> Path:
    source, out = tmp_path / f"{name}.jsonl", tmp_path / name
    rows = [json.dumps({"id": id, "text": text}, ensure_ascii=False) for id, text in texts.items()]
    source.write_text("\n".join(rows), encoding="utf-8")
    build([source], out=out, only={"nq", "issues", "run"})
    return out


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    return [tuple(row.values()) for row in graph.rows(query)]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of six printings, of which some lack the day so that their events have names of their own."""
    printings = dict(TEXTS.PRINTINGS)
    printings["bao-b"] = printings["bao-b"].replace("11/12/2023", "nay")
    return made(tmp_path_factory.mktemp("six"), printings)


def test_one_event_has_six_sources(out: Path) -> None:
    graph = Graph.load(out / "graph.nq")
    found = rows(graph, SOURCES)
    assert len({event for event, _ in found}) == 1
    assert len({article for _, article in found}) == 6
    assert len(rows(graph, CONFERENCES)) == 1


def test_evidence_stands_in_each_article(out: Path) -> None:
    assert len(rows(Graph.load(out / "graph.nq"), SHOWN)) == 6


def test_the_other_names_stay_and_point_to_the_one(out: Path) -> None:
    graph = Graph.load(out / "graph.nq")
    found = rows(graph, "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }")
    assert found
    assert all(old > new for old, new in found)
    assert rows(graph, "SELECT ?p { ?old dcterms:isReplacedBy ?new ; ?p ?o FILTER(?p != dcterms:isReplacedBy) }") == []


def test_reprints_say_so_and_are_counted_as_accepted(out: Path) -> None:
    run = json.loads((out / "run.json").read_text(encoding="utf-8"))
    assert run["reprints"] == run["predicates"]["reprintOf"] == 5
    assert run["counts"] == {"given": 6, "accepted": 6, "duplicate": 0, "quarantined": 0}


def test_each_graph_holds_its_own_facts(out: Path) -> None:
    """Deleting one article leaves the event with the five others."""
    lines = (out / "graph.nq").read_text(encoding="utf-8").splitlines()
    left = [line for line in lines if not line.endswith("/article/bao-a> .")]
    (out.parent / "left.nq").write_text("\n".join(left) + "\n", encoding="utf-8")
    graph = Graph.load(out.parent / "left.nq")
    assert len({article for _, article in rows(graph, SOURCES)}) == 5
    assert len(rows(graph, CONFERENCES)) == 1


def test_the_press_release_of_the_next_year_is_another_event(tmp_path: Path) -> None:
    graph = Graph.load(made(tmp_path, {"nay": TEXTS.RELEASE, "sau": TEXTS.next_year()}) / "graph.nq")
    assert len(rows(graph, CONFERENCES)) == 2
    assert rows(graph, "SELECT ?a { ?a kg:reprintOf ?b }") == []


def test_same_bytes_for_any_order(tmp_path: Path) -> None:
    texts = {**TEXTS.PRINTINGS, "sau-a": TEXTS.next_year(), "sau-b": f"{TEXTS.next_year()}\nTin: Thu Giang", "khac": TEXTS.OTHER_REPORT}
    usual = (made(tmp_path, texts) / "graph.nq").read_bytes()
    for seed in range(2):
        shuffled = list(texts.items())
        random.Random(seed).shuffle(shuffled)
        assert (made(tmp_path, dict(shuffled), f"out{seed}") / "graph.nq").read_bytes() == usual
