"""GraphML and GEXF as networkx reads them; no text of an article breaks the file."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import networkx as nx
import pytest

from kgraph.analysis.projection import project
from kgraph.store.graph import Graph

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


@pytest.mark.parametrize("format", READERS)
@pytest.mark.parametrize("name", ["seeds", "hostile_graph"])
def test_the_network_is_read_back_whole(format: str, name: str, request, exported) -> None:
    graph = request.getfixturevalue(name)
    expected = project(Graph.load(graph.path))
    found = READERS[format](exported(format, graph.path))
    assert set(found) == set(expected)
    assert found.number_of_edges() == expected.number_of_edges()
    relations = sorted((a, b, data["relation"]) for a, b, data in found.edges(data=True))
    assert relations == sorted((a, b, key) for a, b, key in expected.edges(keys=True))


def test_gexf_has_the_days_of_events_and_no_clock(seeds, exported) -> None:
    path = exported("gexf")
    assert "lastmodified" not in path.read_text("utf-8")
    found = nx.read_gexf(path)
    events = [data for _, data in found.nodes(data=True) if data.get("class") == "Event" and "startDate" in data]
    assert events and all(data["start"] == data["startDate"] for data in events)
    attended = [data for _, _, data in found.edges(data=True) if data["relation"] == "attended"]
    assert attended and all(re.fullmatch(r"\d{4}-\d\d-\d\d", data["start"]) for data in attended)
    directive = next(data for _, data in found.nodes(data=True) if data.get("designation") == "05-CT/TW")
    assert directive["start"] == "2016-05-15" and "end" not in directive


def test_every_edge_has_a_name_of_its_own(seeds, exported) -> None:
    for format in READERS:
        tree = ElementTree.parse(exported(format))
        names = [edge.get("id") for edge in tree.iter() if edge.tag.endswith("}edge")]
        assert names and len(set(names)) == len(names)
