"""CSV for people with spreadsheets: their marks, their formulas, a codebook."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kgraph.exports.panels import harmless


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "- Đồng chí A dự"])
def test_what_a_spreadsheet_takes_for_a_formula_is_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless(cell).removeprefix("'") == cell


def test_no_cell_of_hostile_articles_is_a_formula(hostile_graph, exported) -> None:
    for path in exported("csv", hostile_graph.path).glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_each_file_begins_with_the_mark_that_spreadsheets_look_for(seeds, exported) -> None:
    folder: Path = exported("csv")
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in folder.glob("*.csv"))
    assert (folder / "codebook.md").read_text("utf-8").startswith("# Codebook")
