"""What is to be done at the end of a build, by whoever is free: all of it, or the build ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kgraph.errors import KgraphError
from kgraph.scale.executors import Executor

_T = TypeVar("_T")
_R = TypeVar("_R")


def in_order(executor: Executor, function: Callable[[_T], _R], tasks: Sequence[_T], *, doing: str) -> Iterator[_R]:
    """What a function gives for each task, in their order, each as soon as those before it are there.

    Raises KgraphError where processes die over one; `doing` says in words what they were at.
    """
    waiting: dict[int, _R] = {}
    due = 0
    for number, result in executor.run(function, tasks):
        if result is None:
            raise KgraphError(f"processes end while they {doing}", mend="build with --workers 1, and with more memory")
        waiting[number] = result
        while due in waiting:
            yield waiting.pop(due)
            due += 1


def call(function: Callable[[], _R]) -> _R:
    """What a function without arguments gives: for tasks of several kinds that can be done at the same time.

    >>> from kgraph.scale.executors import Here
    >>> list(in_order(Here(), call, [dict, list], doing="make things"))
    [{}, []]
    """
    return function()
