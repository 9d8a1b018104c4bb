"""The page of commands in the documentation is the help of the commands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_is_in_step() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_cli_reference.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
