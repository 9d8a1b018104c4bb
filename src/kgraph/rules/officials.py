"""Who is named with which posts: titles before a name, behind it, or shared by several names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus
from kgraph.rules.names import NameMention, is_plain_list
from kgraph.rules.organizations import BodyMention, Naming
from kgraph.rules.titles import Position, Title, positions_of
from kgraph.scan import Page
from kgraph.text import fold


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a person is named: the name, the positions given there with their status, the whole span, and the rule."""

    begin: int
    end: int
    name: NameMention
    positions: tuple[tuple[Position, HoldingStatus], ...]
    rule: str

    @property
    def person(self) -> str:
        """What makes two names of one article the same person: the folded name."""
        return _folded(self.name.name)


@lru_cache(maxsize=1 << 10)
def _folded(name: str) -> str:
    """A folded name; it is asked for wherever appearances are compared."""
    return fold(name)


@dataclass(frozen=True, slots=True)
class _Words:
    before: re.Pattern[str]
    after: re.Pattern[str]
    appoint: re.Pattern[str]
    give: re.Pattern[str]
    receive: re.Pattern[str]
    plural: re.Pattern[str]
    already: re.Pattern[str]
    once: re.Pattern[str]
    behalf: re.Pattern[str]
    passive: re.Pattern[str]
    historical: re.Pattern[str]
    leave: re.Pattern[str]
    propose: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    lead = rf"(?:{any_of('person/address', 'person/rank', 'person/degree')}[.:,]? ?)*"
    return _Words(
        before=re.compile(rf"(?: ?\([^()]{{0,40}}\))?(?P<direct> ?)(?P<joint>(?:,| ?-|:|;)? ?)(?:{any_of('sign/is')} )?{lead}"),
        after=re.compile(
            rf"(?: ?\([^()]{{0,40}}\))? ?(?:,|-|\(|:)? ?(?:{any_of('sign/is')} |{any_of('sign/now')} )?(?:{any_of('cue/former')} )?"
        ),
        appoint=re.compile(rf"\b{any_of('cue/appoint', 'cue/give-post', 'cue/take-office')}(?: {any_of('sign/post')})?:? ?$"),
        give=re.compile(rf"{any_of('cue/give-post')}(?: {any_of('sign/post')})?:? ?$"),
        receive=re.compile(rf"\b{any_of('cue/receive')}\b"),
        plural=re.compile(rf"{any_of('sign/plural')}\b"),
        already=re.compile(rf"\b{any_of('cue/already')}(?: [^\W\d_]+){{0,4}} ?$"),
        once=re.compile(rf"\b{any_of('cue/once')}\b[^.;]{{0,40}}$"),
        behalf=re.compile(rf"\b{any_of('cue/on-behalf')}(?: {any_of('sign/plural')})? $"),
        historical=re.compile(rf"\b{any_of('person/historical')}\b"),
        passive=re.compile(rf" {any_of('cue/passive')} [^,;.]{{0,30}}$"),
        leave=re.compile(rf"\b{any_of('cue/leave')}(?: {any_of('sign/post')})?:? ?$"),
        propose=re.compile(rf"\b{any_of('cue/propose')}\b"),
    )


def find_officials(
    page: Page, names: Sequence[NameMention], lists: Sequence[tuple[Title, ...]], bodies: Sequence[BodyMention], naming: Naming
) -> tuple[Appearance, ...]:
    """Every name of the page with the titles that belong to it, in text order; a name without any title has no positions."""
    words = _words(naming.lexicon)
    owners = _owners(page, names, lists, words, naming.lexicon)
    found = [_appearance(name, [lists[i] for i in sorted(owners.get(n, ()))], naming) for n, name in enumerate(names)]
    given = dict(_given(page, names, lists, owners, words, naming))
    merged = [_add(a, given[n]) if n in given else a for n, a in enumerate(found)]
    for n, seat in _seats(page, names, bodies, naming):
        merged[n] = _add(merged[n], seat)
    return tuple(_with_bodies(merged, bodies))


def _with_bodies(appearances: Sequence[Appearance], bodies: Sequence[BodyMention]) -> Iterator[Appearance]:
    """Posts without a body in the body that was last named before them and that the role can be in (“Chủ tịch Nguyễn Văn An”)."""
    settled = {(a.person, p.role.concept) for a in appearances for p, _ in a.positions if p.organization}
    for appearance in appearances:
        rows = [(_settled(p, appearance, settled, bodies), status) for p, status in appearance.positions]
        yield replace(appearance, positions=tuple(rows))


def _settled(position: Position, appearance: Appearance, settled: set[tuple[str, str]], bodies: Sequence[BodyMention]) -> Position:
    kinds = position.role.key("in")
    if position.organization or not kinds or (appearance.person, position.role.concept) in settled:
        return position
    last = bisect_right(bodies, position.begin, key=attrgetter("end"))
    near = next((b for b in reversed(bodies[:last]) if b.organization.kind in kinds), None)
    return replace(position, organization=near.organization, sure=False) if near else position


def _owners(
    page: Page, names: Sequence[NameMention], lists: Sequence[tuple[Title, ...]], words: _Words, lexicon: Lexicon
) -> dict[int, set[int]]:
    """Which lists of titles belong to which names (by number): the one right before, the one right behind, the one shared."""
    owners: dict[int, set[int]] = {}
    for i, titles in enumerate(lists):
        begin, end = titles[0].begin, titles[-1].end
        first = bisect_left(names, end, key=attrgetter("begin"))
        last = bisect_right(names, begin, key=attrgetter("end")) - 1
        following, preceding = first if first < len(names) else None, last if last >= 0 else None
        ahead = words.before.fullmatch(page.folded[end : names[following].begin]) if following is not None else None
        behind = words.after.fullmatch(page.folded[names[preceding].end : begin]) if preceding is not None else None
        direct = bool(ahead and not ahead["joint"].strip())
        if direct and following is not None and not (behind and _is_tied(page, names[preceding or 0].end, begin)):
            owners.setdefault(following, set()).add(i)
            _share(page, names, following, i, titles, owners, lexicon)
        elif behind and preceding is not None:
            owners.setdefault(preceding, set()).add(i)
        elif ahead and following is not None and not _is_taken(page, begin, words):
            owners.setdefault(following, set()).add(i)
            _share(page, names, following, i, titles, owners, lexicon)
    return owners


def _is_taken(page: Page, begin: int, words: _Words) -> bool:
    """Whether the words before a title say whose it is: another one's in whose name someone acts, or his who is given or leaves it."""
    before = page.folded[max(begin - 60, page.sentences[page.sentence_at(begin)][0]) : begin]
    return bool(words.behalf.search(before[-20:])) or _status(before, words) is not None


def _is_tied(page: Page, end: int, begin: int) -> bool:
    """Whether a dash or a bracket ties a title to the name before it."""
    gap = page.folded[end:begin].strip()
    return gap in ("-", "(") or (bool(gap) and gap[0] in "-(")


def _share(
    page: Page, names: Sequence[NameMention], first: int, i: int, titles: tuple[Title, ...], owners: dict[int, set[int]], lexicon: Lexicon
) -> None:
    """Gives a plural title (“các Phó Chủ tịch: A, B, C”) to every name of the plain list behind it."""
    if not titles[-1].plural and not titles[0].plural:
        return
    for n in range(first + 1, len(names)):
        if not is_plain_list(page, names[n - 1].end, names[n].begin, lexicon):
            return
        owners.setdefault(n, set()).add(i)


def _appearance(name: NameMention, lists: Sequence[tuple[Title, ...]], naming: Naming) -> Appearance:
    positions: list[tuple[Position, HoldingStatus]] = []
    former = False
    for titles in lists:
        for position in positions_of(titles, naming):
            former = position.former
            positions.append((position, "former" if former else "held"))
    begin = min([name.lead, *(t[0].begin for t in lists)])
    end = max([name.end, *(t[-1].end for t in lists)])
    rule = "officials.name" if not lists else "officials.title-name" if lists[0][0].begin < name.begin else "officials.name-title"
    return Appearance(begin, end, name, tuple(positions), rule)


def _given(
    page: Page,
    names: Sequence[NameMention],
    lists: Sequence[tuple[Title, ...]],
    owners: dict[int, set[int]],
    words: _Words,
    naming: Naming,
) -> Iterator[tuple[int, Appearance]]:
    """Posts that a sentence says a person is given or leaves: a verb of appointment before the titles, the person before the verb."""
    owned = {i for lists_of in owners.values() for i in lists_of}
    found: dict[int, Appearance] = {}
    for i, titles in enumerate(lists):
        begin, end = titles[0].begin, titles[-1].end
        sentence = page.sentences[page.sentence_at(begin)]
        before = page.folded[max(begin - 60, sentence[0]) : begin]
        leaving = words.leave.search(before)
        status = _status(before, words)
        if status is None or (i in owned and not leaving) or words.propose.search(before):
            continue
        positions = tuple((p, status) for p in positions_of(titles, naming))
        for person in _patients(page, names, sentence[0], begin, words, naming.lexicon):
            earlier = found[person].positions if person in found else ()
            found[person] = Appearance(names[person].lead, end, names[person], (*earlier, *positions), "officials.given")
    yield from found.items()


def _seats(page: Page, names: Sequence[NameMention], bodies: Sequence[BodyMention], naming: Naming) -> Iterator[tuple[int, Appearance]]:
    """Seats that a verb of appointment gives by the name of the committee alone (“được chỉ định vào Ban Chấp hành, Ban Thường vụ …”)."""
    words = _words(naming.lexicon)
    for n, body in enumerate(bodies):
        role = naming.lexicon.by_id.get(f"role/{body.entry.key('seat')}")
        first = n
        while (
            first > 0
            and bodies[first - 1].entry.key("seat")
            and is_plain_list(page, bodies[first - 1].end, bodies[first].begin, naming.lexicon)
        ):
            first -= 1
        begin, _ = page.sentences[page.sentence_at(body.begin)]
        before = page.folded[max(begin, bodies[first].begin - 60) : bodies[first].begin]
        person = next(iter(_patients(page, names, begin, body.begin, words, naming.lexicon)), None)
        if role is None or person is None or _status(before, words) != "appointed" or words.propose.search(before):
            continue
        held_in = body.organization.parent if body.entry.key("seat_in_parent") else body.organization
        position = Position(body.begin, body.end, role, held_in, former=False, sure=body.explicit, plural=False)
        yield person, Appearance(names[person].lead, body.end, names[person], ((position, "appointed"),), "officials.seat")


def _status(before: str, words: _Words) -> HoldingStatus | None:
    """What the words before a post say of it: given, left, or held by now; None where no verb of office stands there."""
    if words.leave.search(before):
        return "former"
    verb = words.appoint.search(before)
    if verb is None:
        return None
    ahead = before[: verb.start()]
    return "former" if words.once.search(ahead) else "held" if words.already.search(ahead) else "appointed"


def _patients(page: Page, names: Sequence[NameMention], sentence: int, begin: int, words: _Words, lexicon: Lexicon) -> list[int]:
    """Who is given a post: the last person before it, or before the “được” behind which another one gives it; with “các” the whole list.

    Whoever gives a post (“A trao quyết định bổ nhiệm Trưởng phòng”) does not get it: a verb of giving needs a word of receiving before it.
    """
    first, last = bisect_left(names, sentence, key=attrgetter("begin")), bisect_right(names, begin, key=attrgetter("end")) - 1
    before = range(first, last + 1)
    if not before:
        return []
    between = page.folded[names[last].end : begin]
    if words.historical.search(between):
        return []
    if len(before) > 1 and words.passive.search(page.folded, names[before[-2]].end, names[last].lead):
        return [before[-2]]
    verb = words.appoint.search(between)
    if verb and words.give.fullmatch(verb[0]) and not words.receive.search(between, 0, verb.start()):
        return []
    head = last
    while head > first and is_plain_list(page, names[head - 1].end, names[head].begin, lexicon):
        head -= 1
    return list(range(last, head - 1, -1)) if words.plural.match(page.folded, names[head].lead) else [last]


def _add(appearance: Appearance, given: Appearance) -> Appearance:
    return Appearance(
        appearance.begin, max(appearance.end, given.end), appearance.name, (*appearance.positions, *given.positions), given.rule
    )
