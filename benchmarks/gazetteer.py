"""How long the gazetteer takes to open and to answer, beside reading the lists it is made from.

python -m benchmarks.gazetteer
"""

from __future__ import annotations

import csv
import gzip
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from kgraph.gazetteer import open_gazetteer
from kgraph.settings import ontology_folder
from kgraph.text import fold

LOOKUPS = 1_000
ROUNDS = 7
FIRST = """
from time import perf_counter
from kgraph.gazetteer import open_gazetteer
start = perf_counter()
open_gazetteer().named("Đống Đa", level="district", on="2024-03-19")
print(perf_counter() - start)
"""


def first_lookup() -> float:
    """Seconds to open the file and answer once, in a new process, imports not counted."""
    return float(subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True).stdout)


def lookups(names: list[str], *, warm: bool) -> float:
    """Seconds for one lookup of the given names, asked for the first time or again."""
    gazetteer = open_gazetteer()
    if warm:
        for name in names:
            gazetteer.named(name, on="2024-03-19")
    start = perf_counter()
    for name in names:
        gazetteer.named(name, on="2024-03-19")
    spent = perf_counter() - start
    gazetteer.close()
    return spent / len(names)


def read_lists() -> float:
    """Seconds to unpack the five lists and put their communes into a dictionary by folded name."""
    start = perf_counter()
    by_name: dict[str, list[dict[str, str]]] = {}
    for path in sorted((ontology_folder() / "authority" / "units").glob("*.csv.gz")):
        for row in _rows(path):
            by_name.setdefault(fold(row.get("ward") or row.get("new_ward", "")), []).append(row)
    return perf_counter() - start


def _rows(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _middle(measure: Callable[[], float]) -> float:
    return median(measure() for _ in range(ROUNDS))


def main() -> None:
    """Print the median of several rounds."""
    known = open_gazetteer()
    communes = random.Random(0).sample(known.folded_names("commune"), LOOKUPS)
    unknown = [f"{name} không có" for name in communes]
    print(f"open and first lookup      {_middle(first_lookup) * 1e3:8.2f} ms")
    print(f"lookup of a new name       {_middle(lambda: lookups(communes, warm=False)) * 1e6:8.2f} µs")
    print(f"lookup of an unknown name  {_middle(lambda: lookups(unknown, warm=False)) * 1e6:8.2f} µs")
    print(f"warm lookup                {_middle(lambda: lookups(communes, warm=True)) * 1e6:8.2f} µs")
    print(f"reading the lists instead  {_middle(read_lists) * 1e3:8.2f} ms")


if __name__ == "__main__":
    main()
