"""Counts of a graph."""

from __future__ import annotations

from kgraph.analysis.stats import summarize
from kgraph.store.graph import Graph


def test_the_counts_are_those_of_the_graph(sample: Graph) -> None:
    stats = summarize(sample)
    classes = {count.name: count.count for count in stats.classes}
    relations = {count.name: count.count for count in stats.relations}
    assert (stats.articles, stats.first_published, stats.last_published) == (3, "2024-03-20", "2024-10-02")
    assert (classes["Official"], classes["Event"], classes["PositionHolding"]) == (3, 2, 4)
    assert (relations["attended"], relations["chaired"], relations["hasPosition"]) == (3, 1, 4)
    assert (stats.nodes, stats.components, stats.isolated) == (15, (12, 2, 1), 1)
    assert stats.quads == len(sample)


def test_the_most_central_come_first_and_say_over_what(sample: Graph) -> None:
    stats = summarize(sample, top=3)
    assert len(stats.central) == 3
    assert stats.central[0].label == "Hội nghị triển khai Kế hoạch số 112-KH/QU"
    assert [c.betweenness for c in stats.central] == sorted((c.betweenness for c in stats.central), reverse=True)
    assert stats.basis == f"by betweenness over {stats.nodes} nodes and {stats.edges} edges"
