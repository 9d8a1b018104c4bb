"""Findings to N-Quads: one named graph per article. Text in, text out, no library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgraph import vocab
from kgraph.model import Campaign, Directive, Event, Evidence, Fact, Findings, Holding, Official, Organization, Unit, Value
from kgraph.terms import DCTERMS, ORG, RDF, RDFS, SKOS, XSD, Names, literal, of_type, plain, vietnamese
from kgraph.text import ascii_label


def quads(findings: Findings, *, base: str) -> Iterator[str]:
    """The N-Quads lines of one article, without line ends and in no order; repeats are possible."""
    names = Names(base)
    graph = names.article(findings.article.id)
    end = f" {graph} ."
    return (triple + end for triple in _triples(findings, names, graph))


def _triples(findings: Findings, names: Names, graph: str) -> Iterator[str]:
    yield from _article(findings, names, graph)
    for unit in findings.units:
        yield from unit_triples(unit, names)
    for organization in findings.organizations:
        yield from organization_triples(organization, names)
    for official in findings.officials:
        yield from _official(official, findings, names, graph)
    for directive in findings.directives:
        yield from _directive(directive, names)
    for campaign in findings.campaigns:
        yield from _campaign(campaign, names)
    for event in findings.events:
        yield from _event(event, names)
    for fact in findings.facts:
        yield from _stated(fact, findings, names, graph)


def _line(subject: str, predicate: str, value: str) -> str:
    return f"{subject} <{predicate}> {value}"


def _typed(subject: str, *classes: str) -> Iterator[str]:
    for name in classes:
        yield _line(subject, f"{RDF}type", f"<{name}>")


def _labelled(subject: str, label: str, also: Iterable[str] = ()) -> Iterator[str]:
    yield _line(subject, f"{RDFS}label", vietnamese(label))
    for text in also:
        yield _line(subject, f"{SKOS}altLabel", vietnamese(text))
    yield _line(subject, vocab.ASCII_LABEL, plain(ascii_label(label)))


def _article(findings: Findings, names: Names, graph: str) -> Iterator[str]:
    article = findings.article
    yield from _typed(graph, vocab.ARTICLE)
    yield _line(graph, f"{DCTERMS}identifier", plain(article.id))
    yield _line(graph, vocab.TEXT_SHA256, plain(article.sha256))
    if findings.title:
        yield _line(graph, vocab.TITLE, vietnamese(findings.title))
    if findings.published:
        yield _line(graph, vocab.PUBLISHED_EDTF, plain(findings.published))
        if len(findings.published) == 10:
            yield _line(graph, vocab.PUBLISHED_AT, of_type(findings.published, "date"))
    if article.url:
        yield _line(graph, vocab.URL, of_type(article.url, "anyURI"))
    if findings.byline:
        yield _line(graph, vocab.BYLINE, plain(findings.byline))
    if findings.about:
        yield _line(graph, vocab.ABOUT, names.of(findings.about.key))
    for other in article.also_as:
        yield _line(graph, vocab.ALSO_AS, plain(other))
    for key in findings.entity_keys():
        yield _line(graph, vocab.MENTIONS, names.of(key))
    for event in findings.events[:1]:
        yield _line(graph, vocab.REPORTS_ON, names.of(event.key))


def unit_triples(unit: Unit, names: Names) -> Iterator[str]:
    """An administrative unit with its level; the rest of what is known of it is background."""
    subject = names.of(unit.key)
    yield from _typed(subject, vocab.ADMINISTRATIVE_UNIT)
    yield from _labelled(subject, unit.label)
    yield _line(subject, vocab.LEVEL, names.concept("level", unit.level))


def organization_triples(organization: Organization, names: Names) -> Iterator[str]:
    """An organisation with its kind."""
    subject = names.of(organization.key)
    yield from _typed(subject, vocab.ORGANIZATION)
    yield from _labelled(subject, organization.label, organization.aliases)
    yield _line(subject, vocab.KIND, names.concept("organization-kind", organization.kind))


def _official(official: Official, findings: Findings, names: Names, graph: str) -> Iterator[str]:
    subject = names.of(official.key)
    yield from _typed(subject, vocab.OFFICIAL)
    yield from _labelled(subject, official.label, official.aliases)
    for holding in official.holdings:
        node = names.of(holding.key)
        yield from _holding(holding, node, subject, names)
        for evidence in holding.evidence:
            yield _line(subject, vocab.HAS_POSITION, node)
            yield from _statement(subject, vocab.HAS_POSITION, node, evidence, findings, names, graph)
        for predicate, day, said in (
            (vocab.HELD_SINCE, holding.since, holding.since_said),
            (vocab.HELD_UNTIL, holding.until, holding.until_said),
        ):
            if day and said:
                yield _line(node, predicate, plain(day))
                yield from _statement(node, predicate, plain(day), said, findings, names, graph)


def _holding(holding: Holding, node: str, subject: str, names: Names) -> Iterator[str]:
    yield from _typed(node, vocab.POSITION_HOLDING)
    yield _line(node, f"{ORG}member", subject)
    yield _line(node, f"{ORG}role", names.concept("role", holding.role))
    yield _line(node, vocab.HOLDING_STATUS, names.concept("holding-status", holding.status))
    if holding.organization:
        yield _line(node, f"{ORG}organization", names.of(holding.organization.key))
    if holding.label:
        yield _line(node, f"{RDFS}label", vietnamese(holding.label))
    if holding.observed:
        yield _line(node, vocab.OBSERVED_ON, of_type(holding.observed, "date"))


def _directive(directive: Directive, names: Names) -> Iterator[str]:
    subject = names.of(directive.key)
    yield from _typed(subject, vocab.DIRECTIVE)
    yield from _labelled(subject, directive.label, directive.aliases)
    yield _line(subject, vocab.DOCUMENT_TYPE, names.concept("document-type", directive.document_type))
    if directive.title:
        yield _line(subject, vocab.TITLE, vietnamese(directive.title))


def _campaign(campaign: Campaign, names: Names) -> Iterator[str]:
    subject = names.of(campaign.key)
    yield from _typed(subject, vocab.CAMPAIGN)
    yield from _labelled(subject, campaign.label, campaign.aliases)
    yield _line(subject, vocab.KIND, names.concept("campaign-kind", campaign.kind))


def _event(event: Event, names: Names) -> Iterator[str]:
    subject, when = names.of(event.key), event.when
    yield from _typed(subject, vocab.EVENT)
    yield from _labelled(subject, event.label)
    yield _line(subject, vocab.KIND, names.concept("event-kind", event.kind))
    yield _line(subject, vocab.MODALITY, names.concept("modality", event.modality))
    if when is None:
        return
    yield _line(subject, vocab.DATE_TEXT, plain(when.text))
    yield _line(subject, vocab.DATE_RESOLUTION, names.concept("date-resolution", when.resolution))
    for predicate, day in ((vocab.START_DATE, when.start), (vocab.END_DATE, when.end)):
        if day:
            yield _line(subject, predicate, of_type(day, "date"))
    if when.part_of_day:
        yield _line(subject, vocab.PART_OF_DAY, names.concept("part-of-day", when.part_of_day))


def _stated(fact: Fact, findings: Findings, names: Names, graph: str) -> Iterator[str]:
    """The triple of a fact and of every broader property, each with its own statement."""
    subject = names.of(fact.subject)
    value = literal(fact.object) if isinstance(fact.object, Value) else names.of(fact.object)
    predicate = vocab.KG + fact.predicate
    for name in (predicate, *vocab.BROADER.get(predicate, ())):
        yield _line(subject, name, value)
        yield from _statement(subject, name, value, fact.evidence, findings, names, graph)


def _statement(subject: str, predicate: str, value: str, evidence: Evidence, findings: Findings, names: Names, graph: str) -> Iterator[str]:
    parts = (graph, subject, predicate, value, str(evidence.begin), str(evidence.end), evidence.rule)
    node = names.hashed("statement", *parts)
    yield f"{node} <{RDF}type> <{vocab.STATEMENT}>"
    yield f"{node} <{RDF}subject> {subject}"
    yield f"{node} <{RDF}predicate> <{predicate}>"
    yield f"{node} <{RDF}object> {value}"
    yield f"{node} <{vocab.IN_ARTICLE}> {graph}"
    yield f'{node} <{vocab.BEGIN}> "{evidence.begin}"^^<{XSD}integer>'
    yield f'{node} <{vocab.END}> "{evidence.end}"^^<{XSD}integer>'
    if evidence.withheld:
        yield f"{node} <{vocab.QUOTE_WITHHELD}> {of_type('true', 'boolean')}"
    else:
        yield f"{node} <{vocab.QUOTE}> {plain(findings.article.text[evidence.begin : evidence.end])}"
    yield f"{node} <{vocab.RULE}> {plain(evidence.rule)}"
    yield f'{node} <{vocab.CONFIDENCE}> "{_decimal(evidence.confidence)}"^^<{XSD}decimal>'


def _decimal(value: float) -> str:
    """A confidence with at most four digits, without trailing zeros, never an integer.

    >>> _decimal(0.95), _decimal(1.0)
    ('0.95', '1.0')
    """
    text = f"{value:.4f}".rstrip("0")
    return text + "0" if text.endswith(".") else text
