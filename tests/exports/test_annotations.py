"""Web Annotations: every statement that stands in an article, on its words; what is withheld is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest

KG = "https://w3id.org/kgraph-vn/ns#"
OA = "http://www.w3.org/ns/oa#"
# The part of the standard's context that the file uses; the context itself is on the network.
CONTEXT = {
    "oa": OA,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "id": {"@id": "@id", "@type": "@id"},
    "type": {"@id": "@type", "@type": "@vocab"},
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "describing": "oa:describing",
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "exact": {"@id": "oa:exact"},
    "start": {"@id": "oa:start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
}


def read(path: Path) -> ox.Store:
    """The page as RDF, read by Oxigraph with the context set in."""
    document = json.loads(path.read_text("utf-8"))
    document["@context"] = [CONTEXT, document["@context"][1]]
    store = ox.Store()
    store.bulk_load(json.dumps(document), format=ox.RdfFormat.JSON_LD)
    return store


def count(store: ox.Store, where: str) -> int:
    return int(next(iter(store.query(f"PREFIX oa: <{OA}> PREFIX kg: <{KG}> SELECT (COUNT(DISTINCT ?a) AS ?n) {{ {where} }}")))["n"].value)


@pytest.mark.parametrize("name", ["seeds", "hostile_graph"])
def test_each_statement_of_an_article_is_an_annotation(name, request, exported) -> None:
    graph = request.getfixturevalue(name)
    store = read(exported("annotations", graph.path))
    stated = graph.count(f"?s a <{KG}Statement> ; <{KG}inArticle> ?a")
    assert count(store, "?a a oa:Annotation ; oa:hasBody ?b ; oa:hasTarget/oa:hasSource ?article") == stated
    assert count(store, "?a oa:hasTarget/oa:hasSelector ?s . ?s a oa:TextQuoteSelector ; oa:exact ?t") == graph.count(f"?s <{KG}quote> ?q")
    assert count(store, "?a oa:hasTarget/oa:hasSelector ?s . ?s oa:start ?b ; oa:end ?e") == graph.count(f"?s <{KG}begin> ?b")


def test_a_withheld_quote_stays_withheld(tmp_path: Path, exported) -> None:
    statement, article = "<https://e.org/id/statement/1>", "<https://e.org/id/article/a>"
    said = {"begin": '"3"^^<http://www.w3.org/2001/XMLSchema#integer>', "end": '"9"^^<http://www.w3.org/2001/XMLSchema#integer>'}
    said |= {"quoteWithheld": '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>', "inArticle": article}
    lines = [f"{statement} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{KG}Statement> {article} ."]
    lines += [f"{statement} <{KG}{name}> {value} {article} ." for name, value in said.items()]
    (path := tmp_path / "graph.nq").write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="utf-8")
    (only,) = json.loads(exported("annotations", path).read_text("utf-8"))["items"]
    assert only["target"]["selector"] == [{"type": "TextPositionSelector", "start": 3, "end": 9}]
    assert only["body"]["quoteWithheld"] is True
