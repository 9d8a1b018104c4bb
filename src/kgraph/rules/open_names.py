"""Names of campaigns without quotation marks: months of action, names with a capital, names with an ordinal, bare heads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kgraph.lexicon import Entry, Lexicon, either
from kgraph.rules.drive_words import Drive, Words, as_int, with_details
from kgraph.rules.numerals import number
from kgraph.rules.organizations import BodyMention
from kgraph.rules.quotations import without_quotes
from kgraph.rules.spans import beginning_at
from kgraph.scan import Mention, Page
from kgraph.text import fold

_FEWEST_WORDS, _MOST_WORDS, _LONGEST_OPEN, _LONGEST_HEAD = 2, 14, 120, 40
_FEWEST_SMALL, _SURE_WORDS = 3, 3
_QUOTED = re.compile(r' ?[“"][^“”"\n]{3,80}[”"]')
_COUNTED = re.compile(r"(?<!\d)\d{1,3}$")
"""A number before a word that would else end a name (“chiến dịch 90 ngày đêm”); a year ends one."""
_NAMED_LATER = re.compile(r"[^.;:\n“]{1,60}“")
CARRIED = ("launch", "carry-out", "conduct", "implement", "study")
"""The cues of which a campaign is the object."""


def calendar(page: Page, m: Mention, lexicon: Lexicon, words: Words) -> Drive | None:
    """A month, a week or a year of action without quotation marks (“Tháng hành động vì trẻ em năm 2024”)."""
    after = page.folded[m.end + 1 : m.end + 31]
    heads = _heads(m.entry, "heads" if page.text[m.begin].isupper() else "sure")
    if heads is None or not heads.match(after) or page.text[m.end] != " ":
        return None
    begin, _ = page.sentences[page.sentence_at(m.begin)]
    counted = page.text[m.begin].islower() and page.text[m.begin - 2 : m.begin].strip().isdigit()
    if counted or words.art.search(page.folded, max(begin, m.begin - _LONGEST_OPEN), m.begin):
        return None
    end = _name_end(page, m, words)
    end = _with_quotation(page, end)
    name, year = without_quotes(page.text[m.begin : end]), None
    if dated := re.search(r" ((?:19|20)\d\d)$", name):
        name, year = name[: dated.start()], int(dated[1])
    if len(name.split()) < _FEWEST_WORDS:
        return None
    return with_details(page, Drive(m.begin, end, m.entry, name[0].upper() + name[1:], year=year), True, lexicon, words)


@cache
def _heads(entry: Entry, name: str) -> re.Pattern[str] | None:
    """What the names of a month, a week or a year of action begin with, by the key of its entry that lists them."""
    heads = entry.key(name)
    return re.compile(rf"{either(heads)}\b") if heads else None


def _with_quotation(page: Page, end: int) -> int:
    """The end of a name whose last part stands in quotation marks (“Tháng hành động “Vì trẻ em””)."""
    quoted = _QUOTED.match(page.text, end - 1 if page.text[end - 1] == " " else end)
    return quoted.end() if quoted else end


def open_name(page: Page, m: Mention, bodies: Sequence[BodyMention], lexicon: Lexicon, words: Words) -> Drive | None:
    """A name without quotation marks: with a capital and then small letters, or all in small letters where its head allows that."""
    if page.text[m.end : m.end + 1] != " " or not (m.entry.key("open") or m.entry.key("small") or m.entry.key("qualified")):
        return None
    end = _name_end(page, m, words)
    if m.entry.key("qualified") and is_several(page, m, words):
        return None
    lead = words.lead.match(page.folded, m.end, end) if m.entry.key("open") else None
    begin = _capital(page, m, end, words) if m.entry.key("qualified") else m.end + 1
    if begin is None or beginning_at(bodies, begin) or words.no_drive.match(page.folded, begin):
        return None
    name = page.text[begin:end].strip()
    if lead and _is_name(page.text[lead.end() : end].strip()):
        return with_details(page, Drive(m.begin, begin + len(name), m.entry, name), True, lexicon, words)
    if _is_name(name) and not m.entry.key("whole"):
        drive = with_details(page, Drive(m.begin, begin + len(name), m.entry, name), True, lexicon, words)
        if m.entry.key("qualified") and _NAMED_LATER.match(page.text, begin + len(name)):
            return None
        long = m.entry.key("qualified") and len(name.split()) > _SURE_WORDS
        return drive if drive.year or long or _is_carried(page, m, CARRIED) else None
    return _small(page, m, end, lexicon, words) if m.entry.key("small") else None


def is_several(page: Page, m: Mention, words: Words) -> bool:
    """Whether a head speaks of more than one, so that no name of one follows (“hai cuộc thi Nhiếp ảnh lớn”)."""
    return bool(words.several.search(page.folded, max(m.begin - 8, 0), m.begin))


def _capital(page: Page, m: Mention, end: int, words: Words) -> int | None:
    """Where a name with a capital begins behind a head and the word that says of what kind it is (“cuộc thi ảnh Mỗi người …”)."""
    lead = words.qualifier.match(page.folded, m.end, end)
    return lead.end() if lead and page.text[lead.end() : lead.end() + 1].isupper() else None


def _is_name(name: str) -> bool:
    """Whether words are a name by their letters: one capital, then a small one, and small letters for the most part.

    >>> _is_name("Toàn dân bảo vệ an ninh Tổ quốc"), _is_name("Điện Biên Phủ trên không"), _is_name("Sạch đẹp")
    (True, False, False)
    """
    first, *rest = name.split() or [""]
    small = sum(word[0].islower() for word in rest)
    capital = first[:1].isupper() and first[1:].islower()
    return capital and 2 <= len(rest) < _MOST_WORDS and rest[0][0].islower() and small * 2 > len(rest)


def _is_carried(page: Page, m: Mention, cues: Sequence[str]) -> bool:
    """Whether a verb of launching or carrying out, or an event that opens something, stands shortly before a head."""
    found = page.between("cue", m.begin - _LONGEST_HEAD, m.begin)
    opened = any(
        e.end == m.begin - 1 and (e.entry.key("opens") or e.entry.key("part")) for e in page.between("event", m.begin - 30, m.begin)
    )
    return opened or any(c.entry.concept in cues for c in found)


def _small(page: Page, m: Mention, end: int, lexicon: Lexicon, words: Words) -> Drive | None:
    """A name in small letters (“chiến dịch thanh niên tình nguyện hè 2013”), where its head, a verb or a year shows it to be one."""
    begin = m.end + 1
    about = words.about.match(page.folded, begin)
    begin = about.end() if about else begin
    name = page.text[begin:end].strip(" ,")
    said = fold(name).split()
    if len(said) < _FEWEST_SMALL or len(said) > _MOST_WORDS or words.no_drive.match(fold(name)) or said[0] in lexicon.forms("sign/bare"):
        return None
    year = re.search(r" ((?:19|20)\d\d)$", name)
    name = name[: year.start()] if year else name
    if name[-1].isdigit():
        return None  # cut before what it counts (“đợt thi đua kỷ niệm 30 năm …”)
    verbs = CARRIED if m.entry.key("small") == "carried" else ("launch",)
    dated = m.entry.key("small") in ("dated", "carried") and bool(year or words.period.match(page.folded, end))
    if not (dated or m.entry.key("small") == "any" or _is_carried(page, m, verbs)):
        return None
    if m.entry.key("whole"):
        name = f"{page.text[m.begin : m.end].split(' ', 2)[2]} {name}"
    return with_details(page, Drive(m.begin, end, m.entry, name, year=int(year[1]) if year else None), True, lexicon, words)


def _name_end(page: Page, m: Mention, words: Words) -> int:
    """Where a name without quotation marks ends: with its clause, or before another campaign."""
    limit = min(page.sentences[page.sentence_at(m.begin)][1], m.end + _LONGEST_OPEN)
    end = _clause_end(page, m.end + 1, limit, words)
    heads = (
        x.begin
        for x in page.between("campaign", m.end + 2, end)
        if (x.entry.key("open") or x.entry.key("edition") or _is_calendar(page, x)) and not page.text[x.begin - 2].isdecimal()
    )
    inner = [] if m.entry.key("whole") else heads
    end = min([*inner, *(x.begin for kind in ("level", "event") for x in page.between(kind, m.end + 2, end)), end])
    joint = words.joint.search(page.folded, m.end, end)
    return joint.start() if joint else end


def _is_calendar(page: Page, m: Mention) -> bool:
    """Whether a head is that of a month or a week with a name of its own (“… và Tháng Công nhân”)."""
    return bool(m.entry.key("yearly") and m.entry.key("inside")) and page.text[m.begin].isupper()


def _clause_end(page: Page, begin: int, limit: int, words: Words) -> int:
    """The first word or mark that ends a name, but for a comma inside a set phrase (“phòng, chống”)."""
    phrases = [p.span() for p in words.comma.finditer(page.folded, begin, limit)]
    found = words.open_end.finditer(page.folded, begin, limit)
    stops = (s.start() for s in found if not (s[0][-1].isalpha() and _COUNTED.search(page.text, max(s.start() - 4, 0), s.start())))
    return next((s for s in stops if not any(b < s < e for b, e in phrases)), limit)


def unquoted(page: Page, m: Mention, lexicon: Lexicon, words: Words) -> Drive | None:
    """A name without quotation marks, which an ordinal or a year behind it shows to be one; or the bare head."""
    year = words.year.match(page.folded, m.end) if page.text[m.end : m.end + 1] == " " else None
    whole = words.whole.match(page.folded, m.end)
    edition = words.edition.match(page.folded, m.end)
    bare_end = year.end() if year else whole.end() if whole else edition.end() if edition and m.entry.key("edition") else m.end
    bare = Drive(
        m.begin,
        bare_end,
        m.entry,
        None,
        number(edition[1], lexicon) if edition else None,
        as_int(year["year"]) if year else None,
        whole_term=bool(whole),
    )
    if m.entry.key("edition") and not (year or edition) and page.text[m.end : m.end + 1] == " ":
        stop = words.end.search(page.folded, m.end + 1)
        begin, end = m.end + 1, stop.start() if stop else len(page.text)
        about = words.about.match(page.folded, begin)
        name = page.text[about.end() if about and about.end() < end else begin : end].strip()
        if words.end.match(f" {fold(name)}"):
            return bare if m.entry.key("short") and not is_several(page, m, words) else None
        if len(name.split()) > _FEWEST_WORDS and len(name) < 160 and not words.no_drive.match(fold(name)):
            drive = with_details(page, Drive(m.begin, end, m.entry, name), True, lexicon, words)
            if drive.edition or drive.year:
                return drive
    return bare if m.entry.key("short") and not is_several(page, m, words) else None
