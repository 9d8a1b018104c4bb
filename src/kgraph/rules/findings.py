"""From the reading of a page to the findings of its article: what is kept, merged, and given offsets of the article's own text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace

from kgraph.model import Directive, Event, Evidence, Fact, Findings, Issue, Official, Organization, Unit
from kgraph.rules.acting import acting_bodies
from kgraph.rules.campaigns import Movement
from kgraph.rules.holdings import holdings_of
from kgraph.rules.masthead import Masthead
from kgraph.rules.officials import Appearance
from kgraph.rules.privates import Private, is_private, names_private, without_privates
from kgraph.rules.reading import Reading
from kgraph.rules.scope import Scope
from kgraph.scan import Page
from kgraph.text import fold


def collect(
    reading: Reading,
    masthead: Masthead,
    facts: Sequence[Fact],
    *,
    published: str | None,
    scope: Scope,
    movements: Sequence[Movement],
    privates: Sequence[Private],
    issues: Sequence[Issue],
) -> Findings:
    """The findings of an article: entities that do something or are named as what they are, and every fact with its evidence.

    Only who holds or held a post, or is addressed as a comrade at an event, is an official; an event of which nothing is said is none.
    Names of private people stand in no label and no quotation; a campaign that bears one is left out.
    """
    page = reading.page
    hidden = {m.campaign.key for m in movements if names_private(f"{m.campaign.label} {m.campaign.theme or ''}", privates)}
    facts = [f for f in facts if f.subject not in hidden and f.object not in hidden]
    sources = _Sources(page, privates)
    officials = tuple(_officials(reading, facts, published, sources))
    known = {official.key for official in officials}
    stated = tuple(Fact(f.subject, f.predicate, f.object, sources.of(f.evidence)) for f in facts if _names_known(f, known))
    title = masthead.title
    return Findings(
        article=page.article,
        title=" ".join(page.text[slice(*title)].split("\n")) if title and not is_private(privates, *title) else None,
        published=published,
        byline=page.text[slice(*masthead.byline)] if masthead.byline else None,
        about=scope.unit,
        units=_units(reading, facts),
        organizations=_organizations(reading, officials, facts),
        officials=officials,
        directives=tuple(_without_title(d.directive, privates) for d in reading.documents),
        campaigns=tuple(m.campaign for m in movements if m.campaign.key not in hidden),
        events=tuple(_events(reading, stated, privates)),
        facts=stated,
        issues=tuple(_placed(page, i) for i in issues),
        prose=tuple(page.source_span(*line) for line in page.lines),
    )


def _events(reading: Reading, facts: Sequence[Fact], privates: Sequence[Private]) -> Iterator[Event]:
    """The events of which something is said, in text order, without names of private people."""
    told = {key for f in facts for key in (f.subject, f.object)}
    for occasion in reading.occasions:
        if occasion.event.key in told:
            yield replace(
                occasion.event, label=without_privates(occasion.event.label, privates, reading.lexicon) or occasion.mention.entry.vi
            )


@dataclass(frozen=True, slots=True)
class _Sources:
    """The way back from the page to the article."""

    page: Page
    privates: Sequence[Private]

    def of(self, evidence: Evidence) -> Evidence:
        """The evidence with offsets of the article's own text, without spaces and commas at its ends; withheld where it names a citizen."""
        text, begin, end = self.page.text, evidence.begin, evidence.end
        while begin < end and text[begin] in " ,;\n":
            begin += 1
        while end > begin and text[end - 1] in " ,;\n":
            end -= 1
        withheld = is_private(self.privates, begin, end)
        begin, end = self.page.source_span(begin, end)
        return Evidence(begin, end, evidence.rule, evidence.confidence, withheld)


def _without_title(directive: Directive, privates: Sequence[Private]) -> Directive:
    """The document, without a title that names a citizen."""
    return replace(directive, title=None) if directive.title and names_private(directive.title, privates) else directive


def _names_known(fact: Fact, officials: Container[str]) -> bool:
    """Facts of people stand only with the person."""
    return not fact.subject.startswith("official/") or fact.subject in officials


def _officials(reading: Reading, facts: Sequence[Fact], published: str | None, sources: _Sources) -> Iterator[Official]:
    """Everybody with a position, and comrades with a part in an event, in the order of first mention."""
    active = {f.subject for f in facts}
    day = _observed(reading, published)
    by_person: dict[str, list[Appearance]] = {}
    for appearance in reading.appearances:
        by_person.setdefault(appearance.person, []).append(appearance)
    for person, rows in by_person.items():
        key = reading.people[person]
        holdings = tuple(holdings_of(key, rows, day, sources.of))
        if holdings or (key in active and any(_is_public(row, reading) for row in rows)):
            yield Official(
                key, rows[0].name.name, holdings, tuple(dict.fromkeys(r.name.name for r in rows if r.name.name != rows[0].name.name))
            )


def _is_public(appearance: Appearance, reading: Reading) -> bool:
    """Whether a person without a post who has a part in an event is a public one: a comrade, an officer or a professor.

    A plain “ông” or “em” can be any citizen, and whoever is only asked for an opinion is one.
    """
    address = appearance.name.address
    words = set(re.split(r"[ .,:-]+", address)) | {address}
    forms = reading.lexicon.forms
    return any(form in address for form in (*forms("person/comrade"), *forms("person/rank"))) or bool(words & forms("person/scholar"))


def _observed(reading: Reading, published: str | None) -> str | None:
    """The day on which an article shows its people in their posts: that of its main event, else of its publication."""
    when = next((o.event.when for o in reading.occasions[:1] if o.event.when), None)
    if when and when.start and when.start == when.end:
        return when.start
    return published if published and len(published) == 10 else None


def _units(reading: Reading, facts: Sequence[Fact]) -> tuple[Unit, ...]:
    """The units that the article names, in the order of first mention, and those its facts are about; not those inside a school's name."""
    inner = [(b.begin, b.end) for b in reading.bodies if b.entry.key("shape") == "named"]
    named = (u for p, u in reading.places if not any(b <= p.begin and p.end <= e for b, e in inner))
    about = {f.object for f in facts if isinstance(f.object, str)}
    meant = (b.unit for b in reading.bodies if b.unit and b.unit.key in about)
    return tuple({u.key: u for u in (*named, *meant)}.values())


def _organizations(reading: Reading, officials: Sequence[Official], facts: Sequence[Fact]) -> tuple[Organization, ...]:
    """The bodies that a fact or a position has, and those that do something else."""
    doers = {f.subject for f in facts} | {f.object for f in facts if isinstance(f.object, str)}
    held = [h.organization for o in officials for h in o.holdings if h.organization]
    issuers = [d.issuer for d in reading.documents if d.issuer]
    acting = [b.organization for b in reading.bodies if b.organization.key in doers]
    named: dict[str, list[Organization]] = {}
    for body in (*held, *issuers, *acting, *acting_bodies(reading)):
        named.setdefault(body.key, []).append(body)
    return tuple(replace(rows[0], aliases=others) if (others := _other_labels(rows)) else rows[0] for rows in named.values())


def _other_labels(rows: Sequence[Organization]) -> tuple[str, ...]:
    """The further wordings of one body in an article."""
    label = rows[0].label
    return tuple(dict.fromkeys(o.label for o in rows if o.label != label and fold(o.label) != fold(label)))


def _placed(page: Page, issue: Issue) -> Issue:
    if issue.begin is None or issue.end is None:
        return issue
    begin, end = page.source_span(issue.begin, issue.end)
    return replace(issue, begin=begin, end=end)
