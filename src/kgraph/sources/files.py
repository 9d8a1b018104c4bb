"""The files under a path: regular ones only, in one order, never through a link inside a folder."""

from __future__ import annotations

import io
import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kgraph.sources.outcomes import Refusal, Unread
from kgraph.sources.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or a stretch of one; `place` is how reports name it, `inside` whether it was met in a folder rather than named by
    the user. A stretch is the bytes from `begin` to `end` (None: to the last), which are whole lines; `line` is the number of its first.
    `told` says whether the kind may be told by the first bytes alone, as of standard input, which has no name.
    """

    path: Path
    place: str
    inside: bool
    begin: int = 0
    end: int | None = None
    line: int = 1
    told: bool = False


def files_under(path: Path, *, without: Path | None = None) -> Iterator[Found | Refusal]:
    """The path itself, or the files in a folder and its subfolders, sorted by name.

    Names that begin with a dot and the folder `without` are left out; links in a folder are refused, not followed.
    """
    top = place_of(path)
    if not path.is_dir():
        yield Found(path, top, inside=False)
        return
    left_out = _identity(without)
    waiting = [(path, top)]
    while waiting:
        folder, place = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda e: e.name)
        except OSError as error:
            yield Refusal(place, "unreadable", _reason(error))
            continue
        folders: list[tuple[Path, str]] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            below = f"{place}/{_shown(entry.name)}" if place else _shown(entry.name)
            if entry.is_symlink():
                yield Refusal(below, "link", "a link in a folder is not followed; name the file itself")
            elif entry.is_dir(follow_symlinks=False):
                if _identity(Path(entry.path)) != left_out:
                    folders.append((Path(entry.path), below))
            else:
                yield Found(Path(entry.path), below, inside=True)
        waiting.extend(reversed(folders))


def open_regular(found: Found) -> BinaryIO:
    """The bytes of a regular file, or of a stretch; Unread for a pipe or device (which is never waited for), OSError where the system
    refuses.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if found.inside:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    if not stat.S_ISREG(found.path.stat().st_mode):
        raise Unread("not-a-file", "a pipe, a socket or a device")
    descriptor = os.open(found.path, flags)
    # Looked at again: what was a file a moment ago may have been replaced by a pipe.
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unread("not-a-file", "a pipe, a socket or a device")
    file = os.fdopen(descriptor, "rb")
    return io.BufferedReader(Stretch(file, found.begin, found.end)) if found.begin or found.end is not None else file


def place_of(path: Path) -> str:
    """How reports name what the user gave: a relative path as typed, of any other the last part, so that no machine shows.

    >>> place_of(Path("tin/000.txt")), place_of(Path("/home/me/tin/000.txt")), place_of(Path("../tin")), place_of(Path("."))
    ('tin/000.txt', '000.txt', 'tin', '')
    """
    typed = path.name if path.is_absolute() or ".." in path.parts else path.as_posix()
    return "" if typed in (".", "..") else _shown(typed)


def _shown(name: str) -> str:
    """A file name as Unicode in NFC; bytes that are none stand as `\\udc80` does in a Python string."""
    return unicodedata.normalize("NFC", name.encode("utf-8", "backslashreplace").decode("utf-8"))


def _identity(folder: Path | None) -> tuple[int, int] | None:
    try:
        status = folder.stat() if folder else None
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if status else None


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
