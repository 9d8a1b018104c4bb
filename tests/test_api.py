"""What Python users get from `import kgraph`."""

from __future__ import annotations

from pathlib import Path

import pytest

import kgraph

EXPORTS = Path(__file__).parents[1] / "exports"


def test_every_exported_name_is_there() -> None:
    assert all(getattr(kgraph, name) is not None for name in kgraph.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        _ = kgraph.nothing  # type: ignore[attr-defined]


def test_rdflib_and_oxigraph_hold_the_same_quads() -> None:
    assert len(list(kgraph.to_rdflib(EXPORTS).quads())) == len(kgraph.open_graph(EXPORTS))


def test_the_network_holds_entities_and_no_evidence() -> None:
    network = kgraph.to_networkx(EXPORTS)
    assert network.number_of_nodes() > 50
    assert not any("/statement/" in node for node in network)


def test_a_missing_graph_is_a_clear_fault(tmp_path: Path) -> None:
    with pytest.raises(kgraph.KgraphError, match="cannot read the graph"):
        kgraph.to_rdflib(tmp_path)
