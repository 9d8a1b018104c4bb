"""A user's SPARQL, asked under limits: checked by its words, run in a process that can be killed, told row by row."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from kgraph.errors import KgraphError, LimitReached, Refused, StoreDamaged
from kgraph.store.checks import checked
from kgraph.store.graph import PREFIXES
from kgraph.store.tokens import Token, one_line, origin, place

Cell = dict[str, str]

# -P: a file of the current folder must never stand in for a module of ours.
_WORKER = (sys.executable, "-P", "-m", "kgraph.store.worker")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a query may work (seconds, without the reader's pauses), hold (bytes) and tell (rows, those to `skip` not counted)."""

    seconds: float = 30.0
    memory: int = 2_000_000_000
    rows: int = 10_000
    skip: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """What comes: rows of `variables`, triples of a graph, or the one truth of an ASK."""

    kind: Literal["select", "ask", "graph"]
    variables: tuple[str, ...] = ()
    truth: bool | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One solution: bound variables only, terms as in SPARQL 1.1 JSON results (`type`, `value`, `xml:lang`, `datatype`)."""

    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Triple:
    """One triple of a CONSTRUCT or DESCRIBE, as a line of N-Triples."""

    line: str


@dataclass(frozen=True, slots=True)
class Tail:
    """How many rows or triples were told, and whether there are more."""

    rows: int
    truncated: bool


Part = Head | Row | Triple | Tail


def answer(graph: Path, query: str, *, limits: Limits | None = None) -> Generator[Part, None, None]:
    """The answer over the graph of a build (`graph.nq`): a Head, its Rows or Triples, a Tail; nothing is evaluated before the first.

    All prefixes of `kgraph.store.graph.PREFIXES` are known. Raises Refused (not allowed, or not SPARQL), LimitReached (time,
    memory, size of the query) and KgraphError (no such graph).
    """
    words = checked(query, prefixes=PREFIXES)
    if not graph.is_file():
        raise KgraphError("no such graph", where=str(graph), mend="run `kgraph build` first, or name another file")
    return told(_asked(graph, words, limits or Limits()), query, words, str(graph))


def told(messages: Generator[dict[str, Any], None, None], query: str, words: tuple[Token, ...], graph: str) -> Generator[Part, None, None]:
    """The parts of an answer from the messages of whoever works on it; raises what went wrong, with its place in the query as written."""
    with closing(messages):
        for message in messages:
            if part := _part(message, query, words, graph):
                yield part


def _asked(graph: Path, words: tuple[Token, ...], limits: Limits) -> Generator[dict[str, Any], None, None]:
    request = {"graph": str(graph), "query": one_line(words), **asdict(limits)}
    with subprocess.Popen(_WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        try:
            assert worker.stdin and worker.stdout
            worker.stdin.write(json.dumps(request).encode() + b"\n")
            worker.stdin.close()
            for message in read_messages(worker.stdout.fileno(), limits.seconds):
                yield message
                if "tail" in message:
                    return
            raise death(worker.wait(), limits)
        finally:
            worker.kill()


def read_messages(pipe: int, seconds: float) -> Iterator[dict[str, Any]]:
    """Messages of the worker as they come; LimitReached once it has let us wait for `seconds` since the graph was loaded."""
    rest, left, ready = b"", seconds, False
    while True:
        since = time.monotonic()
        if not select.select([pipe], [], [], max(left, 0) if ready else None)[0]:
            raise LimitReached(f"the query met its time limit of {seconds:g} s", mend="ask for less, or allow more with --timeout")
        chunk = os.read(pipe, 65_536)
        if ready:
            left -= time.monotonic() - since
        if not chunk:
            return
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            message = json.loads(line)
            ready = ready or "ready" in message
            yield message


def _part(message: dict[str, Any], query: str, words: tuple[Token, ...], graph: str) -> Part | None:
    match message:
        case {"row": cells}:
            return Row(cells)
        case {"triple": line}:
            return Triple(line)
        case {"head": kind}:
            return Head(kind, tuple(message.get("variables", ())), message.get("truth"))
        case {"tail": rows, "truncated": truncated}:
            return Tail(rows, truncated)
        case {"fault": kind, "message": text}:
            raise _fault(kind, text, query, words, graph)
    return None


def _fault(kind: str, text: str, query: str, words: tuple[Token, ...], graph: str) -> KgraphError:
    if kind == "graph":
        return KgraphError(f"cannot read the graph: {text}", where=graph, mend="run `kgraph build` again")
    if kind == "damage":
        return StoreDamaged(f"the database of the store is damaged: {text}", where=graph, mend="run `kgraph verify --repair`")
    if kind == "memory":
        return LimitReached("the query met its memory limit", mend="ask for less at once")
    if kind == "row":
        return LimitReached(text, mend="ask for shorter values")
    if kind == "syntax" and (found := re.match(r"error at \d+:(\d+): (.*)", text, re.DOTALL)):
        where = place(query, origin(words, int(found[1]) - 1))
        return Refused("not SPARQL", where=where, mend=" ".join(found[2].split())[:160])
    return Refused(f"the query cannot be evaluated: {text}", mend="check its expressions")


def death(code: int, limits: Limits) -> KgraphError:
    """Why a worker ended without a word: the engine ends the process where memory or stack runs out."""
    if code == -signal.SIGXCPU:
        return LimitReached(f"the query met its time limit of {limits.seconds:g} s", mend="ask for less, or allow more with --timeout")
    if code in (-signal.SIGABRT, -signal.SIGKILL):
        mend = "ask for less at once, or allow more with --memory"
        return LimitReached(f"the query met its memory limit of {limits.memory / 1e9:g} GB", mend=mend)
    if code == -signal.SIGSEGV:
        return LimitReached("the query is too deep for the engine", mend="write it flatter")
    return KgraphError(f"the query process ended with code {code}", mend="ask again; if it stays so, report the query")
