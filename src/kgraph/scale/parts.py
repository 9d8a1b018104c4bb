"""What a shard gave, on disk: sorted lines, and what is to be counted and known of it. Parts are put together by merging."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

from kgraph.identity.reprints import Printed, write_printings
from kgraph.model import Issue, Organization, Unit
from kgraph.reports import issue_line, issue_order
from kgraph.scale.contribution import Contribution
from kgraph.sorting import Block

SHOWN = 100
"""Refused inputs that a part carries to be shown."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Part:
    """Files of sorted lines, each once (`quads`, `cards`, `issues`), the articles as printings, and the rest as values.

    `sources` are hashes of texts by identifier; `met` and `spoken_of` what human decisions met, the latter as article and key; `known` the
    keys of articles that were not read again, `fresh` a file with what is to be kept of the others.
    """

    quads: Path
    cards: Path
    issues: Path
    printed: Printed
    sources: dict[str, str] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    spoken_of: frozenset[tuple[str, str]] = frozenset()
    duplicates: int = 0
    quarantined: int = 0
    refused: tuple[Issue, ...] = ()
    known: tuple[bytes, ...] = ()
    fresh: Path | None = None

    @property
    def given(self) -> int:
        """Inputs of the shard."""
        return len(self.sources) + self.duplicates + self.quarantined


@dataclass(slots=True)
class Taken:
    """What has been taken of a shard so far, in memory."""

    contributions: list[Contribution] = field(default_factory=list)
    issues: list[str] = field(default_factory=list)
    refused: list[Issue] = field(default_factory=list)
    duplicates: int = 0
    known: list[bytes] = field(default_factory=list)
    fresh: list[tuple[bytes, bytes]] = field(default_factory=list)

    def refuse(self, issue: Issue) -> None:
        """Takes an input that is not in the graph."""
        self.refused.append(issue)
        self.issues.append(issue_line(issue))

    def written(self, folder: Path) -> Part:
        """The part, its files in `folder`, an empty one."""
        given = self.contributions
        units: dict[str, Unit] = {}
        organizations: dict[str, Organization] = {}
        for contribution in given:
            keep(units, ((unit.key, unit) for unit in contribution.units))
            keep(organizations, ((body.key, body) for body in contribution.organizations))
        return Part(
            _sorted("\n".join(c.quads for c in given), folder / "quads"),
            _sorted("\n".join(c.cards for c in given if c.cards), folder / "cards"),
            _sorted("\n".join([*(c.issues for c in given if c.issues), *self.issues]), folder / "issues", key=issue_order),
            write_printings(
                ((c.article, c.printing.encode(), bytes.fromhex(c.signature)) for c in given), folder / "printings", folder / "signatures"
            ),
            sources={c.article: c.sha256 for c in given},
            units=units,
            organizations=organizations,
            documents=frozenset(document for c in given for document in c.documents),
            met=frozenset(place for c in given for place in c.met),
            spoken_of=frozenset((c.article, key) for c in given for key in c.spoken_of),
            duplicates=self.duplicates,
            quarantined=len(self.refused),
            refused=tuple(self.refused[:SHOWN]),
            known=tuple(self.known),
            fresh=_kept(self.fresh, folder / "fresh") if self.fresh else None,
        )


def fresh_records(part: Part) -> Iterator[tuple[bytes, bytes]]:
    """Keys and records of the articles that were read for the first time."""
    if part.fresh:
        with part.fresh.open("rb") as file:
            for line in file:
                key, _, record = line.rstrip(b"\n").partition(b" ")
                yield bytes.fromhex(key.decode()), record


def _kept(records: Iterable[tuple[bytes, bytes]], path: Path) -> Path:
    path.write_bytes(b"".join(b"%s %s\n" % (key.hex().encode(), record) for key, record in records))
    return path


def keep(known: dict[str, _T], rows: Iterable[tuple[str, _T]]) -> None:
    """Remembers values under their keys; of two that differ the same one in any order of the articles."""
    for key, value in rows:
        before = known.setdefault(key, value)
        if before != value:
            known[key] = min(before, value, key=repr)


def _sorted(text: str, path: Path, *, key: Callable[[str], Any] | None = None) -> Path:
    """Lines of a text, sorted and each once, in a file."""
    lines: Block = text.encode().split(b"\n") if text else []
    lines.sort(key=(lambda line: (key(line.decode()), line)) if key else None)
    path.write_bytes(b"".join(line + b"\n" for line, _ in groupby(lines)))
    return path
