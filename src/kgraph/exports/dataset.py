"""A build's graph as an rdflib Dataset, for those who go on in rdflib."""

from __future__ import annotations

from pathlib import Path

from rdflib import Dataset

from kgraph.errors import KgraphError
from kgraph.store.graph import PREFIXES


def load_dataset(nquads: Path) -> Dataset:
    """The quads of a `graph.nq`, its named graphs kept apart, with the prefixes of this project bound; queries see their union.

    Takes about 45 s and 1.8 GB per million quads (rdflib 7.6): for larger graphs use `kgraph.store.graph.Graph`.
    Raises KgraphError where the file is missing or is not N-Quads.
    """
    dataset = Dataset(default_union=True)
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace, replace=True)
    try:
        dataset.parse(source=str(nquads), format="nquads")
    except (OSError, SyntaxError, ValueError) as error:
        raise KgraphError(f"cannot read the graph: {error}", where=str(nquads), mend="run `kgraph build` first") from error
    return dataset
