"""People of one name are told apart by what is known of each."""

from __future__ import annotations

from kgraph.analysis.finding import find
from kgraph.analysis.namesakes import namesakes
from kgraph.analysis.whole import Whole


def test_namesakes_differ_in_bodies_and_say_who_may_be_whom(corpus: Whole) -> None:
    people = find((e for e in corpus.entities.values() if e.class_name == "Official"), "nguyen van minh")
    found = namesakes(corpus, people)
    assert len(found) > 1
    assert len({tuple(body.iri for body in one.bodies) for one in found}) == len(found)
    for one in found:
        assert one.articles > 0
        for other, said in one.maybe:
            assert other in people and other != one.person
            assert said[0].confidence is not None
