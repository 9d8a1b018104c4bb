"""Private people: children, patients, households and citizens without an office. Their names stand in no output and no quotation.

Decree 13/2023/ND-CP on personal data; a public role must stand in the article itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.events import Occasion
from kgraph.rules.names import NameMention
from kgraph.rules.officials import Appearance
from kgraph.rules.spans import beginning
from kgraph.scan import Page
from kgraph.text import UPPER

_OTHER = ("organization", "unit", "level", "role", "event", "field")
_LONGEST = 80
_RUN = re.compile(rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*){{0,4}}")
_NUMBER = re.compile(r"[+\d](?<![\w/-].)(?:(?:(?<=\+)84|(?<=0))(?:[ .]?\d){9}|(?<=\d)\d{11})(?![\w/-])")
"""Telephone numbers of ten digits and citizens' identity numbers of twelve (Circular 59/2021/TT-BCA)."""


@dataclass(frozen=True, slots=True)
class Private:
    """A private person's name or number, and the `words` that hold it and say whose it is; half-open offsets of the words."""

    begin: int
    end: int
    name: str
    words: str


def find_privates(page: Page, appearances: Sequence[Appearance], occasions: Sequence[Occasion], lexicon: Lexicon) -> tuple[Private, ...]:
    """Every place that names somebody without a public role as a citizen, a child or a patient, in text order, and private numbers.

    Who has no role and stands in the name of an event that honours people (“Lễ tuyên dương Lê Văn An”) is private too, wherever named.
    """
    words = _words(lexicon)
    public = {a.person for a in appearances if a.positions}
    found = [Private(m.start(), m.end(), m[0], m[0]) for m in _NUMBER.finditer(page.text)]
    unknown = [(a, _words_of(page, a, words)) for a in appearances if a.person not in public]
    citizens = {a.person for a, begin in unknown if begin < a.name.begin or a.name.address in lexicon.forms("person/citizen")}
    honours = [o for o in occasions if o.mention.entry.key("honours")]
    citizens |= {a.person for a, _ in unknown if not a.name.addressed and any(o.begin <= a.name.begin < o.end for o in honours)}
    found += [Private(b, a.name.end, a.name.name, page.text[b : a.name.end]) for a, b in unknown if a.person in citizens]
    found += _children(page, [a.name for a in appearances if a.person in public], words)
    return tuple(sorted(found, key=lambda p: (p.begin, p.end)))


def _words_of(page: Page, appearance: Appearance, words: _Words) -> int:
    """Where the words before a name begin that say whose it is; the name's own begin where there are none."""
    before = words.before.search(page.folded, max(appearance.name.begin - 40, 0), appearance.name.begin)
    return before.start() if before else appearance.name.begin


def _children(page: Page, known: Sequence[NameMention], words: _Words) -> Iterator[Private]:
    """Capitalised words behind a word for a child, be they a full name or not."""
    for m in words.child.finditer(page.folded):
        if words.many.search(page.folded, max(m.end() - 12, 0), m.end()):
            continue
        run = _RUN.match(page.text, m.end())
        other = run and any(page.at(kind, run.start()) for kind in _OTHER)
        if run and not other and not beginning(known, run.start(), run.end()):
            yield Private(m.start(), run.end(), run[0], page.text[m.start() : run.end()])


def is_private(privates: Sequence[Private], begin: int, end: int) -> bool:
    """Whether a span of the page holds a private name or a part of it."""
    return any(p.end > begin for p in beginning(privates, begin - _LONGEST, end))


def names_private(label: str, privates: Sequence[Private]) -> bool:
    """Whether a name or a title holds a private name."""
    return any(p.name in label for p in privates)


def without_privates(label: str, privates: Sequence[Private], lexicon: Lexicon) -> str:
    """A name up to where a private name or the words before it begin (“Trao nhà cho gia đình …”); the whole where it holds none."""
    whole = label
    for phrase in (*(p.words for p in privates), *(p.name for p in privates)):
        label = label.partition(phrase)[0]
    return (_dangling(lexicon).sub("", label) if label != whole else label).strip(' ,-–:“"(')


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    child: re.Pattern[str]
    many: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    citizen = lexicon.alternation("person/child", "person/citizen", "person/subject")
    lead = lexicon.alternation("person/address", "person/rank", "person/degree")
    return _Words(
        before=re.compile(rf"\b(?:(?:{citizen} )+|{lexicon.alternation('person/kin')} (?:{lead} )+)$"),
        many=re.compile(rf"\b{lexicon.alternation('person/children')} $"),
        child=re.compile(rf"{lexicon.words('person/child')} (?:{lexicon.alternation('person/child')} )*"),
    )


@cache
def _dangling(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?: {lexicon.alternation('sign/to', 'sign/of', 'sign/and')})+ ?$")
