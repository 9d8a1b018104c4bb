"""Who is who, block by block, by whoever is free: cards that share no block are never compared, so whole blocks stand alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from kgraph.identity.cards import read_cards
from kgraph.identity.gathering import Verdict, verdict_on
from kgraph.identity.reprints import Group as Reprints
from kgraph.identity.reprints import Printings, groups_of
from kgraph.scale.calls import call, in_order
from kgraph.scale.executors import Executor
from kgraph.scale.reading import Job, open_reader

_SIZE = 500_000
"""Bytes of cards in a stretch, about."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Whole blocks of a file of sorted cards, from one offset in bytes to another."""

    cards: Path
    begin: int
    end: int


def decide_all(
    cards: Path, printings: Printings, job: Job, executor: Executor, *, every: bool, size: int = _SIZE
) -> tuple[tuple[Reprints, ...], list[Verdict]]:
    """Which texts are printed more than once, and what is decided on each stretch of a file of sorted cards, in their order.

    `every` is as for `verdict_on`. Raises KgraphError where processes die over one.
    """
    calls: list[Callable[[], Any]] = [printings.likely]
    calls += [partial(decide, stretch, job, every=every) for stretch in stretches(cards, size)]
    likely, *verdicts = in_order(executor, call, calls, doing="decide who is who")
    groups = chain.from_iterable(in_order(executor, groups_of, likely, doing="compare texts"))
    return tuple(sorted(groups, key=lambda group: group[0].id)), verdicts


def decide(stretch: Blocks, job: Job, *, every: bool) -> Verdict:
    """What is decided on one stretch."""
    return verdict_on(read_cards(stretch.cards, stretch.begin, stretch.end), open_reader(job).known, every=every)


def stretches(cards: Path, size: int) -> Iterator[Blocks]:
    """A file of sorted cards in stretches of whole blocks, each of about `size` bytes, or as long as its last block is."""
    with cards.open("rb") as file:
        begin, last = 0, file.seek(0, 2)
        while begin < last:
            file.seek(begin + size)
            file.readline()
            block, end = _block(file.readline()), file.tell()
            while (line := file.readline()) and _block(line) == block:
                end = file.tell()
            yield Blocks(cards, begin, min(end, last))
            begin = end


def _block(line: bytes) -> list[str]:
    """Kind and block of a card."""
    return json.loads(line)[:2] if line else []
