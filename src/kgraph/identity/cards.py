"""What each article tells of the things it names, as far as it helps to know them again: small rows, in blocks of those to compare."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from kgraph.identity.kinds import KINDS, Kind, Known
from kgraph.model import Findings
from kgraph.sources.stretch import Stretch

Compared = tuple[Kind, list[Any]]
"""The cards of a block, with their kind."""
_KINDS = {kind.name: kind for kind in KINDS}
_FORMS: dict[type[Any], TypeAdapter[Any]] = {kind.card: TypeAdapter(kind.card) for kind in KINDS}


def card_lines(findings: Findings, known: Known) -> Iterator[str]:
    """The cards of an article as lines. A line is JSON: kind, block, card."""
    return (_line(kind, block, card) for kind in KINDS for block, card in kind.cards(findings, known))


def read_cards(path: Path, begin: int = 0, end: int | None = None) -> Iterator[Compared]:
    """The blocks of a file of sorted cards, or of a stretch of it (in bytes).

    Things that share no block are never compared, so a block is all that must be in memory.
    """
    with path.open("rb") as file:
        yield from _blocks(line.decode() for line in io.BufferedReader(Stretch(file, begin, end)))


def _line(kind: Kind, block: str, card: Any) -> str:
    return f'["{kind.name}",{json.dumps(block, ensure_ascii=False)},{_FORMS[kind.card].dump_json(card).decode()}]'


def _blocks(lines: Iterable[str]) -> Iterator[Compared]:
    rows = (json.loads(line) for line in lines)
    for (kind, _), group in groupby(rows, key=lambda row: (row[0], row[1])):
        yield _KINDS[kind], [_FORMS[_KINDS[kind].card].validate_python(row[2], strict=False) for row in group]
