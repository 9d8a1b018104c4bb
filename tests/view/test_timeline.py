"""Places in time."""

from __future__ import annotations

from itertools import combinations

import networkx as nx

from kgraph.analysis.projection import Network
from kgraph.analysis.when import When, of_edtf
from kgraph.view.labels import SYMBOL, label_box
from kgraph.view.timeline import time_positions


def history(**days: str) -> Network:
    """Events by name, each with its EDTF date."""
    network: Network = nx.MultiDiGraph()
    for name, day in days.items():
        network.add_node(name, **{"class": "Event", "label": f"Hội nghị {name}", "when": of_edtf(day) if day else When()})
    return network


def test_days_go_from_left_to_right_and_what_has_none_is_not_there() -> None:
    places = time_positions(history(c="2024-03-19", a="1998-05-01", b="2024-03-01", none="", yearless="XXXX-03-19")).places
    assert sorted(places, key=lambda name: places[name][0]) == ["a", "b", "c"]


def test_a_year_alone_stands_in_its_middle() -> None:
    places = time_positions(history(spring="2024-03-19", year="2024", autumn="2024-10-01")).places
    assert places["spring"][0] < places["year"][0] < places["autumn"][0]


def test_a_full_day_has_room_for_all() -> None:
    network = history(**{f"n{i:02}": "2024-03-19" for i in range(40)}, later="2024-03-20")
    places = time_positions(network).places
    boxes = [(places[name], label_box(network.nodes[name]["label"])) for name in places]
    corners = [(x - w // 2, y - SYMBOL // 2, x + w // 2, y - SYMBOL // 2 + h) for (x, y), (w, h) in boxes]
    assert not [1 for a, b in combinations(corners, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert max(places[f"n{i:02}"][0] for i in range(40)) < places["later"][0]


def test_a_long_silence_is_short_on_paper() -> None:
    ages = time_positions(history(a="1930-02-03", b="1931-02-03", c="2024-03-19")).places
    assert ages["c"][0] - ages["b"][0] == ages["b"][0] - ages["a"][0]


def test_marks_name_the_years_and_the_months_with_room() -> None:
    ticks = time_positions(history(a="2022-12-01", b="2024-01-05", c="2024-11-30", d="2024-12-01")).ticks
    assert [edtf for edtf, _ in ticks] == ["2022", "2024", "2024-11", "2024-12"]
    assert [x for _, x in ticks] == sorted(x for _, x in ticks)


def test_documents_campaigns_and_events_have_lanes_of_their_own() -> None:
    network = history(event="2024-03-19")
    for name, kind in (("plan", "Directive"), ("contest", "Campaign")):
        network.add_node(name, **{"class": kind, "label": name, "when": of_edtf("2024-03-19")})
    network.add_node("who", **{"class": "Official", "label": "Lê Văn An", "when": When()})
    places = time_positions(network).places
    assert places["plan"][1] < places["contest"][1] < places["event"][1] and "who" not in places
