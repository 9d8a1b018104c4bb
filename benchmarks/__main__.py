"""`python -m benchmarks`: how fast real articles are read, how time and memory grow, beside other work on the same texts.

The corpus is the file that KGRAPH_CORPUS names, else ../shared/corpus/politics.jsonl.gz; without one nothing is measured. Each size is
one run of `kgraph build` in a process of its own, with its start. Prints Markdown for docs/performance.md and keeps the figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.corpus import find_corpus, read_corpus, repeated
from benchmarks.identity import identity
from benchmarks.measure import cost, exponent
from benchmarks.report import markdown, picture
from benchmarks.yardsticks import decoding, one_scan, recognition

_BUILD = (sys.executable, "-m", "kgraph", "build", "--workers", "1")


def main() -> None:
    """Measures, prints the tables and keeps them."""
    options = _options()
    corpus = find_corpus()
    if corpus is None:
        print("no corpus: set KGRAPH_CORPUS to a .jsonl or .jsonl.gz file of articles; nothing was measured")
        return
    with tempfile.TemporaryDirectory() as room:
        _build(Path(room), corpus, 5)  # so that the program's bytecode is there, as it is where kgraph is installed
        start = _build(Path(room), corpus, 1)["cpu_seconds"]
        growth = [_build(Path(room), corpus, size) for size in options.sizes]
        memory = [_build(Path(room), corpus, size) for size in options.memory]
        decided = identity(Path(room), corpus, min(options.memory, default=max(options.sizes)))
    texts = [article["text"] for article in read_corpus(corpus)]
    entities = recognition(texts[: options.sample])
    whole = recognition(texts[: max(options.sample // 6, 1)], whole=True)
    yardsticks = {
        "decoding to NFC": decoding(texts),
        "one scan for all phrases (Aho–Corasick)": one_scan(texts),
        f"underthesea NER, {options.sample} articles, sentence by sentence": entities,
        f"underthesea NER, {max(options.sample // 6, 1)} articles, each as a whole": whole,
    }
    results = {
        "date": options.date,
        "machine": {"system": f"{platform.system()} {platform.machine()}", "cores": os.cpu_count(), "python": platform.python_version()},
        "growth": growth,
        "start": start,
        "exponent": exponent([(row["articles"], row["cpu_seconds"] - start) for row in growth]),
        "memory": memory,
        "identity": decided,
        "yardsticks": {name: asdict(taken) if taken else None for name, taken in yardsticks.items()},
    }
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / f"{options.date}.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    points = [(row["articles"], row["cpu_seconds"]) for row in growth]
    (options.results / f"{options.date}.svg").write_text(picture(points), encoding="utf-8")
    print(markdown(results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[500, 1000, 2000, 4000], help="numbers of articles for the growth of time")
    parser.add_argument("--memory", type=int, nargs="*", default=[5000, 20000], help="numbers of articles for the growth of memory")
    parser.add_argument("--sample", type=int, default=30, help="articles for the named-entity recogniser")
    parser.add_argument("--date", default=date.today().isoformat(), help="day of the measurement")
    parser.add_argument("--results", type=Path, default=Path(__file__).parent / "results", help="folder of the kept figures")
    return parser.parse_args()


def _build(room: Path, source: Path, size: int) -> dict[str, Any]:
    """What one build of `size` articles costs."""
    corpus = room / "corpus.jsonl"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(repeated(lambda: read_corpus(source), size))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(room / "bytecode")
    taken = cost([*_BUILD, str(corpus), "--out", str(room / "out"), "--only", "nq,issues,run"], environment)
    return {
        "articles": size,
        "megabytes_of_text": round(corpus.stat().st_size / 1e6, 3),
        "seconds": round(taken.seconds, 3),
        "cpu_seconds": round(taken.cpu_seconds, 3),
        "peak_megabytes": round(taken.megabytes, 1),
    }


if __name__ == "__main__":
    main()
