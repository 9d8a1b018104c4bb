"""Faults a person can mend. Each says what happened, where, and what to do.

KgraphError             2   usage, or anything without a code of its own
├── NothingMatched      1   a match was asked for and there is none
├── Refused             2   a query or an argument that is not allowed
├── LexiconError        2   a word list or the ontology is not well formed
├── AuthorityError      2   a list of known documents, bodies or symbols is not well formed
├── ReviewError         2   a file of human decisions is not well formed, or contradicts itself
├── NothingUsable       4   no input could be read
├── StoreDamaged        5   a store is not what its manifest says
├── StoreLocked         6   another process writes to the store
├── NoSpace             7   the disk or the folder cannot take the output
└── LimitReached        8   a query met a limit of time, memory, rows or size
    └── Busy            8   all workers are taken; later it may be answered
"""

from __future__ import annotations

from typing import ClassVar


class KgraphError(Exception):
    """A fault with its place and its mend.

    >>> print(KgraphError("no such file", where="a.txt", mend="check the name"))
    no such file (a.txt): check the name
    """

    exit_code: ClassVar[int] = 2

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None) -> None:
        super().__init__(what)
        self.what, self.where, self.mend = what, where, mend

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        return f"{self.what}{place}" + (f": {self.mend}" if self.mend else "")


class NothingMatched(KgraphError):
    """A match was asked for and nothing matched."""

    exit_code = 1


class Refused(KgraphError):
    """A query or an argument that is not allowed; nothing was evaluated."""

    exit_code = 2


class LexiconError(KgraphError):
    """A lexicon file, the gazetteer or the ontology is not well formed."""

    exit_code = 2


class AuthorityError(KgraphError):
    """A list of known documents, bodies or symbols is not well formed."""

    exit_code = 2


class ReviewError(KgraphError):
    """A file of human decisions is not well formed, or contradicts itself."""

    exit_code = 2


class NothingUsable(KgraphError):
    """No input could be read at all."""

    exit_code = 4


class StoreDamaged(KgraphError):
    """A store is not what its manifest says."""

    exit_code = 5


class StoreLocked(KgraphError):
    """Another process writes to the store."""

    exit_code = 6


class NoSpace(KgraphError):
    """The output folder cannot take the files."""

    exit_code = 7


class LimitReached(KgraphError):
    """A limit of time, memory, rows or size was reached; the message says which."""

    exit_code = 8


class Busy(LimitReached):
    """All workers are taken and enough requests wait already; the same may be asked again in a few seconds."""
