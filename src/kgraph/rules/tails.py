"""What may stand between the head of a body and its place: a field, a number, a task, a name of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Page
from kgraph.text import UPPER, fold

_WORD = re.compile(rf"[^\W_](?:[\w&'’]|\.(?:(?=[^\W{UPPER}])|(?<=[{UPPER}]\.)(?=\w)))*")
_LONGEST, _LOWER, _TASK = 14, 7, 8
_NAME_RUN, _SHORTEST_NAME = 5, 3
_LONG_DASH = " – "
_DASH = (" - ", _LONG_DASH)
_FRACTION = re.compile(r"[.,]\d| ?%")
_SHORTEST_HEAD = 2
_NEXT_WORD = re.compile(rf" ([{UPPER}][^\W\d_]*)")
_LONG_FIELD = 12
"""Letters from which a field is the task of a board and not the verb of its sentence (“xây dựng nông thôn mới”, not “xây dựng”)."""

Tail = Callable[[Page, int, Lexicon], int]


def read_tail(mode: str, page: Page, at: int, lexicon: Lexicon) -> int:
    """The end of a tail of one mode that begins at an offset; the offset itself where there is none."""
    return _MODES[mode](page, at, lexicon)


def _field(page: Page, at: int, lexicon: Lexicon) -> int:
    field = page.at("field", at)
    if field is None:
        return at if begins_person(page, at, lexicon) else _open(page, at, lexicon)
    further = page.at("field", field.end + len(_LONG_DASH)) if page.text.startswith(_DASH, field.end) else None
    body = page.at("organization", further.begin) if further else None
    return further.end if further and (body is None or body.end <= further.end) else field.end


def _number(page: Page, at: int, lexicon: Lexicon) -> int:
    m = _number_pattern(lexicon).match(page.folded, at)
    return m.end() if m else at


@cache
def _number_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.alternation('sign/number')} )?\d+(?:[/-]\w+)?(?: {lexicon.alternation('sign/and')} \d+)?\b")


def _task(page: Page, at: int, lexicon: Lexicon) -> int:
    end = _number(page, at, lexicon)
    field = page.at("field", at)
    if field and field.end - at >= _LONG_FIELD:
        return field.end
    return end if end > at else _words(page, at, lexicon, limit=_TASK, lower=_TASK)


def _bloc(page: Page, at: int, lexicon: Lexicon) -> int:
    m = _bloc_pattern(lexicon).match(page.folded, at)
    if m is None:
        return at
    end = m.end() + 1 if page.text.startswith(" ", m.end()) else m.end()
    further = _words(page, end, lexicon, limit=_TASK, lower=_LOWER) if end > m.end() else end
    return further if further > end else m.end()


@cache
def _bloc_pattern(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('stop/bloc')}\b")


def _open(page: Page, at: int, lexicon: Lexicon) -> int:
    return _words(page, at, lexicon, limit=_LONGEST, lower=_LOWER)


def _village(page: Page, at: int, lexicon: Lexicon) -> int:
    """A number, or a name of one to three words that is not a person's."""
    end = _number(page, at, lexicon)
    if end > at:
        return end
    return at if begins_person(page, at, lexicon) else _words(page, at, lexicon, limit=7, lower=0)


def begins_person(page: Page, at: int, lexicon: Lexicon) -> bool:
    """Whether a surname and a frequent second syllable stand at an offset (“Giám đốc Sở Lê Văn An”)."""
    words = page.folded[at : at + 40].split(" ")[:2]
    return len(words) == 2 and words[0] in lexicon.forms("person/surname") and words[1] in lexicon.forms("person/middle")


def _name(page: Page, at: int, lexicon: Lexicon) -> int:
    return _words(page, at, lexicon, limit=4, lower=0)


_MODES: Mapping[str, Tail] = {
    "field": _field,
    "number": _number,
    "task": _task,
    "bloc": _bloc,
    "open": _open,
    "name": _name,
    "village": _village,
    "capital": _name,
}


def _words(page: Page, at: int, lexicon: Lexicon, *, limit: int, lower: int) -> int:
    """The end of a run of words: capitalised ones, and at most `lower` small ones between or behind them, up to a stop."""
    stops, small_stops, also = _stops(lexicon), _small_stops(lexicon), lexicon.forms("sign/and")
    ends: list[tuple[int, int, bool]] = []
    small = 0
    position, closed, compound = at, False, at
    while len(ends) < limit:
        m = _WORD.match(page.text, position)
        if m and m.start() >= compound:
            known = _compounds(lexicon).match(page.folded, m.start())
            compound = known.end() if known else at
            stop = stops.match(page.folded, m.start()) or small_stops.match(page.text, m.start())
            if stop or (known is None and _is_border(page, m.start(), lexicon, first=not ends)):
                m = None
        if m is None:
            closed = True
            break
        if _counts(page, m, lexicon):
            break
        if ends and (m[0].isdecimal() or page.at("organization", m.start())) and page.folded[ends[-1][0] : ends[-1][1]] in also:
            ends.pop()
            closed = True
            break
        if ends and page.text.endswith(_DASH, 0, m.start()) and _is_office(page, m.start()):
            closed = True
            break
        capital = m[0][0].isupper() or m[0][0].isdecimal()
        small = 0 if capital else small + 1
        if small > lower:
            break
        ends.append((m.start(), m.end(), capital))
        position = _over_joint(page.text, m.end())
        if position == m.end():
            closed = True
            break
    while ends and not ends[-1][2] and (not closed or page.folded[ends[-1][0] : ends[-1][1]] in also):
        ends.pop()
    whole = compound_end(page, ends[-1][1], lexicon) if ends else at
    return whole if ends and ends[-1][1] < whole <= position else _before_person(page, ends, lexicon) if ends else at


def compound_end(page: Page, end: int, lexicon: Lexicon) -> int:
    """The end of the word of several syllables that one ending at an offset begins (“Festival Di|sản”); else the offset itself."""
    first = page.text.rfind(" ", 0, end) + 1
    word = _compounds(lexicon).match(page.folded, first)
    return word.end() if word and word.end() > end else end


def _is_office(page: Page, at: int) -> bool:
    """Whether another body than an enterprise begins at an offset."""
    body = page.at("organization", at)
    return body is not None and body.entry.key("shape") != "named" and body.end - body.begin > _SHORTEST_HEAD


def _counts(page: Page, word: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a word is a number of something (“Công ty Minh Hằng 80 triệu đồng”, “Ngân hàng A góp 8,12 %”)."""
    return word[0].isdecimal() and bool(_FRACTION.match(page.text, word.end()) or _counted(lexicon).match(page.folded, word.end()))


def _over_joint(text: str, at: int) -> int:
    """The offset behind one joint between two words of a name; the offset itself where the name ends."""
    for joint in (" - ", " & ", "-", " – ", " "):
        if text.startswith(joint, at) and (joint != _LONG_DASH or text[at + len(joint) : at + len(joint) + 1].isupper()):
            return at + len(joint)
    return at


def _before_person(page: Page, ends: list[tuple[int, int, bool]], lexicon: Lexicon) -> int:
    """Cuts a person's name off a long run of capitals (“… Chu Văn An Nguyễn Văn Bình”)."""
    surnames = lexicon.forms("person/surname")
    run = 0
    for _, _, capital in reversed(ends):
        if not capital:
            break
        run += 1
    middles, historical = lexicon.forms("person/middle"), lexicon.forms("person/historical")
    for i in range(max(len(ends) - 4, 1), len(ends) - 1):
        begin, end, _ = ends[i]
        if i < len(ends) - run or page.folded[begin:end] not in surnames or page.folded[begin : ends[-1][1]] in historical:
            continue
        long = len(ends) - i >= _SHORTEST_NAME
        middle = page.folded[ends[i + 1][0] : ends[i + 1][1]] in middles and long
        initials = long and ends[i - 1][1] - ends[i - 1][0] > 1 and page.text[slice(*ends[i - 1][:2])].isupper()
        if middle or initials or (run >= _NAME_RUN and i > len(ends) - run + 1):
            return ends[i - 1][1]
    return ends[-1][1]


@cache
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" {lexicon.alternation('stop/counted')}\b")


@cache
def _compounds(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('stop/compound')}\b")


@cache
def _small_stops(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('stop/small-stop')}\b")


@cache
def _stops(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('stop/tail-stop')}\b")


def _is_border(page: Page, at: int, lexicon: Lexicon, *, first: bool) -> bool:
    """Whether another thing begins at an offset: a level word, a role, an event, a bare unit, a person, a committee.

    A body can be named by a profession (“Hội Nhà báo”) that elsewhere stands before a name, and “Anh” be a part of its own name.
    """
    other = any(page.at(kind, at) for kind in ("level", "role", "event", "unit"))
    person = page.at("person", at)
    own = first and person is not None and person.entry.id == "person/degree"
    if person is not None and not first and page.text[at].isupper():
        following = _NEXT_WORD.match(page.text, person.end)
        own = following is None or fold(following[1]) not in lexicon.forms("person/surname")
    return (
        other
        or (person is not None and not own)
        or any(m.entry.key("shape") in ("committee", "central") for m in page.between("organization", at, at + 1))
        or (not first and _is_short_body(page, at))
    )


def _is_short_body(page: Page, at: int) -> bool:
    """Whether a body that bears no name of its own begins at an offset with its initials (“Ban Chính sách pháp luật LĐLĐ tỉnh”)."""
    body = page.at("organization", at)
    if body is None or body.end - body.begin < _SHORTEST_NAME:
        return False
    return page.text[body.begin : body.end].isupper() and not body.entry.key("tail")
