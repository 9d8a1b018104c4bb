"""The codebook says what every column is, in both languages, and the page in the docs is the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.exports.codebook import codebook, meaning, words
from kgraph.exports.tables import COLUMNS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "codebook.md"


@pytest.mark.parametrize("column", sorted({column for columns in COLUMNS.values() for column in columns}))
def test_every_column_has_a_meaning_in_both_languages(column: str) -> None:
    said = meaning(column)
    assert said["vi"] and said["en"] and said["vi"] != said["en"]


def test_no_column_is_described_that_is_not_there() -> None:
    assert set(words()["columns"]) <= {column for columns in COLUMNS.values() for column in columns}
    assert list(words()["tables"]) == list(COLUMNS)


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text("utf-8") == codebook(), "run scripts/make_codebook.py"
