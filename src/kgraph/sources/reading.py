"""Paths to articles: each file goes to the room of its kind."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from kgraph.errors import KgraphError
from kgraph.model import Issue
from kgraph.settings import Settings
from kgraph.sources.files import Found, files_under, open_regular
from kgraph.sources.html import read_html
from kgraph.sources.jsonl import read_jsonl
from kgraph.sources.kinds import BEGINNING, NAMES, is_packed, kind_by_beginning, kind_by_name
from kgraph.sources.outcomes import Reading, Refusal, Unread
from kgraph.sources.pages import Pages
from kgraph.sources.patterns import files_like, is_pattern
from kgraph.sources.table import read_table
from kgraph.sources.txt import read_txt
from kgraph.sources.unpacking import Unpacked
from kgraph.sources.warc import read_warc

STDIN, STDIN_PLACE = "-", "stdin"
_Room = Callable[..., Iterator[Reading]]


def read_sources(
    paths: Sequence[str | Path],
    *,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    without: Path | None = None,
) -> Iterator[Reading]:
    """What the paths hold, in their order: articles, after each the doubts about it (Issue), and inputs that are not read (Refusal).

    A path is a file, a folder (all its files, sorted), a pattern (`tin/*.html`) or `-` for `stdin`, whose first bytes show its kind.
    `without` names a folder that is passed over. Nothing is lost in silence: every line of JSONL, row of a table, page of an archive
    and other file gives one Article or one Refusal. Texts are read one at a time. An Issue without `article` is about a whole file.
    Raises KgraphError, before anything is read, where a path does not exist or a pattern fits nothing.
    """
    check_sources(paths, without=without)
    return _read_all(paths, stdin=stdin, without=without, settings=settings or Settings())


def check_sources(paths: Sequence[str | Path], *, without: Path | None = None) -> None:
    """Raises KgraphError where a path does not exist or a pattern fits nothing."""
    for path in paths:
        if path != STDIN and not Path(path).exists() and not (is_pattern(str(path)) and any(files_like(str(path), without=without))):
            what = "no file fits the pattern" if is_pattern(str(path)) else "no such file or folder"
            raise KgraphError(what, where=str(path), mend="check the name")


def files_of(path: str | Path, *, without: Path | None = None) -> Iterator[Found | Refusal]:
    """The files that a path or a pattern stands for, and what is no file to read."""
    pattern = is_pattern(str(path)) and not Path(path).exists()
    return files_like(str(path), without=without) if pattern else files_under(Path(path), without=without)


def read_files(found: Iterable[Found | Refusal], *, settings: Settings) -> Iterator[Reading]:
    """What some files hold, as `read_sources` gives it."""
    with Pages() as pages:
        rooms = _rooms(pages)
        for one in found:
            yield from [one] if isinstance(one, Refusal) else _refusing(_read_file(one, rooms, settings), one.place)


def _read_all(paths: Sequence[str | Path], *, stdin: BinaryIO | None, without: Path | None, settings: Settings) -> Iterator[Reading]:
    for path in paths:
        if path != STDIN:
            yield from read_files(files_of(path, without=without), settings=settings)
            continue
        with Pages() as pages:
            yield from _refusing(_read(stdin or sys.stdin.buffer, STDIN_PLACE, _rooms(pages), settings), STDIN_PLACE)


def _rooms(pages: Pages) -> Mapping[str, _Room]:
    return {
        "txt": read_txt,
        "html": partial(read_html, pages=pages),
        "jsonl": read_jsonl,
        "csv": read_table,
        "tsv": partial(read_table, separators="\t"),
        "warc": partial(read_warc, pages=pages),
    }


def _read_file(found: Found, rooms: Mapping[str, _Room], settings: Settings) -> Iterator[Reading]:
    with open_regular(found) as stream:
        kind, inner = kind_by_name(found.place)
        if kind is None and not found.told and not (inner != found.place and "." not in Path(inner).name):
            raise Unread("format", f"a file of another kind than {NAMES}, by its name")
        yield from _read(stream, found.place, rooms, settings, line=found.line)


def _read(stream: BinaryIO, place: str, rooms: Mapping[str, _Room], settings: Settings, *, line: int = 1) -> Iterator[Reading]:
    """What a stream holds, packed or not; its beginning shows the kind where the name does not, and web pages in files called `.txt`."""
    content = _buffered(stream)
    unpacked = None
    if is_packed(content.peek(2)[:2]):
        unpacked = Unpacked(content, ratio=settings.max_unpacking)
        content = io.BufferedReader(unpacked)
    kind, _ = kind_by_name(place)
    if kind in (None, "txt"):
        shown = kind_by_beginning(content.peek(BEGINNING)[:BEGINNING])
        kind = shown if kind is None or shown == "html" else kind
    more = {"line": line} if line > 1 else {}
    yield from rooms[kind](content, place=place, limit=settings.max_article_bytes, **more)
    if unpacked and unpacked.behind:
        yield Issue(
            code="behind", message=f"{unpacked.behind} bytes behind the end of the packed file were passed over", article="", place=place
        )


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))


def _refusing(readings: Iterator[Reading], place: str) -> Iterator[Reading]:
    """The same readings; what stops them becomes a Refusal."""
    try:
        yield from readings
    except Unread as reason:
        yield Refusal(place, reason.code, reason.message)
    except OSError as error:
        yield Refusal(place, "unreadable", error.strerror or type(error).__name__)
