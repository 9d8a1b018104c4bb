"""The graphs of the gold, each asked by two engines: the store, and rdflib."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import rdflib

from kgraph.build import build
from kgraph.questions.naming import Engine
from kgraph.store.cells import Cell
from kgraph.store.graph import PREFIXES, Graph

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "gold" / "questions"


def rdflib_engine(path: Path) -> Engine:
    """An engine that owes nothing to ours."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format="nquads")

    def ask(query: str) -> Iterator[dict[str, Cell]]:
        answer = json.loads(dataset.query(query, initNs=PREFIXES).serialize(format="json") or b"")
        yield from answer["results"]["bindings"]

    return ask


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """graph_file(name, articles): the graph of the seeds, of the corpus, or of some articles beside the gold."""
    sources = {"corpus": ROOT / "tests/identity/corpus/articles.jsonl", "own": FOLDER / "articles.jsonl", "seeds": ROOT / "seeds"}

    @cache
    def file(name: str, articles: tuple[str, ...] = ()) -> Path:
        folder = tmp_path_factory.mktemp(name)
        source = sources[name]
        if articles:
            lines = (line for line in source.read_text("utf-8").splitlines() if json.loads(line)["id"] in articles)
            source = folder / "articles.jsonl"
            source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        build([source], out=folder, only=frozenset({"nq", "run"}))
        return folder / "graph.nq"

    return file


@pytest.fixture(scope="session")
def engine(graph_file: Callable[..., Path]) -> Callable[..., Engine]:
    """engine(kind, name, articles): one of the two engines over one of the graphs."""

    @cache
    def made(kind: str, name: str, articles: tuple[str, ...] = ()) -> Engine:
        path = graph_file(name, articles)
        return rdflib_engine(path) if kind == "rdflib" else Graph.load(path).cells

    return made
