"""Articles by place and month: a month without any is there with a zero, an undated article is counted apart."""

from __future__ import annotations

from collections.abc import Callable

from kgraph.analysis.coverage import Row, read_coverage
from kgraph.analysis.whole import Whole

ROWS = """
unit/tinh a AdministrativeUnit "Tỉnh A"
unit/tinh level vocab:level/province
unit/quan a AdministrativeUnit "Quận B"
unit/quan within unit/tinh
article/a1 a Article
article/a1 publishedEdtf "2023-12-30"
article/a1 about unit/quan @a1
article/a2 a Article
article/a2 publishedEdtf "2024-02"
article/a2 about unit/quan @a2
article/a2 reprintOf article/a1 @a2
article/a3 a Article
article/a3 publishedEdtf "2024"
article/a3 about unit/quan @a3
article/a4 a Article
"""


def shown(row: Row) -> tuple[str, dict[str, int], int, int, int]:
    return (row.place.label if row.place else "", dict(row.counts), row.undated, row.reprints, row.total)


def test_months_stand_without_a_gap_and_undated_articles_apart(whole_of: Callable[[str], Whole]) -> None:
    found = read_coverage(whole_of(ROWS))
    assert found.periods == ("2023-12", "2024-01", "2024-02")
    assert [shown(row) for row in found.rows] == [("Quận B", {"2023-12": 1, "2024-02": 1}, 1, 1, 3), ("", {}, 1, 0, 1)]
    assert [row.nowhere for row in (*found.rows, found.totals)] == [False, True, False]
    assert shown(found.totals) == ("", {"2023-12": 1, "2024-02": 1}, 2, 1, 4)


def test_years_and_provinces(whole_of: Callable[[str], Whole]) -> None:
    found = read_coverage(whole_of(ROWS), by_year=True, provinces=True)
    assert shown(found.rows[0]) == ("Tỉnh A", {"2023": 1, "2024": 2}, 0, 1, 3)


def test_every_article_of_the_corpus_is_counted(corpus: Whole) -> None:
    found = read_coverage(corpus)
    assert found.totals.total == len(corpus.sources) == sum(found.totals.counts.values()) + found.totals.undated
    assert all(row.total == sum(row.counts.values()) + row.undated for row in found.rows)
