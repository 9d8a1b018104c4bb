"""N-Quads as text: its lines taken apart, and put in the order that a format needs, in memory that does not grow with the graph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from kgraph import vocab
from kgraph.errors import KgraphError
from kgraph.settings import BASE
from kgraph.sorting import Sorter, read_blocks, write_blocks

Quad = tuple[str, str, str, str]
"""Subject, predicate, object and graph as N-Quads writes them; the graph is empty where there is none."""

_IRI = r'<(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>'
_TEXT = r"""[^"\\\n\r]*(?:\\(?:[tbnrf"'\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})[^"\\\n\r]*)*"""
_LITERAL = rf'"{_TEXT}"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^{_IRI})?'
_QUAD = re.compile(rf"[ \t]*({_IRI})[ \t]*({_IRI})[ \t]*({_IRI}|{_LITERAL})[ \t]*(?:({_IRI})[ \t]*)?\.[ \t]*(?:#.*)?")
_BLANK = re.compile(r"[ \t]*(?:#.*)?")
_STRING = f"^^<{vocab.XSD}string>"
_ARTICLE = b"id/article/"


@dataclass(frozen=True, slots=True)
class Source:
    """A graph ready to be written in another form: sorted N-Quads, a folder to work in, and the start of the names of its build."""

    quads: Path
    room: Path
    base: str = BASE
    origin: Path | None = None

    def work(self, name: str) -> Path:
        """A new folder of that name to work in."""
        folder = self.room / name
        folder.mkdir()
        return folder


@contextmanager
def opened(nquads: Path, room: Path) -> Iterator[Source]:
    """The graph of a file, in a folder beside `room` that is gone afterwards; a file that is not sorted, or not spelled
    as a build spells it, is written there anew.

    Raises KgraphError where it cannot be read.
    """
    with TemporaryDirectory(dir=room, prefix="export-") as scratch:
        try:
            quads = nquads if _is_ready(nquads) else _sorted_copy(nquads, Path(scratch))
        except (OSError, UnicodeDecodeError) as error:
            raise unreadable(nquads, error) from error
        yield Source(quads, Path(scratch), _base_of(quads), nquads)


def read_quads(nquads: Path) -> Iterator[Quad]:
    """The quads in the order of the file; literals of xsd:string stand without their datatype.

    Raises KgraphError where the file is missing or not N-Quads without blank nodes.
    """
    try:
        with nquads.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, start=1):
                text = line.rstrip("\r\n")
                if quad := _QUAD.fullmatch(text):
                    yield quad[1], quad[2], quad[3].removesuffix(_STRING), quad[4] or ""
                elif not _BLANK.fullmatch(text):
                    where = f"{nquads}, line {number}"
                    raise KgraphError("not a quad, or one with a blank node", where=where, mend="run `kgraph build` again")
    except (OSError, UnicodeDecodeError) as error:
        raise unreadable(nquads, error) from error


def ready_quads(quads: Path) -> Iterator[Quad]:
    """The same of a file that `opened` has found sound, or has made: four times as fast."""
    with quads.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            value, _, graph = rest.removesuffix(" .\n").rpartition(" ")
            if graph[0] == "<" and value and '"' not in graph:
                yield subject, predicate, value, graph
            else:
                yield subject, predicate, f"{value} {graph}" if value else graph, ""


def by_graph(source: Source) -> Iterator[tuple[str, Iterator[tuple[str, list[tuple[str, str]]]]]]:
    """Each named graph with its subjects, and each subject with its predicates and objects; all sorted."""
    sorter = Sorter(source.work("by-graph"))
    sorter.add(f"{g or '-'} {s} {p} {o}" for s, p, o, g in ready_quads(source.quads))
    rows = (line.split(" ", 3) for line in sorter.lines())
    for graph, inside in groupby(rows, key=lambda row: row[0]):
        subjects = groupby(inside, key=lambda row: row[1])
        yield graph.removeprefix("-"), ((subject, [(row[2], row[3]) for row in said]) for subject, said in subjects)


def unreadable(nquads: Path, error: Exception) -> KgraphError:
    """That a graph cannot be read."""
    return KgraphError(f"cannot read the graph: {error}", where=str(nquads), mend="run `kgraph build` first")


def _is_ready(nquads: Path) -> bool:
    """Whether each line is sound, comes after the one before, and is spelled as all others are."""
    last = ""
    with nquads.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            text = line.removesuffix("\n")
            quad = _QUAD.fullmatch(text)
            if not quad or text <= last or quad[3].endswith(_STRING) or text != " ".join((*filter(None, quad.groups()), ".")):
                return False
            last = text
    return True


def _sorted_copy(nquads: Path, room: Path) -> Path:
    (room / "runs").mkdir()
    sorter = Sorter(room / "runs")
    sorter.add(f"{s} {p} {o} {g} ." if g else f"{s} {p} {o} ." for s, p, o, g in read_quads(nquads))
    write_blocks(sorter.blocks(), copy := room / "sorted.nq")
    return copy


def _base_of(quads: Path) -> str:
    """The start of the names of a build, as the names of its articles show it."""
    for block in read_blocks(quads):
        for line in block:
            base, found, _ = line[line.rfind(b"<") + 1 :].partition(_ARTICLE)
            if found and line.endswith(b"> ."):
                return base.decode("utf-8", errors="replace")
    return BASE
