"""Graphs that are written down in a few lines, and those of the seeds and of the invented articles of the project."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kgraph.analysis.whole import Whole, read_whole
from kgraph.build import build
from kgraph.store.graph import PREFIXES, Graph

ROOT = Path(__file__).parents[2]
SHORT = PREFIXES | {"id": PREFIXES["kgid"], "vocab": PREFIXES["kgv"], "graph": "https://w3id.org/kgraph-vn/graph/"}


def term(word: str) -> str:
    if word.startswith('"'):
        return word
    prefix, _, name = word.partition(":")
    return f"<{SHORT[prefix]}{name}>"


def lines_of(text: str) -> Iterator[str]:
    """N-Quads of lines such as `directive/1 a Directive "Kế hoạch 1"` and `event/1 implements directive/1 @a1`.

    A literal stands in quotes, a property of another vocabulary with its prefix, `@a1` names the article that tells it with a sentence of
    its own; without one it is background.
    """
    for row in text.strip().splitlines():
        words, _, article = row.strip().partition(" @")
        subject, _, rest = words.partition(" ")
        predicate, _, value = rest.partition(" ")
        node = f"id:{subject}"
        home = f"id:article/{article}" if article else "graph:authority"
        if predicate == "a":
            kind, _, label = value.partition(" ")
            yield from _quads([(node, "rdf:type", f"kg:{kind}"), *([(node, "rdfs:label", f"{label}@vi")] if label else [])], home)
            continue
        relation = predicate if ":" in predicate else f"kg:{predicate}"
        object = value if value.startswith('"') or ":" in value else f"id:{value}"
        yield from _quads([(node, relation, object)], home)
        if article and not object.startswith('"'):
            statement = f"id:statement/{hashlib.sha256(row.encode()).hexdigest()[:12]}"
            values = {"rdf:subject": node, "rdf:predicate": relation, "rdf:object": object, "kg:inArticle": home}
            values |= {"kg:begin": '"0"', "kg:end": '"9"', "kg:quote": f'"{words}"', "kg:rule": '"r"', "rdf:type": "kg:Statement"}
            yield from _quads([(statement, name, part) for name, part in values.items()], home)


def _quads(triples: list[tuple[str, str, str]], home: str) -> Iterator[str]:
    for triple in triples:
        yield f"{' '.join(term(word) for word in (*triple, home))} ."


@pytest.fixture(scope="session")
def quads_of() -> Callable[[str], list[str]]:
    """Sorted N-Quads of a few lines (see `lines_of`)."""
    return lambda text: sorted(set(lines_of(text)))


@pytest.fixture(scope="session")
def whole_of(quads_of: Callable[[str], list[str]]) -> Callable[[str], Whole]:
    """The whole of a graph of a few lines."""
    return lambda text: read_whole(Graph.of(quads_of(text)))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """The graph of a build of some sources."""

    def make(*sources: Path) -> Path:
        out = tmp_path_factory.mktemp("built")
        build(sources, out=out, only=("nq",))
        return out / "graph.nq"

    return make


@pytest.fixture(scope="session")
def seeds(built: Callable[..., Path]) -> Whole:
    """The whole of the five seeds."""
    return read_whole(Graph.load(built(ROOT / "seeds")))


@pytest.fixture(scope="session")
def corpus_file(built: Callable[..., Path]) -> Path:
    """The graph of the invented articles."""
    return built(ROOT / "tests" / "identity" / "corpus" / "articles.jsonl")


@pytest.fixture(scope="session")
def corpus(corpus_file: Path) -> Whole:
    """The whole of it."""
    return read_whole(Graph.load(corpus_file))
