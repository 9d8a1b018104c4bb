"""What is done by several stands in order, and is all there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from kgraph.errors import KgraphError
from kgraph.scale.calls import in_order


class Backwards:
    """An executor that is done with the last task first."""

    def run(self, function: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[tuple[int, Any]]:
        """See Executor."""
        return ((number, function(tasks[number])) for number in reversed(range(len(tasks))))


def test_results_stand_in_the_order_of_the_tasks() -> None:
    assert list(in_order(Backwards(), abs, [-1, -2, 3], doing="count")) == [1, 2, 3]
    assert list(in_order(Backwards(), abs, [], doing="count")) == []


def test_what_no_process_can_do_ends_it_all() -> None:
    with pytest.raises(KgraphError, match="processes end while they count"):
        list(in_order(Backwards(), {}.get, [1], doing="count"))
