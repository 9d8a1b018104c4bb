"""One thing with its neighbours: what is said of it, and the sentences under it, as the whole graph tells them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.analysis.description import describe
from kgraph.analysis.entities import read_classes, read_entities
from kgraph.analysis.looking import SENTENCES, look
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph

BASE = "https://w3id.org/kgraph-vn/"


@pytest.fixture(scope="module")
def seeds() -> Graph:
    return Graph.load(Path(__file__).parents[2] / "exports" / "graph.nq")


def test_it_tells_what_a_description_of_the_whole_graph_tells(seeds: Graph) -> None:
    entities = read_entities(seeds, read_classes(seeds))
    for iri in sorted(iri for iri, entity in entities.items() if entity.class_name != "Thing"):
        near, whole = look(seeds, iri), describe(seeds, iri, entities=entities)
        assert near
        assert (near.label, near.class_name) == (whole.entity.label, whole.entity.class_name), iri
        links = {(group.predicate, group.into, other.iri): other for group in near.groups for other in group.near}
        for into, facts in ((False, whole.facts), (True, whole.incoming)):
            for link in facts:
                found = links[NAMESPACE + link.relation, into, link.other.iri]
                assert found.label == link.other.label and found.sentences == len(link.evidence)
                assert set(found.evidence) <= set(link.evidence) and len(found.evidence) == min(SENTENCES, len(link.evidence))
        assert near.articles == whole.articles


def test_a_holding_is_called_by_what_it_says(seeds: Graph) -> None:
    person = next(row["s"] for row in seeds.rows("SELECT ?s { ?s a kg:Official ; rdfs:label 'Phạm Thanh Học'@vi }"))
    found = look(seeds, person)
    assert found
    posts = next(group for group in found.groups if group.predicate == NAMESPACE + "hasPosition")
    assert posts.near[0].label.startswith("Phó Trưởng ban Thường trực · Ban Tuyên giáo Thành ủy Hà Nội · ")


def test_what_nobody_speaks_of(seeds: Graph) -> None:
    assert look(seeds, BASE + "id/official/nobody") is None


def test_a_concept_and_an_article_are_things_too(seeds: Graph) -> None:
    level = look(seeds, BASE + "vocab/level/province")
    article = next(row["s"] for row in seeds.rows("SELECT ?s { ?s a kg:Article } ORDER BY ?s LIMIT 1"))
    told = look(seeds, article)
    assert level and level.label == "cấp tỉnh"
    assert told and told.class_name == "Article" and any(group.predicate == NAMESPACE + "mentions" for group in told.groups)
