"""The process that keeps a graph in memory and forks the workers that answer: each starts in milliseconds and may be killed at any moment.

The pages of memory that hold the graph are shared; the engine's memory store has no threads, so a fork of it is whole. Whoever
started the keeper (`kgraph.store.crew`) speaks to it over the socket on stdin; when that closes, keeper and workers end.
"""

from __future__ import annotations

import json
import os
import resource
import selectors
import signal
import socket
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NoReturn

from kgraph.errors import KgraphError
from kgraph.store.worker import held, lift_limits, limit_process

Message = dict[str, Any]
Service = Callable[..., Iterator[Message]]
"""Answers a request given as keyword arguments, message by message."""
Update = Callable[..., None]

_MAX_LINE = 1_000_000
_GROWTH = 64_000_000
"""A worker that a request left larger by so many bytes gives its place to a fresh one."""


def refuse(fault: KgraphError) -> None:
    """Says that the graph cannot be kept, and why."""
    with socket.socket(fileno=os.dup(0)) as control:
        _tell(control, {"fault": "graph", "message": fault.what, "where": fault.where})


def keep(services: Mapping[str, Service], about: Message, *, update: Update | None = None) -> NoReturn:
    """Says that it is ready, forks a worker for each socket that comes, kills it when told, tells how each ended; until the other side
    goes. An `update` is made in a fork too, which takes over where it went well: the graph changes as a whole or not at all.
    """
    control = socket.socket(fileno=os.dup(0))
    wakes, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    waits = selectors.DefaultSelector()
    waits.register(control, selectors.EVENT_READ)
    waits.register(wakes, selectors.EVENT_READ)
    children: dict[int, int] = {}
    orders = _Orders(control)
    _tell(control, {"ready": about})
    while True:
        for key, _ in waits.select():
            if key.fileobj == wakes:
                os.read(wakes, 4096)
                _bury(control, children)
            elif not orders.read():
                for process in children.values():
                    os.kill(process, signal.SIGKILL)
                os._exit(0)  # at once: to free a large graph piece by piece takes seconds
        for order in orders.whole():
            match order:
                case {"fork": number}:
                    children[number] = _fork(orders.socket(), services)
                case {"kill": number} if number in children:
                    os.kill(children[number], signal.SIGKILL)
                case {"update": arguments} if update:
                    before = os.getpid()
                    _tell(control, _updated(update, arguments))
                    if os.getpid() != before:
                        children.clear()


class _Orders:
    """Lines of the other side and the sockets that come with them; several may come at once, and one in pieces."""

    def __init__(self, control: socket.socket) -> None:
        self._control, self._text, self._sockets = control, b"", deque[int]()

    def read(self) -> bool:
        """Takes what has come; False where the other side has gone."""
        text, sockets, _, _ = socket.recv_fds(self._control, _MAX_LINE, 64)
        self._text += text
        self._sockets += sockets
        return bool(text)

    def whole(self) -> Iterator[Message]:
        """The orders that have come whole."""
        *lines, self._text = self._text.split(b"\n")
        yield from map(json.loads, lines)

    def socket(self) -> int:
        """The socket of the next order that brought one."""
        return self._sockets.popleft()


def _bury(control: socket.socket, children: dict[int, int]) -> None:
    for number, process in list(children.items()):
        gone, status = os.waitpid(process, os.WNOHANG)
        if gone:
            del children[number]
            _tell(control, {"dead": number, "code": os.waitstatus_to_exitcode(status)})


def _fork(end: int, services: Mapping[str, Service]) -> int:
    """Starts a worker that speaks on the socket `end` and holds nothing else; its process."""
    process = os.fork()
    if process:
        os.close(end)
        return process
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for standard, source in enumerate((end, end, nowhere)):
            os.dup2(source, standard)
        os.closerange(3, max(end, nowhere, 256) + 1)
        _work(services)
        code = 0
    finally:
        os._exit(code)


def _work(services: Mapping[str, Service]) -> None:
    """Answers one request after another, each under its own limits."""
    requests, answers = os.fdopen(0, "r", encoding="utf-8"), os.fdopen(1, "w", encoding="utf-8")
    at_first, peak = held(), _peak()
    for line in requests:
        request = json.loads(line)
        limit_process(seconds=request["seconds"], memory=request["memory"], held=at_first)
        answers.write('{"ready": true}\n')
        answers.flush()
        for message in _answered(services[request["service"]], request["arguments"]):
            answers.write(_line(message))
        outgrown = _peak() - peak > _GROWTH
        answers.write(json.dumps({"end": not outgrown}) + "\n")
        answers.flush()
        if outgrown:
            return


def _answered(service: Service, arguments: Mapping[str, Any]) -> Iterator[Message]:
    try:
        yield from service(**arguments)
    except KgraphError as error:
        yield {"fault": "refused", "message": error.what}
    except SyntaxError as error:
        yield {"fault": "syntax", "message": str(error)}
    except MemoryError:
        yield {"fault": "memory", "message": ""}
    except (OSError, RuntimeError, ValueError) as error:
        yield {"fault": "evaluation", "message": str(error)}


def _line(message: Message) -> str:
    line = json.dumps(message, ensure_ascii=True)
    if len(line) > _MAX_LINE and ("row" in message or "triple" in message):
        line = json.dumps({"fault": "row", "message": f"one row has {len(line):,} bytes, at most {_MAX_LINE:,} are allowed"})
    return line + "\n"


def _updated(update: Update, order: Mapping[str, Any]) -> Message:
    """Lets a fork make the update. Where that goes well the fork returns and this process ends; else this one goes on as it was."""
    heard, told = os.pipe()
    process = os.fork()
    if not process:
        os.close(heard)
        limit_process(seconds=order["seconds"], memory=order["memory"], held=held())
        message = next(_answered(_once(update), order["arguments"]))
        lift_limits()
        os.write(told, _line(message).encode())
        os.close(told)
        if "fault" in message:
            os._exit(0)
        return message
    os.close(told)
    ends = time.monotonic() + order["seconds"]
    waits = selectors.DefaultSelector()
    waits.register(heard, selectors.EVENT_READ)
    line = b""
    while not line.endswith(b"\n") and waits.select(max(0.0, ends - time.monotonic())):
        if not (chunk := os.read(heard, 65_536)):
            break
        line += chunk
    os.close(heard)
    message = json.loads(line) if line.endswith(b"\n") else {"fault": "update", "message": "the update met its limit"}
    if "fault" not in message:
        os._exit(0)
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return message


def _once(update: Update) -> Service:
    def made(**arguments: Any) -> Iterator[Message]:
        update(**arguments)
        yield {"updated": True}

    return made


def _peak() -> int:
    """The most memory that this process has held so far, in bytes, what it shares included."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _tell(control: socket.socket, message: Message) -> None:
    control.sendall(_line(message).encode())
