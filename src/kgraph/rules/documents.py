"""Documents as written: a type with its number, several numbers behind one type, or a name instead of a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.designations import Designation, read_designation
from kgraph.rules.numerals import as_roman, number
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning, beginning_at, within
from kgraph.scan import Page


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as written: its type, its number or its name, and the date and issuer that its own words give."""

    begin: int
    end: int
    entry: Entry
    designation: Designation | None = None
    name: str | None = None
    date: DateMention | None = None
    issuer: BodyMention | None = None
    full_end: int = 0
    canonical: str | None = None
    unique: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    number: re.Pattern[str]
    counted: re.Pattern[str]
    more: re.Pattern[str]
    of: re.Pattern[str]
    date: re.Pattern[str]
    plenum: re.Pattern[str]
    session: re.Pattern[str]
    congress: re.Pattern[str]
    terms: re.Pattern[str]
    law: re.Pattern[str]
    year: re.Pattern[str]
    joined: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    centre, party, ordinal, term = any_of("sign/centre"), any_of("sign/party"), any_of("sign/ordinal"), any_of("sign/term")
    numeral = r"(?:[ivxlc]+|\d+|[^\W\d_]+)"
    roman = r"(?:[ivx]+|\d+)"
    return _Words(
        number=re.compile(rf"\s?(?:{any_of('sign/number')})?\s?:? ?"),
        counted=re.compile(rf" {any_of('stop/counted')}\b"),
        more=re.compile(rf"(?:,|;)? ?(?:{any_of('sign/and')} )?(?:{any_of('sign/number')} )?"),
        of=re.compile(rf",? ?(?:\(?{term} {roman}\)?,? ?)?{any_of('sign/of')} "),
        date=re.compile(r",? ?\(?"),
        plenum=re.compile(
            rf" ?{centre} ?(\d+|{roman})\b,? ?\(?(?:{term} ({roman}(?:(?:, ?| {any_of('sign/and')} )(?:{term} )?{roman}\b)*))?\)?"
        ),
        session=re.compile(
            rf" {any_of('sign/plenum')}(?: {centre})? {ordinal} ({numeral})\b"
            rf"(?:,? ?(?:{any_of('sign/of')} )?(?:{any_of('organization/ban-chap-hanh-trung-uong')}))?"
            rf"(?:,? ?\(?{term} ({roman})\)?)?"
        ),
        congress=re.compile(
            rf" {any_of('sign/congress')}(?: {any_of('sign/delegates')}(?P<all> {any_of('sign/nation')})?)?"
            rf"(?: {party}(?P<nation> {any_of('sign/nation')})?|(?: (?:{any_of('organization/dang-bo')})(?: [^\s,;.]+){{0,5}}?))?"
            rf"(?: {ordinal} (?P<ordinal>{numeral})\b| (?P<roman>[ivx]+)\b)"
            rf"(?P<party> {any_of('sign/of')} {party}(?! [^\W\d_]* ?{any_of('sign/country')}))?"
        ),
        terms=re.compile(rf"\b{roman}\b"),
        law=re.compile(rf"((?: [^\W\d_]+){{1,8}}?),? (?:{any_of('date/year')} )?((?:19|20)\d\d)\b"),
        year=re.compile(rf" (?:{any_of('date/year')} )?(?:19|20)\d\d\b"),
        joined=re.compile(rf", ?| {any_of('sign/and')} "),
    )


def find_documents(page: Page, dates: Sequence[DateMention], bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[Citation, ...]:
    """All documents of a page in text order."""
    words = _words(lexicon)
    found: list[Citation] = []
    for m in page.of("directive"):
        if found and m.begin < found[-1].end:
            continue
        cited = _cited(page, m.entry, m.begin, m.end, words, lexicon)
        found += [_with_surroundings(page, c, dates, bodies, words) for c in cited if not c.entry.key("report")]
    return tuple(_shared_issuers(page, found, words))


def _shared_issuers(page: Page, found: Sequence[Citation], words: _Words) -> Iterator[Citation]:
    """Citations, those joined to one with an issuer given it too (“Nghị định 77 và Nghị định 133 của Chính phủ”)."""
    for one, other in zip_longest(found, found[1:]):
        joined = other is not None and words.joined.fullmatch(page.folded[one.end : other.begin])
        if joined and one.issuer is None and other.issuer and one.entry is other.entry and not (one.designation and one.designation.full):
            yield replace(one, issuer=other.issuer)
        else:
            yield one


def _cited(page: Page, entry: Entry, begin: int, end: int, words: _Words, lexicon: Lexicon) -> Iterator[Citation]:
    if entry.key("law"):
        yield from _laws(page, entry, begin, end, words)
        return
    numbered = list(_numbered(page, entry, begin, end, words))
    yield from numbered or _named(page, entry, begin, end, words, lexicon)


def _numbered(page: Page, entry: Entry, begin: int, end: int, words: _Words) -> Iterator[Citation]:
    """A type with its numbers: the first behind it, further ones behind commas if they are full."""
    gap = words.number.match(page.folded, end)
    at = gap.end() if gap else end
    spelled = bool(gap and gap[0].strip())
    if at == end:
        return
    bare = spelled or not entry.key("verbal") or page.text[begin].isupper()
    number = read_designation(page.text, at, bare=bare)
    if number is None or (not number.full and words.counted.match(page.folded, number.end)):
        return
    yield Citation(begin, number.end, entry, number)
    while number.full:
        following = words.more.match(page.folded, number.end)
        number = read_designation(page.text, following.end(), bare=False) if following and following.end() > number.end else None
        if number is None:
            return
        yield Citation(number.begin, number.end, entry, number)


def _named(page: Page, entry: Entry, begin: int, end: int, words: _Words, lexicon: Lexicon) -> Iterator[Citation]:
    """A resolution known by a plenum or a congress; several terms behind one plenum are several documents."""
    if m := words.plenum.match(page.folded, end):
        terms = [x[0] for x in words.terms.finditer(m[2])] if m[2] else []
        head = page.text[begin : m.end(1)]
        word = page.text[m.end(1) : m.start(2)].strip(" (,") if m[2] else ""
        for i, term in enumerate(terms or [""]):
            first = begin if i == 0 else page.folded.index(term, m.start(2))
            name = f"{head} {word} {term.upper()}".strip() if term else head
            last = m.end() if i == len(terms) - 1 or not terms else page.folded.index(term, m.start(2)) + len(term)
            yield Citation(first, last, entry, name=name, canonical=_plenum(m[1], term, lexicon), unique=bool(term))
        return
    if m := words.session.match(page.folded, end):
        yield Citation(begin, m.end(), entry, name=page.text[begin : m.end()], canonical=_plenum(m[1], m[2], lexicon), unique=bool(m[2]))
    elif m := words.congress.match(page.folded, end):
        congress = number(m["ordinal"] or m["roman"], lexicon) if m["all"] or m["nation"] or m["party"] else None
        canonical = f"{_first(lexicon, 'sign/congress')} {as_roman(congress)}" if congress else None
        yield Citation(begin, m.end(), entry, name=page.text[begin : m.end()], canonical=canonical, unique=bool(congress))


def _plenum(session: str, term: str | None, lexicon: Lexicon) -> str | None:
    """One name for every wording of a plenum's resolution, with its term if that is said."""
    which, when = number(session, lexicon), number(term, lexicon) if term else None
    centre, term_word = _first(lexicon, "sign/centre"), _first(lexicon, "sign/term")
    return f"{centre} {which}" + (f" {term_word} {as_roman(when)}" if when else "") if which else None


def _first(lexicon: Lexicon, entry_id: str) -> str:
    """A clerk's form of a function word, for keys that a reader understands."""
    return lexicon.entry(entry_id).forms[0]


def _laws(page: Page, entry: Entry, begin: int, end: int, words: _Words) -> Iterator[Citation]:
    """A law by its subject and year; without a year it is no one law."""
    number = words.number.match(page.folded, end)
    designation = read_designation(page.text, number.end(), bare=False) if number else None
    if designation:
        yield Citation(begin, designation.end, entry, designation)
        return
    m = words.law.match(page.folded, end) or words.year.match(page.folded, end)
    if m:
        subject = (m[1] if m.lastindex and m.lastindex > 1 else "").strip()
        yield Citation(begin, m.end(), entry, name=page.text[begin : m.end()], canonical=f"{subject} {m[0][-4:]}".strip(), unique=True)


def _with_surroundings(
    page: Page, citation: Citation, dates: Sequence[DateMention], bodies: Sequence[BodyMention], words: _Words
) -> Citation:
    """The citation with the date and the issuer that stand right behind it, in either order."""
    end, date = citation.end, None
    issuer = next(iter(within(bodies, citation.begin + 1, citation.end)), None) if citation.name else None
    for _ in range(2):
        gap = words.date.match(page.folded, end)
        at = gap.end() if gap else end
        following = next((d for d in beginning(dates, at, at + 1) if d.year and d.is_day), None)
        # behind the issuer, a day between two commas opens what follows (“của UBND thành phố, ngày 3/4/2024, UBND quận …”)
        opens = gap and issuer and "," in gap[0] and following and page.text.startswith(",", following.end)
        if following and date is None and not opens:
            date, end = following, following.end
        of = words.of.match(page.folded, end)
        body = beginning_at(bodies, of.end()) if of else None
        if body and issuer is None:
            issuer, end = body, body.end
    return replace(citation, date=date, issuer=issuer, full_end=end)
