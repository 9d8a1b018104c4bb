"""The time for which a life tells a post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.rules.periods import find_periods, goes_on
from kgraph.scan import Page


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Từ tháng 10/1992 đến tháng 6/1996: Bí thư", [("1992-10", "1996-06")]),
        ("Năm 1983 đến năm 1984: Phó Bí thư", [("1983", "1984")]),
        ("4/1985-7/1988: Ủy viên", [("1985-04", "1988-07")]),
        ("+ Tháng 7.1994 – 12.2005: Ủy viên", [("1994-07", "2005-12")]),
        ("Từ 19.3.2008 đến nay: Chủ tịch", [("2008-03-19", None)]),
        ("Từ năm 1999 đến giữa năm 2006, ông", [("1999", "2006")]),
        ("từ tháng 8/1998, làm Phó Trưởng ban; đến tháng 10/1999 làm Bí thư", [("1998-08", None), ("1999-10", None)]),
        ("Tháng 3 năm 2015, ông được bầu", [("2015-03", None)]),
        ("cho đến năm 1997", [(None, "1997")]),
        ("Bí thư Huyện ủy nhiệm kỳ 2010 - 2015", []),
        ("Ông sinh năm 1960, vào Đảng năm 1984", []),
        ("từ tháng 1/2014-5/2010", []),
        ("dài 2010 mét", []),
    ],
)
def test_bounds(text: str, bounds: list[tuple[str | None, str | None]], scan: Callable[[str], Page], lexicon: Lexicon) -> None:
    page = scan(text)
    assert [(p.since, p.until) for p in find_periods(page, 0, len(page.text), lexicon)] == bounds


@pytest.mark.parametrize(
    ("until", "since", "joined"),
    [
        ("2008-03-18", "2008-03-19", True),
        ("2010-12", "2011-01", True),
        ("2010-12", "2011-03", False),
        ("1995", "1995", True),
        ("1995", "1998", False),
    ],
)
def test_a_time_goes_on_in_the_next_month_or_year(until: str, since: str, joined: bool) -> None:
    assert goes_on(until, since, begun="1990") is joined
