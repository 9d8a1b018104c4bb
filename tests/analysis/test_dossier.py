"""Everything held on a person is all that the graph has, no more and no less."""

from __future__ import annotations

import pytest

from kgraph.analysis.dossier import PEOPLE, read_dossier, standing
from kgraph.analysis.entities import read_classes, read_entities
from kgraph.store.graph import Graph

ALL = "SELECT DISTINCT ?st ?it WHERE { { ?st rdf:subject ?it } UNION { ?st rdf:object ?it } }"


def test_every_statement_on_a_person_is_there(sample: Graph) -> None:
    entities = read_entities(sample, read_classes(sample))
    people = [iri for iri, entity in entities.items() if entity.class_name in PEOPLE]
    assert people
    for iri in people:
        found = read_dossier(sample, iri, entities=entities)
        assert {statement.iri for statement in found.statements} == {row["st"] for row in sample.rows(ALL, given={"it": iri})}
        assert found.others == ()


def test_nobody_is_a_key_error(sample: Graph) -> None:
    with pytest.raises(KeyError):
        read_dossier(sample, "https://example.org/nobody", entities={})


def test_an_earlier_name_is_that_of_the_person(sample: Graph) -> None:
    entities = read_entities(sample, read_classes(sample))
    ((old, new),) = standing(sample).items()
    assert old not in entities
    assert read_dossier(sample, new, entities=entities).replaced == (old,)
