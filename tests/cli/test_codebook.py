"""The codebook explains each column of the table of risks, in its order."""

from __future__ import annotations

from dataclasses import fields

import pytest

from kgraph.analysis.survival import Risk
from kgraph.cli.codebook import codebook


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_column_is_explained_in_its_order(lang: str) -> None:
    assert [row["column"] for row in codebook(lang)] == [field.name for field in fields(Risk)]
    assert all(row["meaning"].endswith((".", "”.")) for row in codebook(lang))
