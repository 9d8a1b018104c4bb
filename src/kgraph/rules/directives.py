"""Which document is meant: citations of one article that name the same document, its number, date of issue and issuer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Directive, Evidence, Fact, Organization, Value
from kgraph.rules.dates import DateMention
from kgraph.rules.designations import number_key
from kgraph.rules.documents import Citation
from kgraph.rules.issuers import issuer_of_suffix
from kgraph.rules.issuing import issued_before, issuing_body
from kgraph.rules.organizations import BodyMention, Naming, make_body
from kgraph.rules.spans import HasSpan, beginning
from kgraph.scan import Page
from kgraph.text import fold, slug


@dataclass(frozen=True, slots=True)
class Document:
    """One document of an article: the directive, its issuer if known, its day of issue, and every place that names it."""

    directive: Directive
    issuer: Organization | None
    issued_on: str | None
    citations: tuple[Citation, ...]
    facts: tuple[Fact, ...]


def find_directives(
    page: Page, citations: Sequence[Citation], dates: Sequence[DateMention], bodies: Sequence[BodyMention], naming: Naming
) -> tuple[Document, ...]:
    """The documents of an article in the order of their first citation."""
    own = frozenset(c.date.begin for c in citations if c.date)
    free = tuple(d for d in dates if d.begin not in own)
    groups = [part for group in _groups(page, citations, bodies, naming) for part in _by_issuer(page, group, bodies, naming.lexicon)]
    return tuple(_document(page, g, free, bodies, naming) for g in sorted(groups, key=lambda g: g[0].begin))


def _by_issuer(page: Page, group: Sequence[Citation], bodies: Sequence[BodyMention], lexicon: Lexicon) -> list[list[Citation]]:
    """One number of two committees of one kind is two documents; a citation without an issuer is of the one named last."""
    parts: dict[str, list[Citation]] = {}
    kind, key = None, ""
    for c in group:
        body = c.issuer or issuing_body(page, c, bodies, lexicon)
        if body and kind in (None, body.organization.kind):
            if kind is None and parts:
                parts = {body.organization.key: next(iter(parts.values()))}
            kind, key = body.organization.kind, body.organization.key
        parts.setdefault(key, []).append(c)
    return list(parts.values())


def _groups(page: Page, citations: Sequence[Citation], bodies: Sequence[BodyMention], naming: Naming) -> list[list[Citation]]:
    """Citations of one document together: same type and full number; a bare number joins the only full one that it can mean."""
    lexicon = naming.lexicon
    groups: dict[tuple[str, str], list[Citation]] = {}
    for c in citations:
        groups.setdefault((c.entry.concept, _identity(c)), []).append(c)
    for (concept, identity), bare in list(groups.items()):
        if not identity.isdecimal():
            continue
        full = [k for k in groups if k[0] == concept and k[1] != identity and re.match(rf"{identity}(?!\d)", k[1])]
        if len(full) == 1 and _compatible(page, bare, groups[full[0]], bodies, naming):
            groups[full[0]] = sorted([*groups[full[0]], *groups.pop((concept, identity))], key=lambda c: c.begin)
    for (concept, identity), short in list(groups.items()):
        longer = [
            k for k in groups if k[0] == concept and k[1] != identity and k[1].startswith(f"{identity} ") and not identity[0].isdigit()
        ]
        if len(longer) == 1 and not identity.isdecimal():
            groups[longer[0]] = sorted([*groups[longer[0]], *groups.pop((concept, identity), short)], key=lambda c: c.begin)
    for (concept, identity), short in list(groups.items()):
        term = _term(lexicon).search(identity)
        fuller = [k for k in groups if term and k[0] == concept and k[1] != identity and k[1].startswith(identity[: term.start()] + " ")]
        if len(fuller) == 1 and not _term(lexicon).search(fuller[0][1]):
            groups[fuller[0]] = sorted([*groups[fuller[0]], *groups.pop((concept, identity), short)], key=lambda c: c.begin)
    return sorted(groups.values(), key=lambda g: g[0].begin)


def _identity(c: Citation) -> str:
    if c.designation:
        return number_key(c.designation.text)
    if c.canonical:
        return c.canonical
    return re.sub(r"[^\w]+", " ", fold(c.name or "")).strip()


def _compatible(page: Page, bare: Sequence[Citation], full: Sequence[Citation], bodies: Sequence[BodyMention], naming: Naming) -> bool:
    """Whether no issuer named with the bare number contradicts the one named with the full number or meant by its suffix."""
    said = [body for c in bare if (body := c.issuer or issuing_body(page, c, bodies, naming.lexicon))]
    known = {body.organization.key for c in full if (body := c.issuer or issuing_body(page, c, bodies, naming.lexicon))}
    for c in full if said else ():
        suffix = c.designation.suffix if c.designation else ""
        if fold(suffix) in naming.lexicon.forms("sign/centre") and all(body.unit for body in said):
            return False
        if meant := issuer_of_suffix(suffix, bodies, naming):
            known.add(meant.key)
    return not said or not known or not known.isdisjoint(body.organization.key for body in said)


def _document(
    page: Page, group: Sequence[Citation], dates: Sequence[DateMention], bodies: Sequence[BodyMention], naming: Naming
) -> Document:
    best = max(group, key=lambda c: _fullness(c, naming.lexicon))
    entry, number = best.entry, best.designation
    issued = next(((c, c.date) for c in group if c.date), None) or issued_before(page, group, dates, naming.lexicon)
    issuer, said_by = _issuer(page, group, bodies, naming)
    day = f"{issued[1].year:04}-{issued[1].month:02}-{issued[1].day:02}" if issued else None
    designation = number.text if number else None
    label = f"{entry.vi} {designation}" if designation else _spelled(best, entry)
    year = day[:4] if day else str(number.year) if number and number.year else None
    key = _key(entry, designation, (best.canonical if best.unique else None) or label, issuer, year, naming, unique=best.unique)
    also = tuple(dict.fromkeys(t for c in group if (t := page.text[c.begin : c.end]) != label))
    directive = Directive(key, label, entry.concept, designation, _title(page, group, (dates, bodies), naming.lexicon), also)
    facts = list(_facts(directive, best, issued, day, issuer, said_by, group))
    return Document(directive, issuer, day, tuple(group), tuple(facts))


def _fullness(c: Citation, lexicon: Lexicon) -> tuple[bool, bool, bool, int]:
    """How well a citation names its document: a full number before a bare one, an ordinal before a term of office."""
    by_term = bool(c.name and _term(lexicon).search(_identity(c)))
    return bool(c.designation and c.designation.full), c.unique, not by_term, len(c.designation.text) if c.designation else 0


def _facts(
    directive: Directive,
    best: Citation,
    issued: tuple[Citation, DateMention] | None,
    day: str | None,
    issuer: Organization | None,
    said_by: tuple[int, int, str, float] | None,
    group: Sequence[Citation],
) -> Iterator[Fact]:
    if best.designation:
        yield Fact(directive.key, "designation", Value(best.designation.text), Evidence(best.begin, best.end, "directives.number", 0.97))
    if issued and day:
        citation, date = issued
        span = min(citation.begin, date.begin), max(citation.end, date.end)
        yield Fact(directive.key, "issuedOn", Value(day, "date"), Evidence(*span, "directives.date", 0.95))
    if issuer and said_by:
        begin, end, rule, confidence = said_by
        yield Fact(directive.key, "issuedBy", issuer.key, Evidence(begin, end, rule, confidence))
    for c in group:
        if c.partner:
            yield Fact(
                directive.key, "issuedBy", c.partner.organization.key, Evidence(c.begin, c.partner.end, "directives.issued-jointly", 0.9)
            )


def _issuer(
    page: Page, group: Sequence[Citation], bodies: Sequence[BodyMention], naming: Naming
) -> tuple[Organization | None, tuple[int, int, str, float] | None]:
    """The issuer: named behind the number, before a verb of issuing, or meant by the suffix of the number."""
    for c in group:
        if c.issuer:
            return c.issuer.organization, (c.begin, max(c.end, c.issuer.end), "directives.issuer-behind", 0.95)
    for c in group:
        body = issuing_body(page, c, bodies, naming.lexicon)
        if body:
            return body.organization, (body.begin, c.end, "directives.issuer-before", 0.93)
    for c in group:
        if c.office:
            office = make_body(naming.lexicon.entry(c.office), None, None, naming)
            return office, (c.begin, c.full_end, "directives.issuer-office", 0.93)
    for c in group:
        single = c.designation and c.designation.full and not c.entry.key("joint")
        if c.designation and single and (body_of_suffix := issuer_of_suffix(c.designation.suffix, bodies, naming)):
            return body_of_suffix, (c.begin, c.end, "directives.issuer-suffix", 0.85)
    return None, None


def _key(
    entry: Entry, designation: str | None, name: str, issuer: Organization | None, year: str | None, naming: Naming, *, unique: bool
) -> str:
    """Issuer, year, type and number; what the article leaves open is marked as this article's own."""
    if designation is None:
        own = "" if unique else f"--{naming.mark}"
        return f"directive/{slug(entry.vi)}-{slug(name)}" if unique else f"directive/{slug(name)}{own}"
    head = issuer.key.partition("/")[2] if issuer else "unnamed"
    own = "" if issuer and year else f"--{naming.mark}"
    return f"directive/{head}--{year or 'undated'}--{slug(entry.vi)}--{slug(number_key(designation))}{own}"


def _spelled(best: Citation, entry: Entry) -> str:
    """A document's name with its type in a clerk's spelling."""
    name = best.name or ""
    return entry.vi + name[len(entry.vi) :] if fold(name).startswith(fold(entry.vi)) else name


def _title(page: Page, group: Sequence[Citation], openers: Sequence[Sequence[HasSpan]], lexicon: Lexicon) -> str | None:
    """What a document is about: the words behind “về việc” or in quotation marks, up to the end of the clause.

    Behind a comma, a date or a body opens what the sentence goes on to tell.
    """
    for c in group:
        m = _title_words(lexicon).match(page.folded, c.full_end or c.end)
        if m:
            begin, end = m.span(1) if m[1] else m.span(2)
            if m[2]:
                told = _told(lexicon).search(page.folded, begin, end)
                stops = [x.begin for items in openers for x in beginning(items, begin, end) if page.text[x.begin - 2 : x.begin] == ", "]
                end = min([*stops, told.start() if told else end])
            title = _stripped(page.text[begin:end])
            if 10 <= len(title) <= 300:
                return title
    return None


def _stripped(text: str) -> str:
    """A title without what closes its clause, and without marks around the whole of it."""
    title = text.strip(" :,;")
    return title.strip('“”"') if title[:1] in '“"' or not re.search('[“"].+[”"]$', title) else title


@cache
def _term(lexicon: Lexicon) -> re.Pattern[str]:
    """The term of office that a congress is known by where its ordinal is not said."""
    return re.compile(rf" {lexicon.alternation('sign/term')} \d{{4}} \d{{4}}$")


@cache
def _title_words(lexicon: Lexicon) -> re.Pattern[str]:
    about = lexicon.alternation("sign/about")
    return re.compile(
        rf",? ?(?:{about}:? ?)?[“\"]([^”\"\n]{{10,300}})[”\"]|,? {about} ((?:[^“”\";.\n]|[“\"][^“”\"\n]{{2,200}}+[”\"]){{10,300}})"
    )


@cache
def _told(lexicon: Lexicon) -> re.Pattern[str]:
    """Where a title is over because the sentence tells what became of the document."""
    return re.compile(
        rf" (?:{lexicon.alternation('sign/finite')}|{lexicon.alternation('sign/done')} {lexicon.alternation('cue/conduct', 'cue/issue')})\b"
    )
