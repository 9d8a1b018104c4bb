"""N-Quads, TriG, RDF 1.2 and JSON-LD say what the graph says: read back by programs that are not ours."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kgraph.store.graph import PREFIXES

KG, RDF = PREFIXES["kg"], PREFIXES["rdf"]
BOTH = pytest.mark.parametrize("name", ["seeds", "hostile_graph"])


def quads(path: Path, format: ox.RdfFormat) -> list[ox.Quad]:
    return list(ox.parse(path=str(path), format=format))


@BOTH
def test_n_quads_are_the_graph_itself(name, request, exported) -> None:
    graph = request.getfixturevalue(name)
    assert exported("nquads", graph.path).read_bytes() == graph.path.read_bytes()


@BOTH
def test_turtle_is_the_union(name, request, exported) -> None:
    graph = request.getfixturevalue(name)
    assert {str(quad.triple) for quad in quads(exported("turtle", graph.path), ox.RdfFormat.TURTLE)} == graph.triples


@BOTH
def test_trig_sets_evidence_apart_and_loses_nothing(name, request, exported) -> None:
    graph = request.getfixturevalue(name)
    found = quads(exported("trig", graph.path), ox.RdfFormat.TRIG)
    assert {str(quad.triple) for quad in found} == graph.triples
    statements = {quad.subject for quad in found if quad.predicate.value == RDF + "type" and quad.object.value == KG + "Statement"}
    assert len(statements) == graph.statements
    for quad in found:
        apart = quad.graph_name.value == "https://w3id.org/kgraph-vn/graph/evidence"
        assert apart == (quad.subject in statements)
    facts = {str(quad) for quad in found if quad.subject not in statements}
    assert facts == {text for text in graph.quads if not any(str(node) == text.split(" ", 1)[0] for node in statements)}


def test_rapper_and_serdi_read_trig(seeds, exported, need: Callable[[str], None]) -> None:
    path = exported("trig")
    need("rapper")
    done = subprocess.run(["rapper", "-q", "-i", "trig", "-o", "nquads", path], capture_output=True, check=True, text=True)
    assert len(done.stdout.splitlines()) == len(seeds.quads)
    need("serdi")
    done = subprocess.run(["serdi", "-e", "-i", "trig", "-o", "nquads", path], capture_output=True, check=True, text=True)
    assert len(done.stdout.splitlines()) == len(seeds.quads)


@BOTH
def test_rdf_1_2_says_of_each_triple_what_its_statement_said(name, request, exported) -> None:
    graph = request.getfixturevalue(name)
    found = quads(exported("rdf12", graph.path), ox.RdfFormat.TRIG)
    reifiers = [quad for quad in found if quad.predicate.value == RDF + "reifies"]
    assert len(reifiers) == graph.statements
    unfolded = {str(quad) for quad in found if quad not in reifiers}
    for quad in reifiers:
        for part in ("subject", "predicate", "object"):
            value = getattr(quad.object, part)
            unfolded.add(str(ox.Quad(quad.subject, ox.NamedNode(RDF + part), value, quad.graph_name)))
    assert unfolded == graph.quads


@BOTH
def test_json_ld_is_the_graph_to_oxigraph(name, request, exported) -> None:
    graph = request.getfixturevalue(name)
    assert {str(quad) for quad in quads(exported("jsonld", graph.path), ox.RdfFormat.JSON_LD)} == graph.quads
    tree = exported("jsonld-entities", graph.path)
    assert {str(quad.triple) for quad in quads(tree, ox.RdfFormat.JSON_LD)} == graph.triples


def test_json_ld_is_the_graph_to_rdflib(seeds, exported) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(exported("jsonld"), format="json-ld")
    assert sum(1 for _ in dataset.quads()) == len(seeds.quads)
    graph = rdflib.Graph().parse(exported("jsonld-entities"), format="json-ld")
    assert len(graph) == len(seeds.triples)


def test_json_ld_is_the_graph_to_pyld(seeds, exported) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    for format, expected in (("jsonld", seeds.quads), ("jsonld-entities", seeds.triples)):
        rdf = jsonld.to_rdf(json.loads(exported(format).read_text("utf-8")))
        assert sum(len(triples) for triples in rdf.values()) == len(expected)


@pytest.mark.parametrize("format", ["turtle", "trig", "rdf12", "jsonld", "jsonld-entities", "annotations", "void"])
def test_a_build_with_a_base_of_its_own_has_prefixes_of_its_own(format: str, seeds, exported, tmp_path: Path) -> None:
    base = "https://data.example.vn/tin/"
    text = seeds.path.read_text("utf-8")
    for kind in ("id/", "vocab/", "graph/"):
        text = text.replace(f"https://w3id.org/kgraph-vn/{kind}", base + kind)
    (path := tmp_path / "graph.nq").write_text("".join(sorted(text.splitlines(keepends=True))), encoding="utf-8")
    made = exported(format, path).read_text("utf-8")
    assert base in made
    assert "https://w3id.org/kgraph-vn/id/" not in made and "https://w3id.org/kgraph-vn/graph" not in made


def test_an_entity_stands_with_its_evidence_and_its_positions(seeds, exported) -> None:
    document = json.loads(exported("jsonld-entities").read_text("utf-8"))
    trees = {tree["id"]: tree for tree in document["@graph"]}
    assert sum(len(tree.get("evidence", ())) for tree in trees.values()) == seeds.statements
    official = next(tree for tree in trees.values() if tree.get("label") == "Đào Khánh Hà")
    assert official["type"] == "Official"
    assert {part["type"] for part in official["membership"]} == {"PositionHolding", "Tenure"}
    assert official["attended"]["label"].startswith("Hội nghị")
    assert any("Đào Khánh Hà" in part["quote"] for part in official["evidence"])


@pytest.mark.parametrize("format", ["jsonld", "jsonld-entities", "annotations"])
def test_json_names_no_tag_and_its_context_is_inside(format: str, hostile_graph, exported) -> None:
    text = exported(format, hostile_graph.path).read_text("utf-8")
    assert "<" not in text
    context = json.loads(text)["@context"]
    assert isinstance(context, dict) or context[0] == "http://www.w3.org/ns/anno.jsonld"
