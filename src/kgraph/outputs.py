"""Files on disk: a set of new ones takes the place of the old ones together, or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kgraph.errors import KgraphError, NoSpace

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@contextmanager
def replaced_together(folder: Path) -> Iterator[Path]:
    """A scratch folder inside `folder`, which is made if need be. When the block ends well, every file that lies directly in the
    scratch folder is written through to the disk and takes the place of the file of that name in `folder`; subfolders are dropped.
    When it ends otherwise nothing in `folder` has changed. What a killed run has left behind is swept at the start.

    Raises NoSpace at once where the folder cannot be written to, and later where the disk is full.
    """
    scratch = folder / _scratch_name(os.getpid())
    _make(folder, scratch)
    try:
        with _full_disk_as_no_space(folder, scratch):
            yield scratch
            _move(sorted(p for p in scratch.iterdir() if p.is_file()), folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def replace_whole(target: Path, write: Callable[[Path], object]) -> None:
    """Lets `write` make a file at the path it is given, which then takes the place of `target`; a failure leaves the old file as it was.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     replace_whole(Path(folder) / "a.txt", lambda path: path.write_text("new"))
    ...     [(p.name, p.read_text()) for p in Path(folder).iterdir()]
    [('a.txt', 'new')]
    """
    with replaced_together(target.parent) as scratch:
        write(scratch / target.name)


def _move(files: list[Path], folder: Path) -> None:
    for file in files:
        if (folder / file.name).is_dir():
            raise KgraphError("a folder stands where a file is to be written", where=str(folder / file.name), mend="move it away")
        _sync(file)
    for file in files:
        file.replace(folder / file.name)
    _sync(folder)


def _sync(path: Path) -> None:
    """Writes a file, or the names in a folder, through to the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _make(folder: Path, scratch: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        scratch.mkdir()
    except (FileExistsError, NotADirectoryError) as error:
        raise KgraphError("a file stands where the folder is to be", where=str(folder), mend="choose another folder") from error
    except OSError as error:
        raise NoSpace(f"the folder cannot be written to: {error.strerror}", where=str(folder), mend="choose another folder") from error


@contextmanager
def _full_disk_as_no_space(folder: Path, scratch: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        mend = f"free more than the {_megabytes(scratch)} MB written so far, or choose another folder; nothing was changed"
        raise NoSpace("the disk is full", where=str(folder), mend=mend) from error


def _megabytes(scratch: Path) -> int:
    return sum(p.stat().st_size for p in scratch.rglob("*") if p.is_file()) // 1_000_000


def _scratch_name(process: int) -> str:
    return f".kgraph-{process}.tmp"


def _sweep(folder: Path) -> None:
    """Removes scratch folders whose process is gone, and one of our own number, which a process before us must have had."""
    for stale in folder.glob(".kgraph-*.tmp"):
        number = stale.name.removeprefix(".kgraph-").removesuffix(".tmp")
        if number.isascii() and number.isdigit() and (int(number) == os.getpid() or not _is_running(int(number))):
            shutil.rmtree(stale, ignore_errors=True)


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return True  # there, signal 0 would end the process
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
