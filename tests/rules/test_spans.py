"""Things in text order are found by where they stand."""

from __future__ import annotations

import pytest

from kgraph.lexicon import Entry
from kgraph.rules.spans import beginning, beginning_at, nearest_before, pairs_within, within
from kgraph.scan import Mention

ENTRY = Entry("cue/x", "cue", "x", "x", "", ("x",), {}, (), (), "cues.toml:1")
FIRST, SECOND, THIRD = Mention(0, 4, ENTRY), Mention(5, 9, ENTRY), Mention(10, 14, ENTRY)


@pytest.mark.parametrize(
    ("begin", "end", "inside"), [(0, 14, [FIRST, SECOND, THIRD]), (0, 9, [FIRST, SECOND]), (1, 9, [SECOND]), (5, 8, []), (9, 5, [])]
)
def test_only_what_lies_wholly_in_a_span_is_within_it(begin: int, end: int, inside: list[Mention]) -> None:
    assert within((FIRST, SECOND, THIRD), begin, end) == inside


@pytest.mark.parametrize(
    ("offset", "begin", "nearest"), [(14, 0, THIRD), (13, 0, SECOND), (9, 5, SECOND), (9, 6, None), (3, 0, None), (4, 0, FIRST)]
)
def test_the_nearest_before_ends_before_an_offset_and_begins_behind_another(offset: int, begin: int, nearest: Mention | None) -> None:
    assert nearest_before((FIRST, SECOND, THIRD), offset, begin) == nearest


@pytest.mark.parametrize(("begin", "end", "found"), [(0, 14, [1, 2, 3]), (0, 9, [1, 2]), (1, 9, [2]), (5, 8, [])])
def test_pairs_are_found_by_their_first(begin: int, end: int, found: list[int]) -> None:
    rows = ((FIRST, 1), (SECOND, 2), (THIRD, 3))
    assert [number for _, number in pairs_within(rows, begin, end)] == found


def test_what_begins_in_a_half_open_span() -> None:
    assert list(beginning((FIRST, SECOND, THIRD), 0, 10)) == [FIRST, SECOND]
    assert beginning_at((FIRST, SECOND, THIRD), 5) == SECOND
    assert beginning_at((FIRST, SECOND, THIRD), 6) is None
