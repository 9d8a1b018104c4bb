"""`python -m benchmarks.scaling`: what a second process brings, and what each takes, up to fifty thousand articles.

The corpus is that of `python -m benchmarks`; beyond its length its articles come again with identifiers and texts of their own, as
reprints. Prints Markdown for docs/performance.md and keeps the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.corpus import find_corpus, read_corpus, repeated

_STATUS = re.compile(r"^PPid:\s+(\d+)$.*?^VmHWM:\s+(\d+) kB$", re.MULTILINE | re.DOTALL)
_PAUSE = 0.5


def main() -> None:
    """Measures, prints the table and keeps it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[5_000, 50_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--date", default=date.today().isoformat())
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results")
    options = parser.parse_args()
    if (corpus := find_corpus()) is None:
        print("no corpus: set KGRAPH_CORPUS to a .jsonl or .jsonl.gz file of articles; nothing was measured")
        return
    rows = [measured(corpus, size, workers) for size in options.sizes for workers in options.workers]
    (options.results / f"{options.date}-scaling.json").write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    print("| articles | processes that read | seconds | articles per second | times one process | largest process, MB |")
    print("|---:|---:|---:|---:|---:|---:|")
    for row in rows:
        alone = next(other["seconds"] for other in rows if other["articles"] == row["articles"])
        print(
            f"| {row['articles']:,} | {row['workers']} | {row['seconds']:.1f} | {row['articles'] / row['seconds']:.0f} "
            f"| {alone / row['seconds']:.2f} | {row['megabytes']:.0f} |"
        )


def measured(corpus: Path, size: int, workers: int) -> dict[str, Any]:
    """One build of `size` articles: seconds by the clock, and the peak of memory of its largest process."""
    with tempfile.TemporaryDirectory() as room:
        tin = Path(room) / "tin.jsonl"
        with tin.open("w", encoding="utf-8") as file:
            file.writelines(repeated(lambda: read_corpus(corpus), size))
        command = [sys.executable, "-m", "kgraph", "build", str(tin), "--out", f"{room}/out", "--only", "nq,issues,run"]
        begin = time.perf_counter()
        process = subprocess.Popen([*command, "--workers", str(workers)], stderr=subprocess.DEVNULL)
        peak = 0
        while process.poll() is None:
            peak = max(peak, *_peaks(process.pid), 0)
            time.sleep(_PAUSE)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        seconds = time.perf_counter() - begin
    return {"articles": size, "workers": workers, "seconds": round(seconds, 2), "megabytes": round(peak / 1024)}


def _peaks(process: int) -> list[int]:
    """The peaks of memory, in kB, of a process and of all that it started, so far."""
    told: dict[int, tuple[int, int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            found = _STATUS.search((folder / "status").read_text())
        except OSError:
            continue
        if found:
            told[int(folder.name)] = int(found[1]), int(found[2])
    family = {process}
    while more := {number for number, (parent, _) in told.items() if parent in family} - family:
        family |= more
    return [told[number][1] for number in family if number in told]


if __name__ == "__main__":
    main()
