"""Who reads the shards: this process, or as many as the machine has room for. One that dies costs no more than what it was reading."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, suppress
from multiprocessing import forkserver, get_all_start_methods, get_context, parent_process
from threading import Thread
from typing import Protocol, Self, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")
# Never a plain fork: whoever calls may have threads.
_METHOD = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
_LOADED = ("kgraph.scale.running", "kgraph.scale.deciding", "kgraph.scale.stating")
"""What tasks are made of."""
_TRIES = 2
"""How often a task is tried alone after a process died over it or beside it."""


class Executor(Protocol):
    """Runs a pure function over tasks."""

    def run(self, function: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[tuple[int, _R | None]]:
        """The number of each task and its result, as they come; None where the process died each time the task was tried.

        What the function raises is raised here, and ends the rest.
        """
        ...


class Here:
    """In this process, one after the other.

    >>> list(Here().run(abs, [-1, 2]))
    [(0, 1), (1, 2)]
    """

    def run(self, function: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[tuple[int, _R | None]]:
        """See Executor."""
        for number, task in enumerate(tasks):
            yield number, function(task)


class Pool(AbstractContextManager["Pool"]):
    """In some processes of this machine, which end with the block. Each works on one task at a time, so that what ended one is known to be
    among a few. A single task is not worth a process. What reads articles is loaded from the beginning of the block on, by a process
    of which they are then forks.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def run(self, function: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[tuple[int, _R | None]]:
        """See Executor."""
        if len(tasks) == 1 and not self._pool:
            yield 0, function(tasks[0])
            return
        waiting = deque(range(len(tasks)))
        while waiting:
            suspects: list[int] = []
            yield from self._until_broken(function, tasks, waiting, suspects)
            for number in suspects:
                yield number, self._alone(function, tasks[number])

    def _until_broken(
        self, function: Callable[[_T], _R], tasks: Sequence[_T], waiting: deque[int], suspects: list[int]
    ) -> Iterator[tuple[int, _R | None]]:
        """Results until all are there or a process dies; then `suspects` are the tasks that were being worked on."""
        running: dict[Future[_R], int] = {}
        pool = self._pool = self._pool or _processes(self._workers)

        def send() -> None:
            while waiting and len(running) < self._workers:
                future = pool.submit(function, tasks[waiting[0]])
                running[future] = waiting.popleft()

        try:
            send()
            while running:
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    result = done.result()
                    number = running.pop(done)
                    with suppress(BrokenProcessPool):  # what was being worked on will say so
                        send()  # before the result is taken: whoever takes it may take its time
                    yield number, result
        except BrokenProcessPool:
            suspects += sorted(running.values())
            self._end()

    @staticmethod
    def _alone(function: Callable[[_T], _R], task: _T) -> _R | None:
        for _ in range(_TRIES):
            with _processes(1) as pool:
                try:
                    return pool.submit(function, task).result()
                except BrokenProcessPool:
                    continue
        return None

    def _end(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def __enter__(self) -> Self:
        _begin_loading()
        return self

    def __exit__(self, *_: object) -> None:
        self._end()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin_loading() -> None:
    """Starts the process of which others are forks: while it loads what they all need, this one can load what it needs."""
    if _METHOD == "forkserver":
        forkserver.set_forkserver_preload(list(_LOADED))
        forkserver.ensure_running()


def _processes(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context(_METHOD), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """In a process of the pool: it ends when whoever started it is gone, in whatever way that ended."""
    if parent := parent_process():

        def watch() -> None:
            parent.join()
            os._exit(1)

        Thread(target=watch, daemon=True).start()
