"""Posts told in a life: a time, then what someone was (“Từ năm 1980 đến năm 1981: Phó Bí thư Thành đoàn; …”), or all that he once was."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus
from kgraph.rules.appointments import Given, Owners
from kgraph.rules.career_words import CareerWords, career_words
from kgraph.rules.lives import Telling, find_lives, the_dead
from kgraph.rules.names import NameMention
from kgraph.rules.organizations import Naming
from kgraph.rules.periods import Period, find_periods
from kgraph.rules.posts import Post, at_odds, post_of
from kgraph.rules.titles import Position, Title, positions_of
from kgraph.scan import Page, Span
from kgraph.text import fold

_VERB = 80
_CLAUSE = 300
"""The longest words that are quoted from the time on; behind a longer list only the post itself is."""


@dataclass(slots=True)
class _Stay:
    """Posts told together: the lists of titles by number, each with whether it follows the one before in time, and the time, if said.

    `status` where the words say it without a time; `begins` if a verb says that the posts begin then, `beside` if a word says that one is
    held beside another, `parted` if the posts of the time stand in two groups.
    """

    telling: Telling
    begin: int
    period: Period | None
    lists: list[int] = field(default_factory=list)
    in_turn: list[bool] = field(default_factory=list)
    status: HoldingStatus | None = None
    begins: bool = False
    end: int = 0
    beside: bool = False
    parted: bool = False


Told = tuple[Given, tuple[int, ...]]
"""Posts of a person, and the numbers of the lists of titles that they are read from."""


def find_careers(
    page: Page,
    names: Sequence[NameMention],
    lists: Sequence[tuple[Title, ...]],
    owners: Owners,
    naming: Naming,
    *,
    published: str | None = None,
) -> Iterator[Told]:
    """The posts that the lives of an article tell, in text order."""
    if not lists:
        return
    heads = {n: min(lists[i][0].begin for i in owned) for n, owned in owners.items() if owned}
    begins = [titles[0].begin for titles in lists]
    lives: dict[str, list[_Stay]] = {}
    for telling in find_lives(page, names, heads, naming.lexicon):
        first, last = bisect_left(begins, telling.begin), bisect_left(begins, telling.end)
        if first < last:
            stays = _stays(page, telling, range(first, last), names, lists, naming.lexicon)
            if found := list(stays):
                lives.setdefault(names[telling.person].name, []).extend(found)
    dead = the_dead(page, names, naming.lexicon) if lives else frozenset()
    told = (row for name, stays in lives.items() for row in _posts(page, stays, lists, naming, published, late=fold(name) in dead))
    yield from sorted(told, key=lambda row: row[0].end)


def _stays(
    page: Page, telling: Telling, inside: range, names: Sequence[NameMention], lists: Sequence[tuple[Title, ...]], lexicon: Lexicon
) -> Iterator[_Stay]:
    """The posts that one sentence tells, each group with its time; lists that do not follow a time or a verb of a life are left."""
    words = career_words(lexicon)
    periods = list(find_periods(page, telling.begin, telling.end, lexicon))
    starts = {p.begin: p for p in periods}
    named = [(n.lead, n.end) for n in _between(names, telling)]
    stay: _Stay | None = None
    last = telling.begin
    for i in inside:
        begin, end = lists[i][0].begin, lists[i][-1].end
        if any(t.former or t.plural for t in lists[i]) or _is_anothers(page, lists[i]):
            stay, last = None, end
            continue
        ahead = next((p for p in reversed(periods) if last <= p.begin and p.end <= begin), None)
        behind = _behind(page, end, telling.end, starts, words)
        gap = _without(page, last, begin, named)
        since = _without(page, ahead.end, begin, named) if ahead else ""
        if ahead and not behind and _opens(page, since, end, ahead, words):
            if stay:
                yield stay
            stay = _Stay(telling, ahead.begin, ahead.as_start, [i], [False], begins=bool(words.begins.search(since)))
            stop = next((p.begin for p in periods if p.begin >= end), telling.end)
            stay.parted = _is_parted(page, end, stop)
        elif stay and not (ahead if stay.period else behind) and (joint := _joint(gap, words)):
            stay.lists.append(i)
            stay.in_turn.append(bool(joint["then"]))
        else:
            if stay:
                yield stay
            stay = _first(page, telling, i, begin, behind, last, named, words)
        if stay and behind and stay.period in (None, behind):
            stay.period, stay.end = behind, behind.end
        last = behind.end if behind else end
    if stay:
        yield stay


def _is_anothers(page: Page, titles: Sequence[Title]) -> bool:
    """Whether one title is that of him whom the holder of the one right before it serves (“thư ký Bộ trưởng”)."""
    return any(page.text[one.end : other.begin] == " " for one, other in pairwise(titles))


def _is_parted(page: Page, begin: int, end: int) -> bool:
    """Whether more than seats stands behind a semicolon in what is told of one time: that may have come later."""
    at = page.text.find(";", begin, end)
    return at >= 0 and any(not (m.entry.key("membership") or m.entry.key("constituency")) for m in page.between("role", at, end))


def _first(
    page: Page, telling: Telling, i: int, begin: int, behind: Period | None, last: int, named: Sequence[Span], words: CareerWords
) -> _Stay | None:
    """The group that a list begins without a time before it: behind a verb of a life, or with the time behind it."""
    opening = _without(page, telling.begin, begin, named)
    if through := words.through.search(opening):
        return _Stay(telling, telling.begin, None, [i], [False], None if words.now.search(opening, through.start()) else "former")
    since = max(last, telling.begin)
    gap = _without(page, since, begin, named)
    if behind and words.held.search(gap) and not words.other.search(gap[-_VERB:]):
        return _Stay(telling, begin, behind, [i], [False], begins=bool(words.begins.search(gap)))
    if not telling.named and (being := words.being.fullmatch(opening)):
        return _Stay(telling, telling.begin, None, [i], [False], "former" if being["once"] else "held")
    return None


def _between(names: Sequence[NameMention], telling: Telling) -> Sequence[NameMention]:
    first = bisect_left(names, telling.begin, key=attrgetter("begin"))
    return names[first : bisect_right(names, telling.end, key=attrgetter("begin"))]


def _without(page: Page, begin: int, end: int, named: Sequence[Span]) -> str:
    """The folded words of a span without the person's name and forms of address."""
    parts: list[str] = []
    for lead, stop in named:
        if begin <= lead and stop <= end:
            parts.append(page.folded[begin:lead])
            begin = stop
    parts.append(page.folded[begin:end])
    return "".join(parts).replace("  ", " ")


def _opens(page: Page, gap: str, end: int, period: Period, words: CareerWords) -> bool:
    """Whether what stands between a time and a title says that someone was that then."""
    if words.other.search(gap) or period.behind != bool(words.when.match(gap)):
        return False
    if words.verb.fullmatch(gap) or words.colon.fullmatch(gap):
        return True
    listed = words.bare.fullmatch(gap) and words.stop.match(page.folded, end)
    return bool(listed) and (not period.point or not words.bare_reach.match(page.folded, end))


def _joint(gap: str, words: CareerWords) -> re.Match[str] | None:
    """The words between a title and the next of one group; None where the next is another one's or another clause's."""
    return None if words.other.search(gap) or words.clause.search(gap) else words.joint.fullmatch(gap)


def _behind(page: Page, end: int, stop: int, starts: Mapping[int, Period], words: CareerWords) -> Period | None:
    """The time right behind a title (“Giám đốc Sở Y tế từ năm 2012 đến nay”), in a bracket or not, that no further title follows."""
    gap = words.before_time.match(page.folded, end, stop)
    period = starts.get(gap.end()) if gap else None
    return period if period and words.after_time.match(page.folded, period.end) else None


def _posts(
    page: Page, stays: Sequence[_Stay], lists: Sequence[tuple[Title, ...]], naming: Naming, published: str | None, *, late: bool
) -> Iterator[Told]:
    """The posts of one life; what a later one replaces is a former one, and so is all of who has died (`late`)."""
    read = [_positions(page, stay, lists, naming) for stay in stays]
    beside = career_words(naming.lexicon).beside
    for n, (stay, rows) in enumerate(zip(stays, read, strict=True)):
        stay.beside = bool(beside.search(page.folded, lists[stay.lists[0]][0].begin, lists[stay.lists[-1]][-1].end))
        later = any(
            _replaces(other, theirs, stay, rows, naming.lexicon) for other, theirs in zip(stays[n + 1 :], read[n + 1 :], strict=True)
        )
        status = "former" if late else _status(stay, later, published)
        if status is None:
            continue
        bounds = _bounds(stay, rows, naming.lexicon, status)
        positions = []
        for position, (since, until) in zip(rows, bounds, strict=True):
            whole = (stay.begin, max(position.end, stay.end))
            short = whole[1] - whole[0] <= _CLAUSE
            said = (stay.period.begin, stay.period.end) if stay.period and not short else whole
            words = whole if short else (position.begin, position.end)
            told = replace(position, told=words, since=since, until=until, timed=said, former=status == "former")
            positions.append((told, status))
        if positions:
            yield Given(stay.telling.person, lists[stay.lists[-1]][-1].end, tuple(positions), "officials.career"), tuple(stay.lists)


def _positions(page: Page, stay: _Stay, lists: Sequence[tuple[Title, ...]], naming: Naming) -> list[Position]:
    """The positions of a group whose bodies are certain.

    Of two in turn the first has the body of the next where it names none (“Phó Chủ tịch rồi Chủ tịch UBND …”).
    """
    titles: list[Title] = []
    for number, i in enumerate(stay.lists):
        if titles and stay.in_turn[number] and titles[-1].draft is None:
            titles[-1] = replace(titles[-1], joined=True)
        titles.extend(lists[i])
    rows = zip(titles, positions_of(titles, naming), strict=True)
    return [p for t, p in rows if p.role.key("alone") or (p.organization and (p.sure or not p.bare) and _is_certain(page, t, naming))]


def _is_certain(page: Page, title: Title, naming: Naming) -> bool:
    """Whether the whole name of a body was read, and its place is not just that where somebody was born (“UBND tỉnh” Hà Bắc)."""
    draft = title.draft
    if draft and not career_words(naming.lexicon).ends.match(page.folded, title.end):
        return False
    if draft is None or draft.unit or (draft.parent and draft.parent.unit):
        return True
    word = draft.word or (draft.parent.word if draft.parent else None)
    return word is None or naming.scope.at([str(word.key("level")), str(word.key("also", ""))], [word.vi]) is not None


def _status(stay: _Stay, later: bool, published: str | None) -> HoldingStatus | None:
    """What a group of posts is by the day of the article; None where it may be the very news of it, or nothing says."""
    period = stay.period
    if period is None:
        return stay.status
    if period.until:
        return "former" if not published or period.until[:4] <= published[:4] else "held"
    if period.lasting:
        return "held"
    if later:
        return "former"
    if stay.begins and (not published or not period.since or period.since[:4] >= published[:4]):
        return None
    return "held" if not period.point or stay.begins else None


def _replaces(other: _Stay, theirs: Sequence[Position], stay: _Stay, rows: Sequence[Position], lexicon: Lexicon) -> bool:
    """Whether a later group tells of a full post of a later time."""
    if not other.period or not other.period.since or not stay.period or not stay.period.since or other.period.since <= stay.period.since:
        return False
    return bool(_full(theirs, lexicon) and _full(rows, lexicon))


def _are_in_turn(one: Post, other: Post) -> bool:
    """Whether two posts are hardly held at one time: two in one body, or such as nobody holds together."""
    return one.body == other.body or at_odds(one, other)


def _full(rows: Sequence[Position], lexicon: Lexicon) -> list[Post]:
    """The posts among some that are no seats."""
    posts = (post_of(p.role.concept, p.organization, "held", lexicon) for p in rows if not p.role.key("constituency"))
    return [post for post in posts if not post.seat]


def _bounds(stay: _Stay, rows: Sequence[Position], lexicon: Lexicon, status: HoldingStatus) -> list[tuple[str | None, str | None]]:
    """From when and until when each post of a group was held: all the time, unless several are told that are not held together."""
    period = stay.period
    if period is None:
        return [(None, None)] * len(rows)
    since = period.since if not period.point or stay.begins else None
    until = period.until if status == "former" else None
    full = _full(rows, lexicon)
    together = stay.beside or (sum(not p.party for p in full) <= 1 and not any(_are_in_turn(p, q) for p, q in combinations(full, 2)))
    if together and not stay.parted and not any(stay.in_turn):
        return [(since, until)] * len(rows)
    return [(None, None)] * len(rows)
