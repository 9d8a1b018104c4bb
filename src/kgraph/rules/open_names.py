"""Names of campaigns without quotation marks: months of action, names with a capital, names with an ordinal, bare heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kgraph.lexicon import Lexicon
from kgraph.rules.drive_words import Drive, Words, as_int, with_details
from kgraph.rules.numerals import number
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning_at
from kgraph.scan import Mention, Page
from kgraph.text import fold

_FEWEST_WORDS, _MOST_WORDS, _LONGEST_OPEN, _LONGEST_HEAD = 2, 14, 120, 40
CARRIED = ("launch", "carry-out", "conduct", "implement", "study")
"""The cues of which a campaign is the object."""


def calendar(page: Page, m: Mention, lexicon: Lexicon, words: Words) -> Drive | None:
    """A month, a week or a year of action without quotation marks (“Tháng hành động vì trẻ em năm 2024”)."""
    heads = m.entry.key("heads", ())
    after = page.folded[m.end + 1 : m.end + 31]
    if not page.text[m.begin].isupper() or not any(re.match(rf"{re.escape(h)}\b", after) for h in heads):
        return None
    end = _name_end(page, m, words)
    name, year = page.text[m.begin : end].strip(), None
    if dated := re.search(r" ((?:19|20)\d\d)$", name):
        name, year = name[: dated.start()], int(dated[1])
    return with_details(page, Drive(m.begin, end, m.entry, name, year=year), True, lexicon, words)


def open_name(page: Page, m: Mention, bodies: Sequence[BodyMention], lexicon: Lexicon, words: Words) -> Drive | None:
    """A name without quotation marks that begins with a capital and goes on in small letters (phong trào Toàn dân bảo vệ …)."""
    begin = m.end + 1
    if not m.entry.key("open") or page.text[m.end : begin] != " " or beginning_at(bodies, begin):
        return None
    end = _name_end(page, m, words)
    name = page.text[begin:end].strip()
    first, *rest = name.split() or [""]
    small = sum(word[0].islower() for word in rest)
    if not (
        first[:1].isupper() and first[1:].islower() and 2 <= len(rest) < _MOST_WORDS and rest[0][0].islower() and small * 2 > len(rest)
    ):
        return None
    drive = with_details(page, Drive(m.begin, begin + len(name), m.entry, name), True, lexicon, words)
    cues = page.between("cue", m.begin - _LONGEST_HEAD, m.begin)
    return drive if drive.year or any(c.entry.concept in CARRIED for c in cues) else None


def _name_end(page: Page, m: Mention, words: Words) -> int:
    """Where a name without quotation marks ends: with its clause, or before another campaign."""
    limit = min(page.sentences[page.sentence_at(m.begin)][1], m.end + _LONGEST_OPEN)
    stop = words.open_end.search(page.folded, m.end + 1, limit)
    end = stop.start() if stop else limit
    heads = (x.begin for x in page.between("campaign", m.end + 2, end) if x.entry.key("open") or x.entry.key("edition"))
    end = min([*heads, *(x.begin for kind in ("level", "event") for x in page.between(kind, m.end + 2, end)), end])
    joint = words.joint.search(page.folded, m.end, end)
    return joint.start() if joint else end


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
            return bare if m.entry.key("short") else None
        if len(name.split()) > _FEWEST_WORDS and len(name) < 160:
            drive = with_details(page, Drive(m.begin, end, m.entry, name), True, lexicon, words)
            if drive.edition or drive.year:
                return drive
    return bare if m.entry.key("short") else None
