"""Small questions that linkers ask of a page."""

from __future__ import annotations

import pytest

from kgraph.model import Evidence, Fact
from kgraph.rules.reading import is_short, unique


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


def test_a_fact_with_one_evidence_stands_once_and_in_order() -> None:
    here, there = (Fact("a", "p", "b", Evidence(begin, 9, "r", 0.9)) for begin in (3, 1))
    assert unique([here, there, here]) == (here, there)
