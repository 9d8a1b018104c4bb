"""Background knowledge as N-Quads: the concepts of words, the units, bodies and documents that articles name, and what is around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from kgraph import vocab
from kgraph.authority import Authority, open_authority
from kgraph.background.bodies import body_triples
from kgraph.background.codes import code_lists
from kgraph.background.documents import document_triples
from kgraph.gazetteer import Gazetteer, open_gazetteer
from kgraph.lexicon import Lexicon, load_lexicon
from kgraph.model import Organization, Unit, Value
from kgraph.terms import RDF, SKOS, Names, iri, literal
from kgraph.triples import organization_triples, unit_triples


def background(
    units: Iterable[Unit],
    organizations: Iterable[Organization],
    *,
    base: str,
    documents: Iterable[str] = (),
    lexicon: Lexicon | None = None,
    gazetteer: Gazetteer | None = None,
    authority: Authority | None = None,
) -> Iterator[str]:
    """The quads of the authority graph for the units, organisations and keys of documents of a build, in no order; repeats are possible.

    Lexicon, gazetteer and lists are those that are shipped, unless others are given.
    """
    lexicon, gazetteer = lexicon or load_lexicon(), gazetteer or open_gazetteer()
    authority = authority or open_authority(lexicon)
    names = Names(base)
    bodies = dict.fromkeys(body for organization in organizations for body in _upward(organization))
    named = dict.fromkeys((*units, *(body.place for body in bodies if body.place)))
    known = dict.fromkeys(unit for one in named for unit in (one, *gazetteer.ancestors(one)))
    graph = names.authority
    for triple in chain(
        _concepts(lexicon, names),
        _codes(names),
        (t for unit in known for t in _unit(unit, gazetteer, names)),
        (t for body in bodies for t in _organization(body, authority, names)),
        document_triples(documents, authority, names),
    ):
        yield f"{triple} {graph} ."


def _upward(organization: Organization) -> Iterator[Organization]:
    """A body and those it is a part of."""
    yield organization
    if organization.parent:
        yield from _upward(organization.parent)


def known_documents(lexicon: Lexicon | None = None) -> frozenset[str]:
    """The keys of the documents of which there is background knowledge.

    >>> "directive/bo-chinh-tri--2016--chi-thi--5-ct-tw" in known_documents()
    True
    """
    by_key = open_authority(lexicon or load_lexicon()).documents.by_key
    return frozenset(key for key, document in by_key.items() if document.checked)


def _concepts(lexicon: Lexicon, names: Names) -> Iterator[str]:
    """Kinds, roles and document types: every lexicon entry that is a concept of its own."""
    for kind, scheme in sorted(lexicon.schemes.items()):
        for entry in lexicon.by_kind.get(kind, ()):
            if not entry.key("hidden") and entry.id == f"{kind}/{entry.concept}":
                subject = names.concept(scheme, entry.concept)
                yield from _concept(subject, scheme, entry.vi, entry.en, names)
                if rank := entry.key("rank"):
                    yield f"{subject} <{vocab.RANK}> {literal(Value(str(rank), 'integer'))}"
                if entry.key("single"):
                    yield f"{subject} <{vocab.SINGLE_SEAT}> {literal(Value('true', 'boolean'))}"


def _codes(names: Names) -> Iterator[str]:
    """The closed code lists."""
    for scheme, codes in sorted(code_lists().items()):
        for code, (vi, en) in codes.items():
            yield from _concept(names.concept(scheme, code), scheme, vi, en, names)


def _concept(subject: str, scheme: str, vi: str, en: str, names: Names) -> Iterator[str]:
    within = iri(f"{names.base}vocab/{scheme}")
    yield f"{subject} <{RDF}type> <{SKOS}Concept>"
    yield f"{subject} <{SKOS}inScheme> {within}"
    yield f"{within} <{RDF}type> <{SKOS}ConceptScheme>"
    yield f"{subject} <{SKOS}prefLabel> {literal(Value(vi, 'langString'))}"
    if en:
        yield f"{subject} <{SKOS}prefLabel> {literal(Value(en)).removesuffix('@vi')}@en"


def _unit(unit: Unit, gazetteer: Gazetteer, names: Names) -> Iterator[str]:
    """A unit with its days, what it lies in, and what came after it."""
    yield from unit_triples(unit, names)
    subject = names.of(unit.key)
    for predicate, day in ((vocab.VALID_FROM, unit.valid_from), (vocab.VALID_TO, unit.valid_to)):
        if day:
            yield f"{subject} <{predicate}> {literal(Value(day, 'date'))}"
    if unit.within:
        yield f"{subject} <{vocab.WITHIN}> {names.of(unit.within)}"
    if gazetteer.knows(unit.key):
        listing = gazetteer.listing(unit.key)
        called = f"{unit.designation} {unit.name}"
        if called != unit.label and not unit.name.startswith(unit.designation):
            yield f"{subject} <{SKOS}altLabel> {literal(Value(called, 'langString'))}"
        for predicate, month in ((vocab.FIRST_SEEN, listing.first_seen), (vocab.LAST_SEEN, listing.last_seen)):
            if month:
                yield f"{subject} <{predicate}> {literal(Value(month))}"
        for later in gazetteer.successors(unit):
            yield f"{subject} <{vocab.SUCCEEDED_BY}> {names.of(later.key)}"
            yield from unit_triples(later, names)
            if later.valid_from:
                yield f"{names.of(later.key)} <{vocab.VALID_FROM}> {literal(Value(later.valid_from, 'date'))}"


def _organization(organization: Organization, authority: Authority, names: Names) -> Iterator[str]:
    """A body with what it is a part of, what it leads, and what the lists know of it."""
    subject = names.of(organization.key)
    yield from organization_triples(organization, names)
    yield from body_triples(organization, authority.bodies, names)
    if organization.jurisdiction:
        yield f"{subject} <{vocab.HAS_JURISDICTION_OVER}> {names.of(organization.jurisdiction.key)}"
    if organization.place:
        yield f"{subject} <{vocab.PLACED_IN}> {names.of(organization.place.key)}"
    if organization.parent:
        yield f"{subject} <{vocab.PARENT_ORGANIZATION}> {names.of(organization.parent.key)}"
