"""Articles about units."""

from __future__ import annotations

from kgraph.analysis.territory import read_territory
from kgraph.analysis.watching import Seen, read_coverage
from kgraph.settings import BASE
from kgraph.store.graph import Graph

UNIT = f"{BASE}id/unit/"


def test_articles_about_a_unit_and_within_it_without_reprints(districts: Graph) -> None:
    coverage = read_coverage(districts, read_territory(districts))
    assert coverage.seen(f"{UNIT}q1", "", "") == Seen(about=1, within=1, undated=1)
    assert coverage.seen(f"{UNIT}ha", "2024-02-15", "") == Seen(about=0, within=1, undated=1)
    assert coverage.seen(f"{UNIT}hb", "", "") == Seen(0, 0, 0)
    said = coverage.searched
    assert (said.articles, said.undated, said.first, said.last) == (3, 1, "2024-02-01", "2024-03-01")
