"""Whether a disk can take a store, asked before hours of work."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from kgraph.errors import NoSpace

_LEAST = 8_000_000
_TIMES_TEXT = 4
_PLAIN = {".txt", ".jsonl", ".csv", ".tsv"}


def check_space(folder: Path, sources: Iterable[str | Path]) -> None:
    """Raises NoSpace, with the megabytes to free, where the disk of a store has less room than its next build surely needs.

    It needs room for what the store holds now, because old and new stand side by side until the new is whole, and at least four times
    the size of plain texts. That is no promise: some builds need more, and say so when the disk is full.
    """
    need = max(_LEAST, _size([folder]), _TIMES_TEXT * _size(sources, _PLAIN))
    lacking = need - shutil.disk_usage(folder).free
    if lacking > 0:
        mend = f"free {lacking // 1_000_000 + 1} MB, or choose another folder; nothing was changed"
        raise NoSpace(f"this build needs {need // 1_000_000} MB at least, and the disk has less", where=str(folder), mend=mend)


def _size(paths: Iterable[str | Path], kinds: set[str] | None = None) -> int:
    """Bytes of files, of those in folders too; a file of several names counts once, what cannot be read counts nothing."""
    sizes: dict[tuple[int, int], int] = {}
    for path in map(Path, paths):
        for file in path.rglob("*") if path.is_dir() else [path]:
            try:
                status = file.lstat()
            except OSError:
                continue
            if not kinds or file.suffix.lower() in kinds:
                sizes[status.st_dev, status.st_ino] = status.st_size
    return sum(sizes.values())
