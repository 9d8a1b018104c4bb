"""Names of persons: runs of capitalised syllables that are nothing else and begin with a surname."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.name_doubts import has_acronym, is_misleading
from kgraph.rules.spans import covered
from kgraph.scan import Mention, Page, Span
from kgraph.text import UPPER, fold, slug

_CAPITAL = rf"[{UPPER}](?<![{UPPER}\d_].)(?<![^\W_]['’].)[^\W_]*+(?:['’][^\W\d_]++)?+"
_RUN = re.compile(rf"{_CAPITAL}(?: {_CAPITAL})++")
"""Capitalised words side by side, two or more."""
_RUN_BEFORE = re.compile(rf"(?:[{UPPER}][^\W\d_]* )+$")
_PARTICLE = re.compile(r"[hkyb]h?['’]\w")
_BEHIND_NAME = (", ", "; ", " -", " –", "- ", " (")
_FEWEST, _MOST = 2, 5
_LONGEST_SYLLABLE = 7


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name as written; `addressed` with a form of address, a rank or a degree before it, which `address` says folded."""

    begin: int
    end: int
    name: str
    addressed: bool
    lead: int
    address: str = ""


def find_names(page: Page, taken: Iterable[Span], lexicon: Lexicon) -> tuple[NameMention, ...]:
    """Names of persons in text order. `taken`: spans that are something else (bodies, titles, places).

    Without a surname a run is a name only behind a form of address; historical persons are left out, and so is a line in capitals.
    """
    surnames = lexicon.forms("person/surname")
    forms = page.of("person")
    ends = {m.end + 1 for m in forms}
    address = [(m.begin, m.end) for m in forms if not _inside_name(page, m.begin, surnames) and not _is_surname(page, m, ends, surnames)]
    blocked = covered(len(page.text), [*taken, *address])
    units = frozenset(slug(page.text[m.begin : m.end]) for m in page.of("unit"))
    found: list[NameMention] = []
    for begin, end in page.sentences:
        if page.text[begin:end].isupper():
            continue
        for run in _RUN.finditer(page.text, begin, end):
            for words in _pieces(run[0], run.start(), blocked):
                first = words[0][0]
                name = _name(page, words, lexicon, titled=first > 1 and bool(blocked[first - 2]))
                if name and (name.addressed or slug(name.name) not in units):
                    listed = found and _is_addressed_too(page, found[-1], name, lexicon)
                    found.append(replace(name, addressed=True, address=name.address or found[-1].address) if listed else name)
    return tuple(found)


def _is_addressed_too(page: Page, last: NameMention, name: NameMention, lexicon: Lexicon) -> bool:
    """Whether a form of address before a name is also that of the next in a plain list (“các đồng chí: A, B”)."""
    return last.addressed and is_plain_list(page, last.end, name.begin, lexicon)


def _inside_name(page: Page, begin: int, surnames: frozenset[str]) -> bool:
    """Whether a form of address is a syllable of a name (“Nguyễn Anh Cường”): a capital in a run that a surname begins."""
    if not page.text[begin].isupper():
        return False
    run = None if page.ends("unit", begin - 1) else _RUN_BEFORE.search(page.text, max(begin - 24, 0), begin)
    words = run[0].split() if run else []
    return any(w.istitle() and fold(w) in surnames for w in words[-3:])


def _is_surname(page: Page, m: Mention, behind: set[int], surnames: frozenset[str]) -> bool:
    """Whether a form of address that is also a surname stands behind another one (“đồng chí Ông Văn An”)."""
    return m.begin in behind and page.text[m.begin].isupper() and page.folded[m.begin : m.end] in surnames


def _pieces(run: str, begin: int, blocked: bytearray) -> Iterable[list[Span]]:
    """Maximal runs of unblocked words, of as many as a name has at least, in a run of words that begins at an offset."""
    piece: list[Span] = []
    for word in run.split(" "):
        end = begin + len(word)
        if not blocked[begin]:
            piece.append((begin, end))
        else:
            if len(piece) >= _FEWEST:
                yield piece
            piece = []
        begin = end + 1
    if len(piece) >= _FEWEST:
        yield piece


def _name(page: Page, words: Sequence[Span], lexicon: Lexicon, *, titled: bool) -> NameMention | None:
    """The name that a run of words is, or None; `titled` if a title or a body ends right before it, which makes capitals safe."""
    surnames, stops = lexicon.forms("person/surname"), lexicon.forms("stop/name-stop")
    if _is_no_name(page, words, lexicon, surnames):
        return None
    words = _in_capitals(page, words, surnames) if titled else words
    words = _trimmed(page, words, lexicon)
    if (abroad := _nation(lexicon).match(page.folded, words[0][0])) and abroad.end() >= words[-1][1]:
        return None
    lead = _lead_before(page.folded, words[0][0], lexicon)
    addressed = bool(lead and lead[0].strip())
    while not addressed and len(words) > _FEWEST and not _opens_name(page, words, lexicon):
        words = words[1:]
    begin, end = words[0][0], words[-1][1]
    folded = page.folded[begin:end]
    known = _opens_name(page, words, lexicon)
    if not _FEWEST <= len(words) <= _MOST or not (known or addressed) or is_misleading(page, words, lexicon, addressed=addressed):
        return None
    units = page.between("unit", begin, begin + 1)
    if folded.startswith(_groups(lexicon)):
        units += page.between("unit", words[1][0], words[1][0] + 1)
    if not addressed and any(m.end == end and m.entry.id == "unit/province" for m in units):
        return None
    if (
        (page.text[begin:end].isupper() and not (known and (addressed or titled) and len(words) > _FEWEST))
        or (page.text[begin:end].isupper() and max(e - b for b, e in words) > _LONGEST_SYLLABLE)
        or folded in lexicon.forms("person/historical")
        or folded in lexicon.forms("sign/country")
        or folded.startswith(_abroad(lexicon))
        or not stops.isdisjoint(page.folded[b:e] for b, e in words[:-1])
        or _stopped(lexicon).match(page.folded, words[-1][0])
    ):
        return None
    return NameMention(
        begin,
        end,
        _spelled(page.text[begin:end]),
        addressed,
        lead.start() if lead and addressed else begin,
        lead[0].strip() if lead else "",
    )


def _is_no_name(page: Page, words: Sequence[Span], lexicon: Lexicon, surnames: frozenset[str]) -> bool:
    """Whether a run is quickly seen to be no name: nothing in it begins one, nor does a form of address stand before it."""
    if page.text[slice(*words[0])].isupper() or any(_begins_name(page.folded[b:e], surnames) for b, e in words):
        return False
    if _opens_name(page, words, lexicon):
        return False
    return not ((lead := _lead_before(page.folded, words[0][0], lexicon)) and lead[0].strip())


def _in_capitals(page: Page, words: Sequence[Span], surnames: frozenset[str]) -> Sequence[Span]:
    """A run that begins with a name in capitals, up to the word that is not (“TRẦN VĂN BÌNH Gắn phát triển …”)."""
    upper = next((n for n, (b, e) in enumerate(words) if not page.text[b:e].isupper()), len(words))
    return words[:upper] if upper > _FEWEST and page.folded[slice(*words[0])] in surnames else words


def _begins_name(word: str, surnames: frozenset[str]) -> bool:
    """Whether a folded word is a surname, or a particle of the Highlands with a name (“H'Kim”, “K’Sor”)."""
    return word in surnames or bool(_PARTICLE.match(word))


def _opens_name(page: Page, words: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether a run begins with a surname, or with a rare one that the middle name of women tells (“Ría Thị Lem”)."""
    first = page.folded[slice(*words[0])]
    if _begins_name(first, lexicon.forms("person/surname")):
        return True
    woman = len(words) > _FEWEST and page.folded[slice(*words[1])] in lexicon.forms("person/middle-of-women")
    return woman and first not in lexicon.forms("stop/site") and page.text[slice(*words[0])].istitle()


def _spelled(name: str) -> str:
    """A name as written, one in capitals as others write it.

    >>> _spelled("LÊ MINH KHÔI"), _spelled("Y Thanh Hà Niê Kđăm")
    ('Lê Minh Khôi', 'Y Thanh Hà Niê Kđăm')
    """
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def _trimmed(page: Page, words: Sequence[Span], lexicon: Lexicon) -> Sequence[Span]:
    """A run without a province or a country before a surname, and without a word at its end that opens the next sentence."""
    unit = next((m for m in page.between("unit", words[0][0], words[0][0] + 1) if m.end < words[-1][1]), None)
    abroad = _nation(lexicon).match(page.folded, words[0][0], words[-1][1])
    before = unit.end if unit else abroad.end() if abroad else 0
    if before and (rest := [w for w in words if w[0] > before]) and page.folded[slice(*rest[0])] in lexicon.forms("person/surname"):
        words = rest if len(rest) >= _FEWEST else words
    while len(words) > _FEWEST and has_acronym(page, words[:2]) and page.text[slice(*words[0])].isupper():
        words = words[1:]
    while len(words) > _FEWEST and (role := page.at("role", words[-1][0])) and role.end > words[-1][1]:
        words = words[:-1]  # “đồng chí Lê Văn An Thường vụ Huyện ủy”
    while len(words) > _FEWEST and _opener(lexicon).match(page.folded, words[-1][0]) and not _is_given(page, words, lexicon):
        words = words[:-1]
    return words


def _is_given(page: Page, words: Sequence[Span], lexicon: Lexicon) -> bool:
    """Whether a word that could open a sentence is the given name: a middle name stands before it and a comma or a dash behind."""
    end = words[-1][1]
    return page.folded[slice(*words[-2])] in lexicon.forms("person/middle") and page.text.startswith(_BEHIND_NAME, end)


def is_plain_list(page: Page, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether only a comma, “và” and forms of address stand between two names."""
    return bool(_between(lexicon).fullmatch(page.folded[begin:end]))


def head_of_list(page: Page, names: Sequence[NameMention], last: int, first: int, lexicon: Lexicon) -> int:
    """The first name, not before one, of the plain list that ends with a name; names by number."""
    while last > first and is_plain_list(page, names[last - 1].end, names[last].begin, lexicon):
        last -= 1
    return last


def are_several(page: Page, name: NameMention, lexicon: Lexicon) -> bool:
    """Whether the words before a name say that it is the first of several (“các đồng chí”, “hai ông”)."""
    several = _several(lexicon)
    return bool(several.match(page.folded, name.lead) or several.search(page.folded, max(name.lead - 5, 0), name.lead))


@cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{lexicon.alternation('sign/plural')}|\d) ")


@cache
def _opener(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('stop/opener', 'stop/opening')}\b|{lexicon.alternation('stop/opener-of-date')} \d")


@cache
def _stopped(lexicon: Lexicon) -> re.Pattern[str]:
    """A word of two syllables that makes no name, of which only the first bears a capital."""
    return re.compile("|".join(rf"{form}\b" for form in sorted(lexicon.forms("stop/name-stop")) if " " in form))


def _lead_before(folded: str, begin: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The forms of address, ranks and degrees right before an offset; None where none ends there, which is quick to see."""
    window = max(begin - 40, 0)
    if not folded[window:begin].rstrip(" .:,").endswith(_ends_of_leads(lexicon)):
        return None
    return _lead(lexicon).search(folded, window, begin)


@cache
def _ends_of_leads(lexicon: Lexicon) -> tuple[str, ...]:
    forms = (form for kind in ("address", "rank", "degree") for form in lexicon.forms(f"person/{kind}"))
    return tuple(sorted({form.rstrip(" .:,").rpartition(" ")[2] for form in forms}))


@cache
def _abroad(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(f"{country} " for country in sorted(lexicon.forms("sign/country")) if " " in country)


@cache
def _groups(lexicon: Lexicon) -> tuple[str, ...]:
    """Words for those elected in a place, of which one is a surname too (“Đoàn Thanh Hóa”)."""
    return tuple(f"{word} " for word in sorted(lexicon.forms("sign/constituency")))


@cache
def _nation(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/viet-nam', 'sign/country')}\b")


@cache
def _lead(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.alternation("person/address", "person/rank", "person/degree")
    return re.compile(rf"(?:\b{words}[.:,]? ?)*$")


@cache
def _between(lexicon: Lexicon) -> re.Pattern[str]:
    words = lexicon.alternation("person/address", "person/rank", "person/degree")
    return re.compile(rf"(?:, ?| {lexicon.alternation('sign/and')} |; ?)(?:{words}[.:]? ?)*")
