"""What hostile input and hostile queries make kgraph open: no socket, and no file that is neither input, output nor its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.reliability.experiment import HOSTILE, ROOT, SEEDS, Result, built, fresh, gate
from benchmarks.reliability.hostile import made

_SOCKETS = re.compile(r"\b(?:connect|sendto)\(.*sa_family=AF_INET6?\b")
_OPENED = re.compile(r'\bopenat?\((?:[^,"]*, )?"((?:[^"\\]|\\.)*)".*\) = \d')
_OWN = ("/usr/", "/lib", "/proc/", "/sys/", "/dev/", "/etc/ld.so", "/etc/localtime", "/etc/mime.types", "/bin/", "/opt/")


def run(room: Path, count: int) -> Result:
    """A build of all hostile files beside the seeds, and each query that reaches for a file or an address, under strace."""
    if not HOSTILE.is_file() or shutil.which("strace") is None:
        return Result(skipped="needs strace and hostile/make_hostile.py (set KGRAPH_SHARED)")
    folder, entries = made(room)
    queries = [folder / entry["file"] for entry in entries if re.search(r"queries/(q_service|q_from|u_load)", entry["file"])][:count]
    out, store = fresh(room / "traced"), built(room, SEEDS, "all")
    commands: list[list[str | Path]] = [["build", folder, *SEEDS, "--store", out]]
    commands += [["query", query, "--graph", store] for query in queries]
    bad: list[str] = []
    calls = 0
    for number, words in enumerate(commands):
        trace = fresh(room / "trace")
        traced = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=connect,sendto,open,openat", "-o", str(trace)]
        command = [*traced, sys.executable, "-m", "kgraph", *map(str, words)]
        subprocess.run(command, capture_output=True, check=False, timeout=900, cwd=room)
        with trace.open(encoding="utf-8", errors="replace") as lines:
            for line in lines:
                calls += 1
                bad += [f"{number}: {what}" for what in _foreign(line, room)]
    return gate(bad, calls, f"of {calls:,} calls that open a file or a socket, in {len(commands)} commands")


def _foreign(line: str, room: Path) -> Iterator[str]:
    """What a traced call opened that is none of our business."""
    if _SOCKETS.search(line):
        yield line.strip()
    elif (found := _OPENED.search(line)) and found[1].startswith("/"):
        libraries = (*filter(None, sys.path), sys.prefix, sys.base_prefix, str(Path(sys.prefix).resolve()))
        own = (str(room), str(ROOT), tempfile.gettempdir(), *libraries)
        if not found[1].startswith((*own, *_OWN)):
            yield found[1]
