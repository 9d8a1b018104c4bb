"""Graphs to export, and what they hold as another program counts it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kgraph.exports.formats import FORMATS, export

SEEDS = Path(__file__).parents[2] / "exports" / "graph.nq"
KG = "https://w3id.org/kgraph-vn/ns#"
ENTITIES = ("Official", "Person", "Organization", "AdministrativeUnit", "Directive", "Campaign", "Event")

_ENTITY = f"""VALUES ?class {{ {" ".join(f"<{KG}{name}>" for name in ENTITIES)} }}
  ?s a ?class FILTER NOT EXISTS {{ ?s <http://purl.org/dc/terms/isReplacedBy> ?new }}"""

Export = Callable[..., Path]


class Expected:
    """What a graph holds: counted by Oxigraph from the file, not by the code under test."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = ox.Store()
        self.store.bulk_load(path=str(path), format=ox.RdfFormat.N_QUADS)
        self.quads = {str(quad) for quad in self.store}
        self.triples = {str(quad.triple) for quad in self.store}

    def count(self, where: str, name: str = "?s") -> int:
        """How many different values a variable has."""
        answer = self.store.query(f"SELECT (COUNT(DISTINCT {name}) AS ?n) {{ {where} }}", use_default_graph_as_union=True)
        return int(next(iter(answer))["n"].value)

    @property
    def entities(self) -> int:
        return self.count(_ENTITY)

    @property
    def statements(self) -> int:
        return self.count(f"?s a <{KG}Statement>")

    @property
    def edges(self) -> int:
        """Triples between two entities, in whatever graph."""
        rows = self.store.query(
            f"SELECT DISTINCT ?s ?p ?o {{ {_ENTITY} . ?s ?p ?o . {{ SELECT ?o {{ {_ENTITY.replace('?s', '?o')} }} }} }}",
            use_default_graph_as_union=True,
        )
        return sum(1 for _ in rows)


@pytest.fixture(scope="module")
def seeds() -> Expected:
    """The graph of the five seeds, as it lies in the repository."""
    return Expected(SEEDS)


@pytest.fixture(scope="module")
def hostile_graph(hostile_file: Path) -> Expected:
    """The graph whose every text tries to run."""
    return Expected(hostile_file)


@pytest.fixture
def exported(tmp_path: Path) -> Export:
    """exported(format, graph=None): the file, or the folder, that a format makes of a graph, by default that of the seeds."""

    def made(format: str, graph: Path = SEEDS) -> Path:
        target = tmp_path / f"{format}-{len(list(tmp_path.iterdir()))}"
        export(graph, target, FORMATS[format])
        return target

    return made
