"""Who is named with which posts: titles before a name, behind it, or shared by several names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.model import Organization
from kgraph.rules.appointments import Given, find_given, status_before
from kgraph.rules.bare_heads import is_of_kind
from kgraph.rules.careers import find_careers
from kgraph.rules.deputies import find_deputies
from kgraph.rules.foreigners import find_foreigners, is_national
from kgraph.rules.headings import headed
from kgraph.rules.names import NameMention, are_several, head_of_list, is_plain_list
from kgraph.rules.organizations import BodyMention, Naming
from kgraph.rules.past_posts import Held, told_as_past, told_of_a_time
from kgraph.rules.title_lists import Joints, is_tied, joints_of, parted
from kgraph.rules.titles import Position, Title, can_share, positions_of
from kgraph.scan import Page
from kgraph.text import fold

_ASIDE_REACH, _KIN = 120, 20
_UNREAD = re.compile(r" ?[-,(–] ?(?:[A-ZĐƯ][A-ZĐƯ.&-]{1,7}(?: [A-ZĐƯ]{2,6})? ?[-,–] ?){1,2}")
_COMMAS = re.compile(r"(?: ?\([^()]*\))?, [^.;:“”\"]*, ")
_ASIDE = re.compile(r" ?\([^()]{0,80}\)")


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a person is named: the name, the positions given there with their status, the whole span, and the rule."""

    begin: int
    end: int
    name: NameMention
    positions: tuple[Held, ...]
    rule: str
    namesake: int = 0

    @property
    def person(self) -> str:
        """What makes two names of one article the same person: the folded name, and which of several who bear it (`namesake`)."""
        return f"{_folded(self.name.name)} {self.namesake}" if self.namesake else _folded(self.name.name)


@lru_cache(maxsize=1 << 10)
def _folded(name: str) -> str:
    """A folded name; it is asked for wherever appearances are compared."""
    return fold(name)


def find_officials(
    page: Page,
    names: Sequence[NameMention],
    lists: Sequence[tuple[Title, ...]],
    bodies: Sequence[BodyMention],
    naming: Naming,
    *,
    published: str | None = None,
) -> tuple[Appearance, ...]:
    """Every name of the page with the titles that belong to it, in text order; a name without any title has no positions.

    `published`: the day, month or year (EDTF) of the article, which says what of a life is over.
    """
    words = joints_of(naming.lexicon)
    lists = [part for titles in lists for part in parted(page, names, titles, words)]
    owners = _owners(page, names, lists, words, naming.lexicon)
    careers = list(find_careers(page, names, lists, owners, naming, published=published))
    told = {i for _, numbers in careers for i in numbers}
    owners = {n: rest for n, owned in owners.items() if (rest := owned - told)} if told else owners
    ends = [0, *(name.end for name in names)]
    found = [_appearance(page, name, [lists[i] for i in sorted(owners.get(n, ()))], naming, since=ends[n]) for n, name in enumerate(names)]
    givens = (*find_given(page, names, lists, owners, bodies, naming, told=told), *find_deputies(page, names, bodies, naming))
    for given in givens:
        found[given.person] = _add(found[given.person], given)
    found = [_holding(a, told_as_past(page, a.name, a.positions, naming.lexicon)) for a in found]
    found = [_holding(a, told_of_a_time(page, a.name, a.positions, naming.lexicon)) if a.positions else a for a in found]
    for given, _ in careers:
        found[given.person] = replace(found[given.person], positions=(*found[given.person].positions, *given.positions))
    abroad = find_foreigners(page, names, naming.lexicon)
    found = [_without_national(a, naming.lexicon) if a.positions and a.person in abroad else a for a in found]
    return tuple(_with_bodies(found, bodies, {p.begin: _sentence(page, p.begin) for g in givens for p, _ in g.positions}, naming.lexicon))


def _without_national(appearance: Appearance, lexicon: Lexicon) -> Appearance:
    """An appearance without the posts in bodies of Viet Nam."""
    return replace(appearance, positions=tuple((p, status) for p, status in appearance.positions if not is_national(p, lexicon)))


def _sentence(page: Page, at: int) -> int:
    """Where the sentence of an offset begins."""
    return page.sentences[page.sentence_at(at)][0]


def _with_bodies(
    appearances: Sequence[Appearance], bodies: Sequence[BodyMention], since: Mapping[int, int], lexicon: Lexicon
) -> Iterator[Appearance]:
    """Posts without a body in the body that was last named before them and that the role can be in (“Chủ tịch Nguyễn Văn An”).

    `since`: from where on a post that a verb gives, by its offset, can have its body: who is made a chair is that of no other sentence.
    """
    settled = {(a.person, p.role.concept) for a in appearances for p, _ in a.positions if p.organization}
    sure = [(a.person, p) for a in appearances for p, _ in a.positions if p.sure and p.organization]
    named = {(person, p.role.concept, p.organization.kind): p for person, p in reversed(sure) if p.organization}
    named |= {(person, p.role.concept, ""): p for person, p in reversed(sure)}
    only = _only_ones(bodies)
    for appearance in appearances:
        if not appearance.positions:
            yield appearance
            continue
        begins = {p.begin for p, _ in appearance.positions}
        known = [(_again(p, appearance.person, named, only), status) for p, status in appearance.positions]
        rows = [
            (p if begins & _right_behind(p) else _settled(p, appearance, settled, bodies, since.get(p.begin, 0), lexicon), status)
            for p, status in known
        ]
        yield _holding(appearance, tuple(rows))


def _only_ones(bodies: Sequence[BodyMention]) -> dict[str, Organization]:
    """The bodies, by kind, that are a part of another one and the only one of their kind in an article."""
    keys: dict[str, dict[str, Organization]] = {}
    for body in (b.organization for b in bodies if b.organization.parent):
        keys.setdefault(body.kind, {})[body.key] = body
    return {kind: next(iter(rows.values())) for kind, rows in keys.items() if len(rows) == 1}


def _again(position: Position, person: str, named: Mapping[tuple[str, str, str], Position], only: Mapping[str, Organization]) -> Position:
    """A post whose body nothing places, in the body of its kind in which the same person is said to hold it, or the only one there is."""
    body = position.organization
    if position.bare and not position.sure and (known := named.get((person, position.role.concept, ""))):
        return replace(position, organization=known.organization)
    if body is None or position.sure or body.jurisdiction or body.parent:
        return position
    known = named.get((person, position.role.concept, body.kind))
    meant = known.organization if known else only.get(body.kind, body)
    return position if meant is body else replace(position, organization=meant)


def _right_behind(position: Position) -> set[int]:
    """Where the next post of the same list can begin, of which a post without a body is not known to have the body."""
    return set(range(position.end + 1, position.end + 5))


def _settled(
    position: Position, appearance: Appearance, settled: set[tuple[str, str]], bodies: Sequence[BodyMention], since: int, lexicon: Lexicon
) -> Position:
    if (
        position.organization
        or not position.bare
        or not (position.head or position.role.key("in"))
        or (appearance.person, position.role.concept) in settled
    ):
        return position
    last = bisect_right(bodies, position.begin, key=attrgetter("end"))
    fitting = (b for b in reversed(bodies[:last]) if position.head or b.begin >= since)
    near = next((o for b in fitting for o in _with_above(b.organization) if _can_be_in(position, o, lexicon)), None)
    return replace(position, organization=near, sure=False) if near else position


def _can_be_in(position: Position, body: Organization, lexicon: Lexicon) -> bool:
    """Whether a post can be in a body of a kind: that which its own words say, else one that the role is known in."""
    entry = lexicon.by_id.get(f"organization/{body.kind}")
    return bool(entry and is_of_kind(entry, position.head)) if position.head else body.kind in position.role.key("in", ())


def _with_above(body: Organization) -> Iterator[Organization]:
    """A body and those that it is a part of."""
    above: Organization | None = body
    while above is not None:
        yield above
        above = above.parent


def _owners(
    page: Page, names: Sequence[NameMention], lists: Sequence[tuple[Title, ...]], words: Joints, lexicon: Lexicon
) -> dict[int, set[int]]:
    """Which lists of titles belong to which names (by number): the one right before, the one right behind, the one shared."""
    owners: dict[int, set[int]] = {}
    for i, titles in enumerate(lists):
        begin, end = titles[0].begin, titles[-1].end
        first = bisect_left(names, end, key=attrgetter("begin"))
        last = bisect_right(names, begin, key=attrgetter("end")) - 1
        following, preceding = first if first < len(names) else None, last if last >= 0 else None
        ahead = words.before.fullmatch(page.folded[end : names[following].begin]) if following is not None else None
        behind = _is_behind(page, names[preceding].end, begin, words) if preceding is not None else None
        if ahead and following is not None and _is_sentence_end(page, end, names[following]):
            ahead = None
        if ahead and ahead["joint"].strip() == "," and words.kin.search(page.folded, max(begin - _KIN, 0), begin):
            ahead = None
        if ahead and following is not None and ahead["joint"].strip() == "," and _is_anothers(page, begin, names[following], words):
            ahead = None
        if ahead and ahead["list"] and not (titles[0].plural or titles[-1].plural):
            ahead = None
        under = list(headed(page, names, following, lists, i, lexicon)) if following is not None else []
        direct = bool(ahead and not ahead["joint"].strip())
        if under:
            for n in under:
                owners.setdefault(n, set()).add(i)
        elif direct and following is not None and not (behind and is_tied(page, names[preceding or 0].end, begin)):
            owners.setdefault(following, set()).add(i)
            _share(page, names, following, i, titles, owners, lexicon)
        elif behind and preceding is not None:
            for n in _sharers(page, names, preceding, titles, lexicon):
                owners.setdefault(n, set()).add(i)
        elif ahead and following is not None and not _is_taken(page, begin, words, lexicon):
            owners.setdefault(following, set()).add(i)
            _share(page, names, following, i, titles, owners, lexicon)
        elif following is not None and _opens_for(page, begin, end, names[following], words):
            owners.setdefault(following, set()).add(i)
    return owners


def _is_behind(page: Page, end: int, begin: int, words: Joints) -> bool:
    """Whether a list of titles stands right behind a name, or behind an abbreviation that is not read (“A - UVX, Bí thư …”)."""
    return bool(words.after.fullmatch(page.folded[end:begin]) or _UNREAD.fullmatch(page.text, end, begin))


def _opens_for(page: Page, begin: int, end: int, name: NameMention, words: Joints) -> bool:
    """Whether a title in which someone acts opens the sentence of the next name, an aside between (“Là Bí thư chi bộ, …, ông A …”)."""
    opens, stop = page.sentences[page.sentence_at(begin)]
    if name.lead >= stop or name.lead - end > _ASIDE_REACH or not words.capacity.fullmatch(page.folded, opens, begin):
        return False
    return not page.between("role", end, name.lead) and bool(_COMMAS.fullmatch(page.text, end, name.lead))


def _is_sentence_end(page: Page, end: int, name: NameMention) -> bool:
    """Whether a title ends in a full stop and the form of address behind it opens a sentence (“… Trường Chính trị TP. Ông An”)."""
    return page.text[end - 1] == "." and name.lead < name.begin and page.text[name.lead].isupper()


def _is_anothers(page: Page, begin: int, name: NameMention, words: Joints) -> bool:
    """Whether a title behind “của” is no apposition of the name behind its comma, which has its own (“lệnh của Giám đốc, ông A, Phó …”)."""
    own = any(page.at("role", name.end + gap) for gap in (2, 3))
    acts = page.text.startswith(" ", name.end) and page.text[name.end + 1 : name.end + 2].islower()
    return bool(words.whose.search(page.folded, max(begin - _KIN, 0), begin)) and (own or acts)


def _is_taken(page: Page, begin: int, words: Joints, lexicon: Lexicon) -> bool:
    """Whether the words before a title say whose it is: another one's in whose name someone acts, or his who is given or leaves it."""
    before = page.folded[max(begin - 60, page.sentences[page.sentence_at(begin)][0]) : begin]
    return bool(words.behalf.search(before[-20:])) or status_before(before, lexicon) is not None


def _share(
    page: Page, names: Sequence[NameMention], first: int, i: int, titles: tuple[Title, ...], owners: dict[int, set[int]], lexicon: Lexicon
) -> None:
    """Gives a plural title (“các Phó Chủ tịch: A, B, C”) to every name of the plain list behind it."""
    if not titles[-1].plural and not titles[0].plural:
        return
    for n in range(first + 1, len(names)):
        if not is_plain_list(page, _over_bracket(page, names[n - 1].end), names[n].begin, lexicon):
            return
        owners.setdefault(n, set()).add(i)


def _over_bracket(page: Page, end: int) -> int:
    """The offset behind what a bracket says of a name that ends at an offset, or the offset itself."""
    aside = _ASIDE.match(page.text, end)
    return aside.end() if aside else end


def _sharers(page: Page, names: Sequence[NameMention], last: int, titles: tuple[Title, ...], lexicon: Lexicon) -> range:
    """Whose a title behind a name is: that one's, or a deputy's all those of “các đồng chí A, B - Phó Chủ tịch …”."""
    if not all(can_share(t.role) for t in titles):
        return range(last, last + 1)
    head = head_of_list(page, names, last, 0, lexicon)
    return range(head if are_several(page, names[head], lexicon) else last, last + 1)


def _appearance(page: Page, name: NameMention, lists: Sequence[tuple[Title, ...]], naming: Naming, *, since: int) -> Appearance:
    """A name with its titles; the span reaches back to no title before another name, which ends at `since`, and over a term behind them."""
    positions: list[Held] = []
    former = False
    for titles in lists:
        for position in positions_of(titles, naming):
            former = position.former
            positions.append((position, "former" if former else "held"))
    begin = min([name.lead, *(t[0].begin for t in lists if t[0].begin >= since)])
    last = max((t[-1].end for t in lists), default=0)
    term = joints_of(naming.lexicon).term.match(page.folded, last) if last > name.end else None
    end = max(name.end, term.end() if term else last)
    rule = "officials.name" if not lists else "officials.title-name" if lists[0][0].begin < name.begin else "officials.name-title"
    return Appearance(begin, end, name, tuple(positions), rule)


def _holding(appearance: Appearance, positions: tuple[Held, ...]) -> Appearance:
    """The appearance with other positions; most have none, or keep theirs."""
    return appearance if positions == appearance.positions else replace(appearance, positions=positions)


def _add(appearance: Appearance, given: Given) -> Appearance:
    positions = (*appearance.positions, *given.positions)
    return replace(appearance, end=max(appearance.end, given.end), positions=positions, rule=given.rule)
