"""The collector of reference cycles during a build."""

import gc

import pytest

from kgraph.collector import seldom_collecting


def test_the_collector_is_as_before_when_a_build_fails() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="no"), seldom_collecting():
        assert gc.get_threshold() != before
        raise ValueError("no")
    assert gc.get_threshold() == before
