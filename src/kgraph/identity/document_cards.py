"""What is kept of each document of an article, so that it is known again in others: number, issuer, days, and the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kgraph.authority import Authority
from kgraph.authority.documents import Document, bare_number
from kgraph.lexicon import Lexicon
from kgraph.model import Directive, Findings, Organization, Unit, Value
from kgraph.rules.designations import number_key, read_designation
from kgraph.rules.numerals import roman
from kgraph.text import fold, slug

CENTRE = "centre"
"""The series of the central organs, which number their documents together (“…/TW”)."""
YEARED = "+"
"""Before the symbol of a number that has its year, as acts of general force have it (“17/2013/QĐ-UBND”)."""
_SECTIONS = ("ban-chap-hanh", "ban-thuong-vu", "thuong-truc")
_CENTRAL = ("ban-chap-hanh-trung-uong-dang", "bo-chinh-tri", "ban-bi-thu")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_APART, _REACH = 8, 40


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document as one article names it; `article` is empty for one of the register.

    `number` is bare (“5”), `symbol` its codes in one spelling (“ct/tw”, “+qd/ttg” with its year), empty where only a number is said.
    `series` is the body whose numbers it belongs to: the committee for its standing committee, `centre` for central organs; None where it
    is not known. `level` and `party` tell how that body counts. Days are ISO, `published` as far as it is known; `seen` is the day of
    publication, else the last that the article tells of. `term` is the ordinal of a congress (“khóa XII”). `unit` is what the issuer leads;
    `places` are the units that the article is about, with those around them.
    """

    article: str
    key: str
    type: str
    number: str | None = None
    symbol: str = ""
    issuer: str | None = None
    series: str | None = None
    level: str | None = None
    party: bool | None = None
    unit: str | None = None
    places: tuple[str, ...] = ()
    published: str | None = None
    seen: str | None = None
    issued: str | None = None
    year: int | None = None
    term: int | None = None
    title: str = ""


def document_cards(findings: Findings, lexicon: Lexicon, authority: Authority) -> tuple[DocumentCard, ...]:
    """A card for each document of an article, in its order."""
    if not findings.directives:
        return ()
    bodies = {organization.key: organization for organization in findings.organizations}
    places = tuple(dict.fromkeys(_around(findings.about, {unit.key: unit for unit in findings.units})))
    facts: dict[str, dict[str, str]] = {}
    for fact in findings.facts:
        said = fact.object.lexical if isinstance(fact.object, Value) else fact.object
        facts.setdefault(fact.subject, {}).setdefault(fact.predicate, said)
    numbered = any(directive.designation for directive in findings.directives)
    text = fold(findings.article.text) if numbered else ""
    cards = []
    for directive in findings.directives:
        stated = facts.get(directive.key, {})
        body = bodies.get(stated.get("issuedBy", ""))
        told = _told(text, directive, lexicon) if directive.designation else (False, None)
        cards.append(_card(directive, stated, body, findings, places, told, lexicon, authority))
    return tuple(cards)


def register_card(document: Document) -> DocumentCard:
    """The card of a document of the register."""
    symbol = _symbol(document.designation or "")
    central = symbol.endswith("/tw") or (document.issuer.id in _CENTRAL and not symbol)
    return DocumentCard(
        article="",
        key=document.key,
        type=document.document_type,
        number=document.number,
        symbol=symbol,
        issuer=document.issuer.key,
        series=CENTRE if central else document.issuer.key,
        level=CENTRE,
        party=central or document.issuer.system == "party",
        issued=document.issued,
        year=int(document.issued[:4]),
        title=fold(" ".join((document.title, *document.names))),
    )


def block_of(card: DocumentCard, authority: Authority) -> str | None:
    """What only cards that may be one document share: type and number, as the register knows them; None where nothing can be decided.

    >>> from kgraph.authority import open_authority
    >>> from kgraph.lexicon import load_lexicon
    >>> authority = open_authority(load_lexicon())
    >>> block_of(DocumentCard("a", "directive/x", "chi-thi", "5"), authority)
    'chi-thi 5'
    >>> block_of(DocumentCard("a", "directive/luat-dat-dai-2024", "luat"), authority)
    'luat 31'
    """
    known = authority.documents.by_key.get(card.key)
    number = known.number if known else card.number
    if number is None:
        return card.key if known else None
    return f"{known.document_type if known else card.type} {number}"


def _card(
    directive: Directive,
    stated: Mapping[str, str],
    body: Organization | None,
    findings: Findings,
    places: tuple[str, ...],
    told: tuple[bool, int | None],
    lexicon: Lexicon,
    authority: Authority,
) -> DocumentCard:
    designation = directive.designation or ""
    symbol = _symbol(designation)
    series, level, party, unit = _series(body, symbol, slug(findings.article.id), lexicon, authority)
    if symbol.endswith("/tw") or (told[0] and not symbol and body is None):
        series, level, party, unit = CENTRE, CENTRE, True, None
    written = read_designation(designation, 0, bare=True) if designation else None
    issued = stated.get("issuedOn")
    year = written.year if written and written.year else int(issued[:4]) if issued else None
    return DocumentCard(
        article=findings.article.id,
        key=directive.key,
        type=directive.document_type,
        number=bare_number(designation) if designation else None,
        symbol=symbol,
        issuer=body.key if body else None,
        series=series,
        level=level,
        party=party,
        unit=unit,
        places=places,
        published=findings.published,
        seen=_seen(findings),
        issued=issued if issued and _DAY.fullmatch(issued) else None,
        year=year,
        term=told[1] if series == CENTRE else None,
        title=fold(directive.title or ""),
    )


def _seen(findings: Findings) -> str | None:
    """The day of publication, else the last day that is told: of something that took place, or of issue."""
    if findings.published and _DAY.fullmatch(findings.published):
        return findings.published
    told = [event.when.start for event in findings.events if event.when and event.modality == "occurred"]
    told += [fact.object.lexical for fact in findings.facts if fact.predicate == "issuedOn" and isinstance(fact.object, Value)]
    return max((day for day in told if day and _DAY.fullmatch(day)), default=None)


def _symbol(designation: str) -> str:
    """The codes of a full number in one spelling, behind a mark for a number that has its year.

    >>> _symbol("05-CT/TW"), _symbol("10/2017/NQ-HĐND"), _symbol("05")
    ('ct/tw', '+nq/hdnd', '')
    """
    written = read_designation(designation, 0, bare=False)
    if written is None or not written.codes:
        return ""
    codes = re.split(r"[-/]", number_key("1-" + "/".join(written.codes)))[1:]
    return YEARED * bool(written.year) + "/".join(slug(code) for code in codes)


def _series(
    body: Organization | None, symbol: str, mark: str, lexicon: Lexicon, authority: Authority
) -> tuple[str | None, str | None, bool | None, str | None]:
    """Whose numbers a document belongs to, at which level, whether that is of the Party, and the unit that its issuer leads."""
    while body and body.kind in _SECTIONS and body.parent:
        body = body.parent
    known = authority.bodies.by_key.get(body.key) if body else None
    if known and known.id in _CENTRAL and not symbol:
        return CENTRE, CENTRE, True, None
    if body is None or (known and known.id in _CENTRAL):  # the number is not one of theirs
        return None, None, None, None
    if known:
        return known.key, CENTRE, known.system == "party", None
    unit = _led(body)
    if unit is None and body.key.endswith(f"--{mark}"):
        return None, None, None, None
    pattern = authority.bodies.pattern(unit.level, body.kind, body.label) if unit else None
    party = pattern.system == "party" if pattern else lexicon.entry(f"organization/{body.kind}").key("of") == "party" or None
    return body.key, unit.level if unit else None, party, unit.key if unit else None


def _led(body: Organization) -> Unit | None:
    return body.jurisdiction or (_led(body.parent) if body.parent else None)


def _around(unit: Unit | None, units: Mapping[str, Unit]) -> Iterator[str]:
    """A unit and those it lies in, as far as the article names them."""
    while unit:
        yield unit.key
        if unit.within and unit.within not in units:
            yield unit.within
        unit = units.get(unit.within) if unit.within else None


def _told(text: str, directive: Directive, lexicon: Lexicon) -> tuple[bool, int | None]:
    """Whether the centre is said behind a number at any of its mentions, and the term if it is (“Kết luận 21 của Trung ương khóa XIII”)."""
    said, central, term = fold(directive.label), False, None
    head, _, number = said.rpartition(" ")
    at = text.find(number) if head else -1
    while at >= 0:
        end = at + len(number)
        if head in text[max(at - len(head) - _APART, 0) : at] and (found := _behind(lexicon).match(text, end, end + _REACH)):
            central, term = central or bool(found["centre"]), term or roman(found["term"] or "")
        at = text.find(number, end)
    return central, term


@cache
def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    any_of = lexicon.alternation
    return re.compile(
        rf"(?P<centre>(?: {any_of('sign/of')})?"
        rf"(?: {any_of('sign/plenum')})? {any_of('sign/centre')}(?: \d+)?(?! (?:\d|{any_of('sign/party')})))?"
        rf"(?:,? ?\(?{any_of('sign/term')} (?P<term>[ivx]+)\b\)?)?(?=[ .,;:)\n]|$)"
    )
