"""What carries out a document or a campaign."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.adoption import Item, read_items
from kgraph.analysis.territory import read_territory
from kgraph.settings import BASE
from kgraph.store.graph import Graph

ID = f"{BASE}id/"


def items(graph: Graph, name: str) -> list[Item]:
    return list(read_items(graph, ID + name, territory=read_territory(graph)))


def test_documents_lead_on_and_steps_count_the_links_that_are_stated(districts: Graph) -> None:
    found = {item.iri.removeprefix(ID): (item.steps, item.day, item.by) for item in items(districts, "directive/ct")}
    assert found == {
        "directive/kht": (1, "2024-01-05", "2024-01-05"),
        "directive/kh1": (2, "2024-01-11", "2024-01-11"),
        "event/e1": (3, "2024-01-21", "2024-01-21"),
        "event/e2": (1, "", "2024-02-29"),
        "event/e9": (1, "2024-05-01", "2024-05-01"),
    }


def test_each_item_has_its_sentence_its_units_and_the_day_it_was_known(districts: Graph) -> None:
    (plan,) = (item for item in items(districts, "directive/ct") if item.label == "Kế hoạch 1-KH/QU")
    assert [statement.quote for statement in plan.evidence] == ["directive/kh1 implements directive/kht"]
    assert (plan.units, plan.known_by, plan.above) == ((f"{ID}unit/q1",), "2024-02-01", f"{ID}directive/kht")


def test_what_a_campaign_is_run_by_and_its_local_versions(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        a1 | article/a1 | a Article; publishedEdtf "2024-02-01"
        graph:authority | unit/q1 | a AdministrativeUnit; rdfs:label "Quận Một"
        graph:authority | unit/q2 | a AdministrativeUnit; rdfs:label "Quận Hai"
        graph:authority | organization/qu1 | a Organization; placedIn unit/q1
        graph:authority | organization/qu2 | a Organization; placedIn unit/q2
        a1 | campaign/c | a Campaign; rdfs:label "Phong trào"
        a1 | campaign/d | a Campaign; rdfs:label "Phong trào ở quận"; localVersionOf campaign/c
        a1 | organization/qu1 | a Organization; conducts campaign/c
        a1 | event/e | a Event; launchesCampaign campaign/d; startDate "2024-01-05"; endDate "2024-01-05"
        a1 | organization/qu2 | a Organization; organizes event/e
    """)
    found = [(item.iri.removeprefix(ID), item.units, item.steps, item.day, item.by) for item in items(graph, "campaign/c")]
    assert found == [
        ("event/e", (f"{ID}unit/q2",), 2, "2024-01-05", "2024-01-05"),
        ("campaign/c", (f"{ID}unit/q1",), 1, "", "2024-02-01"),
    ]


def test_documents_that_carry_out_each_other_end(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        a | directive/x | a Directive; implements directive/y
        a | directive/y | a Directive; implements directive/x
    """)
    assert [item.iri for item in items(graph, "directive/x")] == [f"{ID}directive/y"]
