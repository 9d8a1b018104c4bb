"""The process in which web pages are read: `python -m kgraph.sources.pageworker`, pages on stdin, answers as JSON lines on stdout.

Each page stands behind its length in bytes (eight of them, big end first). The process ends itself where a page takes too much work.
"""

from __future__ import annotations

import json
import signal
import struct
import sys
from dataclasses import asdict

from kgraph.sources.outcomes import Unread
from kgraph.sources.pages import READY
from kgraph.sources.webpage import read_page

try:
    import resource
except ImportError:  # Windows has no such limits; whoever started the process ends it
    resource = None  # type: ignore[assignment]

_SECONDS = 10.0
_MEMORY = 2_000_000_000


def main() -> None:
    """Answers page by page until stdin ends."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()
    while len(head := sys.stdin.buffer.read(8)) == 8:
        [size] = struct.unpack(">Q", head)
        markup = sys.stdin.buffer.read(size).decode("utf-8")
        _limit(_SECONDS)
        line = json.dumps(_answer(markup))
        _limit(0)
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def _limit(seconds: float) -> None:
    """From here on so many seconds of work, whatever else the machine does; then the signal ends the process, also in native code."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _answer(markup: str) -> dict[str, str]:
    try:
        return asdict(read_page(markup))
    except Unread as reason:
        return {"code": reason.code, "message": reason.message}
    except MemoryError:
        raise
    except Exception as error:  # a fault of a library on one page; its message may quote the page
        return {"code": "format", "message": f"{type(error).__name__} while the page was read"}


if __name__ == "__main__":
    main()
