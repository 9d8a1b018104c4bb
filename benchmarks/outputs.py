"""`python -m benchmarks.outputs`: what each output and a query cost, on articles made from the seeds.

Prints Markdown for docs/performance.md. The corpus is made from the seeds, or from the texts of --source; every article is a different
one. Times include the start of the program.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import made_corpus, read_texts
from benchmarks.measure import Cost, cost, exponent

KGRAPH = (sys.executable, "-m", "kgraph")
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
CHAIN = "SELECT ?lower ?upper WHERE { ?lower kg:implements+ ?upper }"


def main() -> None:
    """Prints the table of all measurements."""
    options = _options()
    texts = read_texts(options.source)
    print(f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; one run each.\n")
    print("| what | articles | MB of text | seconds | articles/s | memory, MB |")
    print("|---|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        reading = [_build(Path(folder), texts, size, only="nq,issues,run") for size in options.sizes]
        largest = options.sizes[-1]
        _build(Path(folder), texts, largest, only="nq,ttl,issues,run")
        _build(Path(folder), texts, largest, only="nq,html,issues,run")
        graph = str(Path(folder) / "out" / "graph.nq")
        _row("count of all triples", largest, None, cost([*KGRAPH, "query", COUNT, "--graph", graph]))
        _row("chains of directives", largest, None, cost([*KGRAPH, "query", CHAIN, "--graph", graph]))
    if len(reading) > 1:
        print(f"\nTime to read and write `graph.nq` grows with the number of articles to the power {exponent(reading):.2f}.")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outputs", description=__doc__)
    parser.add_argument("--source", type=Path, default=Path("seeds"), help="folder of .txt files or a .jsonl file")
    parser.add_argument("--sizes", type=int, nargs="+", default=[250, 500, 1000, 2000], help="numbers of articles, rising")
    return parser.parse_args()


def _build(folder: Path, texts: list[str], size: int, *, only: str) -> tuple[float, float]:
    """Builds `size` articles, prints what it cost, and gives (articles, seconds)."""
    corpus = folder / "corpus.jsonl"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(made_corpus(texts, size))
    taken = cost([*KGRAPH, "build", "--workers", "1", str(corpus), "--out", str(folder / "out"), "--only", only])
    _row(f"build --only {only}", size, corpus.stat().st_size / 1e6, taken)
    return size, taken.seconds


def _row(what: str, size: int, megabytes: float | None, taken: Cost) -> None:
    text, pace = (f"{megabytes:.1f}", f"{size / taken.seconds:.0f}") if megabytes is not None else ("", "")
    print(f"| {what} | {size} | {text} | {taken.seconds:.2f} | {pace} | {taken.megabytes:.0f} |", flush=True)


if __name__ == "__main__":
    main()
