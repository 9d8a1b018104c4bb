"""Administrative units as written: a level word and a name, the name behind the head of a committee, or a bare name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgraph.gazetteer import Gazetteer
from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Unit
from kgraph.rules.spans import covered
from kgraph.scan import Mention, Page
from kgraph.text import UPPER, fold, slug

_TOKEN = re.compile(r"[^\W\d_]['’] [^\W\d_]+|[^\W_]+(?:['’][^\W_]+)?")
_JOINT = re.compile(" - | |-")
_WORD_BEFORE = re.compile(r"([^\W\d_]++) $")
_WORD_BEHIND = re.compile(r" ([^\W\d_]+)")
_CAPITAL_BEHIND = re.compile(rf" [{UPPER}][^\W\d_]")
_LONGEST, _PAIR, _NEAR = 5, 2, 20


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A unit as written: all units it can be; whether a level word (`worded`) or the head of a committee (`headed`) stands before it.

    `party` where that is one of the Party.
    """

    begin: int
    end: int
    name_begin: int
    units: tuple[Unit, ...]
    worded: bool = False
    headed: bool = False
    party: bool = False


def find_places(page: Page, gazetteer: Gazetteer, lexicon: Lexicon, *, on: str | None, mark: str) -> tuple[PlaceMention, ...]:
    """All places of a page in text order, without overlaps; `on` is the day, month or year the article speaks of.

    A name behind a level word that no list has is a unit of this article alone, its key ending in `mark`.
    """
    found = [*_worded(page, gazetteer, lexicon, on, mark), *_headed(page, gazetteer, lexicon, on, mark)]
    explicit = {unit.key for p in found for unit in p.units}
    taken = covered(len(page.text), ((p.begin, p.end) for p in found))
    historical = lexicon.forms("person/historical")
    for m in page.of("unit"):
        if taken[m.begin] or page.folded[m.begin : m.end] in historical:
            continue
        if not _stands_alone(page, m, lexicon) or _abroad(lexicon).match(page.folded, m.end):
            continue
        name = page.text[m.begin : m.end]
        if _is_common(name, lexicon):
            continue
        units = gazetteer.named(name, on=on) or gazetteer.named(name)
        units = (
            tuple(u for u in units if u.level == "province")
            or tuple(u for u in units if u.key in explicit)
            or (_of_title(page, units) if _opens_title(page, m) else ())
        )
        if units:
            taken[m.begin] = True
            found.append(PlaceMention(m.begin, m.end, m.begin, units if on else _eldest(units, gazetteer)))
    return tuple(sorted(found, key=lambda p: p.begin))


def _opens_title(page: Page, m: Mention) -> bool:
    """Whether a bare name opens the title and does something there (“Thới Bình khai mạc kỳ họp …”, “Hoằng Hóa: Hội thi …”)."""
    opens = bool(page.sentences) and page.sentences[0][0] == m.begin and page.text[m.begin : m.end].istitle()
    return opens and (page.text.startswith(": ", m.end) or page.at("cue", m.end + 1) is not None)


def _of_title(page: Page, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The districts of a name that are what the article calls its place (“HĐND huyện”, “Huyện ủy”)."""
    called = {m.entry.vi for m in page.of("level")} | {d for m in page.of("organization") for d in m.entry.key("designations", ())}
    return tuple(u for u in units if u.level == "district" and u.designation in called)


def _worded(page: Page, gazetteer: Gazetteer, lexicon: Lexicon, on: str | None, mark: str) -> Iterator[PlaceMention]:
    end = 0
    heads: tuple[Mention, ...] = ()
    for m in page.of("level"):
        if m.begin < end or any(body.end > m.end for body in page.between("organization", m.begin, m.begin + 1)):
            continue
        heads = (*heads, m) if heads and _beside(lexicon).fullmatch(page.folded, heads[-1].end, m.begin) else (m,)
        if rows := list(_enumerated(page, heads, gazetteer, lexicon, on)):
            yield from rows
            end = rows[-1].end
            continue
        levels = tuple(x for x in (m.entry.key("level"), m.entry.key("also")) if x)
        place = read_unit(page, m.end, gazetteer, levels=levels, word=m.entry, on=on) or _unlisted(page, m, lexicon, mark)
        if place:
            name_begin, end, units = place
            yield PlaceMention(m.begin, end, name_begin, units, worded=True)
            for further in _listed(page, m, end, gazetteer, lexicon, on):
                end = further.end
                yield further


def _enumerated(page: Page, heads: tuple[Mention, ...], gazetteer: Gazetteer, lexicon: Lexicon, on: str | None) -> Iterator[PlaceMention]:
    """The units of a list behind a plural of one or more level words (“các quận, huyện như Hoàn Kiếm, Đông Anh”, “các xã: A, B”)."""
    if not _several(lexicon).search(page.folded, max(heads[0].begin - 12, 0), heads[0].begin):
        return
    opener = _such_as(lexicon).match(page.folded, heads[-1].end)
    if opener is None and len(heads) < _PAIR:
        return
    levels = tuple(dict.fromkeys(x for m in heads for x in (m.entry.key("level"), m.entry.key("also")) if x))
    at = opener.end() if opener else heads[-1].end
    while place := read_unit(page, at, gazetteer, levels=levels, word=None, on=on):
        name_begin, end, units = place
        yield PlaceMention(name_begin, end, name_begin, units, worded=True)
        joint = _beside(lexicon).match(page.folded, end)
        if joint is None:
            return
        at = joint.end()


def _listed(page: Page, m: Mention, end: int, gazetteer: Gazetteer, lexicon: Lexicon, on: str | None) -> Iterator[PlaceMention]:
    """The units behind the first of a list that share its level word (“các xã Kim Liên, Nam Cát và Xuân Hòa”, “quận 1, 3, 5”)."""
    levels = tuple(x for x in (m.entry.key("level"), m.entry.key("also")) if x)
    several = bool(_several(lexicon).search(page.folded, max(m.begin - 8, 0), m.begin))
    while joint := _beside(lexicon).match(page.folded, end):
        at = joint.end()
        counted = page.text[at : at + 1].isdecimal()
        if counted and not _listed_number(lexicon, several).match(page.folded, at):
            return
        place = read_unit(page, at, gazetteer, levels=levels, word=m.entry, on=on) if several or counted else None
        if not place:
            return
        name_begin, end, units = place
        yield PlaceMention(name_begin, end, name_begin, units, worded=True)


def _headed(page: Page, gazetteer: Gazetteer, lexicon: Lexicon, on: str | None, mark: str) -> Iterator[PlaceMention]:
    surnames = lexicon.forms("person/surname")
    for m in page.of("organization"):
        if m.entry.key("shape") == "committee":
            levels = tuple(m.entry.key("levels", ()))
            place = read_unit(page, m.end, gazetteer, levels=levels, word=None, on=on)
            place = place or (_former(page, m.end, lexicon, mark) if "province" in levels else None)
            if place:
                name_begin, end, units = place
                if page.folded[name_begin:end] in surnames and _CAPITAL_BEHIND.match(page.text, end):
                    continue  # “Phó Bí thư Huyện đoàn Chu Quang Khanh”
                fitting = tuple(u for u in units if u.designation in m.entry.key("designations", (u.designation,))) or units
                yield PlaceMention(name_begin, end, name_begin, fitting, headed=True, party=bool(m.entry.key("party")))


def read_unit(
    page: Page, at: int, gazetteer: Gazetteer, *, levels: tuple[str, ...], word: Entry | None, on: str | None
) -> tuple[int, int, tuple[Unit, ...]] | None:
    """The longest name of a unit that begins at an offset (spaces skipped): begin, end, and the units it can be."""
    while page.text[at : at + 1] == " ":
        at += 1
    ends = sorted({*_token_ends(page, at), *(m.end for m in page.between("unit", at, at + 1) if not word)})
    for end in reversed(ends):
        name = page.text[at:end]
        if word and name[0].isdecimal():
            name = f"{word.vi} {name.lstrip('0') or name}"
        if not gazetteer.is_name(name):
            continue
        designation = word.vi if word else None
        # an article can speak of a unit that has ended, or has not begun: the day only decides between namesakes
        for day in (on, None) if on else (None,):
            for level in levels:
                units = gazetteer.named(name, level=level, designation=designation, on=day)
                if units:
                    return at, end, units if on else _eldest(units, gazetteer)
    return None


def _is_common(name: str, lexicon: Lexicon) -> bool:
    """Whether a name in small letters behind its first is a word of the language (“Hòa bình” is peace, not a province)."""
    return name[1:].islower() and fold(name) in lexicon.forms("sign/common-word")


def _unlisted(page: Page, m: Mention, lexicon: Lexicon, mark: str) -> tuple[int, int, tuple[Unit, ...]] | None:
    """A commune or district that no list has: two or three capitalised words, or a number, behind its level word, in mixed case."""
    if m.entry.key("level") == "province" or m.entry.key("also"):
        return _former(page, m.end, lexicon, mark)
    at = m.end + (page.text[m.end : m.end + 1] == " ")
    ends = list(_token_ends(page, at))
    word = page.text[m.begin : m.end]
    if not ends or (page.text[at : ends[-1]].isupper() and not page.text[at].isdecimal()) or (word.isupper() and len(word) > 3):
        return None
    if len(word.rstrip(".")) == 1 and any(part.isupper() and part.isalpha() for part in page.text[at : ends[-1]].split()):
        return None  # the initials of a photographer (“P.ANH”, “H.H”)
    if word.isupper() and len(word) > 1 and page.text[at : ends[0]].isupper() and ends[0] - at > 1 and not page.text[at].isdecimal():
        return None  # “NGÂN HÀNG CHÍNH SÁCH XÃ HỘI - Hội nghị …”
    numbered = page.text[at].isdecimal()
    end = ends[0] if numbered else ends[min(len(ends), 2) - 1]
    name = page.text[at:end]
    first, second = page.folded[at : ends[0]], page.folded[ends[0] + 1 : ends[1]] if len(ends) > 1 else ""
    if first in lexicon.forms("person/surname") and (len(ends) > 2 or second in lexicon.forms("person/middle")):
        return None
    if not numbered and (len(ends) not in (2, 3) or lexicon.forms("stop/name-stop") & {page.folded[at : ends[0]], page.folded[at:end]}):
        return None
    if len(ends) == 3:
        end = ends[2]
        name = page.text[at:end]
    label = f"{m.entry.vi} {name}"
    key = f"unit/{slug(label)}--{mark}"
    return at, end, (Unit(key, label if numbered else name, label, str(m.entry.key("level")), m.entry.vi),)  # type: ignore[arg-type]


def _former(page: Page, end: int, lexicon: Lexicon, mark: str) -> tuple[int, int, tuple[Unit, ...]] | None:
    """A province behind its level word or its committee that ended before the lists begin (“Tỉnh ủy Hà Sơn Bình”)."""
    ended = _ended(lexicon).match(page.folded, end)
    if ended is None or not page.text[ended.start(1)].isupper():
        return None
    name = page.text[ended.start(1) : ended.end(1)]
    word = lexicon.entry("level/tinh").vi
    key = f"unit/{slug(word)}-{slug(name)}--{mark}"
    return ended.start(1), ended.end(1), (Unit(key, name, f"{word} {name}", "province", word),)


def _token_ends(page: Page, at: int) -> Iterator[int]:
    """Ends of the runs of capitalised or numeral tokens of a sentence that begin at an offset: after one token, after two, ..."""
    text, stop = page.text, page.sentences[page.sentence_at(at)][1]
    for _ in range(_LONGEST):
        m = _TOKEN.match(text, at, stop)
        if not m or not (m[0][0].isupper() or m[0][0].isdecimal()):
            return
        yield m.end()
        joint = _JOINT.match(text, m.end())
        if joint is None:
            return
        at = joint.end()


def _stands_alone(page: Page, m: Mention, lexicon: Lexicon) -> bool:
    """Whether a bare name is a run of capitalised words of its own, not a part of a person's or a school's name.

    Behind a body, a role or a field a person's name may follow it (“Sở Nội vụ Hà Nội Phạm Xuân An”).
    """
    before = _WORD_BEFORE.search(page.text, max(m.begin - _NEAR, 0), m.begin)
    after = _WORD_BEHIND.match(page.text, m.end, m.end + _NEAR)
    if not any(word and word[1][0].isupper() for word in (before, after)):
        return True
    known = any(page.ends(kind, m.begin - 1) for kind in ("level", "organization", "role", "cue", "field"))
    acronym = bool(before and len(before[1]) > 1 and before[1].isupper() and not page.text[m.begin : m.end].isupper())
    opens = bool(before and page.sentences[page.sentence_at(m.begin)][0] == m.begin - len(before[0]))
    if before and before[1][0].isupper() and not (known or acronym or (opens and fold(before[1]) not in lexicon.forms("person/surname"))):
        return False
    starts = any(page.at(kind, m.end + 1) for kind in ("role", "organization", "level", "event"))
    named = bool(after and (known or acronym) and fold(after[1]) in lexicon.forms("person/surname"))
    return not (after and after[1][0].isupper() and not starts and not named)


def _eldest(units: tuple[Unit, ...], gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Units without those that took over from a namesake among them: in an article without a date the elder stands for the line."""
    heirs = {later.key for u in units for later in gazetteer.successors(u) if later.name == u.name and later.level == u.level}
    return tuple(u for u in units if u.key not in heirs)


@cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/plural', 'sign/several')} $")


@cache
def _such_as(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?: ?[,:(]? ?{lexicon.alternation('sign/comprising')}:?| ?:) ")


@cache
def _beside(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf", ?(?:{lexicon.alternation('sign/and')} )?| {lexicon.alternation('sign/and')} ")


@cache
def _listed_number(lexicon: Lexicon, several: bool) -> re.Pattern[str]:
    """A number that is a unit's, not that of a day or of what is counted; behind “các” it may end the list before other words."""
    behind = rf"(?=[,.;):]| {lexicon.alternation('sign/and')}\b|$" + (r"| [^\W\d_])" if several else ")")
    return re.compile(rf"\d{{1,2}}\b(?![/.-]\d){behind}")


@cache
def _ended(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" ({lexicon.alternation('sign/former-province')})\b")


@cache
def _abroad(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? \(?{lexicon.alternation('sign/country')}\b")
