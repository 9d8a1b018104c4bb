"""What is kept of an article so that a reprint of it is known: its prose and its events, and a small signature of the prose."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass

import numpy as np

from kgraph.identity.likeness import shingles
from kgraph.model import Findings

PERMUTATIONS = 63
_FACTORS = np.frombuffer(hashlib.shake_256(b"kgraph reprints").digest(PERMUTATIONS * 4), "<u4").reshape(PERMUTATIONS, 1) | np.uint32(1)
"""Odd, so that each is a permutation of the numbers of 32 bits."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one article tells it: key, kind, date (EDTF) if any, name; whether it is what the article reports on."""

    key: str
    kind: str
    edtf: str | None
    label: str
    main: bool


@dataclass(frozen=True, slots=True)
class Printing:
    """One article as a printing of a text: identifier, day of publication (EDTF), prose without the page around it, events."""

    id: str
    published: str | None
    prose: str
    events: tuple[Told, ...]

    def to_json(self) -> bytes:
        """One line, without its end; `read_printing` gives the printing back."""
        events = [astuple(event) for event in self.events]
        return json.dumps([self.id, self.published, self.prose, events], ensure_ascii=False).encode("utf-8", "surrogatepass")


def read_printing(line: bytes) -> Printing:
    """The printing of a line.

    >>> printing = Printing("a", None, "Sáng nay", (Told("event/x", "hoi-nghi", None, "Hội nghị", True),))
    >>> read_printing(printing.to_json()) == printing
    True
    """
    id, published, prose, events = json.loads(line.decode("utf-8", "surrogatepass"))
    return Printing(id, published, prose, tuple(Told(*event) for event in events))


def printing_of(findings: Findings) -> Printing:
    """The printing that an article is."""
    text = findings.article.text
    prose = "\n".join(text[begin:end] for begin, end in findings.prose)
    events = (Told(e.key, e.kind, e.when.edtf if e.when else None, e.label, not n) for n, e in enumerate(findings.events))
    return Printing(findings.article.id, findings.published, prose, tuple(events))


def signature(text: str) -> bytes:
    """MinHash of the shingles of a text: two signatures agree in as many places as the texts share of their shingles.

    It is empty for a few words.

    >>> len(signature("Sáng nay Quận ủy tổ chức hội nghị")), signature("Sáng nay")
    (252, b'')
    """
    hashes = (shingles(text) >> np.uint64(32)).astype(np.uint32)
    if not len(hashes):
        return b""
    return bytes((hashes * _FACTORS).min(axis=1).astype("<u4").tobytes())
