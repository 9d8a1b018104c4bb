"""What it costs to decide who is who and what follows, over all articles of the corpus, and what comes of it."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.corpus import read_corpus, repeated
from benchmarks.measure import cost

_MERGED = re.compile(rb"^<[^>]*/id/([a-z]+)/[^>]*> <http://purl.org/dc/terms/isReplacedBy> <([^>]*)>")
_DECIDE = """
import sys
from pathlib import Path
from kgraph.authority import open_authority
from kgraph.gazetteer import open_gazetteer
from kgraph.identity.cards import read_cards
from kgraph.identity.kinds import Known
from kgraph.lexicon import load_lexicon
lexicon = load_lexicon()
known = Known(lexicon, open_gazetteer(), open_authority(lexicon))
for kind, cards in read_cards(Path(sys.argv[1])):
    kind.decide(cards, known)
"""
_DERIVE = "import sys; from pathlib import Path; from kgraph.reasoning import derive; derive(Path(sys.argv[1]))"
_CHECK = "import sys; from pathlib import Path; from kgraph.shacl.checking import check_graph; check_graph(Path(sys.argv[1]))"


def identity(room: Path, source: Path, size: int) -> dict[str, Any]:
    """Cost of each step in a process of its own, with its start, and the counts of merged, open and derived things."""
    corpus, out = room / "identity.jsonl", room / "identity"
    with corpus.open("w", encoding="utf-8") as file:
        file.writelines(repeated(lambda: read_corpus(source), size))
    cost([sys.executable, "-m", "kgraph", "build", str(corpus), "--out", str(out), "--only", "nq,cards"], dict(os.environ))
    graph = out / "graph.nq"
    steps = {
        "deciding who is who": cost([sys.executable, "-c", _DECIDE, str(out / "cards.jsonl")]),
        "deriving by the rules": cost([sys.executable, "-c", _DERIVE, str(graph)]),
        "checking the shapes": cost([sys.executable, "-c", _CHECK, str(graph)]),
    }
    return {
        "articles": size,
        "quads": sum(1 for _ in graph.open("rb")),
        "steps": {
            name: {"cpu_seconds": round(taken.cpu_seconds, 2), "peak_megabytes": round(taken.megabytes)} for name, taken in steps.items()
        },
        **_counts(graph),
    }


def _counts(graph: Path) -> dict[str, Any]:
    """Names that were given up by kind, things that bear them, things that may be another one, stretches of posts, conclusions."""
    names: Counter[str] = Counter()
    things: dict[str, set[bytes]] = {}
    others: Counter[str] = Counter()
    with graph.open("rb") as file:
        for line in file:
            if match := _MERGED.match(line):
                kind = match[1].decode()
                names[kind] += 1
                things.setdefault(kind, set()).add(match[2])
            others["open"] += b"/ns#mayBe> " in line and b"/statement/" not in line
            others["tenures"] += b"/ns#Tenure> " in line
            others["conclusions"] += b"/ns#derivedByRule> " in line
    return {"merged": {kind: [names[kind], len(things[kind])] for kind in sorted(names)}, **others}
