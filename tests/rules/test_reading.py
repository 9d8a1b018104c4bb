"""Small questions that linkers ask of a page."""

from __future__ import annotations

import pytest

from kgraph.lexicon import Entry
from kgraph.model import Evidence, Fact
from kgraph.rules.reading import is_short, nearest_before, unique, within
from kgraph.scan import Mention

ENTRY = Entry("cue/x", "cue", "x", "x", "", ("x",), {}, (), (), "cues.toml:1")
FIRST, SECOND, THIRD = Mention(0, 4, ENTRY), Mention(5, 9, ENTRY), Mention(10, 14, ENTRY)


@pytest.mark.parametrize(
    ("gap", "words", "short"),
    [
        ("", 0, True),
        (" ", 0, True),
        (" đã tích cực ", 3, True),
        (" đã rất tích cực ", 3, False),
        (", ", 3, False),
        (" đã: ", 3, False),
        (" (cũ) ", 3, False),
        (" “mới” ", 3, False),
        ("\n", 3, False),
    ],
)
def test_a_gap_is_short_with_few_words_and_no_punctuation(gap: str, words: int, short: bool) -> None:
    assert is_short(gap, words=words) is short


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


def test_a_fact_with_one_evidence_stands_once_and_in_order() -> None:
    here, there = (Fact("a", "p", "b", Evidence(begin, 9, "r", 0.9)) for begin in (3, 1))
    assert unique([here, there, here]) == (here, there)
