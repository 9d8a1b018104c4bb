"""Spans that are covered, and patterns in which what is known is a word in brackets."""

from __future__ import annotations

from kgraph.audit.gaps import Covered, Known


def test_spans_are_touched_by_any_shared_character() -> None:
    covered = Covered([(10, 20), (0, 5), (12, 30)])
    assert covered.touches(4, 6) and covered.touches(25, 26) and covered.touches(0, 40)
    assert not covered.touches(5, 10) and not covered.touches(30, 31) and not Covered([]).touches(0, 9)


def test_what_is_known_is_a_word_in_brackets_and_a_number_is_n(trace) -> None:
    traced = trace("Ngày 12/3/2024, Quận ủy Đống Đa họp 25 người.")
    page = traced.reading.page
    begin = page.text.index("Ngày")
    assert Known(traced).pattern(page, begin, len(page.text) - 1) == "[date], [body] họp N người."
