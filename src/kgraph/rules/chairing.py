"""Who is in the chair by a sentence: “A chủ trì hội nghị”, “dưới sự chủ trì của A”, “Chủ trì hội nghị có A”, “A điều hành phiên họp”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kgraph.lexicon import Lexicon
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.subjects import is_opening, subject_of
from kgraph.scan import Mention, Span

_NEAR, _WORDS, _ORDER = 12, 12, 60


def chairing(reading: Reading, people: list[Appearance], span: Span) -> Iterator[tuple[Appearance, Mention]]:
    """Everybody who chairs by a sentence, and the cue that says so; not who is to lead a task."""
    for cue in sorted((*reading.cues("chair", *span), *_running(reading, span))):
        if _is_ordered(reading, people, cue, span):
            continue
        before = subject_of(reading, people, cue)
        opens = is_opening(reading, cue, span) or reading.gap(cue.begin, cue.end).endswith(tuple(reading.lexicon.forms("sign/of")))
        near = [p for p in people if opens and p.begin >= cue.end]
        behind = [p for p in near if is_short(_without_colons(reading.gap(cue.end, p.begin)), words=_WORDS)]
        several = reading.plural(cue.end, behind[0].name.begin) if behind else False
        rest = [p for p in people if p.begin >= cue.end] if several else behind[:1] + _joined(reading, behind[:1], near)
        rest = rest if several else rest + _listed(reading, rest, near)
        yield from ((person, cue) for person in before or rest)


def _joined(reading: Reading, first: list[Appearance], people: list[Appearance]) -> list[Appearance]:
    """Who is joined to the first in the chair: up to the one behind “và”; a comma alone may begin what another does."""
    found: list[Appearance] = []
    joined = 0
    for last, person in pairwise([*first, *(p for p in people if first and p.begin >= first[0].end)]):
        if not reading.joined(last.end, person.begin):
            break
        found.append(person)
        joined = len(found) if _and(reading.lexicon).search(reading.gap(last.end, person.begin)) else joined
    return found[:joined]


def _listed(reading: Reading, chairs: list[Appearance], people: list[Appearance]) -> list[Appearance]:
    """Who stands behind nothing but semicolons in the list that the last in the chair belongs to (“Chủ trì có A, Bí thư; B, Chủ tịch”)."""
    found: list[Appearance] = []
    for last, person in pairwise([*chairs[-1:], *(p for p in people if chairs and p.begin >= chairs[-1].end)]):
        if reading.gap(last.end, person.begin) != "; ":
            break
        found.append(person)
    return found


def _running(reading: Reading, span: Span) -> Iterator[Mention]:
    """Verbs of running something that end a clause or stand before an event (“điều hành kỳ họp”): who runs a firm chairs nothing."""
    for m in reading.cues("run-session", *span):
        if reading.page.between("event", m.end, m.end + _NEAR) or _runs(reading.lexicon).match(reading.page.folded, m.end):
            yield m


def _is_ordered(reading: Reading, people: list[Appearance], cue: Mention, span: Span) -> bool:
    """Whether a word before a verb says that it is still to be done; not one in somebody's title (“Ủy ban An toàn giao thông”)."""
    found = _ordered(reading.lexicon).finditer(reading.page.folded, max(span[0], cue.begin - _ORDER), cue.begin)
    return any(not any(p.begin <= m.start() < p.end for p in people) for m in found)


def _without_colons(gap: str) -> str:
    """A gap before a list: its colon and the comma before “gồm” part nothing, nor does one before who acts (“Chủ trì hội nghị, ông A”)."""
    gap = gap[:-2] if gap.endswith(", ") else gap
    return gap.replace(":", "").replace(",", "") if gap.rstrip().endswith(":") else gap


@cache
def _and(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/and')}\b")


@cache
def _runs(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"[.;]|$| {lexicon.alternation('sign/agenda')}\b")


@cache
def _ordered(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/ordered')}\b(?=[^,;.]{{0,40}}$)")
