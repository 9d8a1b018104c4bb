"""Networks of people, bodies and places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.analysis.ties import KINDS, Kind, Ties, project_ties
from kgraph.settings import BASE
from kgraph.store.graph import Graph


def weights(ties: Ties) -> dict[str, int]:
    return {"-".join(sorted(node.rpartition("/")[2] for node in (a, b))): data["weight"] for a, b, data in ties.edges(data=True)}


def test_people_are_tied_by_events_each_once_however_often_told(net_of: Callable[[str], Graph]) -> None:
    graph = net_of(
        "\n".join(
            f"a{n} | event/e | a Event\na{n} | official/x | a Official; attended event/e\na{n} | official/y | a Official; attended event/e"
            for n in range(6)
        )
        + "\na1 | event/f | a Event; mayBe event/e\na1 | official/x | attended event/f\na1 | official/y | attended event/f"
        + "\na1 | event/g | a Event\na1 | official/z | a Official; attended event/g"
    )
    ties = project_ties(graph, "people")
    assert weights(ties) == {"x-y": 1}
    assert ties.nodes[f"{BASE}id/official/z"]["events"] == 1
    assert [data["expected"] for _, _, data in ties.edges(data=True)] == [0.5]


def test_whoever_is_only_named_or_awaited_is_no_node(districts: Graph) -> None:
    ties = project_ties(districts, "people")
    assert sorted(data["label"] for _, data in ties.nodes(data=True)) == ["Lê Văn An", "Trần Thị Ba"]


def test_bodies_are_tied_by_documents_that_one_issues_for_the_other(districts: Graph) -> None:
    ties = project_ties(districts, "bodies")
    assert weights(ties) == {"qu1-tu": 1, "bct-tu": 1}
    data = ties.edges[f"{BASE}id/organization/qu1", f"{BASE}id/organization/tu"]
    assert data["documents"] == (f"{BASE}id/directive/kh1",) and data["events"] == data["people"] == ()


def test_bodies_are_tied_by_events_and_by_officials(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        a | event/e | a Event
        a | organization/o | a Organization; organizes event/e
        a | organization/p | a Organization; organizes event/e
        a | organization/q | a Organization
        a | official/x | a Official; hasPosition holding/1; hasPosition holding/2
        a | holding/1 | a PositionHolding; org:organization id:organization/p
        a | holding/2 | a PositionHolding; org:organization id:organization/q
    """)
    assert weights(project_ties(graph, "bodies")) == {"o-p": 1, "p-q": 1}


def test_districts_are_tied_by_officials_seen_in_both(districts: Graph) -> None:
    ties = project_ties(districts, "districts")
    assert weights(ties) == {"q1-q2": 1}
    assert weights(project_ties(districts, "provinces")) == {}


def test_districts_are_tied_by_a_campaign_that_both_run(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        a | unit/q1 | a AdministrativeUnit; level kgv:level/district; runsCampaign campaign/c
        a | unit/q2 | a AdministrativeUnit; level kgv:level/district
        a | unit/p | a AdministrativeUnit; level kgv:level/commune; within unit/q2; runsCampaign campaign/c
        a | campaign/c | a Campaign
    """)
    assert weights(project_ties(graph, "districts")) == {"q1-q2": 1}


@pytest.mark.parametrize("kind", KINDS)
def test_statements_holdings_and_articles_are_never_nodes_or_things(kind: Kind, districts: Graph) -> None:
    ties = project_ties(districts, kind)
    names = {
        *ties,
        *(thing for _, _, data in ties.edges(data=True) for value in data.values() if isinstance(value, tuple) for thing in value),
    }
    assert not [name for name in names if any(part in name for part in ("/statement/", "/holding/", "/article/"))]


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_graph_has_an_empty_network(kind: Kind) -> None:
    assert len(project_ties(Graph.of([]), kind)) == 0
