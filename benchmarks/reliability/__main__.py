"""`python -m benchmarks.reliability`: measures what RELIABILITY.md promises and sets the figures into it.

Every experiment runs in a process and a folder of its own. Exit code 1 where one is not as promised; what cannot be tried here is named.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.reliability.experiment import ROOT, Experiment, Result
from benchmarks.reliability.report import line, machine, put, table

EXPERIMENTS: dict[str, tuple[str, int]] = {
    "lost": ("lost", 8),
    "ran": ("ran", 1_000),
    "fetched": ("fetched", 100),
    "hostile": ("hostile", 1_000),
    "kills": ("kills", 200),
    "full disk": ("full_disk", 20),
    "corruption": ("corruption", 36),
    "death queries": ("queries", 100),
    "protocol": ("protocol", 100),
    "same bytes": ("same_bytes", 7),
}
"""Each figure, the module that measures it, and how many trials `make reliability` makes."""
_LONGEST = 3_600


def main() -> int:
    """Measures, prints, keeps; whether all was as promised."""
    options = _options()
    if options.one:
        print(json.dumps(asdict(_experiment(options.one)(options.room, options.count or EXPERIMENTS[options.one][1]))))
        return 0
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="kgraph-reliability-") as room:
        for number, name in enumerate(options.only or EXPERIMENTS):
            found[name] = measured(name, Path(room) / str(number), options.count)
            print(line({"experiments": {name: found[name]}}), *found[name]["bad"], sep="\n  ", flush=True)
    results = {"date": options.date, "machine": machine(), "experiments": found}
    print(line(results))
    if not options.only and not options.count:
        options.results.mkdir(parents=True, exist_ok=True)
        kept = options.results / f"{options.date}.json"
        kept.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        put(table(results), ROOT / "RELIABILITY.md")
    return 0 if all(each["skipped"] or Result(**_bare(each)).passed for each in found.values()) else 1


def measured(name: str, room: Path, count: int | None) -> dict[str, Any]:
    """The result of an experiment in a process of its own, with its seconds."""
    room.mkdir()
    begun = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.reliability", "--one", name, "--room", str(room)]
    command += ["--count", str(count)] if count else []
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=_LONGEST, check=False)
    failed = Result(0, 1, "", (done.stderr[-600:],))
    result = asdict(failed) if done.returncode else json.loads(done.stdout.splitlines()[-1])
    return {**result, "seconds": round(time.monotonic() - begun, 1)}


def _experiment(name: str) -> Experiment:
    run: Experiment = import_module(f"benchmarks.reliability.{EXPERIMENTS[name][0]}").run
    return run


def _bare(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name != "seconds"}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reliability", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=EXPERIMENTS, help="these experiments; the table is not written")
    parser.add_argument("--count", type=int, help="so many trials in each, instead of those of the table; it is not written")
    parser.add_argument("--date", default=date.today().isoformat(), help="day of the measurement")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results", help="folder of the kept figures")
    parser.add_argument("--one", choices=EXPERIMENTS, help=argparse.SUPPRESS)
    parser.add_argument("--room", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
