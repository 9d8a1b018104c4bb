"""Who is pictured at an event: a caption names them and where the picture was taken, and tells nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.officials import Appearance
from kgraph.rules.reading import Reading
from kgraph.scan import Mention, Span

_ASIDE = re.compile(r" ?\([^()\n]{1,30}\)")


def pictured(reading: Reading, people: Sequence[Appearance], span: Span) -> Iterator[tuple[Appearance, Mention]]:
    """Each official whom a sentence opens with, before the event where it says he is (“Bí thư A và Chủ tịch B (phải) tại buổi lễ.”)."""
    for m in reading.page.between("event", *span):
        before = [p for p in people if p.end <= m.begin]
        if m.entry.key("verb") or not before or not _is_last(reading, m, span):
            continue
        if not _at(reading.lexicon).fullmatch(reading.gap(_over_aside(reading, before[-1].end), m.begin)):
            continue
        shown = [before[-1]]
        for person in reversed(before[:-1]):
            if not reading.joined(_over_aside(reading, person.end), shown[-1].begin):
                break
            shown.append(person)
        if shown[-1].begin == span[0]:
            yield from ((person, m) for person in shown if person.person in reading.titled)
        return


def _is_last(reading: Reading, m: Mention, span: Span) -> bool:
    """Whether a caption ends with an event: the sentence does, or the next one has run into it."""
    text = reading.page.text
    return m.end >= span[1] or text[m.end] in ".;" or text[m.end + 1 : m.end + 2].isupper()


def _over_aside(reading: Reading, end: int) -> int:
    """The offset behind what a caption says in brackets of a person (“(trái)”), or the offset itself."""
    aside = _ASIDE.match(reading.page.text, end)
    return aside.end() if aside else end


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? {lexicon.alternation('cue/at-event')} ")
