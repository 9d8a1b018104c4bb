"""A store's folder: what is ours, who writes, what is swept."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kgraph.errors import Refused, StoreLocked
from kgraph.store.folder import generation, hold, is_store, locked, next_generation, sweep, writing

HOLDER = """
import sys
from pathlib import Path
from kgraph.store.folder import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    input()
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_becomes_a_store(tmp_path: Path) -> None:
    with writing(tmp_path / "kho" / "mot") as well:
        assert well
    assert is_store(tmp_path / "kho" / "mot")


def test_a_folder_of_something_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(Refused, match="no store of kgraph"), writing(tmp_path):
        pass
    assert names(tmp_path) == ["notes.txt"]


def test_what_a_killed_first_run_left_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / ".kgraph-4194305.tmp").mkdir()
    with writing(tmp_path):
        assert is_store(tmp_path)


def test_a_store_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kgraph-store.json").write_text('{"format": 2}')
    with pytest.raises(Refused, match="newer"), writing(tmp_path):
        pass


def test_a_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout and holder.stdout.readline() == b"held\n"
        with pytest.raises(StoreLocked, match=f"process {holder.pid} writes"), writing(tmp_path):
            pass
        holder.kill()
    with writing(tmp_path) as well:
        assert not well, "the one before was killed"
    with locked(tmp_path) as well:
        assert well


def test_dead_generations_are_swept_and_read_ones_stay(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        generation(tmp_path, number).mkdir()
    reading = hold(generation(tmp_path, 2))
    sweep(tmp_path, 3)
    assert names(tmp_path) == ["db-2", "db-3"]
    assert reading is not None
    os.close(reading)
    sweep(tmp_path, 3)
    assert names(tmp_path) == ["db-3"]
    assert next_generation(tmp_path) == 4
