"""The protocol tests of the W3C through the server; a server that only reads is asked what concerns reading."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from benchmarks.reliability.experiment import SEEDS, SUITES, Result, built, trials
from benchmarks.reliability.serving import serving


def run(room: Path, count: int) -> Result:
    """As many of the suite's tests as concern a server that only reads."""
    runner = SUITES / "run_protocol.py"
    if not runner.is_file():
        return Result(skipped="no suites/run_protocol.py; set KGRAPH_SHARED")
    with serving(built(room, SEEDS, "all")) as address:
        if not address:
            return Result(skipped="no `kgraph serve` here")
        manifest = SUITES / "sparql11-protocol" / "manifest.ttl"
        urls = f"{address}/sparql", f"{address}/update"
        done = subprocess.run(
            [sys.executable, runner, manifest, *urls, "--read-only"], capture_output=True, text=True, check=True, timeout=300
        )
    first, *failed = done.stdout.splitlines()
    counted = ast.literal_eval(first)
    tried = counted.get("pass", 0) + counted.get("fail", 0)
    return trials([line for line in failed if line], tried, f"{counted.get('skip', 0)} that write are left out")
