"""What was won and lost between two scorings."""

from __future__ import annotations

import pytest

from kgraph.errors import KgraphError
from kgraph.scoring import ScoreReport
from kgraph.scoring.since import changes, read_run, run_json
from kgraph.scoring.tally import ScoreItem, Tally


def report(*items: tuple[str, str, str, str]) -> ScoreReport:
    tally = Tally()
    for article, kind, sign, item in items:
        tally.add(article, kind, **{{"=": "right", "-": "missed", "+": "wrong"}[sign]: [item]})
    figures = {"events": tally.figures("events")}
    return ScoreReport(figures, tuple(tally.right), tuple(tally.errors), (), None, 1, (), "abc")


def between(before: ScoreReport, now: ScoreReport) -> list[tuple[str, tuple[str, str, str]]]:
    return list(changes(read_run(run_json(before)), read_run(run_json(now))))


def test_won_lost_wrong_and_mended() -> None:
    before = report(("a1", "events", "=", "A"), ("a1", "events", "-", "B"), ("a1", "events", "+", "X"), ("a1", "events", "=", "C"))
    now = report(("a1", "events", "-", "A"), ("a1", "events", "=", "B"), ("a1", "events", "+", "Y"), ("a1", "events", "=", "C"))
    assert between(before, now) == [
        ("won", ("a1", "events", "B")),
        ("lost", ("a1", "events", "A")),
        ("wrong", ("a1", "events", "Y")),
        ("mended", ("a1", "events", "X")),
    ]
    assert between(now, now) == []


def test_two_facts_with_the_same_words_are_two() -> None:
    one = report(("a1", "events", "=", "A"), ("a1", "events", "-", "A"))
    assert between(one, one) == []
    assert between(one, report(("a1", "events", "=", "A"), ("a1", "events", "=", "A"))) == [("won", ("a1", "events", "A"))]


def test_other_articles_and_other_gold_are_no_change() -> None:
    before = report(("a1", "events", "=", "A"))
    now = report(("a1", "events", "=", "A"), ("a1", "events", "=", "new"), ("a2", "events", "+", "X"), ("a2", "events", "-", "B"))
    assert between(before, now) == []


def test_the_file_is_sorted_and_has_one_fact_a_line() -> None:
    items = (("a2", "events", "=", "Đ"), ("a1", "events", "=", "A"), ("a1", "events", "-", "B"))
    text = run_json(report(*items))
    assert text == run_json(report(*items[::-1]))
    assert '  ["a1", "events", "A"],\n  ["a2", "events", "Đ"]\n' in text
    assert ' "wrong": []\n' in text


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"right": [[1]]}'])
def test_another_file_is_a_fault(text: str) -> None:
    with pytest.raises(KgraphError, match="no saved scoring"):
        read_run(text)


def test_an_item_says_whose_it_is() -> None:
    assert report(("a1", "events", "=", "A")).right == (ScoreItem("a1", "events", "=", "A"),)
