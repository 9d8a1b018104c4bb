"""Bodies as written: a head, what stands between, a parent, a place. Drafts; `rules/organizations` decides which body is meant."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Unit
from kgraph.rules.body_heads import behind_centre, central_head, heads, is_national
from kgraph.rules.places import PlaceMention
from kgraph.rules.tails import compound_end, read_tail
from kgraph.rules.unread_tails import goes_on
from kgraph.scan import Mention, Page
from kgraph.text import UPPER, fold

_NUMBERED = re.compile(r" \d\d?\b")
"""The number of a school that shares its place's name with others."""
_NAME_WORD = re.compile(rf" (?:[-–] )?([{UPPER}\d][^\W_]*)")
_CAPITALISED = re.compile(rf"(?<![^\W_])[{UPPER}][\w&.'’]*")
_SMALL_WORD = re.compile(r" ([^\W\d_]+)")
_SMALL_WORDS = 4
_LONGEST_EVENT = 80
_ACRONYM = re.compile(rf" \([{UPPER}][{UPPER}&.-]{{1,10}}\)(?= )")


@dataclass(frozen=True, slots=True)
class Draft:
    """A body as written. `unit` is the place named with it, `word` a level word without a name, `central` a word for the centre.

    `unread` where words that nobody reads go on with its name (“Ban Chỉ đạo các Chương trình mục tiêu quốc gia”): it is none of the place.
    """

    begin: int
    end: int
    entry: Entry
    tail: str = ""
    parent: Draft | None = None
    unit: Unit | None = None
    word: Entry | None = None
    central: bool = False
    national: bool = False
    head: str = ""
    unread: bool = False

    @property
    def placed(self) -> bool:
        """Whether its own words say where it is."""
        return bool(self.unit or self.word or self.central or self.national or (self.parent and self.parent.placed))


@dataclass(frozen=True, slots=True)
class BodyIndex:
    heads: Mapping[int, Mention]
    in_order: tuple[Mention, ...]
    places: Mapping[int, tuple[PlaceMention, Unit]]
    words: Mapping[int, Mention]


def find_bodies(page: Page, index: BodyIndex, lexicon: Lexicon) -> tuple[Draft, ...]:
    """All bodies of a page in text order; a parent named inside another body's name is not listed again."""
    found: list[Draft] = []
    end = 0
    for m in index.in_order:
        if m.begin < end:
            continue
        draft = _read(page, m, index, lexicon, depth=0)
        if draft:
            draft = _of_ministry(page, draft, index, lexicon)
            found.append(draft)
            end = draft.end
    return tuple(found)


def _of_ministry(page: Page, draft: Draft, index: BodyIndex, lexicon: Lexicon) -> Draft:
    """A department with the ministry behind its comma that it is a part of (“Cục Ngoại vụ, Bộ Ngoại giao”)."""
    above = index.heads.get(draft.end + 2) if draft.entry.key("of_ministry") and page.text.startswith(", ", draft.end) else None
    if above is None or above.entry.id != "organization/bo" or draft.placed or draft.parent:
        return draft
    parent = _read(page, above, index, lexicon, depth=1)
    return _replace(draft, parent.end, parent=parent) if parent else draft


def read_body(page: Page, at: int, index: BodyIndex, lexicon: Lexicon, *, head: Mention | None = None, lower: bool = False) -> Draft | None:
    """The body whose head begins at an offset, as `find_bodies` reads it, or that `head` gives; None where there is none.

    With `lower` its own name may begin with a small letter (“Hiệp hội du lịch Đà Nẵng”), as behind a role, where it is no verb.
    """
    head = index.heads.get(at, head)
    return _read(page, head, index, lexicon, depth=0, lower=lower) if head else None


def index_bodies(page: Page, places: Sequence[tuple[PlaceMention, Unit]], lexicon: Lexicon) -> BodyIndex:
    """The heads, places and level words of a page, by where they begin; a head behind “Trung ương” by both beginnings."""
    known = heads(page)
    in_order = tuple(central_head(page, m, lexicon) for m in known)
    return BodyIndex(
        {m.begin: m for m in (*known, *in_order)}, in_order, {p.begin: (p, u) for p, u in places}, {m.begin: m for m in page.of("level")}
    )


def _read(page: Page, head: Mention, index: BodyIndex, lexicon: Lexicon, *, depth: int, lower: bool = False) -> Draft | None:
    entry, tail_end = head.entry, head.end
    if entry.key("of_event") and (end := _event_end(page, head.end, lexicon)):
        return Draft(head.begin, end, lexicon.entry(f"organization/{entry.key('of_event')}"), page.text[head.end : end].strip())
    begin = _over_initials(page, head.end)
    if mode := entry.key("tail"):
        tail_end = _tail_end(page, head._replace(end=begin), str(mode), index, lexicon, lower=lower)
        tail_end = tail_end if tail_end > begin else head.end
        if tail_end == head.end and entry.key("needs_tail"):
            return None
    tail = page.text[begin:tail_end].strip(" ")
    draft = Draft(head.begin, tail_end, entry, tail, head=_written(page, head, lexicon) if entry.key("written") else "")
    shape = entry.key("shape")
    if (
        (part := entry.key("part"))
        and tail_end + 1 in index.heads
        and (parent := _read(page, index.heads[tail_end + 1], index, lexicon, depth=1))
    ):
        return Draft(head.begin, parent.end, lexicon.entry(f"organization/{part}"), parent=parent, head=str(entry.key("part_label")))
    if shape == "central" and foreign(lexicon).match(page.folded, draft.end):
        return None
    if tail and mode in ("open", "field") and (place := _rest_of_name(page, tail_end, index, lexicon, named=shape == "named")):
        number = _NUMBERED.match(page.text, place)
        end = number.end() if number else place
        return _replace(draft, end, tail=page.text[begin:end].strip(" "))
    if shape == "central" or (shape == "named" and tail):
        return draft
    draft = _with_surroundings(page, draft, index, lexicon, depth=depth)
    if mode == "task" and not (tail or draft.placed or draft.parent) and goes_on(page, draft.end, lexicon):
        draft = _replace(draft, draft.end, unread=True)
    listed = entry.key("listed") and page.text.startswith(", ", draft.end) and page.at("role", draft.end + 2)
    return None if entry.key("bound") and not (draft.placed or draft.parent or tail or listed) else draft


def _over_initials(page: Page, at: int) -> int:
    """The offset behind the initials of a head in brackets that its name goes on behind (“Ban Quản lý (BQL) dự án A”)."""
    initials = _ACRONYM.match(page.text, at)
    return initials.end() if initials else at


def _rest_of_name(page: Page, at: int, index: BodyIndex, lexicon: Lexicon, *, named: bool) -> int:
    """The end of a place that makes no unit of its own there, or of a part of the country, right behind a name; 0 where there is none."""
    if region := _region(lexicon).match(page.folded, at):
        return region.end()
    if named and at + 1 in index.words and at + 1 in index.places:
        return index.places[at + 1][0].end
    place = page.at("unit", at + 1) if page.text.startswith(" ", at) else None
    return place.end if place and (named or at + 1 not in index.places) else 0


def _written(page: Page, head: Mention, lexicon: Lexicon) -> str:
    """The head as written, without a “Trung ương” before it, with a capital where its kind has one."""
    words = page.text[behind_centre(page, head, lexicon) : head.end]
    return words[0].upper() + words[1:] if head.entry.vi[0].isupper() else words


def _event_end(page: Page, at: int, lexicon: Lexicon) -> int:
    """The end of the name of an event or a contest right behind a board that organises it; 0 where there is none."""
    begin = at + 1 if page.text.startswith(" ", at) else 0
    m = next((m for kind in ("event", "campaign") if begin and (m := page.at(kind, begin)) and not m.entry.key("verb")), None)
    if m is None:
        return 0
    end, surnames, middles = _over_small_words(page, m.end, lexicon), lexicon.forms("person/surname"), lexicon.forms("person/middle")
    for word in _NAME_WORD.finditer(page.text, end, end + _LONGEST_EVENT):
        following = _NAME_WORD.match(page.text, word.end())
        person = following and fold(word[1]) in surnames and fold(following[1]) in middles
        if word.start() != end or person:
            break
        end = word.end()
    return compound_end(page, end, lexicon)


def _over_small_words(page: Page, at: int, lexicon: Lexicon) -> int:
    """The offset behind a few small words that a capital follows (“Lễ hội chọi trâu Đồ Sơn”); the offset itself where none does."""
    stops, end = lexicon.forms("stop/tail-stop"), at
    for _ in range(_SMALL_WORDS):
        if end > at and _NAME_WORD.match(page.text, end):
            return end
        word = _SMALL_WORD.match(page.text, end)
        if word is None or word[1][0].isupper() or word[1] in stops:
            break
        end = word.end()
    return at


def _tail_end(page: Page, head: Mention, mode: str, index: BodyIndex, lexicon: Lexicon, *, lower: bool) -> int:
    at = head.end + 1
    if page.text[head.end : at] != " ":
        return head.end
    if at in index.places and mode not in ("number", "capital"):
        bare = head.entry.key("shape") == "named" and head.entry.key("needs_tail") and not index.places[at][0].headed
        return index.places[at][0].end if bare else head.end
    if mode == "capital" and (place := page.at("unit", at)):
        return place.end
    first = page.text[at : at + 1]
    lowered = not (first.isupper() or first.isdecimal())
    if mode == "field" and lowered and not lower and (page.at("cue", at) or not page.at("field", at)):
        return head.end
    small = mode == "open" and not head.entry.key("lower_tail") and lowered
    if small and not lower:
        return head.end
    end = read_tail(mode, page, at, lexicon)
    if small and end + 1 not in index.places and end + 1 not in index.words:
        capitals = list(_CAPITALISED.finditer(page.text, at, end))
        end = capitals[-1].end() if capitals else at
    return end if end > at else head.end


def _with_surroundings(page: Page, draft: Draft, index: BodyIndex, lexicon: Lexicon, *, depth: int) -> Draft:
    """The draft with what stands right behind it: a parent, a place, a level word, or the centre."""
    for begin in _continuations(page, draft, lexicon):
        apart = page.text.startswith(", ", begin - 2)
        if begin in index.heads and not apart and depth < 3 and draft.entry.key("shape") in ("section", "body"):
            parent = _read(page, index.heads[begin], index, lexicon, depth=depth + 1)
            if parent and not _is_peer(draft.entry, parent.entry):
                return _replace(draft, parent.end, parent=parent)
        if begin in index.places:
            place, unit = index.places[begin]
            if _fits(draft.entry, unit, draft.tail):
                return _replace(draft, place.end, unit=unit)
        if begin in index.words and draft.entry.key("shape") != "committee":
            word = index.words[begin]
            return _replace(draft, word.end, word=word.entry)
        if m := _centre(lexicon).match(page.folded, begin):
            return _replace(draft, m.end(), central=True)
        if m := _nation(lexicon).match(page.folded, begin):
            return _replace(draft, m.end(), national=True)
    if draft.entry.key("national") and is_national(page, draft.begin, draft.end, lexicon):
        return _replace(draft, draft.end, national=True)
    return draft


def _continuations(page: Page, draft: Draft, lexicon: Lexicon) -> list[int]:
    """Offsets at which the rest of a body's name can begin: after a space, or after “của” where the head allows it."""
    begins = [draft.end + 1] if page.text[draft.end : draft.end + 1] == " " else []
    if short := _ACRONYM.match(page.text, draft.end):
        begins = [short.end() + 1]
    if begins and (m := _constituency(lexicon).match(page.folded, draft.end)):
        begins.append(m.end())
    if draft.entry.key("shape") == "section" and page.text.startswith(" - ", draft.end):
        begins.append(draft.end + 3)
    if draft.entry.key("comma") and page.text.startswith(", ", draft.end):
        begins.append(draft.end + 2)
    if draft.entry.key("of_link") or draft.entry.key("tail") == "task":
        m = _of(lexicon).match(page.folded, draft.end)
        if m:
            begins.append(m.end())
    return begins


def _is_peer(entry: Entry, parent: Entry) -> bool:
    """Two governing bodies side by side are two bodies, not one inside the other."""
    return bool(entry.key("governs") and parent.key("governs") and entry.key("shape") != "section" and entry.key("acts", True) is not False)


def _fits(entry: Entry, unit: Unit, tail: str) -> bool:
    return unit.level in entry.key("levels", (unit.level,)) or bool(tail and entry.key("tail") == "bloc")


def _replace(draft: Draft, end: int, **fields: object) -> Draft:
    values = {name: getattr(draft, name) for name in Draft.__slots__} | {"end": end} | fields
    return Draft(**values)


@cache
def foreign(lexicon: Lexicon) -> re.Pattern[str]:
    """A country behind the name of a body, which makes it that of another State."""
    country, polity = lexicon.alternation("sign/country"), lexicon.alternation("sign/polity")
    return re.compile(rf" \(?(?:{country}\b|{polity} (?!{lexicon.alternation('sign/own-polity')}))")


@cache
def _region(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/region')}\b")


@cache
def _centre(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/centre')}\b")


@cache
def _nation(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/viet-nam')}\b")


@cache
def _constituency(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/constituency')} ")


@cache
def _of(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('sign/of')} ")
