"""Commands of kgraph in children of a warm process: they begin at once, so that a kill meets the work and not the imports."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path


def warm() -> None:
    """Loads what commands load. Nothing here opens a database: the engine's threads would not live on in a child."""
    from kgraph.extract import open_extractor

    for module in ("cli", "exports.formats", "keeping", "store.repairing", "store.snapshot"):
        import_module(f"kgraph.{module}")
    open_extractor()


def begin(*words: str | Path) -> int:
    """A command in a child, without its messages; the number of its process."""
    return _fork(lambda: _command(words))


def end(child: int) -> int:
    """How a child ended: its exit code, or the negative number of a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def holds(check: Callable[[], bool]) -> bool:
    """Whether something holds, looked at in a child that may open databases."""
    return end(_fork(lambda: 0 if check() else 1)) == 0


def killed(chance: random.Random, longest: float, *words: str | Path) -> bool:
    """Begins a command and kills it at a random moment within `longest` seconds; False where it had ended before."""
    child = begin(*words)
    time.sleep(chance.random() * longest)
    if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
        end(child)
        return False
    os.kill(child, signal.SIGKILL)
    end(child)
    return True


def seconds_of(*words: str | Path) -> float:
    """How long a command takes undisturbed; it must end well."""
    begun = time.monotonic()
    code = end(begin(*words))
    assert code == 0, f"{words} ended with {code}"
    return time.monotonic() - begun


def _command(words: tuple[str | Path, ...]) -> int:
    from kgraph.cli import main

    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return main([str(word) for word in words])


def _fork(work: Callable[[], int]) -> int:
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    try:
        code = work()
    except BaseException:
        code = 70
    os._exit(code)
