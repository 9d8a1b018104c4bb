"""The table for models of durations."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.diffusion import read_diffusion
from kgraph.analysis.entities import read_classes, read_entities
from kgraph.analysis.survival import Risk, read_risks
from kgraph.settings import BASE
from kgraph.store.graph import Graph


def risks(graph: Graph, name: str = "directive/ct", until: str = "") -> dict[str, Risk]:
    target = read_entities(graph, read_classes(graph))[f"{BASE}id/{name}"]
    return {risk.unit.rpartition("/")[2]: risk for risk in read_risks(graph, read_diffusion(graph, target), until=until).rows}


def test_units_that_acted_have_their_day_and_lag(districts: Graph) -> None:
    risk = risks(districts)["q1"]
    assert (risk.event, risk.event_day, risk.lag_days, risk.days_at_risk, risk.steps) == (1, "2024-01-11", 10, 10, 2)
    assert (risk.risk_start, risk.censored_day, risk.articles, risk.articles_undated) == ("2024-01-01", "", 1, 1)


def test_a_day_known_only_to_the_month_is_an_interval(districts: Graph) -> None:
    risk = risks(districts)["q2"]
    assert (risk.event, risk.event_day, risk.event_from, risk.event_to, risk.lag_days) == (1, "", "2024-02-01", "2024-02-29", None)


def test_units_without_an_item_are_censored_at_the_last_article(districts: Graph) -> None:
    risk = risks(districts)["p1"]
    assert (risk.event, risk.censored_day, risk.censored_reason, risk.days_at_risk) == (0, "2024-03-01", "end-of-corpus", 60)
    assert (risk.articles, risk.articles_within, risk.articles_undated) == (0, 0, 1)


def test_units_that_no_article_names_and_issuers_above_are_not_at_risk(districts: Graph) -> None:
    assert set(risks(districts)) == {"ha", "q1", "q2", "p1"}
    assert set(risks(districts, "directive/kht")) == {"q1", "q2", "p1"}


def test_a_window_that_ends_earlier_has_fewer_events(districts: Graph) -> None:
    found = risks(districts, until="2024-01-31")
    assert {unit: risk.event for unit, risk in found.items()} == {"ha": 1, "q1": 1, "q2": 0, "p1": 0}
    assert (found["q2"].censored_day, found["q2"].censored_reason) == ("2024-01-31", "end-of-window")


def test_units_begin_and_end(net_of: Callable[[str], Graph]) -> None:
    graph = net_of("""
        graph:authority | directive/ct | a Directive; issuedOn "2024-01-01"
        graph:authority | unit/old | a AdministrativeUnit; validTo "2024-06-30"
        graph:authority | unit/new | a AdministrativeUnit; validFrom "2024-07-01"
        graph:authority | unit/gone | a AdministrativeUnit; validTo "2023-06-30"
        a | article/a | a Article; publishedAt "2024-12-31"; about unit/old; mentions unit/new; mentions unit/gone
    """)
    found = {unit: (risk.risk_start, risk.censored_day, risk.censored_reason) for unit, risk in risks(graph).items()}
    assert found == {"old": ("2024-01-01", "2024-06-30", "end-of-unit"), "new": ("2024-07-01", "2024-12-31", "end-of-corpus")}
