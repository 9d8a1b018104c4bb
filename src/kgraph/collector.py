"""The collector of reference cycles, seldom at work while much is made of which nothing lies in a cycle for long."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE = 200_000
"""How many more values than are dropped have to be made before the collector looks at the young ones; Python's own number is 700."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Lets the collector look at what is new far less often; as before when the block ends.

    Findings are trees: counting references frees nearly all of them, and looking through them for cycles takes a twentieth of a build.

    >>> before = gc.get_threshold()
    >>> with seldom_collecting():
    ...     gc.get_threshold()[0] > before[0]
    True
    >>> gc.get_threshold() == before
    True
    """
    before = gc.get_threshold()
    gc.set_threshold(_MADE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
