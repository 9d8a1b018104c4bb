"""What counts as one occasion."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.occasions import Occasion, read_attendance, read_days, read_occasions
from kgraph.settings import BASE
from kgraph.store.graph import Graph

EVENT = f"{BASE}id/event/"


def test_events_that_may_be_one_count_once_and_keep_their_own_days(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        a | event/b | a Event; startDate "2024-01-02"; endDate "2024-01-02"; mayBe event/a
        b | event/a | a Event; startDate "2024-01-01"; endDate "2024-01-01"
        b | event/c | a Event
    """)
    occasions = read_occasions(graph)
    assert occasions[f"{EVENT}a"] == occasions[f"{EVENT}b"] == Occasion(f"{EVENT}a", "2024-01-01", "2024-01-02")
    assert occasions[f"{EVENT}a"].day == ""
    assert occasions[f"{EVENT}c"] == Occasion(f"{EVENT}c")
    assert read_days(graph)[f"{EVENT}b"].day == "2024-01-02"


def test_nobody_has_attended_what_is_planned_nor_by_being_named(districts: Graph) -> None:
    attended = {
        person.rpartition("/")[2]: {event.rpartition("/")[2] for event in events} for person, events in read_attendance(districts).items()
    }
    assert attended == {"an": {"e1", "e2"}, "ba": {"e1"}}
