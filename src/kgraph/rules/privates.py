"""Private people: children, patients, households and citizens without an office. Their names stand in no output and no quotation.

Decree 13/2023/ND-CP on personal data; a public role must stand in the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.officials import Appearance
from kgraph.rules.spans import beginning
from kgraph.scan import Page
from kgraph.text import UPPER

_OTHER = ("organization", "unit", "level", "role", "event", "field")
_LONGEST = 80
_RUN = re.compile(rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,4}}")
_NUMBER = re.compile(r"(?<![\w/-])(?:\+84|0)(?:[ .]?\d){9}(?![\w/-])|(?<![\w/-])\d{12}(?![\w/-])")
"""Telephone numbers of ten digits and citizens' identity numbers of twelve (Circular 59/2021/TT-BCA)."""


@dataclass(frozen=True, slots=True)
class Private:
    """A private person's name or number, and the `words` that hold it and say whose it is; half-open offsets of the words."""

    begin: int
    end: int
    name: str
    words: str


def find_privates(page: Page, appearances: Sequence[Appearance], lexicon: Lexicon) -> tuple[Private, ...]:
    """Every place that names somebody without a public role as a citizen, a child or a patient, in text order, and private numbers."""
    words = _words(lexicon)
    public = {a.person for a in appearances if a.positions}
    unknown = [a.name for a in appearances if a.person not in public]
    found = [Private(m.start(), m.end(), m[0], m[0]) for m in _NUMBER.finditer(page.text)]
    for name in unknown:
        before = words.before.search(page.folded, max(name.begin - 40, 0), name.begin)
        if before or name.address in lexicon.forms("person/citizen"):
            begin = before.start() if before else name.begin
            found.append(Private(begin, name.end, name.name, page.text[begin : name.end]))
    known = [a.name for a in appearances if a.person in public]
    for m in words.child.finditer(page.folded):
        run = _RUN.match(page.text, m.end())
        if words.many.search(page.folded, max(m.end() - 12, 0), m.end()):
            continue
        other = run and any(page.at(kind, run.start()) for kind in _OTHER)
        if run and not other and not beginning(known, run.start(), run.end()):
            found.append(Private(m.start(), run.end(), run[0], page.text[m.start() : run.end()]))
    return tuple(sorted(found, key=lambda p: (p.begin, p.end)))


def is_private(privates: Sequence[Private], begin: int, end: int) -> bool:
    """Whether a span of the page holds a private name or a part of it."""
    return any(p.end > begin for p in beginning(privates, begin - _LONGEST, end))


def without_privates(label: str, privates: Sequence[Private]) -> str:
    """A name up to where a private name or the words before it begin; the whole where it holds none."""
    for phrase in (*(p.words for p in privates), *(p.name for p in privates)):
        label = label.partition(phrase)[0]
    return label.strip(' ,-–:“"(')


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    child: re.Pattern[str]
    many: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    return _Words(
        before=re.compile(rf"\b(?:{lexicon.alternation('person/child', 'person/citizen', 'person/subject')} )+$"),
        many=re.compile(rf"\b{lexicon.alternation('person/children')} $"),
        child=re.compile(rf"\b(?:{lexicon.alternation('person/child')} )+"),
    )
