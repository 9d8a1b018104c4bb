"""Lines of sorted N-Quads taken apart: enough to compare two builds without a store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kgraph.errors import KgraphError

_LINE = re.compile(r'<([^>]*)> <([^>]*)> (?:<([^>]*)>|"((?:[^"\\]|\\.)*+)"(?:@[A-Za-z0-9-]++|\^\^<[^>]*>)?) <([^>]*)> \.\s*')
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class Fact(NamedTuple):
    """What one line says: relation, value (an IRI or the lexical form of a literal), who tells it; the subject only if asked for."""

    relation: str
    value: str
    origin: str
    subject: str = ""


def facts_of(lines: Iterable[bytes], *, with_subject: bool = False) -> set[Fact]:
    """What lines of N-Quads say; KgraphError where one is none.

    >>> facts_of([b'<http://e/s> <http://e/p> "a \\\\"b\\\\""@vi <http://e/graph/derived> .'])
    {Fact(relation='http://e/p', value='a "b"', origin='derived', subject='')}
    """
    found = set()
    for line in lines:
        match = _LINE.fullmatch(line.decode("utf-8"))
        if not match:
            raise _unfit(line)
        subject, relation, iri, literal, graph = match.groups()
        value = iri if iri is not None else _ESCAPE.sub(_unescaped, literal)
        found.add(Fact(relation, value, _origin(graph), subject if with_subject else ""))
    return found


def ordered(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The same lines; KgraphError where one comes before a line that should follow it."""
    last = b""
    for line in lines:
        if line < last:
            raise _unfit(line)
        last = line
        if line.strip():
            yield line


def subject_of(line: bytes) -> bytes:
    """The first word of a line, with its brackets.

    >>> subject_of(b"<http://e/s> <http://e/p> <http://e/o> <http://e/g> .")
    b'<http://e/s>'
    """
    return line.partition(b" ")[0]


def short_name(iri: str) -> str:
    """The last part of the name of a relation.

    >>> short_name("https://w3id.org/kgraph-vn/ns#attended"), short_name("http://purl.org/dc/terms/title")
    ('attended', 'title')
    """
    return iri.rpartition("#")[2].rpartition("/")[2]


def _origin(graph: str) -> str:
    if graph.endswith("graph/authority"):
        return "background"
    return "derived" if graph.endswith("graph/derived") else "article"


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else _LETTERS.get(escape[3], escape[3])


def _unfit(line: bytes) -> KgraphError:
    shown = line[:80].decode("utf-8", errors="replace")
    return KgraphError(f"not sorted N-Quads: {shown!r}", mend="compare graph.nq of two builds, or sort the lines (LC_ALL=C sort)")
