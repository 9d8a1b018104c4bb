"""Commands of kgraph in children of a warm process: they begin at once, so that a kill meets the work and not the imports."""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

from benchmarks.reliability.experiment import SEEDS


def warm() -> None:
    """Loads what commands load, and keeps it. Nothing here opens a database: the engine's threads would not live on in a child."""
    from kgraph import extract
    from kgraph.lexicon import load_lexicon
    from kgraph.model import Article

    for module in ("cli", "exports.formats", "keeping", "store.repairing", "store.snapshot"):
        import_module(f"kgraph.{module}")
    vars(extract)["load_lexicon"] = cache(load_lexicon)
    for seed in SEEDS:
        extract.open_extractor().extract(Article(id=seed.stem, text=seed.read_text(encoding="utf-8")))


def begin(*words: str | Path) -> int:
    """A command in a child, without its messages; the number of its process."""
    return in_child(lambda: _command(words))


def end(child: int) -> int:
    """How a child ended: its exit code, or the negative number of a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def holds(check: Callable[[], bool]) -> bool:
    """Whether something holds, looked at in a child that may open databases."""
    return end(in_child(lambda: 0 if check() else 1)) == 0


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

    quiet()
    return main([str(word) for word in words])


def quiet() -> None:
    """Lets what this process says go nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def in_child(work: Callable[[], int]) -> int:
    """Work in a child whose exit code it gives, 70 where it raises; the number of its process."""
    sys.stdout.flush()
    child = os.fork()
    if child:
        return child
    try:
        code = work()
    except BaseException:
        code = 70
    os._exit(code)
