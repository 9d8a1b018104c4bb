"""Paths to articles: each file goes to the room of its format."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from kgraph.errors import KgraphError
from kgraph.settings import Settings
from kgraph.sources.files import Found, files_under, open_regular
from kgraph.sources.jsonl import read_jsonl
from kgraph.sources.outcomes import Reading, Refusal, Unread
from kgraph.sources.txt import read_txt

ROOMS: Mapping[str, Callable[..., Iterator[Reading]]] = {".txt": read_txt, ".jsonl": read_jsonl}
STDIN = "-"


def read_sources(
    paths: Sequence[str | Path],
    *,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    without: Path | None = None,
) -> Iterator[Reading]:
    """What the paths hold, in their order: articles, after each the doubts about it (Issue), and inputs that are not read (Refusal).

    A path is a file, a folder (all its files, sorted) or `-` for one text from `stdin`. `without` names a folder that is passed over.
    Nothing is lost in silence: every line of JSONL and every other file gives one Article or one Refusal. Texts are read one at a time.
    Raises KgraphError, before anything is read, where a path does not exist.
    """
    for path in paths:
        if path != STDIN and not Path(path).exists():
            raise KgraphError("no such file or folder", where=str(path), mend="check the name")
    limit = (settings or Settings()).max_article_bytes
    return (reading for path in paths for reading in _read(path, stdin=stdin, without=without, limit=limit))


def _read(path: str | Path, *, stdin: BinaryIO | None, without: Path | None, limit: int) -> Iterator[Reading]:
    if path == STDIN:
        yield from _refusing(read_txt(stdin or sys.stdin.buffer, place="stdin", limit=limit), "stdin")
        return
    for found in files_under(Path(path), without=without):
        if isinstance(found, Refusal):
            yield found
        else:
            yield from _refusing(_read_file(found, limit), found.place)


def _read_file(found: Found, limit: int) -> Iterator[Reading]:
    with open_regular(found) as stream:
        suffix = PurePosixPath(found.place).suffix.lower()
        if suffix not in ROOMS:
            raise Unread("format", f"only {' and '.join(sorted(ROOMS))} files are read")
        yield from ROOMS[suffix](stream, place=found.place, limit=limit)


def _refusing(readings: Iterator[Reading], place: str) -> Iterator[Reading]:
    """The same readings; what stops them becomes a Refusal."""
    try:
        yield from readings
    except Unread as reason:
        yield Refusal(place, reason.code, reason.message)
    except OSError as error:
        yield Refusal(place, "unreadable", error.strerror or type(error).__name__)
