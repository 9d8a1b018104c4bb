"""`python -m benchmarks.instructions`: how many instructions it takes to read an article, counted by callgrind: a figure without a clock.

The articles are invented ones of the tests. What was counted before, with the same interpreter, stands in `results/instructions.json`;
`--keep` writes it, and without it more than a tenth above it is an error (exit code 1). Counts of other interpreters say nothing here.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

KEPT = Path(__file__).parent / "results" / "instructions.json"
_ARTICLES = Path(__file__).parents[1] / "tests" / "identity" / "corpus" / "articles.jsonl"
_MORE = 1.1
_PROGRAM = """
import json, os, subprocess, sys
from kgraph.model import Article
from kgraph.reviewed.deciding import Decided
from kgraph.scale.contribution import Reader
from kgraph.settings import BASE

reader = Reader.open(Decided.read(None, base=BASE), base=BASE)
with open(sys.argv[1], encoding="utf-8") as lines:
    articles = [Article(id=row["id"], text=row["text"]) for row in map(json.loads, lines)]
number = int(sys.argv[2])
for article in articles[number:]:
    reader.contribution(article)  # patterns are compiled and what is looked up once is looked up, by other articles
subprocess.run(["callgrind_control", "--instr=on", str(os.getpid())], check=True, stdout=subprocess.DEVNULL)
for article in articles[:number]:
    reader.contribution(article)
"""


def main() -> int:
    """Counts, compares, and keeps where asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.instructions", description=__doc__)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--keep", action="store_true", help="what is counted now is what counts from now on")
    options = parser.parse_args()
    interpreter = f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}"
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    count = per_article(options.articles)
    before = kept.get(interpreter)
    print(f"{count:,} instructions for an article of {options.articles}" + (f", {count / before:.3f} of {before:,}" if before else ""))
    if options.keep:
        KEPT.write_text(json.dumps(kept | {interpreter: count}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    elif before is None:
        print(f"nothing was kept for {interpreter}: --keep does it")
    return 1 if before and count > before * _MORE and not options.keep else 0


def per_article(articles: int) -> int:
    """Instructions for one of some articles, on the average; CalledProcessError where valgrind cannot run."""
    with tempfile.TemporaryDirectory() as room:
        command = ["valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={room}/counted", f"--log-file={room}/log"]
        program = [sys.executable, "-c", _PROGRAM, str(_ARTICLES), str(articles)]
        subprocess.run([*command, *program], check=True, env=os.environ | {"PYTHONHASHSEED": "0"})
        found = re.search(r"^(?:totals|summary): (\d+)", (Path(room) / "counted").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError("callgrind counted nothing")
    return int(found[1]) // articles


if __name__ == "__main__":
    raise SystemExit(main())
