"""A graph read whole answers as the graph does."""

from __future__ import annotations

from kgraph.analysis.evidence import read_evidence
from kgraph.analysis.relations import RELATIONS
from kgraph.analysis.whole import Whole
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph


def test_evidence_asked_for_by_name_is_that_of_a_pass_over_all(sample: Graph, seeds: Whole) -> None:
    names = {NAMESPACE + relation.name for relation in RELATIONS}
    every = read_evidence(seeds.graph, lambda triple: triple[1] in names)
    assert every
    assert seeds.evidence((s, p.removeprefix(NAMESPACE), o) for s, p, o in every) == every


def test_both_ends_of_a_relation_are_found(seeds: Whole) -> None:
    for subject, by in seeds.outgoing.items():
        for relation, objects in by.items():
            assert seeds.objects(subject, relation) == objects == tuple(sorted(objects))
            assert all(subject in seeds.subjects(object, relation) for object in objects)


def test_what_was_searched_is_counted(seeds: Whole, corpus: Whole) -> None:
    assert (seeds.searched.articles, seeds.searched.undated) == (5, 2)
    assert corpus.searched.reprints == 2
