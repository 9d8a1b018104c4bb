"""Campaigns as written: a head word with a name in quotation marks or without, names known in full, and bare heads that point back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.numerals import number
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning
from kgraph.scan import Mention, Page
from kgraph.text import UPPER

_PROPER = re.compile(rf"(?: [{UPPER}][^\W\d_]*){{2,4}}")
_LONGEST_NAME, _FEWEST_WORDS, _SCARE = 320, 2, 4
_LONGEST_HEAD = 40
_CLOSING = {"“": "”", "‘": "’", "«": "»", "”": "”"}


@dataclass(frozen=True, slots=True)
class Drive:
    """A campaign as written. `name` is None where only its head stands (“Chuyên đề năm 2024”); `whole_term` for “toàn khóa”."""

    begin: int
    end: int
    entry: Entry
    name: str | None
    edition: int | None = None
    year: int | None = None
    theme: str | None = None
    quoted: bool = False
    whole_term: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    filler: re.Pattern[str]
    edition: re.Pattern[str]
    year: re.Pattern[str]
    theme: re.Pattern[str]
    end: re.Pattern[str]
    whole: re.Pattern[str]
    about: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    year = rf"(?:,? ?{any_of('date/year')} (?P<year>(?:19|20)\d\d))"
    return _Words(
        filler=re.compile(
            rf"(?:{year}|(?P<whole> {any_of('sign/whole-term')})| {any_of('sign/of')} [^“”\",;.]{{2,40}}"
            rf"| {any_of('sign/named')}| {any_of('sign/name-lead')}"
            r"|,(?= ?[“\"])| ?: ?| [^\W\d_]+){0,4}? ?(?=[“\"‘«'])"
        ),
        edition=re.compile(rf"[”\"’»']?,? (?:{any_of('sign/nation')} )?{any_of('sign/ordinal')} ([ivxlc]+|\d+|[^\W\d_]+)\b"),
        year=re.compile(rf"{year}"),
        theme=re.compile(rf",? {any_of('sign/theme')}:? ?[“\"]([^”\"\n]{{3,160}})[”\"]"),
        end=re.compile(
            rf"[,;.:()“”\"\n]| {any_of('sign/name-end')}\b| {any_of('sign/and')} {any_of('sign/plural', 'sign/event-heads')}\b| -+ "
        ),
        whole=re.compile(rf" {any_of('sign/whole-term')}\b"),
        about=re.compile(rf"{any_of('sign/about')} "),
        joined=re.compile(rf"(?:, ?|; ?| {any_of('sign/and')} |, {any_of('sign/and')} )(?=[“\"])"),
    )


def find_drives(page: Page, bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[Drive, ...]:
    """All campaigns of a page in text order; one inside the name of another is not listed."""
    words = _words(lexicon)
    found: list[Drive] = []
    for m in sorted((*page.of("campaign"), *page.of("work")), key=lambda m: (m.begin, -m.end)):
        if (found and m.begin < found[-1].end) or _in_event(page, m):
            continue
        drive = _known(m, lexicon) if m.entry.kind == "work" else _headed(page, m, bodies, lexicon, words)
        if drive:
            found += [drive, *_coordinated(page, drive, bodies, words)]
    return tuple(found)


def _in_event(page: Page, m: Mention) -> bool:
    """Whether a head is only a part of the word for an event (“hội nghị chuyên đề”, “lễ hội”)."""
    near = page.between("event", m.begin - _LONGEST_HEAD, m.end)
    return any(m.end <= e.end and e.end - e.begin > m.end - m.begin for e in near)


def _coordinated(page: Page, drive: Drive, bodies: Sequence[BodyMention], words: _Words) -> Iterator[Drive]:
    """Further names in quotation marks behind one of the same kind (phong trào “A”, “B” và “C”)."""
    end = drive.end
    while drive.quoted and (gap := words.joined.match(page.folded, end)):
        begin = gap.end()
        end, closed = _quotation(page, begin, bodies)
        name = _without_quotes(page.text[begin:end])
        if not closed or len(name.split()) < _FEWEST_WORDS:
            return
        yield Drive(begin, end, drive.entry, name, quoted=True)


def _headed(page: Page, m: Mention, bodies: Sequence[BodyMention], lexicon: Lexicon, words: _Words) -> Drive | None:
    if m.entry.key("proper"):
        return _proper(page, m)
    if m.entry.key("inside") or (m.begin and not m.entry.key("known") and page.text[m.begin - 1] in '“"' and page.text[m.begin].isupper()):
        return _inside(page, m)
    if m.entry.key("known"):
        return None
    gap = words.filler.match(page.folded, m.end)
    if gap and not _crosses(page, m.end, gap.end()):
        begin = gap.end()
        end, closed = _quotation(page, begin, bodies)
        name = _without_quotes(page.text[begin:end])
        if name and not _is_lead(gap[0], words) and not _is_scare(name, gap[0], m.entry):
            drive = Drive(m.begin, end, m.entry, name, year=_int(gap["year"]), quoted=True, whole_term=bool(gap["whole"]))
            return _with_details(page, drive, closed, lexicon, words)
    return _unquoted(page, m, lexicon, words)


def _is_scare(name: str, filler: str, entry: Entry) -> bool:
    """Whether a quotation is no name: a few words in small letters (dự án “treo”), or speech behind a colon."""
    few = name[:1].islower() and len(name.split()) < _SCARE
    return few or (":" in filler and not entry.key("short"))


def _is_lead(filler: str, words: _Words) -> bool:
    """Whether the words before a quotation say that it is something else's (its theme, say)."""
    return bool(words.theme.match(f"{filler}“abc”"))


def _crosses(page: Page, begin: int, end: int) -> bool:
    """Whether another head of a campaign, an event or a document stands between a head and the quotation."""
    return any(m.entry.concept != "nam" for kind in ("campaign", "event", "directive") for m in page.between(kind, begin, end))


def _quotation(page: Page, begin: int, bodies: Sequence[BodyMention]) -> tuple[int, bool]:
    """The end of a quotation that opens at an offset. One that never closes ends where a new doer takes over, or with its sentence."""
    sentence_end = page.sentences[page.sentence_at(begin)][1]
    limit = min(begin + _LONGEST_NAME, max(sentence_end, begin + 1))
    depth, close = 0, _CLOSING.get(page.text[begin], page.text[begin])
    for i in range(begin, min(limit, len(page.text))):
        ch = page.text[i]
        if i == begin or (ch == "“" and not _closes(page.text, i)):
            depth += 1
        elif ch in (close, "“", "”") or (ch == '"' and not _continues(page.text, i)):
            depth -= 1
            if depth <= 0:
                return i + 1, True
    doer = next((b.begin for b in beginning(bodies, begin + 1, limit) if page.text[b.begin - 2 : b.begin] == ", "), None)
    if doer is not None:
        return doer - 2, False
    return (limit if limit < begin + _LONGEST_NAME else begin), False


def _closes(text: str, at: int) -> bool:
    """Whether an opening mark stands where a closing one should: behind a word and before none (“Sạch đẹp“)."""
    return text[at - 1].isalnum() and not text[at + 1 : at + 2].isalnum()


def _continues(text: str, at: int) -> bool:
    """Whether a straight mark inside a curved quotation only ends an inner one: the name goes on in small letters, up to a curved close."""
    rest = text[at + 1 : at + _LONGEST_NAME]
    return rest[:1] == " " and rest[1:2].islower() and ("”" in rest.split("“")[0].split("\n")[0] or "\n" in rest)


def _without_quotes(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub('[“”"«»]', "", text)).strip(" .,;:'‘’")


def _with_details(page: Page, drive: Drive, closed: bool, lexicon: Lexicon, words: _Words) -> Drive:
    """Edition, year and theme behind the name."""
    at, edition, year, theme = drive.end, drive.edition, drive.year, drive.theme
    for _ in range(3):
        if edition is None and (m := words.edition.match(page.folded, at)) and (value := number(m[1], lexicon)):
            edition, at = value, m.end()
        elif year is None and drive.entry.key("yearly") and (m := words.year.match(page.folded, at)):
            year, at = int(m["year"]), m.end()
        elif theme is None and (m := words.theme.match(page.folded, at)):
            theme, at = page.text[m.start(1) : m.end(1)], m.end()
    end = at if closed or at > drive.end else drive.end
    return Drive(drive.begin, end, drive.entry, drive.name, edition, year, theme, drive.quoted, drive.whole_term)


def _unquoted(page: Page, m: Mention, lexicon: Lexicon, words: _Words) -> Drive | None:
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
        _int(year["year"]) if year else None,
        whole_term=bool(whole),
    )
    if m.entry.key("edition") and not (year or edition) and page.text[m.end : m.end + 1] == " ":
        stop = words.end.search(page.folded, m.end + 1)
        begin, end = m.end + 1, stop.start() if stop else len(page.text)
        about = words.about.match(page.folded, begin)
        name = page.text[about.end() if about and about.end() < end else begin : end].strip()
        if len(name.split()) > _FEWEST_WORDS and len(name) < 160:
            drive = _with_details(page, Drive(m.begin, end, m.entry, name), True, lexicon, words)
            if drive.edition or drive.year:
                return drive
    return bare if m.entry.key("short") else None


def _inside(page: Page, m: Mention) -> Drive | None:
    """A name inside quotation marks that begins with the head; of some kinds the head is part of it (“Năm kỷ cương hành chính”)."""
    if m.begin == 0 or page.text[m.begin - 1] not in '“"' or not page.text[m.begin].isupper():
        return None
    close = re.compile('[”"]').search(page.text, m.end, min(m.end + 120, len(page.text)))
    name = page.text[m.begin if m.entry.key("inside") else m.end : close.start()].strip() if close else ""
    whole = close is not None and len(name.split()) > _FEWEST_WORDS and name[0].isalnum()
    return Drive(m.begin - 1, close.end(), m.entry, name, quoted=True) if whole and close else None


def _proper(page: Page, m: Mention) -> Drive | None:
    """A head that is part of its name, which ends in a proper name (“Không gian văn hóa Hồ Chí Minh”)."""
    tail = _PROPER.match(page.text, m.end)
    return Drive(m.begin, tail.end(), m.entry, m.entry.vi.capitalize() + tail[0]) if tail else None


def _known(m: Mention, lexicon: Lexicon) -> Drive:
    """A campaign known by its full wording."""
    entry = lexicon.entry(f"campaign/{m.entry.key('campaign')}")
    return Drive(m.begin, m.end, entry, m.entry.vi)


def _int(text: str | None) -> int | None:
    return int(text) if text else None
