"""Days on the nodes and edges of a network."""

from __future__ import annotations

import pytest

from kgraph.analysis.dating import with_days
from kgraph.analysis.projection import Network, project
from kgraph.store.graph import Graph


@pytest.fixture(scope="module")
def network(sample: Graph) -> Network:
    return with_days(project(sample, evidence=False))


def edge_day(network: Network, source: str, relation: str, target: str) -> str:
    labels = {iri: data["label"] for iri, data in network.nodes.items()}
    (day,) = {
        data["when"].first
        for one, other, key, data in network.edges(keys=True, data=True)
        if (labels[one], key) == (source, relation) and labels[other].startswith(target)
    }
    return str(day)


def test_events_and_documents_have_their_day_and_people_none(network: Network) -> None:
    days = {data["label"]: data["when"].first for data in network.nodes.values()}
    assert days["Hội nghị triển khai Kế hoạch số 112-KH/QU"] == "2024-03-19"
    assert days["Kế hoạch 112-KH/QU"] == "2024-03-05"
    assert days["Đỗ Trường Thọ"] == days["Quận ủy Hải Châu"] == days["Quận Hải Châu"] == ""


def test_an_edge_has_the_day_of_its_event_else_of_its_document(network: Network) -> None:
    assert edge_day(network, "Lâm Thị Yến", "attended", "Hội nghị triển khai") == "2024-03-19"
    assert edge_day(network, "Kế hoạch 112-KH/QU", "implements", "Chỉ thị 77") == "2024-03-05"
    assert edge_day(network, "Hội nghị triển khai Kế hoạch số 112-KH/QU", "implements", "Kế hoạch 112") == "2024-03-19"
    assert edge_day(network, "Quận Hải Châu", "runsCampaign", "Sông Hàn") == ""


def test_a_post_was_seen_from_its_first_day_to_its_last_and_background_has_no_day(network: Network) -> None:
    assert edge_day(network, "Đỗ Trường Thọ", "hasPosition", "Quận ủy Hải Châu") == "2024-03-19"
    assert edge_day(network, "Quận Hải Châu", "within", "Thành phố Đà Nẵng") == ""
