"""A store on disk: the folder that holds it, what lies in it, and who may write there.

kgraph-store.json   says that the folder is a store; whatever has none and is not empty is left alone
manifest.jsonl      what is in the store, with hashes; written last, so what it names is whole
articles.sqlite     what each article gave when it was read
db-<n>              the database, one folder for each generation; once the manifest names it, nobody writes to it
graph.nq, ...       the files of the build
lock                held while somebody writes
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kgraph.errors import NoSpace, Refused, StoreLocked
from kgraph.outputs import replace_whole

try:
    import fcntl
except ImportError:  # Windows has no such locks; there, keeping to one writer is left to its user
    fcntl = None  # type: ignore[assignment]

FORMAT = 1
MARKER = "kgraph-store.json"
MANIFEST = "manifest.jsonl"
ARTICLES = "articles.sqlite"
GRAPH = "graph.nq"
_MARK = json.dumps({"format": FORMAT, "made by": "kgraph build --store"}) + "\n"
_LOCK = "lock"
_GENERATION = re.compile(r"db-(\d+)")
_OURS_BEFORE_THE_MARKER = re.compile(r"\.kgraph-\d+\.tmp")


def is_store(folder: Path) -> bool:
    """Whether a folder is a store."""
    return (folder / MARKER).is_file()


def is_stored(graph: Path) -> bool:
    """Whether a file is the graph of a store, whose database holds the same."""
    return graph.name == GRAPH and is_store(graph.parent)


def marker_is_sound(folder: Path) -> bool:
    """Whether the marker of a store is what this program writes."""
    try:
        return (folder / MARKER).read_text(encoding="utf-8") == _MARK
    except (OSError, ValueError):
        return False


@contextmanager
def writing(folder: Path) -> Iterator[bool]:
    """The store, made if need be, and ours alone for the block; gives whether the last writer ended well.

    Raises Refused for a folder of something else or of a newer kgraph, StoreLocked where another process writes,
    NoSpace where the folder cannot be written to.
    """
    _check_ours(folder)
    if not marker_is_sound(folder):
        write_marker(folder)
    with locked(folder) as well:
        yield well


@contextmanager
def locked(folder: Path) -> Iterator[bool]:
    """The lock of a store for the block; gives whether the last writer ended well. Raises StoreLocked, NoSpace.

    The lock falls when its process ends, however it ends: what it leaves behind is its number, by which the next one sees that.
    """
    descriptor, writable = _open_lock(folder / _LOCK)
    try:
        if fcntl:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                holder = os.pread(descriptor, 20, 0).decode(errors="replace").strip()
                who = f"process {holder}" if holder else "another process"
                raise StoreLocked(f"{who} writes to this store", where=str(folder), mend="wait until it has ended") from None
        well = not os.fstat(descriptor).st_size
        if writable:
            os.ftruncate(descriptor, 0)
            os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield well
        if writable:
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


def generation(folder: Path, number: int) -> Path:
    """Where the database of a generation lies."""
    return folder / f"db-{number}"


def next_generation(folder: Path) -> int:
    """A number that no database of the store has or had lately."""
    return max(_generations(folder), default=0) + 1


def sweep(folder: Path, current: int | None) -> None:
    """Removes every database but the current one, save those that somebody still reads."""
    for number, path in _generations(folder).items():
        if number != current:
            _remove_unread(path)


def hold(path: Path) -> int | None:
    """Keeps a generation from being swept until the descriptor is closed; None where it is gone, or such locks are not known."""
    if fcntl is None:
        return None
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _remove_unread(path: Path) -> None:
    descriptor = None
    try:
        if fcntl:
            descriptor = os.open(path, os.O_RDONLY)
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(path, ignore_errors=True)
    except BlockingIOError:
        pass
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _generations(folder: Path) -> dict[int, Path]:
    return {int(found[1]): path for path in folder.iterdir() if (found := _GENERATION.fullmatch(path.name))}


def _check_ours(folder: Path) -> None:
    if is_store(folder):
        made_by = _format_of(folder)
        if made_by is not None and made_by > FORMAT:
            raise Refused("a newer kgraph made this store", where=str(folder), mend="use that one")
    elif folder.is_dir() and any(not _OURS_BEFORE_THE_MARKER.fullmatch(path.name) for path in folder.iterdir()):
        raise Refused("this folder is not empty and no store of kgraph", where=str(folder), mend="choose an empty or a new folder")


def _format_of(folder: Path) -> int | None:
    """The format that the marker names; None where there is none, or it is damaged."""
    try:
        made_by = json.loads((folder / MARKER).read_bytes())["format"]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return made_by if isinstance(made_by, int) and made_by > 0 else None


def write_marker(folder: Path) -> None:
    """Says that the folder is a store. Raises NoSpace."""
    replace_whole(folder / MARKER, lambda path: path.write_text(_MARK, encoding="utf-8", newline="\n"))


def _open_lock(path: Path) -> tuple[int, bool]:
    """The lock file and whether it could be opened for writing: a store on a medium that cannot be written to may still be verified."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666), True
    except OSError as error:
        try:
            return os.open(path, os.O_RDONLY), False
        except OSError:
            raise NoSpace(
                f"the folder cannot be written to: {error.strerror}", where=str(path.parent), mend="choose another folder"
            ) from error
