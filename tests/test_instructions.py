"""Reading an article takes no more instructions than it did: a measure without a clock."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.mark.slow
def test_reading_takes_no_more_instructions_than_before(need: Callable[[str], None]) -> None:
    """Only with an interpreter for which a count is kept; see `python -m benchmarks.instructions`."""
    need("valgrind")
    command = [sys.executable, "-m", "benchmarks.instructions"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[1], timeout=300)
    if "nothing was kept" in done.stdout:
        pytest.skip(done.stdout.splitlines()[-1])
    assert done.returncode == 0, done.stdout
