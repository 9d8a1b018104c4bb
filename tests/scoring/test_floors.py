"""Floors only rise, and only on the gold they were measured on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.errors import KgraphError, NothingMatched
from kgraph.scoring import ScoreReport
from kgraph.scoring.floors import Floors, below, check_gold, raised, read_floors
from kgraph.scoring.tally import Figures

TEXT = """# Why there are floors.
gold_sha256 = "abc"

[f1]
events = 0.95  # of dated ones
places = 0.90
"rel.about" = 0.50
"""


def report(**f1: float) -> ScoreReport:
    figures = {name.replace("_", "."): Figures(value, value, value, 4, 4) for name, value in f1.items()}
    return ScoreReport(figures, (), (), (), None, 1, (), "abc")


def test_a_floor_rises_and_never_falls() -> None:
    made = raised(TEXT, report(events=0.8, places=0.9312, rel_about=1.0, ENTITIES=1.0))
    assert made == TEXT.replace("0.90\n", "0.9312\n").replace("0.50", "1.0000")


def test_a_class_without_a_floor_gets_one() -> None:
    made = raised(TEXT, report(events=0.8, rel_runs=0.75))
    assert made == TEXT + '"rel.runs" = 0.7500\n'
    assert raised(made, report(events=0.8, rel_runs=0.75)) == made


def test_what_is_below_is_named_also_where_nothing_was_counted() -> None:
    floors = Floors("abc", {"events": 0.95, "places": 0.5, "campaigns": 0.1})
    assert list(below(report(events=0.9, places=0.5), floors)) == [("events", 0.9, 0.95), ("campaigns", 0.0, 0.1)]


def test_other_gold_is_a_fault() -> None:
    with pytest.raises(NothingMatched, match="abc"):
        check_gold(report(events=1.0), Floors("other", {}), where=Path("floors.toml"))


@pytest.mark.parametrize("text", ["", "gold_sha256 = 'a'", "f1 = 3\ngold_sha256 = 'a'", "[f1]\nevents = 'x'", "{"])
def test_a_file_that_holds_no_floors_is_a_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KgraphError, match="floors"):
        read_floors(tmp_path / "floors.toml")
