"""What each article gave when it was read, kept on disk by key, so that the same article is not read twice.

It is only a memory: whatever is missing or damaged here is read again from the sources.
"""

from __future__ import annotations

import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from kgraph.errors import NoSpace

_EVERY, _SECONDS, _MARKS = 200, 5.0, 10_000
_CHECK = 8
_FULL = ("full", "disk I/O error")
_TABLES = """
PRAGMA auto_vacuum = INCREMENTAL;
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
PRAGMA secure_delete = ON;
CREATE TABLE IF NOT EXISTS article (key BLOB PRIMARY KEY, record BLOB NOT NULL);
CREATE TEMP TABLE used (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""


class Articles:
    """Records by key. Those put are on disk after every 200 of them or five seconds, and at the end.

    A process that is killed loses at most those since the last such checkpoint, and never damages the others.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Articles.opened(Path(folder) / "a.sqlite") as articles:
    ...     articles.put(b"key", b"what it gave")
    ...     articles.get(b"key"), articles.get(b"other")
    (b'what it gave', None)
    """

    def __init__(self, connection: sqlite3.Connection, path: Path | None, *, every: int = _EVERY, seconds: float = _SECONDS) -> None:
        self._connection, self._path, self._every, self._seconds = connection, path, every, seconds
        self._unsaved: dict[bytes, bytes] = {}
        self._used: set[bytes] = set()
        self._saved = time.monotonic()

    @classmethod
    @contextmanager
    def opened(cls, path: Path, *, every: int = _EVERY, seconds: float = _SECONDS) -> Iterator[Articles]:
        """The records of a file, to read and write, by one process at a time; a file that is damaged is begun anew. Raises NoSpace."""
        with _full_disk_as_no_space(path):
            articles = cls(_connected(path), path, every=every, seconds=seconds)
        try:
            yield articles
            articles.save()
        finally:
            articles._connection.close()

    @classmethod
    def reader(cls, path: Path) -> Articles:
        """The records of a file to read only, by any number of processes, also while one writes."""
        return cls(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True), None)

    def get(self, key: bytes) -> bytes | None:
        """The record of a key; None where there is none, or it is damaged."""
        packed = self._unsaved.get(key)
        if packed is None:
            with suppress(sqlite3.DatabaseError):
                row = self._connection.execute("SELECT record FROM article WHERE key = ?", (key,)).fetchone()
                packed = row and row[0]
        record = _unpacked(key, packed)
        if record is not None:
            self.use([key])
        return record

    def put(self, key: bytes, record: bytes) -> None:
        """Keeps a record under its key, in place of any other. Raises NoSpace."""
        self._unsaved[key] = _packed(key, record)
        self._used.add(key)
        if len(self._unsaved) >= self._every or time.monotonic() - self._saved > self._seconds:
            self.save()

    def use(self, keys: Iterable[bytes]) -> None:
        """Says that records are still wanted, also where another process read them."""
        if self._path:
            self._used.update(keys)
            if len(self._used) >= _MARKS:
                self.save()

    def save(self) -> None:
        """Brings what was put to the disk: all of it or nothing. Raises NoSpace."""
        try:
            self._write()
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            self._begin_anew()
            self._write()
        self._unsaved.clear()
        self._used.clear()
        self._saved = time.monotonic()

    def sweep(self) -> int:
        """Removes the records that nobody got, put or used since the file was opened; how many. Raises NoSpace."""
        self.save()
        with _full_disk_as_no_space(self._path):
            try:
                with self._connection as transaction:
                    gone = transaction.execute("DELETE FROM article WHERE key NOT IN (SELECT key FROM temp.used)").rowcount
                self._connection.execute("PRAGMA incremental_vacuum").fetchall()
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._begin_anew()
                gone = 0
        return gone

    def _write(self) -> None:
        with _full_disk_as_no_space(self._path), self._connection as transaction:
            transaction.executemany("INSERT OR REPLACE INTO article VALUES (?, ?)", self._unsaved.items())
            transaction.executemany("INSERT OR IGNORE INTO temp.used VALUES (?)", ((key,) for key in self._used))

    def _begin_anew(self) -> None:
        """An empty file in place of one that turned out to be damaged: its articles will be read again."""
        assert self._path
        self._connection.close()
        remove(self._path)
        self._connection = _connected(self._path)


def damage_in(path: Path) -> str | None:
    """What is wrong with a file of records, read to its last byte; None where it is sound or not there."""
    if not path.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            told = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if told != "ok":
                return " ".join(str(told).split())
            if not _in_log(path) and path.stat().st_size != _size(connection):
                return "it has another length than was written"
            rows = connection.execute("SELECT key, record FROM article")
            bad = sum(1 for key, packed in rows if _unpacked(key, packed) is None)
            return f"{bad} records are not what was written" if bad else None
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        return str(error)


def _in_log(path: Path) -> bool:
    """Whether something written is not in the file itself yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.is_file() and log.stat().st_size > 0


def _size(connection: sqlite3.Connection) -> int:
    pages, size = (int(connection.execute(f"PRAGMA {what}").fetchone()[0]) for what in ("page_count", "page_size"))
    return pages * size


def _connected(path: Path) -> sqlite3.Connection:
    """The open file; one that cannot be opened as what it should be is removed first."""
    for _ in range(2):
        connection = sqlite3.connect(path)
        try:
            connection.executescript(_TABLES)
            connection.execute("SELECT key, record FROM article LIMIT 1").fetchone()
            return connection
        except sqlite3.DatabaseError as error:
            connection.close()
            if str(error).endswith(_FULL) or "unable to open" in str(error):
                raise
            remove(path)
    raise sqlite3.DatabaseError(f"cannot be written: {path}")


def remove(path: Path) -> None:
    """Removes a file of records with what belongs to it."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _packed(key: bytes, record: bytes) -> bytes:
    packed = zlib.compress(record, 6)
    return _check(key, packed) + packed


def _unpacked(key: bytes, packed: bytes | None) -> bytes | None:
    if not isinstance(packed, bytes) or _check(key, packed[_CHECK:]) != packed[:_CHECK]:
        return None
    return zlib.decompress(packed[_CHECK:])


def _check(key: bytes, packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_CHECK, key=blake2b(key, digest_size=32).digest()).digest()


@contextmanager
def _full_disk_as_no_space(path: Path | None) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if not str(error).endswith(_FULL):
            raise
        mend = "free some megabytes and build again: what was read so far is kept"
        raise NoSpace("the disk is full", where=str(path), mend=mend) from error
