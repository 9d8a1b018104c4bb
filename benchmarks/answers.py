"""`python -m benchmarks.answers GRAPH`: how long questions take once a graph has been loaded. Prints Markdown for docs/performance.md.

Who is asked for is drawn with a fixed seed, and the busiest are asked too: averages hide those that everybody asks for. Seconds of CPU.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kgraph.analysis.careers import read_career
from kgraph.analysis.chains import read_chain
from kgraph.analysis.company import PARTS, read_company, read_parts
from kgraph.analysis.finding import find
from kgraph.analysis.paths import read_ways
from kgraph.analysis.timelines import read_timeline
from kgraph.analysis.whole import Whole, read_whole
from kgraph.questions.answering import Unanswerable, answer
from kgraph.questions.question import Question
from kgraph.questions.reading import load_questions
from kgraph.store.graph import Graph

_MANY = 50


def main() -> None:
    """Loads the graph and prints a row for each kind of question."""
    begin = time.process_time()
    graph = Graph.load(Path(sys.argv[1]))
    whole = read_whole(graph)
    print(f"Loaded in {time.process_time() - begin:.1f} s of CPU: {len(whole.entities):,} things.\n")
    print("| question | asked | median, ms | slowest, ms |\n|---|---:|---:|---:|")
    draw = random.Random(1)
    busy = _most(whole, "Official", lambda iri: len(whole.objects(iri, *PARTS)))
    anyone = draw.sample(sorted(iri for iri, entity in whole.entities.items() if entity.class_name == "Official"), _MANY)
    documents = _most(whole, "Directive", lambda iri: len(whole.subjects(iri, "implements")))
    _time("a name is found", lambda iri: find(whole.entities.values(), whole.entities[iri].label), [(iri,) for iri in anyone])
    _time("`chain`, of what is implemented most", lambda iri: read_chain(whole, iri), [(iri,) for iri in documents])
    _time("`who`, anyone", lambda iri: _who(whole, iri), [(iri,) for iri in anyone])
    _time("`who`, the busiest", lambda iri: _who(whole, iri), [(iri,) for iri in busy])
    _time("`path`, anyone", lambda a, b: read_ways(whole, a, b), list(zip(anyone, anyone[::-1], strict=True)))
    _time("`timeline` of all", lambda: read_timeline(whole), [()])
    for question in load_questions():
        _time(f"`ask {question.number}` {question.name}", lambda one=question: _ask(graph, one), [()])


def _most(whole: Whole, name: str, count: Callable[[str], int]) -> list[str]:
    return sorted((iri for iri, entity in whole.entities.items() if entity.class_name == name), key=lambda iri: (-count(iri), iri))[:_MANY]


def _who(whole: Whole, person: str) -> None:
    read_career(whole, whole.entities[person])
    read_parts(whole, person)
    read_company(whole, person)


def _time(name: str, ask: Callable[..., Any], asked: Sequence[tuple[Any, ...]]) -> None:
    taken = []
    for arguments in asked:
        begin = time.process_time()
        ask(*arguments)
        taken.append((time.process_time() - begin) * 1_000)
    print(f"| {name} | {len(taken)} | {statistics.median(taken):,.1f} | {max(taken):,.1f} |")


def _ask(graph: Graph, question: Question) -> None:
    """The question with its defaults; a refusal takes its time too."""
    try:
        answer(graph.cells, question, {}, lang="vi", evidence=False, confidence=0.0)
    except Unanswerable:
        return


if __name__ == "__main__":
    main()
