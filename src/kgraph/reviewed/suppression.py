"""What an article may show of itself where people decided that a name must stand in no output."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kgraph.model import (
    Article,
    Campaign,
    Directive,
    Event,
    Evidence,
    Fact,
    Findings,
    Holding,
    Issue,
    Official,
    Organization,
    Unit,
    Value,
)
from kgraph.reviewed.entries import WITHHELD, Suppression
from kgraph.reviewed.spelling import Spelling
from kgraph.text import ascii_label

_ENDS = " ,-–:;“”\"'(.\n"


class Suppressor:
    """Takes suppressed names out of findings."""

    def __init__(self, suppressions: Sequence[Suppression]) -> None:
        self._all = [(entry, Spelling(entry.names)) for entry in suppressions]
        self._any = Spelling([name for entry in suppressions for name in entry.names])
        self._things = any(entry.iri for entry in suppressions)

    def shown(self, findings: Findings) -> tuple[Findings, frozenset[str]]:
        """The findings without what must not be shown, and the places of the decisions that found something: nobody of that name, nothing
        said of him or her, no words that hold the name.

        A thing whose own name holds the name goes with all that is said of it; a title, a by-line, an address is left out; the name of an
        event ends before it. In an article that names the person, words that hold a short form of the name are withheld too.
        """
        if not self._things and not self._any.stands_in(findings.article.text):
            return findings, frozenset()
        meant = [(entry.place, self._meant(entry, spelling, findings)) for entry, spelling in self._all]
        names = tuple(name for _, said in meant for name in said or ())
        met = frozenset(place for place, said in meant if said is not None)
        keys = frozenset(entry.iri for entry, _ in self._all if entry.iri and entry.iri in findings.entity_keys())
        return (_Cut(findings, Spelling(names), keys).findings() if names or keys else findings), met

    def _meant(self, entry: Suppression, spelling: Spelling, findings: Findings) -> tuple[str, ...] | None:
        """The names that a decision takes out of an article; None where it finds nothing in it."""
        if not (entry.within(findings.article.id) or _was_within(entry, findings.article, spelling)):
            return None
        if entry.iri:
            people = [o for o in findings.officials if o.key == entry.iri]
            names = tuple(name for o in people for name in (o.label, *o.aliases) if " " in name)
            return names if entry.iri in findings.entity_keys() else None
        if not spelling.stands_in(findings.article.text) or (entry.post and not _holds(entry.post, spelling, findings.officials)):
            return None
        return entry.names


def _was_within(entry: Suppression, article: Article, spelling: Spelling) -> bool:
    """Whether an article can be one of a decision under the identifier that it had: one that held the name is withheld by now."""
    return article.id.startswith(f"{WITHHELD}-") and any(map(spelling.stands_in_address, entry.articles))


def _holds(post: str, spelling: Spelling, officials: Iterable[Official]) -> bool:
    """Whether somebody of the name has a post of these words, accents or not."""
    wanted = f" {ascii_label(post)} "
    posts = (
        f" {h.role.replace('-', ' ')} {ascii_label(h.organization.label if h.organization else '')} "
        for official in officials
        if spelling.stands_in(official.label)
        for h in official.holdings
    )
    return any(wanted in held for held in posts)


@dataclass(frozen=True, slots=True)
class _Cut:
    """One article without some names and keys."""

    whole: Findings
    names: Spelling
    keys: frozenset[str]

    def findings(self) -> Findings:
        """The findings that may be shown."""
        whole, gone = self.whole, self._gone()
        text = whole.article.text
        hidden = [*self.names.spans(text), *self.names.shortened(text)]
        facts = {f: replace(f, evidence=self._said(f.evidence, hidden)) for f in whole.facts if self._is_shown(f, gone)}
        return replace(
            whole,
            article=self._article(),
            title=whole.title if whole.title and not self._named(whole.title) else None,
            byline=whole.byline if whole.byline and not self._named(whole.byline) else None,
            about=whole.about if whole.about and whole.about.key not in gone else None,
            units=tuple(unit for unit in whole.units if unit.key not in gone),
            organizations=tuple(self._body(body) for body in whole.organizations if body.key not in gone),
            officials=tuple(self._official(o, gone, hidden) for o in whole.officials if o.key not in gone),
            directives=tuple(
                replace(d, title=d.title if d.title and not self._named(d.title) else None, aliases=self._kept(d.aliases))
                for d in whole.directives
                if d.key not in gone
            ),
            campaigns=tuple(replace(c, aliases=self._kept(c.aliases)) for c in whole.campaigns if c.key not in gone),
            events=tuple(self._event(event) for event in whole.events if event.key not in gone),
            facts=tuple(facts.values()),
            issues=tuple(replace(i, message=WITHHELD) if self._named(i.message) else i for i in whole.issues),
        )

    def _article(self) -> Article:
        """The article without an address or other identifiers that hold the name."""
        article, holds = self.whole.article, self.names.stands_in_address
        if not any(map(holds, (article.url or "", *article.also_as))):
            return article
        url = None if article.url and holds(article.url) else article.url
        return article.model_copy(update={"url": url, "also_as": tuple(other for other in article.also_as if not holds(other))})

    def _gone(self) -> frozenset[str]:
        """The keys of what goes with all that is said of it: who and what bears the name, and what is known by a body that does."""
        whole, stands = self.whole, self.names.stands_in
        gone = {o.key for o in whole.officials if any(map(stands, (o.label, *o.aliases)))}
        gone |= {c.key for c in whole.campaigns if self._named(f"{c.label} {c.theme or ''}")}
        places: tuple[Unit | Organization, ...] = (*whole.units, *whole.organizations)
        gone |= self.keys | {thing.key for thing in places if stands(thing.label) or self._bears(thing.key, thing.label)}
        others = [thing.key.partition("/")[2] for thing in places if thing.key not in gone and stands(thing.key)]
        things: tuple[Official | Directive | Campaign | Event, ...]
        things = (*whole.officials, *whole.directives, *whole.campaigns, *whole.events)
        gone |= {thing.key for thing in things if self._bears(thing.key, thing.label) and not any(other in thing.key for other in others)}
        return frozenset(gone) | {d.key for d in whole.directives if stands(d.label)}

    def _bears(self, key: str, label: str) -> bool:
        """Whether a key holds the name, with marks or without; not where the label shows that it is another name with other marks."""
        return self.names.stands_in_iri(key) or (self.names.stands_in(key) and not self.names.stands_in(ascii_label(label)))

    def _named(self, text: str) -> bool:
        """Whether a text of the article speaks of the person, by the whole name or a short form."""
        return self.names.stands_in(text) or next(self.names.shortened(text), None) is not None

    def _is_shown(self, fact: Fact, gone: frozenset[str]) -> bool:
        value = fact.object
        return not (fact.subject in gone or (self._named(value.lexical) if isinstance(value, Value) else value in gone))

    def _said(self, evidence: Evidence, hidden: Sequence[tuple[int, int]]) -> Evidence:
        """The evidence, its words withheld where they hold the name, a part or a short form of it."""
        quote = self.whole.article.text[evidence.begin : evidence.end]
        withheld = any(begin < evidence.end and evidence.begin < end for begin, end in hidden) or self.names.stands_in(quote)
        return replace(evidence, withheld=True) if withheld else evidence

    def _official(self, official: Official, gone: frozenset[str], hidden: Sequence[tuple[int, int]]) -> Official:
        def shown(holding: Holding) -> Holding:
            since, until = (e and self._said(e, hidden) for e in (holding.since_said, holding.until_said))
            return replace(holding, evidence=tuple(self._said(e, hidden) for e in holding.evidence), since_said=since, until_said=until)

        kept = (h for h in official.holdings if not (h.organization and h.organization.key in gone))
        return replace(official, holdings=tuple(map(shown, kept)))

    def _body(self, body: Organization) -> Organization:
        parent = body.parent if body.parent and not self.names.stands_in(body.parent.label) else None
        place = body.jurisdiction if body.jurisdiction and not self.names.stands_in(body.jurisdiction.label) else None
        return replace(body, parent=parent, jurisdiction=place, aliases=self._kept(body.aliases))

    def _event(self, event: Event) -> Event:
        """The event, its name up to where the person is named; where nothing is left, what kind of event it is."""
        starts = [begin for find in (self.names.spans, self.names.shortened) for begin, _ in find(event.label)]
        if not starts and not self.names.stands_in(event.label):
            return event
        return replace(event, label=event.label[: min(starts, default=0)].strip(_ENDS) or event.kind.replace("-", " "))

    def _kept(self, aliases: Iterable[str]) -> tuple[str, ...]:
        return tuple(alias for alias in aliases if not self._named(alias))


def decision_unused(place: str) -> Issue:
    """That a decision found nothing to decide; data it speaks of may still come."""
    return Issue("decision-unused", "nothing in this build is what the decision speaks of", "", place=place)
