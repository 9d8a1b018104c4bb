"""Sorted lines, each once."""

import json
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kgraph import sorting
from kgraph.sorting import Sorter, merged

LINE = st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), max_size=6)


@given(st.lists(LINE, max_size=40), st.integers(1, 7))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_like_a_sort_in_memory(tmp_path: Path, lines: list[str], hold: int) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    sorter = Sorter(tmp_path, hold=hold)
    sorter.add(lines)
    assert list(sorter.lines()) == sorted(set(lines))


def test_order_is_that_of_the_bytes(tmp_path: Path) -> None:
    lines = ["đ", "z", "\U0001f9d1", "\uffee", "a\r", "a"]
    sorter = Sorter(tmp_path, hold=2)
    sorter.add(lines)
    assert list(sorter.lines()) == sorted(lines, key=str.encode)


def test_a_key_orders_first(tmp_path: Path) -> None:
    numbers = [random.Random(7).randrange(500) for _ in range(1000)]
    sorter = Sorter(tmp_path, key=json.loads, hold=10)
    sorter.add(map(str, numbers))
    assert [int(line) for line in sorter.lines()] == sorted(set(numbers))


def test_few_files_are_open_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sorting, "_FILES", 4)
    sorter = Sorter(tmp_path, hold=1)
    for n in random.Random(7).sample(range(100), 100):
        sorter.add([f"{n:02}"])
        assert len(list(tmp_path.iterdir())) <= 5
    assert list(sorter.lines()) == [f"{n:02}" for n in range(100)]


def test_little_is_held_in_memory(tmp_path: Path) -> None:
    sorter = Sorter(tmp_path, hold=3)
    sorter.add(str(n) for n in range(10))
    assert sum(len(path.read_text().splitlines()) for path in tmp_path.iterdir()) == 9


def test_no_lines(tmp_path: Path) -> None:
    assert list(Sorter(tmp_path).lines()) == []


@given(st.lists(st.lists(st.binary(max_size=2), max_size=20), max_size=5), st.integers(1, 4))
def test_runs_are_merged_like_a_sort_of_all(runs: list[list[bytes]], size: int) -> None:
    each = [sorted(set(run)) for run in runs]
    found = list(merged([iter([run[at : at + size] for at in range(0, len(run), size)]) for run in each]))
    assert [line for block in found for line in block] == sorted({line for run in runs for line in run})
