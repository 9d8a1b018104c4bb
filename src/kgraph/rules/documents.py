"""Documents as written: a type with its number, several numbers behind one type, or a name instead of a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.coded_documents import coded_numbers
from kgraph.rules.dates import DateMention
from kgraph.rules.designations import Designation, read_designation
from kgraph.rules.document_words import DocumentWords, document_words
from kgraph.rules.numerals import as_roman, number
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import beginning, beginning_at, within
from kgraph.scan import Page

_SHORT, _TREATY = 3, 60


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as written: its type, its number or its name, and the date, issuer and joint issuer that its own words give.

    `office` is the entry of the body that an office alone means as issuer (“của Thủ tướng”).
    """

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
    partner: BodyMention | None = None
    office: str | None = None


def find_documents(page: Page, dates: Sequence[DateMention], bodies: Sequence[BodyMention], lexicon: Lexicon) -> tuple[Citation, ...]:
    """All documents of a page in text order."""
    words = document_words(lexicon)
    found: list[Citation] = []
    for m in page.of("directive"):
        if (found and m.begin < found[-1].end) or words.draft.search(page.folded, max(m.begin - 12, 0), m.begin):
            continue
        cited = _cited(page, m.entry, m.begin, m.end, words, lexicon)
        found += [_with_surroundings(page, c, dates, bodies, words) for c in cited if not c.entry.key("report")]
    for entry, coded in coded_numbers(page, [(c.begin, c.end) for c in found], lexicon):
        found.append(_with_surroundings(page, Citation(coded.begin, coded.end, entry, coded), dates, bodies, words))
    found = list(_announced(page, sorted(found, key=lambda c: c.begin), bodies, words))
    return tuple(_shared_issuers(page, found, words))


def _announced(page: Page, found: Sequence[Citation], bodies: Sequence[BodyMention], words: DocumentWords) -> Iterator[Citation]:
    """Citations, those of a list with the issuer that its head names (“các chỉ thị của Ban Bí thư gồm: Chỉ thị số 41 …; …”)."""
    heads = [
        (m, of.end())
        for m in page.of("directive")
        if words.plural.search(page.folded, max(m.begin - 8, 0), m.begin) and (of := words.of.match(page.folded, m.end))
    ]
    listed = [(m, body) for m, at in heads if (body := beginning_at(bodies, at)) and words.comprising.match(page.folded, body.end)]
    for citation in found:
        end = page.sentences[page.sentence_at(citation.begin)][0]
        head = next((body for m, body in reversed(listed) if end <= m.begin < citation.begin and m.entry is citation.entry), None)
        yield replace(citation, issuer=head) if head and not (citation.issuer or citation.office) else citation


def _shared_issuers(page: Page, found: Sequence[Citation], words: DocumentWords) -> Iterator[Citation]:
    """Citations, those joined to one with an issuer given it too (“Nghị định 77 và Nghị định 133 của Chính phủ”)."""
    rows = list(found)
    for i in range(len(rows) - 2, -1, -1):
        one, other = rows[i], rows[i + 1]
        if one.issuer or not other.issuer or one.entry is not other.entry or not words.joined.fullmatch(page.folded[one.end : other.begin]):
            continue
        listed = other.designation is not None and other.begin == other.designation.begin
        if listed or not (one.designation and one.designation.full):
            rows[i] = replace(one, issuer=other.issuer)
    yield from rows


def _cited(page: Page, entry: Entry, begin: int, end: int, words: DocumentWords, lexicon: Lexicon) -> Iterator[Citation]:
    if entry.key("law"):
        yield from _laws(page, entry, begin, end, words)
        return
    numbered = list(_numbered(page, entry, begin, end, words))
    if numbered or not entry.key("subject"):
        yield from numbered or _named(page, entry, begin, end, words, lexicon)
    else:
        yield from _laws(page, entry, begin, end, words)


def _numbered(page: Page, entry: Entry, begin: int, end: int, words: DocumentWords) -> Iterator[Citation]:
    """A type with its numbers: the first behind it, further ones in a list."""
    first = _first_number(page, entry, begin, end, words) or _number_apart(page, entry, end, words)
    if first is None:
        return
    numbers = _listed(page, first, words, plural=bool(words.plural.search(page.folded, max(begin - 8, 0), begin)))
    bracket = words.number.match(page.folded, end)
    for i, designation in enumerate(numbers):
        closed = i == len(numbers) - 1 and bracket and bracket["bracket"] and page.text.startswith(")", designation.end)
        yield Citation(begin if i == 0 else designation.begin, designation.end + bool(closed), entry, designation)


def _first_number(page: Page, entry: Entry, begin: int, end: int, words: DocumentWords) -> Designation | None:
    """The number right behind a type; one without its own type only where nothing else is counted."""
    gap = words.number.match(page.folded, end)
    if gap is None or gap.end() == end:
        return None
    spelled = bool(gap[0].strip(" \u00a0:"))
    short = end - begin <= _SHORT and page.text[begin:end].isupper() and not entry.key("known_short")
    verbal = entry.key("verbal") and page.text[begin].islower() and not words.bare_of.match(page.folded, gap.end())
    bare = spelled or not (short or verbal)
    found = read_designation(page.text, gap.end(), bare=bare)
    if found is None or found.full or found.year:
        return found
    if not spelled and entry.key("verbal") and len(found.digits) == 1 and not words.of.match(page.folded, found.end):
        return None  # the items of a list are counted so (“Chương trình 1 … Chương trình 2 …”)
    year = words.of_year.match(page.folded, found.end)
    if year and (spelled or words.of.match(page.folded, year.end())):
        return replace(found, year=int(year[1]), end=year.end())
    return None if not spelled and words.counted.match(page.folded, found.end) else found


def _number_apart(page: Page, entry: Entry, end: int, words: DocumentWords) -> Designation | None:
    """A full number of the type's own code that a few words part from it (“Quyết định xử phạt vi phạm số 12/QĐ-XPHC”)."""
    gap = words.apart.match(page.folded, end)
    if gap is None or page.between("directive", end, gap.end()):
        return None
    found = read_designation(page.text, gap.end(), bare=False)
    codes = [entry.key("code", "")] if not entry.key("law") else ["QH", "UBTVQH"]
    return found if found and any(part.upper().startswith(code.upper()) for part in found.codes for code in codes) else None


def _listed(page: Page, first: Designation, words: DocumentWords, *, plural: bool) -> list[Designation]:
    """A number and those joined to it; one that leaves out type and issuer has those of the full one behind it (“số 18, 19-NQ/TW”)."""
    found = [first]
    while gap := words.more.match(page.folded, found[-1].end):
        if gap.end() == found[-1].end or not gap[0].strip():
            break
        listed = len(first.digits) > 1 and not first.suffix and gap[0].startswith(",")
        number = read_designation(page.text, gap.end(), bare=bool(gap["said"]) or plural or listed)
        if number is None or not (number.full or (not number.year and words.closed.match(page.folded, number.end))):
            break
        if first.codes and number.codes and first.codes[0].upper() != number.codes[0].upper() and not number.codes[0].startswith("QH"):
            break
        found.append(number)
    full = next((n for n in found if n.full and not n.year), None)
    if full is None or found[0].full:
        return found
    rest = full.text[len(full.digits) :]
    return [n if n.full or n.year else replace(n, text=n.digits + rest, suffix=full.suffix, codes=full.codes) for n in found]


def _named(page: Page, entry: Entry, begin: int, end: int, words: DocumentWords, lexicon: Lexicon) -> Iterator[Citation]:
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


def _laws(page: Page, entry: Entry, begin: int, end: int, words: DocumentWords) -> Iterator[Citation]:
    """A law by its number, or by its subject and year; without a year only one that everybody knows."""
    if words.treaty.search(page.folded, max(begin - _TREATY, 0), begin):
        return
    number = words.number.match(page.folded, end)
    designation = read_designation(page.text, number.end(), bare=False) if number else None
    if designation := designation or _number_apart(page, entry, end, words):
        yield Citation(begin, designation.end, entry, designation)
        return
    m = (
        words.known_year.match(page.folded, end)
        or words.law.match(page.folded, end)
        or (words.year.match(page.folded, end) if entry.key("alone") else None)
    )
    if m:
        subject = (m[1] if m.lastindex and m.lastindex > 1 else "").strip()
        yield Citation(begin, m.end(), entry, name=page.text[begin : m.end()], canonical=f"{subject} {m[0][-4:]}".strip(), unique=True)
    elif (m := words.known_law.match(page.folded, end)) and (page.text[end + 1].isupper() or page.text[begin].isupper()):
        yield Citation(begin, m.end(), entry, name=page.text[begin : m.end()], canonical=m[1])


def _with_surroundings(
    page: Page, citation: Citation, dates: Sequence[DateMention], bodies: Sequence[BodyMention], words: DocumentWords
) -> Citation:
    """The citation with the date and the issuer that stand right behind it, in either order."""
    end, date, office = citation.end, None, None
    session = (
        citation.name is not None
        and not citation.entry.key("law")
        and not words.by_congress.search(page.folded, citation.begin, citation.end)
    )
    issuer = next(iter(within(bodies, citation.begin + 1, citation.end)), None) if session else None
    if citation.designation and (term := words.of_term.match(page.folded, end)):
        end = term.end()
    for _ in range(2):
        gap = words.date.match(page.folded, end)
        at = gap.end() if gap else end
        following = next((d for d in beginning(dates, at, at + 1) if d.year and d.is_day and fits(citation, d)), None)
        # behind the issuer, a day before a comma or a body opens what follows (“của UBND thành phố, ngày 3/4/2024, UBND quận …”)
        clause = following and (page.text.startswith(",", following.end) or beginning_at(bodies, following.end + 1))
        told = following and page.text.startswith(", ", following.end) and beginning_at(bodies, following.end + 2)
        opens = gap and "," in gap[0] and (clause if issuer else told)
        if following and date is None and not opens:
            date, end = following, following.end
        of = words.of.match(page.folded, end)
        body = _issuer_at(page, of.end(), bodies) if of else None
        if body and of and of["by"] and not words.signed.match(page.folded, body.end):
            body = None
        if of and not (of["by"] or body or issuer or office) and (m := words.premier.match(page.folded, of.end())):
            office, end = "organization/thu-tuong-chinh-phu", m.end()
        if body and not (issuer or office):
            term = words.of_term.match(page.folded, body.end)
            issuer, end = body, term.end() if term else body.end
    if citation.designation and not (issuer or office) and (centre := words.of_centre.match(page.folded, end)):
        end = centre.end()
    partner = None
    if issuer and citation.entry.key("joint") and (joint := words.joined.match(page.folded, issuer.end)):
        partner = beginning_at(bodies, joint.end())
    return replace(citation, date=date, issuer=issuer, full_end=partner.end if partner else end, partner=partner, office=office)


def fits(citation: Citation, date: DateMention) -> bool:
    """Whether a day can be that of issue: of the year that the number names, if it names one."""
    return citation.designation is None or citation.designation.year in (None, date.year)


def _issuer_at(page: Page, at: int, bodies: Sequence[BodyMention]) -> BodyMention | None:
    """The body at an offset, or that of the office named there (“của Bộ trưởng Bộ Nội vụ”, “của Chủ tịch UBND huyện”)."""
    role = page.at("role", at)
    return beginning_at(bodies, at) or (next(iter(beginning(bodies, at + 1, role.end + 2)), None) if role else None)
