"""Everything a graph says of one entity, each fact with its sentences."""

from __future__ import annotations

import pytest

from kgraph.analysis.description import Description, describe
from kgraph.analysis.entities import read_classes, read_entities
from kgraph.store.graph import Graph

BASE = "https://w3id.org/kgraph-vn/"
PREFIXES = {
    "kg": BASE + "ns#",
    "id": BASE + "id/",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
}
QUADS = """
id:a1 rdf:type kg:Article a1
id:a1 dcterms:identifier "a1" a1
id:a1 kg:mentions id:p a1
id:a2 rdf:type kg:Article a2
id:a2 dcterms:identifier "a2" a2
id:p rdf:type kg:Official a1
id:p rdfs:label "Thọ" a1
id:p kg:hasPosition id:h a1
id:h rdf:type kg:PositionHolding a1
id:h org:organization id:o a1
id:h org:role id:r a1
id:o rdf:type kg:Organization a1
id:o rdfs:label "Quận-ủy" a1
id:e rdf:type kg:Event a1
id:e rdfs:label "Họp" a1
id:e kg:dateEdtf "2024" a1
id:p kg:attended id:e a1
id:p kg:chaired id:e a1
id:p kg:attended id:e a2
"""
STATEMENTS = [
    ("s1", "id:p", "kg:chaired", "id:e", "id:a1", 5),
    ("s2", "id:p", "kg:attended", "id:e", "id:a2", 3),
    ("s3", "id:p", "kg:hasPosition", "id:h", "id:a1", 1),
    ("s4", "id:e", "kg:dateEdtf", '"2024"', "id:a1", 9),
]


def term(name: str) -> str:
    return name if name.startswith('"') else f"<{PREFIXES[name.partition(':')[0]]}{name.partition(':')[2]}>"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    rows = [(*row.split()[:3], f"id:{row.split()[3]}") for row in QUADS.strip().splitlines()]
    for name, s, p, o, article, begin in STATEMENTS:
        rows += [(f"id:{name}", f"rdf:{part}", value, article) for part, value in (("subject", s), ("predicate", p), ("object", o))]
        rows += [(f"id:{name}", "kg:inArticle", article, article), (f"id:{name}", "kg:begin", f'"{begin}"', article)]
        rows += [(f"id:{name}", "kg:quote", f'"quote-{name}"', article)]
    path = tmp_path_factory.mktemp("graph") / "graph.nq"
    path.write_text("".join(f"{' '.join(map(term, row))} .\n" for row in rows), encoding="utf-8")
    return Graph.load(path)


def described(graph: Graph, name: str) -> Description:
    return describe(graph, BASE + "id/" + name, entities=read_entities(graph, read_classes(graph)))


def test_a_relation_is_shown_once_in_its_narrowest_form(graph: Graph) -> None:
    facts = described(graph, "p").facts
    assert [(link.relation, link.other.label, [s.quote for s in link.evidence]) for link in facts] == [("chaired", "Họp", ["quote-s1"])]


def test_what_leads_to_it_is_shown_too(graph: Graph) -> None:
    incoming = described(graph, "e").incoming
    assert [(link.relation, link.other.label) for link in incoming] == [("chaired", "Thọ")]
    assert described(graph, "e").facts == ()


def test_positions_stand_with_the_person_and_with_the_body(graph: Graph) -> None:
    (title,) = described(graph, "p").entity.titles
    (holder,) = described(graph, "o").holders
    assert title.organization == BASE + "id/o"
    assert holder.person.label == "Thọ"
    assert [s.quote for s in title.evidence] == [s.quote for s in holder.title.evidence] == ["quote-s3"]


def test_values_bear_their_evidence(graph: Graph) -> None:
    (date,) = described(graph, "e").entity.properties
    assert (date.name, date.value, [s.quote for s in date.evidence]) == ("dateEdtf", "2024", ["quote-s4"])


def test_articles_that_name_it(graph: Graph) -> None:
    assert [source.id for source in described(graph, "p").articles] == ["a1"]


def test_what_is_no_entity_has_no_description(graph: Graph) -> None:
    with pytest.raises(KeyError):
        described(graph, "none")
