"""A few warm workers around one keeper: each request has a worker for itself, waits for its turn, or is told that all are taken."""

from __future__ import annotations

import json
import select
import socket
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from kgraph.errors import Busy, KgraphError, LimitReached
from kgraph.store.query import Limits, death, read_messages

Message = dict[str, Any]

_PATIENCE = 3
"""Seconds in which a keeper ends that was told to."""


@dataclass(slots=True)
class _Worker:
    number: int
    end: socket.socket


@dataclass(slots=True)
class _Word:
    """What the keeper says: of workers that died, by number; of itself."""

    dead: dict[int, int] = field(default_factory=dict)
    said: deque[Message] = field(default_factory=deque)
    gone: bool = False


class Keeper:
    """A keeper process: started with the graph, started again should it ever be gone; `about` is what it said when it was ready."""

    def __init__(self, module: str, arguments: Iterable[str]) -> None:
        self._command = (sys.executable, "-P", "-m", module, *arguments)
        self._lock, self._news = threading.RLock(), threading.Condition()
        self._word = _Word(gone=True)
        self._numbers, self._closed = 0, False
        self.about: Message = {}

    def start(self) -> None:
        """Starts the process and waits until the graph is loaded; KgraphError where it cannot be read."""
        with self._lock:
            ours, theirs = socket.socketpair()
            with theirs:
                self._process = subprocess.Popen(self._command, stdin=theirs.fileno(), stdout=subprocess.DEVNULL)
            self._control, self._word = ours, _Word()
            threading.Thread(target=self._listen, args=(ours, self._word), daemon=True).start()
            first = self._next()
            if "ready" not in first:
                raise KgraphError(first.get("message", "the keeper of the graph did not start"), where=first.get("where"))
            self.about = first["ready"]

    def close(self) -> None:
        """Ends the process and its workers, and waits for its end."""
        with self._lock:
            self._closed = True
            with suppress(OSError):
                self._control.shutdown(socket.SHUT_RDWR)
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def fork(self) -> _Worker:
        """A new worker."""
        with self._lock:
            if self._closed:
                raise Busy("the graph has just been closed", mend="try again")
            if self._word.gone:
                self.start()
            self._numbers += 1
            ours, theirs = socket.socketpair()
            with theirs:
                self._send_socket(_line({"fork": self._numbers}), theirs)
            return _Worker(self._numbers, ours)

    def _send_socket(self, order: bytes, end: socket.socket) -> None:
        try:
            socket.send_fds(self._control, [order], [end.fileno()])
        except OSError:  # it has just gone
            self.start()
            socket.send_fds(self._control, [order], [end.fileno()])

    def kill(self, worker: _Worker) -> None:
        """Ends a worker at once, whatever it is doing."""
        worker.end.close()
        with self._lock:
            if not self._word.gone:
                with suppress(OSError):
                    self._control.sendall(_line({"kill": worker.number}))

    def code(self, worker: _Worker) -> int:
        """How a worker ended that ended by itself."""
        word = self._word
        with self._news:
            self._news.wait_for(lambda: worker.number in word.dead or word.gone, 5)
            return word.dead.get(worker.number, 1)

    def update(self, arguments: Mapping[str, Any], limits: Limits) -> Message:
        """Has the graph changed; what the keeper says of it. No worker may be at work meanwhile."""
        with self._lock:
            order = {"arguments": dict(arguments), "seconds": limits.seconds, "memory": limits.memory}
            self._control.sendall(_line({"update": order}))
            return self._next()

    def _next(self) -> Message:
        word = self._word
        with self._news:
            self._news.wait_for(lambda: word.said or word.gone)
            return word.said.popleft() if word.said else {}

    def _listen(self, control: socket.socket, word: _Word) -> None:
        with control, control.makefile("rb") as lines:
            for line in _until_it_breaks(lines):
                message = json.loads(line)
                with self._news:
                    if "dead" in message:
                        word.dead[message["dead"]] = message["code"]
                    else:
                        word.said.append(message)
                    self._news.notify_all()
        with self._news:
            word.gone = True
            self._news.notify_all()


class Crew:
    """At most `size` workers of a keeper at work at a time, at most `waiting` requests waiting, each at most `patience` seconds."""

    def __init__(self, keeper: Keeper, *, size: int = 2, waiting: int = 16, patience: float = 10.0) -> None:
        self._keeper, self._size, self._waiting, self._patience = keeper, size, waiting, patience
        self._idle: list[_Worker] = []
        self._taken = self._queue = 0
        self._turn = threading.Condition()

    def ask(self, service: str, arguments: Mapping[str, Any], limits: Limits) -> Generator[Message, None, None]:
        """The messages of a service as they come.

        Raises Busy where too many wait already, LimitReached for a request that met a limit. A worker that is not done is killed.
        """
        with self._place():
            worker = self._worker()
            done = False
            try:
                request = {"service": service, "arguments": dict(arguments), "seconds": limits.seconds, "memory": limits.memory}
                worker.end.sendall(_line(request))
                for message in read_messages(worker.end.fileno(), limits.seconds):
                    if "end" in message:
                        done = True
                        self._rest(worker, fresh=message["end"])
                        return
                    if "ready" not in message:
                        yield message
                raise death(self._keeper.code(worker), limits)
            except OSError as error:
                raise LimitReached("the worker was ended", mend="ask again") from error
            finally:
                if not done:
                    self._keeper.kill(worker)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Nobody is at work inside the block; afterwards every worker is a new one, which sees the graph as it is then."""
        with self._turn:
            if not self._turn.wait_for(lambda: self._taken == 0, self._patience):
                raise Busy("the graph is being asked", mend="try again in a few seconds")
            for worker in self._idle:
                self._keeper.kill(worker)
            self._idle.clear()
            yield

    def update(self, arguments: Mapping[str, Any], limits: Limits) -> Message:
        """Has the keeper change the graph once all are done."""
        with self.paused():
            return self._keeper.update(arguments, limits)

    @contextmanager
    def _place(self) -> Iterator[None]:
        with self._turn:
            if self._taken >= self._size:
                if self._queue >= self._waiting:
                    raise Busy("all workers are taken and too many wait", mend="try again in a few seconds")
                self._queue += 1
                try:
                    if not self._turn.wait_for(lambda: self._taken < self._size, self._patience):
                        raise Busy(f"no worker was free for {self._patience:g} s", mend="try again in a few seconds")
                finally:
                    self._queue -= 1
            self._taken += 1
        try:
            yield
        finally:
            with self._turn:
                self._taken -= 1
                self._turn.notify_all()

    def _worker(self) -> _Worker:
        with self._turn:
            while self._idle:
                worker = self._idle.pop()
                if not select.select([worker.end], [], [], 0)[0]:
                    return worker
                worker.end.close()  # one at rest has nothing to say, unless it ended
        return self._keeper.fork()

    def _rest(self, worker: _Worker, *, fresh: bool) -> None:
        if fresh:
            with self._turn:
                self._idle.append(worker)
        else:
            worker.end.close()


def _line(message: Message) -> bytes:
    return json.dumps(message).encode() + b"\n"


def _until_it_breaks(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a socket until the other side has gone, however it went."""
    with suppress(OSError):
        yield from lines
