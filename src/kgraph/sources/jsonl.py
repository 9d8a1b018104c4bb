"""JSON Lines: one line is one article with `id`, `text` and, where known, `title`, `published`, `url`, `source`."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn

from kgraph.sources.decoding import decode_as, is_utf16
from kgraph.sources.outcomes import Reading, Refusal, Unread
from kgraph.sources.records import admit_record

_CHUNK = 1 << 20


def read_jsonl(stream: BinaryIO, *, place: str, limit: int, line: int = 1) -> Iterator[Reading]:
    """The articles of a file, line by line; a bad line is refused alone, with its number.

    Lines end at `\\n` only. `limit` is the size of a line in bytes, `line` the number of the first. Where a line has no `id`, its `url`
    stands for it.
    Other keys are ignored.

    >>> import io
    >>> lines = '{"id": "a", "text": "Quận ủy họp."}\\n{"id": "b"}\\n'.encode()
    >>> article, refusal = read_jsonl(io.BytesIO(lines), place="tin.jsonl", limit=1000)
    >>> article.id, refusal.place, refusal.code
    ('a', 'tin.jsonl:2', 'text')
    """
    for number, content in enumerate(_lines(stream, limit), start=line):
        if number == 1 and content:
            if is_utf16(content):
                raise Unread("encoding", "UTF-16 is not read line by line; save it as UTF-8")
            content = content.removeprefix(codecs.BOM_UTF8)
        where = f"{place}:{number}"
        try:
            yield from _admit_line(content, place=where, limit=limit)
        except Unread as reason:
            yield Refusal(where, reason.code, reason.message)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Physical lines; None for one over the limit, which is passed over in pieces."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while (piece := stream.readline(_CHUNK)) and not piece.endswith(b"\n"):
            pass
        yield None


def _admit_line(line: bytes | None, *, place: str, limit: int) -> Iterator[Reading]:
    if line is None:
        raise Unread("too-large", f"a line of more than {limit} bytes")
    if not line.strip():
        raise Unread("empty", "an empty line")
    yield from admit_record(_parse(decode_as("utf-8", line)), place=place)


def _parse(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line, object_pairs_hook=_once, parse_constant=_no_constant)
    except RecursionError:
        raise Unread("json", "nested too deeply") from None
    except json.JSONDecodeError as error:
        raise Unread("json", f"not JSON at character {error.pos}: {error.msg}") from None
    except ValueError:
        raise Unread("json", "a number that is too long") from None
    if not isinstance(record, dict):
        raise Unread("json", "not an object")
    return record


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    record = dict(pairs)
    if len(record) < len(pairs):
        raise Unread("json", "a key that stands twice")
    return record


def _no_constant(name: str) -> NoReturn:
    raise Unread("json", f"{name} is not JSON")
