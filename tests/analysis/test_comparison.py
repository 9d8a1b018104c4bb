"""Two places side by side, with the articles behind each figure."""

from __future__ import annotations

from kgraph.analysis.comparison import Side, compare_places
from kgraph.analysis.finding import find
from kgraph.analysis.whole import Whole


def unit(whole: Whole, name: str) -> str:
    return find((e for e in whole.entities.values() if e.class_name == "AdministrativeUnit"), name)[0].iri


def test_two_districts_of_the_seeds(seeds: Whole) -> None:
    found = compare_places(seeds, unit(seeds, "quan dong da"), unit(seeds, "quan le chan"))
    one, other = found.one, found.other
    assert (one.articles, one.dated, other.articles, other.dated) == (2, 1, 1, 1)
    assert [(lag.document.label, lag.above.label, lag.days) for lag in one.lags] == [("Kế hoạch 347-KH/QU", "Kế hoạch 284-KH/TU", 12)]
    assert (one.median_lag, other.median_lag) == (12, None)


def test_a_comparison_is_the_same_the_other_way_round(corpus: Whole) -> None:
    names = [unit(corpus, name) for name in ("quan ha dong", "quan long bien")]
    there, back = compare_places(corpus, *names), compare_places(corpus, *reversed(names))
    assert (there.one, there.other) == (back.other, back.one)
    assert {c.iri for c in there.campaigns} == {c.iri for c in back.campaigns}
    assert there.directives == back.directives
    assert there.campaigns and there.directives


def test_events_by_kind_add_up(corpus: Whole) -> None:
    other = unit(corpus, "quan long bien")
    for name in ("quan ha dong", "quan kien an"):
        side: Side = compare_places(corpus, unit(corpus, name), other).one
        assert side.undated <= sum(count for _, count in side.events)
