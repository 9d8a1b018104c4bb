"""What `import kgraph` offers to Python users; each name loads its room when it is asked for.

>>> import kgraph
>>> findings = kgraph.read("Sáng 12/3/2024, Quận ủy Đống Đa tổ chức hội nghị. Dự hội nghị có đồng chí Lê Văn An, Bí thư Quận ủy.")
>>> [official.label for official in findings.officials], findings.events[0].when.edtf
(['Lê Văn An'], '2024-03-12')
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.errors import KgraphError
from kgraph.model import Article, Findings
from kgraph.settings import VERSION as __version__
from kgraph.text import normalize

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from rdflib import Dataset

    from kgraph.extract import Extractor
    from kgraph.notebook.graph import KnowledgeGraph
    from kgraph.store.graph import Graph

__all__ = ["Article", "Findings", "KgraphError", "__version__", "open", "open_graph", "read", "to_networkx", "to_rdflib"]


@cache
def _extractor() -> Extractor:
    from kgraph.extract import open_extractor

    return open_extractor()


def read(text: str, *, id: str = "article", published: str | None = None) -> Findings:
    """All that one article says; `published` is a date in ISO form, full or partial, which gives dates without a year theirs."""
    return _extractor().extract(Article(id=id, text=normalize(text), published=published))


def open(path: str | Path) -> KnowledgeGraph:
    """The graph of a build to look around in: a folder with `graph.nq`, or such a file; KgraphError where there is none.

    >>> import kgraph
    >>> graph = kgraph.open("exports")
    >>> len(graph.articles), [official.label for official in graph.officials][:2]
    (5, ['Bùi Huyền Mai', 'Nguyễn Anh Cường'])
    """
    from kgraph.notebook.graph import KnowledgeGraph

    return KnowledgeGraph(_graph_file(path))


def open_graph(path: str | Path) -> Graph:
    """The graph of a build for SPARQL: a folder with `graph.nq`, or such a file; KgraphError where there is none."""
    from kgraph.store.graph import Graph

    return Graph.load(_graph_file(path))


def to_networkx(path: str | Path) -> MultiDiGraph[str]:
    """The network of entities of a build: relations as edges with their evidence, never the evidence as nodes."""
    from kgraph.analysis.projection import project

    return project(open_graph(path))


def to_rdflib(path: str | Path) -> Dataset:
    """The graph of a build as an rdflib Dataset; for graphs of up to some hundred thousand quads."""
    from kgraph.exports.dataset import load_dataset

    return load_dataset(_graph_file(path))


def _graph_file(path: str | Path) -> Path:
    path = Path(path)
    return path / "graph.nq" if path.is_dir() else path
