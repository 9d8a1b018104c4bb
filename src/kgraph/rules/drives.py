"""Campaigns as written: a head word with a name in quotation marks or without, names known in full, and bare heads that point back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.drive_holders import Place, with_holder
from kgraph.rules.drive_words import Drive, Words, as_int, with_details, words_of
from kgraph.rules.open_names import CARRIED, calendar, open_name, unquoted
from kgraph.rules.organizations import BodyMention
from kgraph.rules.quotations import OPENING, opens_name, quotation, without_quotes
from kgraph.scan import Mention, Page
from kgraph.text import UPPER, fold

_PROPER = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{2,4}}")
_FEWEST_WORDS, _SCARE = 2, 4
_MOST_WORDS, _LONGEST_OPEN = 14, 120
_LONGEST_HEAD = 40
_QUOTES = '“"‘'
_OPENING, _CLOSING = re.compile(OPENING), tuple("”\"’»'")


def find_drives(page: Page, bodies: Sequence[BodyMention], lexicon: Lexicon, places: Sequence[Place] = ()) -> tuple[Drive, ...]:
    """All campaigns of a page in text order; one inside the name of another is not listed."""
    words = words_of(lexicon)
    found: list[Drive] = []
    short: list[int] = []
    for m in sorted((*page.of("campaign"), *page.of("work")), key=lambda m: (m.begin, -m.end)):
        if (found and m.begin < found[-1].end) or _in_event(page, m):
            continue
        if m.entry.kind == "work" and words.holiday.search(page.folded, max(m.begin - 10, 0), m.begin):
            continue
        if m.entry.key("launched") and not _is_launched(page, m):
            continue
        drive = _known(m, lexicon) if m.entry.kind == "work" else _headed(page, m, bodies, lexicon, words)
        if drive:
            if m.entry.key("short") and m.entry.kind == "work":
                short.append(len(found))
            found += [drive, *_coordinated(page, drive, bodies, words)]
    found = sorted((*_shortened(found, short), *_opened(page, found, bodies, lexicon, words)), key=lambda d: d.begin)
    everywhere = sorted((*found, *_repeated(page, found, lexicon, words)), key=lambda d: d.begin)
    return tuple(with_holder(page, drive, bodies, places, lexicon) for drive in everywhere)


def _shortened(found: list[Drive], short: Sequence[int]) -> list[Drive]:
    """Known campaigns of which only a short form stands: those that the article names in full, if it names one of their kind."""
    full = {d.entry.concept: d.name for i, d in reversed(list(enumerate(found))) if i not in short and not d.quoted}
    return [replace(d, name=full.get(d.entry.concept, d.name)) if i in short else d for i, d in enumerate(found)]


def _opened(page: Page, found: Sequence[Drive], bodies: Sequence[BodyMention], lexicon: Lexicon, words: Words) -> Iterator[Drive]:
    """Names in quotation marks right behind the event that opens what they name (lễ khai mạc “A” và “B”)."""
    taken = {d.begin for d in found}
    for m in page.of("event"):
        begin = m.end + 1
        if not (m.entry.key("opens") or m.entry.key("launches")) or page.text[m.end : begin] != " ":
            continue
        if not taken.isdisjoint((begin, begin + 1)) or not opens_name(page.text, begin):
            continue
        end, closed = quotation(page, begin, bodies)
        name = without_quotes(page.text[begin:end])
        inner = page.between("event", begin, begin + 2)
        if closed and page.text[begin] in _QUOTES and not inner and _FEWEST_WORDS < len(name.split()) < _MOST_WORDS and name[0].isupper():
            drive = Drive(begin, end, lexicon.entry("campaign/chuong-trinh"), name, quoted=True)
            yield drive
            yield from _coordinated(page, drive, bodies, words)


def _repeated(page: Page, found: Sequence[Drive], lexicon: Lexicon, words: Words) -> Iterator[Drive]:
    """Names in quotation marks that are named again without their head (“Ánh sáng soi đường” lần thứ II)."""
    named = {fold(d.name): d for d in reversed(found) if d.quoted and d.name}
    names, end = sorted(named, key=len, reverse=True), 0
    for opening in _OPENING.finditer(page.folded) if names else ():
        begin, at = opening.span()
        name = next(
            (n for n in names if begin >= end and page.folded.startswith(n, at) and page.folded.startswith(_CLOSING, at + len(n))), None
        )
        if name is None:
            continue
        end = at + len(name) + 1
        near = [d for d in found if d.begin <= begin < d.end]
        if not near and opens_name(page.text, begin):
            yield with_details(page, replace(named[name], begin=begin, end=end, year=None, edition=None, theme=None), True, lexicon, words)


def _in_event(page: Page, m: Mention) -> bool:
    """Whether a head is only a part of the word for an event (“hội nghị chuyên đề”, “lễ hội”)."""
    near = page.between("event", m.begin - _LONGEST_HEAD, m.end)
    return any(m.end <= e.end and e.end - e.begin > m.end - m.begin for e in near)


def _coordinated(page: Page, drive: Drive, bodies: Sequence[BodyMention], words: Words) -> Iterator[Drive]:
    """Further names in quotation marks behind one of the same kind (phong trào “A”, “B” và “C”)."""
    end = drive.end
    while drive.quoted and (gap := words.joined.match(page.folded, end)):
        begin = gap.end()
        if not opens_name(page.text, begin):
            return
        end, closed = quotation(page, begin, bodies)
        name = without_quotes(page.text[begin:end])
        if not closed or len(name.split()) < _FEWEST_WORDS:
            return
        yield Drive(begin, end, drive.entry, name, quoted=True)


def _headed(page: Page, m: Mention, bodies: Sequence[BodyMention], lexicon: Lexicon, words: Words) -> Drive | None:
    if m.entry.key("proper"):
        return _proper(page, m)
    quoted = bool(m.begin) and page.text[m.begin - 1] in "“\"'" and page.text[m.begin].isupper()
    if m.entry.key("inside"):
        if quoted:
            return _inside(page, m, lexicon, words)
        if not (m.entry.key("named") and opens_name(page.text, m.end + 1) and _is_launched(page, m)):
            return calendar(page, m, lexicon, words)
    if quoted and not m.entry.key("known"):
        return _inside(page, m, lexicon, words)
    if m.entry.key("known"):
        return None
    gap = words.filler.match(page.folded, m.end) or (words.kind_of.match(page.folded, m.end) if m.entry.key("open") else None)
    if gap and opens_name(page.text, gap.end()) and not _crosses(page, m.end, gap.end()):
        begin = gap.end()
        end, closed = quotation(page, begin, bodies)
        name = without_quotes(page.text[begin:end])
        if name and not _is_lead(gap[0], words) and not _is_scare(name, gap[0], m.entry):
            if m.entry.key("done") and not _is_done(page, m, words) and not words.doer.match(page.folded, end):
                return None
            drive = Drive(m.begin, end, m.entry, name, year=as_int(gap["year"]), quoted=True, whole_term=bool(gap["whole"]))
            return with_details(page, drive, closed, lexicon, words)
    return open_name(page, m, bodies, lexicon, words) or unquoted(page, m, lexicon, words)


def _is_launched(page: Page, m: Mention) -> bool:
    """Whether a head is what somebody launches or carries out, with at most a few words between and no event."""
    cues = [c for name in ("launch", "carry-out") for c in page.between("cue", m.begin - _LONGEST_HEAD, m.begin) if c.entry.concept == name]
    gaps = (page.folded[c.end : m.begin] for c in cues if not page.between("event", c.end, m.begin))
    return any(len(gap.split()) < _SCARE and "," not in gap for gap in gaps)


def _is_done(page: Page, m: Mention, words: Words) -> bool:
    """Whether a head that means other things too is what somebody carries out, and no evening's show."""
    begin, _ = page.sentences[page.sentence_at(m.begin)]
    cues = page.between("cue", max(begin, m.begin - _LONGEST_HEAD), m.begin)
    evening = words.evening.search(page.folded, begin, m.begin)
    said = [c.entry.concept for c in cues]
    if page.ends("event", m.begin - 1):
        return True
    return any(c in said for c in CARRIED) and not (evening and "launch" not in said)


def _is_scare(name: str, filler: str, entry: Entry) -> bool:
    """Whether a quotation is no name: a few words in small letters (dự án “treo”), or speech behind a colon."""
    few = name[:1].islower() and len(name.split()) < _SCARE
    said = ":" in filler and (filler.strip() != ":" or name[:1].islower() or len(name.split()) > _MOST_WORDS)
    return few or (said and not entry.key("short"))


def _is_lead(filler: str, words: Words) -> bool:
    """Whether the words before a quotation say that it is something else's (its theme, say)."""
    return bool(words.theme.match(f"{filler}“abc”"))


def _crosses(page: Page, begin: int, end: int) -> bool:
    """Whether another head of a campaign, an event or a document stands between a head and the quotation."""
    return any(m.entry.concept != "nam" for kind in ("campaign", "event", "directive") for m in page.between(kind, begin, end))


def _inside(page: Page, m: Mention, lexicon: Lexicon, words: Words) -> Drive | None:
    """A name inside quotation marks that begins with the head; of some kinds the head is part of it (“Năm kỷ cương hành chính”)."""
    if m.begin == 0 or page.text[m.begin - 1] not in '“"' or not page.text[m.begin].isupper():
        return None
    close = re.compile('[”"]').search(page.text, m.end, min(m.end + 120, len(page.text)))
    if close is None or _is_speech(page, m, page.text[m.end : close.start()], lexicon, words):
        return None
    year = words.year.search(page.folded, m.end, close.start()) if m.entry.key("yearly") and m.entry.key("inside") else None
    year = year if year and year.end() == close.start() else None
    name = page.text[m.begin if m.entry.key("inside") else m.end : year.start() if year else close.start()].strip()
    whole = len(name.split()) > _FEWEST_WORDS and name[0].isalnum()
    return Drive(m.begin - 1, close.end(), m.entry, name, year=as_int(year["year"]) if year else None, quoted=True) if whole else None


def _is_speech(page: Page, m: Mention, rest: str, lexicon: Lexicon, words: Words) -> bool:
    """Whether a quotation that begins with a head is no name: a date, a sentence, or a head that nobody carries out."""
    said = fold(rest).split()
    first = said[0] if said else ""
    if first[:1].isdigit() or first in lexicon.forms("stop/tail-stop") or first in lexicon.forms("sign/bare") or rest[-1:] in "?!":
        return True
    heads = m.entry.key("heads", ())
    known = any(fold(rest).strip().startswith(h) for h in heads)
    if len(said) > (_MOST_WORDS if m.entry.key("inside") else 2 * _MOST_WORDS) or (m.entry.key("inside") and "," in rest and not known):
        return True
    if heads and not known:
        return not (m.entry.key("free") and _is_done(page, m, words))
    return bool(m.entry.key("done")) and not _is_done(page, m, words)


def _proper(page: Page, m: Mention) -> Drive | None:
    """A head that is part of its name, which ends in a proper name (“Không gian văn hóa Hồ Chí Minh”)."""
    tail = _PROPER.match(page.text, m.end)
    return Drive(m.begin, tail.end(), m.entry, m.entry.vi.capitalize() + tail[0]) if tail else None


def _known(m: Mention, lexicon: Lexicon) -> Drive:
    """A campaign known by its full wording."""
    entry = lexicon.entry(f"campaign/{m.entry.key('campaign')}")
    return Drive(m.begin, m.end, entry, m.entry.vi)
