"""Shards read by the workers of a Dask cluster. Paths travel, not texts: sources and the output folder must be where all workers see them.

The same version of kgraph must be installed everywhere. What a lost worker was reading is read by another one; a shard over which several
are lost is given up (`distributed.scheduler.allowed-failures`, https://distributed.dask.org/en/stable/resilience.html).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from kgraph.errors import KgraphError

_T = TypeVar("_T")
_R = TypeVar("_R")
_AHEAD = 4
"""Tasks for each thread of the cluster that are sent before the first is done."""
_PATIENCE = 30
"""Seconds of waiting for a scheduler."""


class Cluster(AbstractContextManager["Cluster"]):
    """The workers behind a scheduler (`tcp://host:8786`). KgraphError where nobody answers, or Dask is not installed."""

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError:
            raise KgraphError("a cluster needs Dask", mend='pip install "kgraph[cluster]"') from None
        try:
            self._client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise KgraphError("no scheduler answers", where=address, mend="start one with `dask scheduler`") from error

    def run(self, function: Callable[[_T], _R], tasks: Sequence[_T]) -> Iterator[tuple[int, _R | None]]:
        """See `scale.executors.Executor`."""
        from distributed import KilledWorker, as_completed

        numbers: dict[Any, int] = {}
        coming = iter(enumerate(tasks))
        running = as_completed(loop=self._client.loop)

        def send(count: int) -> None:
            for number, task in (row for _, row in zip(range(count), coming, strict=False)):
                future = self._client.submit(function, task, pure=False)
                numbers[future] = number
                running.add(future)

        send(max(1, sum(self._client.nthreads().values())) * _AHEAD)
        for future in running:
            send(1)
            error = future.exception()
            if error and not isinstance(error, KilledWorker):
                raise error
            yield numbers.pop(future), None if error else future.result()

    def __exit__(self, *_: object) -> None:
        self._client.close()
