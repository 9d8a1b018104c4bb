"""What joins places."""

from __future__ import annotations

from kgraph.analysis.bridges import read_bridges
from kgraph.store.graph import Graph


def test_officials_seen_in_two_districts_with_their_events(districts: Graph) -> None:
    (bridge,) = read_bridges(districts)
    assert (bridge.label, bridge.events) == ("Lê Văn An", 2)
    assert [(visit.label, len(visit.events)) for visit in bridge.visits] == [("Quận Một", 1), ("Quận Hai", 1)]


def test_within_one_province_nobody_joins_provinces(districts: Graph) -> None:
    assert read_bridges(districts, level="province") == ()
