"""When the things of a network were, and what they have to do with each other: days on its nodes and edges."""

from __future__ import annotations

from typing import Any

from kgraph.analysis.entities import Title
from kgraph.analysis.projection import Network
from kgraph.analysis.relations import BACKGROUND
from kgraph.analysis.when import When, of_properties

_DATED = ("Event", "Directive", "Campaign")


def with_days(network: Network) -> Network:
    """A copy of the network whose nodes and edges carry `when` (When).

    An event has its day, a document that of its issue, a campaign its year; people, bodies and places have none. An edge has that of
    the event at one of its ends, else that of the document or campaign that it starts from, else leads to; a post the days on which it
    was seen; background knowledge has none.
    """
    copy = network.copy()
    for _, data in copy.nodes(data=True):
        data["when"] = of_properties(data["properties"]) if data["class"] in _DATED else When()
    for source, target, data in copy.edges(data=True):
        data["when"] = _between(copy.nodes[source], copy.nodes[target], data)
    return copy


def _between(source: dict[str, Any], target: dict[str, Any], edge: dict[str, Any]) -> When:
    if edge["predicate"] in BACKGROUND:
        return When()
    if edge["titles"]:
        return seen(edge["titles"])
    ends = sorted((source, target), key=lambda end: end["class"] != "Event")
    return next((end["when"] for end in ends if end["when"].first), When())


def seen(titles: tuple[Title, ...]) -> When:
    """From the first to the last day on which some posts were seen.

    >>> from kgraph.analysis.entities import Term
    >>> seen((Title("a", Term("bi-thu"), observed=("2024-03-19", "2024-05-02")), Title("b", Term("bi-thu"), observed=("2024-01-08",))))
    When(first='2024-01-08', last='2024-05-02', shown='')
    """
    days = sorted(day for title in titles for day in title.observed)
    return When(days[0], days[-1]) if days else When()
