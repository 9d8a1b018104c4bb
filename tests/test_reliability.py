"""A few trials of each experiment of `make reliability`: what is promised holds."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COUNTS = {
    "lost": 2,
    "ran": 60,
    "fetched": 2,
    "hostile": 5,
    "kills": 10,
    "full disk": 4,
    "corruption": 6,
    "death queries": 6,
    "protocol": 1,
    "same bytes": 7,
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not importlib.util.find_spec("benchmarks"), reason="the measurements are not here"),
]


@pytest.mark.parametrize("name", COUNTS)
def test_what_is_promised_holds(name: str, tmp_path: Path) -> None:
    from benchmarks.reliability.__main__ import EXPERIMENTS, measured

    assert EXPERIMENTS.keys() == COUNTS.keys()
    found = measured(name, tmp_path / "room", COUNTS[name])
    if found["skipped"]:
        pytest.skip(found["skipped"])
    assert found["bad"] == []
    assert found["good"] == (0 if found["gate"] else found["of"])
