"""Which campaign is the object of a verb: the one behind it, those joined to that, and those of a list that it opens."""

from __future__ import annotations

import re
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.drive_words import Drive
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import nearest_before, pairs_within
from kgraph.scan import Mention

_WORDS = 6
MARKS = " “\"‘«'"
"""Marks that may stand right before a name."""


def verb_before(reading: Reading, drive: Drive, cue: str, *, words: int = _WORDS) -> Mention | None:
    """The cue right before a campaign, whose object it is."""
    begin, _ = reading.sentence(reading.page.sentence_at(drive.begin))
    head = first_of_list(reading, drive, begin)
    cues = [m for m in reading.cues(cue, begin, head.begin) if _reaches(reading, m.end, head.begin, words)]
    if not cues or _denied(reading.lexicon).search(reading.page.folded, max(cues[-1].begin - 16, begin), cues[-1].begin):
        return None
    return None if _is_relative(reading, cues[-1], head, begin) else cues[-1]


def first_of_list(reading: Reading, drive: Drive, begin: int) -> Drive:
    """The first of the campaigns that are the object of one verb together (“phong trào A và cuộc vận động B”)."""
    for other, _ in reversed(pairs_within(reading.drives, begin, drive.begin)):
        if other.end > drive.begin or not chained(reading.lexicon).fullmatch(reading.gap(other.end, drive.begin).rstrip(MARKS) + " "):
            break
        drive = other
    return drive


def _reaches(reading: Reading, verb: int, begin: int, words: int) -> bool:
    """Whether a campaign is the object of a verb: a few words behind it, or a list opens with it (“các phong trào, nhất là …”)."""
    gap = reading.gap(verb, begin).rstrip(MARKS)
    return is_short(gap, words=words) or bool(_listing(reading.lexicon).fullmatch(gap))


def _is_relative(reading: Reading, cue: Mention, drive: Drive, begin: int) -> bool:
    """Whether a verb closes a clause about something else before the campaign (“cuộc vận động A do Đoàn phát động và phong trào B”)."""
    if _also(reading.lexicon).match(reading.page.folded, cue.end, drive.begin):
        return True
    doer = nearest_before(reading.bodies, cue.begin, begin)
    return doer is not None and bool(_done_by(reading.lexicon).search(reading.page.folded, max(doer.begin - 8, begin), doer.begin))


@cache
def _listing(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between a verb and the first campaign of a list (“tốt các phong trào ở khu dân cư, nhất là …”)."""
    many, lead = lexicon.alternation("sign/many"), lexicon.alternation("sign/listing")
    return re.compile(rf"(?: [^\W\d_]+){{0,3}}? {many} [^.;:“”\"\n]{{3,80}}?(?:,? (?:[^\W\d_]+ ){{0,2}}{lead}:?|:)")


@cache
def _denied(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/never')} $")


@cache
def _also(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/and')} ")


@cache
def _done_by(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/by')} $")


@cache
def chained(lexicon: Lexicon) -> re.Pattern[str]:
    joint, many = lexicon.alternation("sign/and"), lexicon.alternation("sign/many")
    return re.compile(rf"(?:[,;] ?(?:{joint} )?| {joint} )(?:{many} )?")
