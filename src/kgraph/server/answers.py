"""An answer written out before it is sent: its worker is free at once, a fault has its own status, and what was cut says so in a header."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.background import BackgroundTask
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from kgraph.errors import Busy, KgraphError, LimitReached, NothingMatched, Refused
from kgraph.server.negotiation import chosen
from kgraph.store import results
from kgraph.store.query import Head, Part, Row, Tail, Triple

Lines = Callable[[Iterable[Part]], Iterator[str]]

ROWS: dict[str, Lines] = {
    "application/sparql-results+json": results.json_lines,
    "application/json": results.json_lines,
    "application/sparql-results+xml": results.xml_lines,
    "application/xml": results.xml_lines,
    "text/csv": results.csv_lines,
    "text/tab-separated-values": results.tsv_lines,
}
GRAPHS: dict[str, Lines] = {
    "text/turtle": results.turtle_lines,
    "application/n-triples": results.ntriples_lines,
    "application/ld+json": results.jsonld_lines,
    "application/rdf+xml": results.rdfxml_lines,
}
TRUNCATED = "Kgraph-Truncated"
"""A header with the number of rows told, where there are more."""

RETRY = "2"
_IN_MEMORY, _CHUNK = 1_000_000, 65_536
MAX_BYTES = 16_000_000


def written(parts: Generator[Part, None, None], accept: str, *, whole: bool = False) -> Response:
    """The response to a query in a form that the client takes; 406 where it takes none.

    Raises what asking raises, and LimitReached for what would be cut and must be `whole`; nothing has been sent then.
    """
    with closing(parts):
        head = next(parts)
        assert isinstance(head, Head)
        writers = GRAPHS if head.kind == "graph" else ROWS
        kind = chosen(accept, tuple(writers))
        if kind is None:
            return PlainTextResponse(f"this can be given as {', '.join(writers)}\n", 406)
        return _response(_clipped(head, parts), writers[kind], kind, whole=whole)


def _response(parts: Iterator[Part], lines: Lines, kind: str, *, whole: bool) -> Response:
    ends: list[Tail] = []
    file: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # closed when it has been sent
    try:
        for line in lines(_kept_end(parts, ends)):
            file.write(line.encode("utf-8"))
        if whole and ends and ends[0].truncated:
            raise LimitReached(f"more than {ends[0].rows:,} triples", mend="take /files/graph.nq")
    except BaseException:
        file.close()
        raise
    headers = {"Content-Length": str(file.tell()), "Vary": "Accept"}
    if ends and ends[0].truncated:
        headers[TRUNCATED] = str(ends[0].rows)
    file.seek(0)
    media = f"{kind}; charset=utf-8"
    return StreamingResponse(_chunks(file), headers=headers, media_type=media, background=BackgroundTask(file.close))


def fault(error: KgraphError, *, status: int = 503) -> Response:
    """A fault as one line of text: 400 for what is not allowed, 404 for what is not there, else `status`; with the time to come again
    where all is taken."""
    code = 400 if isinstance(error, Refused) else 404 if isinstance(error, NothingMatched) else status
    if isinstance(error, Busy):
        return PlainTextResponse(f"{error}\n", 503, headers={"Retry-After": RETRY})
    return PlainTextResponse(f"{error}\n", code)


def _clipped(head: Head, parts: Iterable[Part]) -> Iterator[Part]:
    """The same, cut after MAX_BYTES."""
    yield head
    size = told = 0
    for part in parts:
        if isinstance(part, Row | Triple):
            size += len(part.line) if isinstance(part, Triple) else sum(len(cell["value"]) + 60 for cell in part.cells.values())
            if size > MAX_BYTES:
                yield Tail(told, truncated=True)
                return
            told += 1
        yield part


def _kept_end(parts: Iterable[Part], ends: list[Tail]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Tail):
            ends.append(part)
        yield part


async def _chunks(file: IO[bytes]):  # type: ignore[no-untyped-def]
    while chunk := file.read(_CHUNK):
        yield chunk
