"""Web pages are read in a process of their own, which may be ended: no page stops a build, however it is made."""

from __future__ import annotations

import json
import select
import struct
import subprocess
import sys
from contextlib import AbstractContextManager
from importlib.util import find_spec

from kgraph.sources.outcomes import Unread

_WORKER = (sys.executable, "-m", "kgraph.sources.pageworker")
_NEEDED = ("trafilatura", "lxml")
READY = b"ready\n"
_PATIENCE = 120.0
"""Seconds of waiting for one page; the process ends itself after 10 s of work, this is for a machine that gives it no time."""


class Pages(AbstractContextManager["Pages"]):
    """Reads pages one after the other; the process begins with the first page and ends with the block."""

    def __init__(self) -> None:
        self._worker: subprocess.Popen[bytes] | None = None

    def read(self, markup: str) -> dict[str, str]:
        """`text`, `title`, `published`, `url` and `source` of a page, empty where the page does not say; Unread where there is no article.

        >>> with Pages() as pages: pages.read("<title>Tin</title><p>Quận ủy họp.</p>")["text"]
        'Quận ủy họp.'
        """
        if missing := [name for name in _NEEDED if find_spec(name) is None]:
            raise Unread("format", f'web pages need {missing[0]}: pip install "kgraph[web]"')
        answer = self._answer(markup.encode("utf-8", "replace"))
        if "code" in answer:
            raise Unread(answer["code"], answer["message"])
        return answer

    def _answer(self, content: bytes) -> dict[str, str]:
        worker = self._worker or self._started()
        try:
            assert worker.stdin and worker.stdout
            worker.stdin.write(struct.pack(">Q", len(content)))
            worker.stdin.write(content)
            worker.stdin.flush()
            if not select.select([worker.stdout], [], [], _PATIENCE)[0]:
                raise BrokenPipeError
            line = worker.stdout.readline()
        except BrokenPipeError:
            line = b""
        if line.endswith(b"\n"):
            return dict(json.loads(line))
        self.close()
        raise Unread("too-slow", "a page that takes too much time or memory to read")

    def _started(self) -> subprocess.Popen[bytes]:
        self._worker = subprocess.Popen(_WORKER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self._worker.stdout
        if self._worker.stdout.readline() != READY:
            self.close()
            raise Unread("format", 'the process that reads web pages does not start: pip install --force-reinstall "kgraph[web]"')
        return self._worker

    def close(self) -> None:
        """Ends the process, if there is one; the next page begins another."""
        if self._worker:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None

    def __exit__(self, *_: object) -> None:
        self.close()
