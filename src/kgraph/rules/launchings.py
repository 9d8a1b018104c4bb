"""Launchings that no word for a ceremony names: a body that launches a campaign on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.drive_words import Drive
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning, unit_before, within
from kgraph.scan import Mention, Page

_BEHIND = 13
"""How far behind the verb the campaign may begin, in characters."""


def find_launchings(
    page: Page, drives: Sequence[Drive], dates: Sequence[DateMention], bodies: Sequence[BodyMention], lexicon: Lexicon
) -> Iterator[Mention]:
    """The verbs of launching that are events by themselves, in text order."""
    entry = lexicon.entry("event/le-phat-dong")
    for cue in page.of("cue"):
        if cue.entry.concept != "launch":
            continue
        begin, end = page.sentences[page.sentence_at(cue.begin)]
        drive = next((d for d in beginning(drives, cue.end, cue.end + _BEHIND) if d.name), None)
        day = any(d.is_day or d.today for d in within(dates, begin, cue.begin))
        other = any(not (m.entry.key("verb") or m.entry.key("hidden")) for m in page.between("event", begin, end))
        by = beginning(bodies, begin, cue.begin) or unit_before(page, begin, cue.begin)
        if drive and day and not other and by:
            yield Mention(cue.begin, cue.end, _as_verb(entry))


@cache
def _as_verb(entry: Entry) -> Entry:
    """The entry of a kind, as one that needs no “tổ chức” before it."""
    return Entry(
        entry.id,
        entry.kind,
        entry.concept,
        entry.vi,
        entry.en,
        entry.forms,
        {**entry.keys, "verb": True},
        entry.examples,
        entry.wrong,
        entry.place,
    )
