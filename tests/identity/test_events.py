"""Which events of reprints are one."""

from __future__ import annotations

import pytest

from kgraph.identity.events import one_event
from kgraph.identity.printing import Printing, Told

NAME = "Hội nghị tổng kết công tác năm 2023"


def told(key: str, edtf: str | None = "2023-12-11", label: str = NAME, *, kind: str = "hoi-nghi", main: bool = True) -> Told:
    return Told(key, kind, edtf, label, main)


def printed(id: str, *events: Told) -> Printing:
    return Printing(id, None, "", events)


def test_the_smallest_name_stands() -> None:
    group = [printed("a", told("event/c")), printed("b", told("event/a")), printed("c", told("event/b")), printed("d", told("event/a"))]
    assert one_event([group]) == {"event/b": "event/a", "event/c": "event/a"}


@pytest.mark.parametrize(
    "other",
    [told("event/b", None), told("event/b", "XXXX-12-11"), told("event/b", label="Hội nghị tổng kết"), told("event/b", main=False)],
    ids=["no date", "no year", "a shorter name", "told beside another one"],
)
def test_what_does_not_contradict_is_one(other: Told) -> None:
    assert one_event([[printed("a", told("event/a")), printed("b", other)]]) == {"event/b": "event/a"}


@pytest.mark.parametrize(
    "other",
    [
        told("event/b", "2023-12-12"),
        told("event/b", kind="buoi-le"),
        told("event/b", label="Hội nghị tổng kết", main=False),
        told("event/b", label="Gặp mặt chức sắc tôn giáo"),
    ],
    ids=["another day", "another kind", "a shorter name of another event", "another name"],
)
def test_what_differs_stays_apart(other: Told) -> None:
    assert one_event([[printed("a", told("event/a")), printed("b", other)]]) == {}


def test_two_events_of_one_article_stay_two() -> None:
    both = told("event/a", None), told("event/b", None, main=False)
    assert one_event([[printed("a", *both), printed("b", told("event/c", None))]]) == {"event/c": "event/a"}


def test_groups_that_share_an_event_do_not_join_two_days() -> None:
    undated = told("event/c", None)
    first = [printed("a", told("event/a", "2023-12-11")), printed("b", undated)]
    second = [printed("c", undated), printed("d", told("event/d", "2023-12-18"))]
    assert one_event([first, second]) == {"event/c": "event/a"}
