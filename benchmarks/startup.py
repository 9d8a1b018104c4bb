"""How long `kgraph --help` takes: the median of some runs, each in a fresh process. Aim: under 0.25 s.

python benchmarks/startup.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

AIM = 0.25


def seconds_to_start() -> float:
    """Wall-clock seconds of one `kgraph --help`."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-m", "kgraph", "--help"], check=True, capture_output=True)
    return time.perf_counter() - begin


def main(runs: int = 11) -> None:
    """Prints the median, the best and the worst of `runs` starts."""
    times = sorted(seconds_to_start() for _ in range(runs))
    print(
        f"kgraph --help: median {statistics.median(times):.3f} s, best {times[0]:.3f} s, worst {times[-1]:.3f} s, aim {AIM} s, {runs} runs"
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
