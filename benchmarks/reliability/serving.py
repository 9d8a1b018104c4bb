"""A server of a graph on this machine for the time of a block."""

from __future__ import annotations

import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

_PATIENCE = 60.0


@contextmanager
def serving(graph: Path, *options: str) -> Iterator[str | None]:
    """The address of `kgraph serve`; None where this kgraph has no such command or its libraries are missing."""
    if not find_spec("kgraph.server") or not find_spec("uvicorn"):
        yield None
        return
    command = [sys.executable, "-m", "kgraph", "--lang", "en", "serve", "--graph", str(graph), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as server:
        try:
            yield _address(server)
        finally:
            server.send_signal(signal.SIGTERM)
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def _address(server: subprocess.Popen[bytes]) -> str:
    """What the server says it listens on."""
    assert server.stderr
    while select.select([server.stderr], [], [], _PATIENCE)[0] and (line := server.stderr.readline()):
        if found := re.search(rb"http://[\w.\[\]:]+", line):
            return found[0].decode().rstrip("/")
    raise RuntimeError("the server did not start")
