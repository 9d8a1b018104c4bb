"""Places by level."""

from __future__ import annotations

from itertools import combinations, pairwise

import networkx as nx
import pytest

from kgraph.analysis.projection import Network
from kgraph.view.labels import SYMBOL, label_box
from kgraph.view.levels import level_positions

DISTRICTS = 12


def country() -> Network:
    """A centre, two provinces of unlike size with districts and wards, and a person of whom nothing is known."""
    network: Network = nx.MultiDiGraph()

    def add(name: str, kind: str, level: str, units: tuple[str, ...] = (), body: str = "") -> str:
        network.add_node(name, **{"class": kind, "label": f"Tên của {name}", "level": level, "units": units, "body": body, "community": 1})
        return name

    add("chinh-phu", "Organization", "centre", body="chinh-phu")
    for province, count in (("lon", DISTRICTS), ("nho", 1)):
        add(province, "AdministrativeUnit", "province", (province,))
        for number in range(count):
            district = add(f"{province}-{number}", "AdministrativeUnit", "district", (f"{province}-{number}", province))
            committee = add(f"{district}-quan-uy", "Organization", "district", (district, province), f"{district}-quan-uy")
            add(f"{district}-bi-thu", "Official", "district", (district, province), committee)
            add(f"{district}-phuong", "AdministrativeUnit", "commune", (f"{district}-phuong", district, province))
    add("nguoi-la", "Official", "")
    return network


@pytest.fixture(scope="module")
def network() -> Network:
    return country()


def test_bands_stand_from_the_centre_down_and_hold_what_is_theirs(network: Network) -> None:
    drawn = level_positions(network)
    assert [level for level, _ in drawn.bands] == ["centre", "province", "district", "commune", "nowhere"]
    for level, (left, top, right, bottom) in drawn.bands:
        inside = [name for name, data in network.nodes.items() if (data["level"] or "nowhere") == level]
        assert all(left <= drawn.places[name][0] <= right and top <= drawn.places[name][1] <= bottom for name in inside)
    edges = [(box[1], box[3]) for _, box in drawn.bands]
    assert all(above[1] <= below[0] for above, below in pairwise(edges))


def test_no_two_labels_overlap(network: Network) -> None:
    places = level_positions(network).places
    boxes = []
    for name, (x, y) in places.items():
        width, height = label_box(network.nodes[name]["label"])
        boxes.append((x - width // 2, y - SYMBOL // 2, x - width // 2 + width, y - SYMBOL // 2 + height))
    assert not [1 for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]


def test_a_district_stands_together_and_under_its_province(network: Network) -> None:
    places = level_positions(network).places
    left = {province: min(x for name, (x, _) in places.items() if name.startswith(province)) for province in ("lon", "nho")}
    right = {province: max(x for name, (x, _) in places.items() if name.startswith(province)) for province in ("lon", "nho")}
    assert right["lon"] < left["nho"] or right["nho"] < left["lon"]
    unit, committee, secretary = (places[name] for name in ("lon-3", "lon-3-quan-uy", "lon-3-bi-thu"))
    assert max(abs(unit[i] - other[i]) for other in (committee, secretary) for i in (0, 1)) < 500


def test_many_nodes_are_drawn_wider_than_high(network: Network) -> None:
    bands = level_positions(network).bands
    assert bands[0][1][2] - bands[0][1][0] >= bands[-1][1][3] - bands[0][1][1]


def test_places_do_not_depend_on_the_order_of_building(network: Network) -> None:
    backwards: Network = nx.MultiDiGraph()
    backwards.add_nodes_from(reversed(list(network.nodes(data=True))))
    assert level_positions(backwards) == level_positions(network)


def test_nothing_is_drawn_as_nothing() -> None:
    assert level_positions(nx.MultiDiGraph()).bands == ()
