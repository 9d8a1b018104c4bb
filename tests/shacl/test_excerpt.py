"""An excerpt shows of some nodes what the whole graph shows of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgraph.analysis.evidence import read_evidence
from kgraph.shacl.excerpt import excerpt
from kgraph.store.graph import Graph

_LABELS = "SELECT ?s ?label WHERE { ?s rdfs:label ?label }"


@pytest.fixture(scope="module")
def subjects(sample: Graph) -> set[str]:
    return {row["s"] for row in sample.rows("SELECT DISTINCT ?s WHERE { ?st rdf:subject ?s }")}


def test_the_sentences_of_a_node_are_those_of_the_whole_graph(sample: Graph, sample_file: Path, subjects: set[str]) -> None:
    assert subjects
    for node in sorted(subjects):
        part = excerpt(sample_file, {node})
        own = lambda triple, node=node: triple[0] == node  # noqa: E731
        assert read_evidence(part, own) == read_evidence(sample, own)
        assert len(part) < len(sample)


def test_the_names_of_a_node_are_those_of_the_whole_graph(sample: Graph, sample_file: Path, subjects: set[str]) -> None:
    whole = {(row["s"], row["label"]) for row in sample.rows(_LABELS)}
    part = {(row["s"], row["label"]) for row in excerpt(sample_file, subjects).rows(_LABELS)}
    assert part == {(s, label) for s, label in whole if s in subjects}


def test_of_nothing_there_is_nothing_but_the_articles(sample_file: Path) -> None:
    assert not list(excerpt(sample_file, set()).rows("SELECT ?st WHERE { ?st a kg:Statement }"))
