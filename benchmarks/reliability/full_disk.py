"""Disks that are too small, of many sizes: what was there stays, the message says so, and with room the build comes to its end."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.reliability.experiment import ONLY, SEEDS, Result, built, contents, trials
from benchmarks.reliability.forked import end, in_child, quiet, warm

_ROOM = 64
_NO_SPACE = 7


def run(room: Path, count: int) -> Result:
    """Half of the trials build into an empty folder or store, half bring a store to other articles, each on a disk with too little room.

    The check that comes before the work is left out of the trials, so that the disk is really filled.
    """
    if os.name != "posix" or os.geteuid():
        return Result(skipped="only root can mount a small disk")
    first, second = built(room, SEEDS[:3], "first"), built(room, SEEDS[1:], "second")
    wanted = {1: contents(first), 2: contents(second)}
    warm()
    bad: list[str] = []
    refused = 0
    for number in range(count):
        disk = room / f"disk-{number}"
        with _small_disk(disk):
            begun = number % 2 == 1
            if begun and _build(SEEDS[:3], disk / "store", "--store"):
                bad.append(f"{number}: the first build failed with room enough")
                continue
            ballast = disk / "ballast"
            free = (number // 2 + 1) * 5_000_000 // max(count // 2, 1)
            _fill(ballast, free)
            where = "--out" if number % 4 == 0 else "--store"
            code = _build(SEEDS[1:], disk / "store", where)
            refused += code == _NO_SPACE
            if code not in (0, _NO_SPACE):
                bad.append(f"{free // 1000} kB free: ended with {code}")
            found = contents(disk / "store") if (disk / "store").exists() else {}
            if code and begun and found != wanted[1]:
                bad.append(f"{free // 1000} kB free: what was there has changed")
            if code and not begun and found:
                bad.append(f"{free // 1000} kB free: something was left")
            ballast.unlink()
            if _build(SEEDS[1:], disk / "store", where) or contents(disk / "store") != wanted[2]:
                bad.append(f"{free // 1000} kB free: with room it gave something else")
    return trials(bad, count, f"{refused} ended for want of room, {count - refused} had enough")


def _build(sources: list[Path], target: Path, where: str) -> int:
    """Builds in a child that does not look for room first."""

    def work() -> int:
        import kgraph.keeping
        from kgraph.cli import main

        vars(kgraph.keeping)["check_space"] = lambda *_: None
        quiet()
        return main(["build", *map(str, sources), where, str(target), "--only", ONLY, "--workers", "1"])

    return end(in_child(work))


def _fill(ballast: Path, free: int) -> None:
    """Leaves so many bytes on a disk."""
    status = os.statvfs(ballast.parent)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(status.f_bavail * status.f_frsize - free, 1))


@contextmanager
def _small_disk(folder: Path) -> Iterator[None]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_ROOM}m", "kgraph", str(folder)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.rmdir()
