"""Tasks are run by processes; one over which they die is given up, the others are not."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kgraph.scale.executors import Here, Pool

DIES = "__import__('os').kill(__import__('os').getpid(), 9)"
WORKS = [f"{n} * {n}" for n in range(12)]


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_each_task_has_its_result(workers: int) -> None:
    with Pool(workers) as pool:
        assert dict(pool.run(eval, WORKS)) == dict(Here().run(eval, WORKS)) == {n: n * n for n in range(12)}


def test_a_task_that_ends_its_process_is_given_up_and_no_other() -> None:
    tasks = [*WORKS[:3], DIES, *WORKS[3:7], DIES, *WORKS[7:]]
    with Pool(2) as pool:
        found = dict(pool.run(eval, tasks))
        assert (found[3], found[8]) == (None, None)
        assert [found[n] for n in range(len(tasks)) if n not in (3, 8)] == [n * n for n in range(12)]
        assert dict(pool.run(eval, WORKS)) == {n: n * n for n in range(12)}


def test_what_the_function_raises_ends_the_run() -> None:
    with Pool(2) as pool, pytest.raises(ZeroDivisionError):
        list(pool.run(eval, [*WORKS, "1 / 0"]))


def test_one_task_needs_no_process() -> None:
    with Pool(2) as pool:
        assert list(pool.run(eval, ["__import__('os').getpid()"])) == [(0, __import__("os").getpid())]


def test_nobody_waits_for_whoever_takes_a_result(tmp_path: Path) -> None:
    with Pool(1) as pool:
        running = pool.run(eval, ["1", f"__import__('os').mkdir({str(tmp_path / 'done')!r}) or 2"])
        assert next(running) == (0, 1)
        until = time.monotonic() + 10
        while not (tmp_path / "done").exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert (tmp_path / "done").exists()
        assert list(running) == [(1, 2)]


PROGRAM = """
import os
import time
from kgraph.scale.executors import Pool

def wait(seconds):
    os.write(1, b"%d\\n" % os.getpid())  # in one go: the other one writes too
    time.sleep(seconds)

if __name__ == "__main__":
    with Pool(2) as pool:
        list(pool.run(wait, [60] * 4))
"""


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_no_process_outlives_whoever_started_it(name: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(program)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        workers = [int(process.stdout.readline()) for _ in range(2)]
        process.send_signal(getattr(signal, name))
        process.wait(10)
        until = time.monotonic() + 10
        while any(map(is_running, workers)) and time.monotonic() < until:
            time.sleep(0.1)
        assert not any(map(is_running, workers))


def is_running(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
