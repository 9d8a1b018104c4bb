"""Who is who, block by block, by whoever is free: cards that share no block are never compared, so whole blocks stand alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.identity.cards import read_cards
from kgraph.identity.gathering import Verdict, verdict_on
from kgraph.scale.executors import Executor
from kgraph.scale.reading import Job, open_reader

_SIZE = 2_000_000
"""Bytes of cards in a stretch, about."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Whole blocks of a file of sorted cards, from one offset in bytes to another."""

    cards: Path
    begin: int
    end: int


def verdicts(cards: Path, job: Job, executor: Executor, *, every: bool, size: int = _SIZE) -> list[Verdict]:
    """What is decided on each stretch of a file of sorted cards, in their order; `every` as for `verdict_on`.

    Raises KgraphError where processes die over one.
    """
    found = dict(executor.run(partial(decide, job=job, every=every), list(stretches(cards, size))))
    told = [verdict for number in sorted(found) if (verdict := found[number])]
    if len(told) < len(found):
        raise KgraphError("processes end while they decide who is who", mend="build with --workers 1, and with more memory")
    return told


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
