"""Titles as written: a role with its body, and lists of titles that one person holds (“Thành ủy viên, Bí thư Quận ủy”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Organization
from kgraph.rules.bare_heads import bare_head
from kgraph.rules.bodies import BodyIndex, Draft, foreign
from kgraph.rules.organizations import Naming
from kgraph.rules.role_bodies import body_behind, duty_end, over_units_above, small_head
from kgraph.rules.title_bodies import body_of_title
from kgraph.scan import Mention, Page, Span
from kgraph.text import UPPER

_LONGEST_HEAD = 60
_UNREAD_WORDS, _SMALL = 2, re.compile(rf" [^\W\d_{UPPER}]+(?= )")
_CAPITAL = re.compile(rf" [{UPPER}][^\W\d_]*")
_BEHIND = (", ", "- ", " (")


@dataclass(frozen=True, slots=True)
class Title:
    """A role as written, with the draft of its body if one is named, and whether it is a former one.

    `open` before a body nobody read; `head` is the kind of body if only that is said (“Giám đốc Sở”).
    """

    begin: int
    end: int
    role: Entry
    draft: Draft | None = None
    former: bool = False
    plural: bool = False
    joined: bool = False
    open: bool = False
    head: Entry | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """A title with the body it is meant to be in; `sure` if the text itself names that body, `bare` if it names none, or but its kind.

    `told`: the words of a life that show the post; `since` and `until` (EDTF) bound the time for which they tell it, as `timed` says.
    """

    begin: int
    end: int
    role: Entry
    organization: Organization | None
    former: bool
    sure: bool
    plural: bool
    bare: bool = False
    head: Entry | None = None
    told: Span | None = None
    since: str | None = None
    until: str | None = None
    timed: Span | None = None


def find_titles(page: Page, index: BodyIndex, lexicon: Lexicon) -> tuple[tuple[Title, ...], ...]:
    """All titles of a page, those of one list together, in text order."""
    words = _words(lexicon)
    roles = [m for m in page.of("role") if not m.entry.key("hidden") and not _inside_body(page, m) and not _of_history(page, m, words)]
    titles = [t for m in roles if (t := _title(page, m, index, lexicon, words))]
    lists: list[tuple[Title, ...]] = []
    for title in titles:
        if lists and title.begin < lists[-1][-1].end:
            continue
        gap = page.folded[lists[-1][-1].end : title.begin] if lists else ""
        if lists and words.joint.fullmatch(gap):
            last = replace(lists[-1][-1], joined=bool(words.tied.fullmatch(gap)))
            lists[-1] = (*lists[-1][:-1], last, title)
        else:
            lists.append((title,))
    return tuple(lists)


def _of_history(page: Page, m: Mention, words: _Words) -> bool:
    """Whether a role belongs to a figure of history (“…, Chủ tịch Hồ Chí Minh đã dạy”), not to the name before it."""
    named = words.historical.match(page.folded, m.end)
    return named is not None and not _CAPITAL.match(page.text, named.end())


def _inside_body(page: Page, m: Mention) -> bool:
    return any(h.begin < m.begin and m.end <= h.end for h in page.between("organization", m.begin - _LONGEST_HEAD, m.begin))


def positions_of(titles: Sequence[Title], naming: Naming) -> tuple[Position, ...]:
    """The positions of one list of titles: a body without a place takes that of the next one in the list, then the scope's."""
    found: list[Position] = []
    beside: Draft | None = None
    behind: Organization | None = None
    former = _former(titles)
    for n, title in reversed(list(enumerate(titles))):
        body, sure = body_of_title(title, beside, behind, naming, office=n + 1 < len(titles) and _is_office(titles[n + 1]))
        bare = title.draft is None and not title.role.key("body") and not title.open
        found.append(Position(title.begin, title.end, title.role, body, former[n], sure, title.plural, bare, title.head))
        behind = body or behind
        if title.draft and title.draft.placed:
            beside = title.draft
    return tuple(found[::-1])


def _is_office(title: Title) -> bool:
    """Whether a post without a body is one of an office or a school (“Hiệu trưởng”), where a Party body beside it is."""
    return title.draft is None and bool(title.role.key("in")) and "ubnd" not in title.role.key("in", ())


def _former(titles: Sequence[Title]) -> list[bool]:
    """Which titles of a list are former ones: “nguyên” before one without a body of its own holds for the next too."""
    found: list[bool] = []
    for n, title in enumerate(titles):
        last = titles[n - 1] if n else None
        goes_on = last is not None and found[-1] and last.joined and not last.role.key("body") and _is_bare(last.draft)
        found.append(title.former or goes_on)
    return found


def _is_bare(draft: Draft | None) -> bool:
    """Whether a title names no body, or one of which it does not say where it is (“nguyên Bí thư Đảng ủy, Tổng Giám đốc Công ty A”)."""
    return draft is None or (bool(draft.entry.key("workplace")) and not (draft.placed or draft.parent or draft.tail))


def _title(page: Page, m: Mention, index: BodyIndex, lexicon: Lexicon, words: _Words) -> Title | None:
    draft = body_behind(page, m, index, lexicon)
    bare = bare_head(page, m, draft, index, lexicon)
    draft = None if bare else draft
    if m.entry.key("bound") and draft is None:
        return None
    if m.entry.key("behind") and page.folded[max(m.begin - 2, 0) : m.begin] not in _BEHIND:
        return None
    end = over_units_above(page, max(m.end, draft.end if draft else 0, bare.end if bare else 0), draft, index)
    end = _over_constituency(page, end, index, words) if m.entry.key("constituency") else end
    implied = m.entry.key("body")
    if draft is None and implied:
        named = _behind_space(f"organization/{implied}", lexicon).match(page.folded, m.end)
        end = named.end() if named else end
        if foreign(lexicon).match(page.folded, end) or (m.entry.key("single") and page.at("level", end + 1)):
            return None
    before = page.folded[max(m.begin - 20, 0) : m.begin]
    once, since = words.former.search(before), words.former_after.match(page.folded, end)
    begin = m.begin - len(once[0]) if once else m.begin
    unread = (
        draft is None
        and bare is None
        and (
            _is_unread(page, end, lexicon)
            or end + 1 in index.heads
            or small_head(page, end + 1, lexicon) is not None
            or duty_end(page, end, lexicon) > 0
            or bool(m.entry.key("committee") and _has_body_further(page, end, index, lexicon))
        )
    )
    return Title(
        begin,
        since.end() if since else end,
        m.entry,
        draft,
        bool(once or since),
        bool(words.plural.search(before)),
        False,
        unread,
        bare.entry if bare else None,
    )


def _is_unread(page: Page, end: int, lexicon: Lexicon) -> bool:
    """Whether a capitalised word follows a role that begins no person's name: that of a body that no list has (“Bí thư Xứ ủy”)."""
    word = _CAPITAL.match(page.text, end)
    return word is not None and page.folded[end + 1 : word.end()] not in lexicon.forms("person/surname")


def _has_body_further(page: Page, end: int, index: BodyIndex, lexicon: Lexicon) -> bool:
    """Whether a body with a small letter stands behind a word or two that nobody reads (“Phó bí thư thương trực huyện ủy”)."""
    at = end
    for _ in range(_UNREAD_WORDS):
        word = _SMALL.match(page.text, at)
        if word is None or page.at("cue", at + 1):
            return False
        at = word.end()
        if at + 1 in index.heads or small_head(page, at + 1, lexicon) is not None:
            return True
    return False


def _over_constituency(page: Page, end: int, index: BodyIndex, words: _Words) -> int:
    """The end of a title behind the place that its holder was elected in (“Đại biểu Quốc hội đoàn Nghệ An”)."""
    at = words.constituency.match(page.folded, end)
    place = index.places.get(at.end()) if at else None
    named = page.at("unit", at.end()) if at else None
    return place[0].end if place else named.end if named else end


@dataclass(frozen=True, slots=True)
class _Words:
    joint: re.Pattern[str]
    tied: re.Pattern[str]
    former: re.Pattern[str]
    former_after: re.Pattern[str]
    plural: re.Pattern[str]
    constituency: re.Pattern[str]
    historical: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of, word_of = lexicon.alternation, lexicon.words
    return _Words(
        joint=re.compile(
            rf"{term_of(lexicon)}(?: ?(?:\([^()]{{0,40}}\))? ?)(?:,|-|/)? ?(?:{any_of('sign/with')} |{any_of('sign/and')} )?"
            rf"(?:{any_of('cue/former')} )?|,? ?{any_of('sign/and')} ",
        ),
        tied=re.compile(rf" ?[-,] ?| {any_of('sign/with')} | {any_of('sign/and')} "),
        former=re.compile(rf"{word_of('cue/former')} $"),
        former_after=re.compile(rf" ?{any_of('cue/former-after')}"),
        constituency=re.compile(rf"(?:{term_of(lexicon)},? \(?|,? )(?:{any_of('sign/constituency')} )?"),
        historical=re.compile(rf" {any_of('person/historical')}\b"),
        plural=re.compile(
            rf"\b(?:{any_of('sign/plural', 'sign/several')}|\d\d?) (?:{any_of('person/address')} )?(?:{any_of('cue/former')} )?$"
        ),
    )


def term_of(lexicon: Lexicon) -> str:
    """A pattern for the term of a post behind it, or nothing (“khóa XIII”, “nhiệm kỳ 2021 - 2026”)."""
    number = r"[ivxlc\d]+(?: ?[-/] ?\d+)?\b"
    return rf"(?:,? \(?(?:{lexicon.alternation('sign/term')} {number}|{lexicon.alternation('sign/terms')})\)?){{0,2}}"


def can_share(role: Entry) -> bool:
    """Whether several persons can have a role in one body: that of a member or a deputy."""
    return bool(role.key("membership")) or role.id.startswith("role/pho-")


def drop_titles(titles: Sequence[tuple[Title, ...]], drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The bodies that stand by themselves, not inside a title."""
    spans = [(t.begin, t.end) for row in titles for t in row]
    return tuple(d for d in drafts if d.entry.key("office") or not any(b < d.end and d.begin < e for b, e in spans))


@cache
def _behind_space(entry_id: str, lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation(entry_id)}\b")
