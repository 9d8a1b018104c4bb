"""Which statements and triples of a graph the corrections meet, and what goes with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from kgraph import vocab
from kgraph.reviewed.corrections import check_change, property_of
from kgraph.reviewed.entries import Correction
from kgraph.terms import DCTERMS, PROV, RDF, RDFS, Names, iri, plain

OBJECT, REST = f"<{RDF}object>", f"<{PROV}wasDerivedFrom>"
_PARTS = {f"<{RDF}subject>": "subject", f"<{RDF}predicate>": "predicate", OBJECT: "object"}
_PARTS |= {f"<{vocab.BEGIN}>": "begin", f"<{vocab.END}>": "end", f"<{vocab.RULE}>": "rule"}
_NAMING = {f"<{name}>" for name in (f"{RDF}type", f"{RDFS}label", vocab.ASCII_LABEL, vocab.KIND, vocab.DOCUMENT_TYPE, vocab.LEVEL)}
_IDENTIFIER, _POSITION = f"<{DCTERMS}identifier>", f"<{vocab.HAS_POSITION}>"
Words = tuple[str, str, str]


class Quad(NamedTuple):
    """A line of the graph by its terms, as N-Quads write them."""

    subject: str
    predicate: str
    object: str
    graph: str

    def __str__(self) -> str:
        return f"{self.subject} {self.predicate} {self.object} {self.graph} ."


class Said(NamedTuple):
    """A statement: its IRI, its triple with its graph, the words it stands on (begin, end, rule), and what it rests on."""

    iri: str
    triple: Quad
    words: Words
    grounds: frozenset[str]


@dataclass(slots=True)
class Plan:
    """What is met: statements by IRI and triples, each with its correction (None where it rested on one that is met).

    `holdings` are nodes that go, with their graph; `newcomers` what the graph calls each new object, by graph; `identifiers` those of the
    articles, by graph; `used` the places of the corrections that met something.
    """

    statements: dict[str, tuple[Said, Correction | None]] = field(default_factory=dict)
    triples: dict[Quad, Correction | None] = field(default_factory=dict)
    holdings: set[tuple[str, str]] = field(default_factory=set)
    newcomers: dict[str, dict[str, list[Quad]]] = field(default_factory=dict)
    identifiers: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)


class _Target(NamedTuple):
    """What one correction looks for; `words` only where it names a statement."""

    correction: Correction
    subject: str
    predicates: frozenset[str]
    object: str
    graph: str | None
    words: Words | None = None

    def fits(self, quad: Quad, words: Words | None) -> bool:
        if self.subject != quad.subject or quad.predicate not in self.predicates or self.graph not in (None, quad.graph):
            return False
        same = quad.object == self.object or quad.object.startswith((f"{self.object}@", f"{self.object}^^"))
        return same and self.words in (None, words)


def planned(graph: Path, corrections: Sequence[Correction], names: Names) -> Plan:
    """What the corrections meet in a sorted N-Quads file."""
    plan = Plan()
    targets = list(_targets(graph, corrections, names))
    sought: dict[str, list[_Target]] = {}
    for target in targets:
        sought.setdefault(target.subject, []).append(target)
    held = _meet_statements(graph, sought, plan, names)
    _meet_triples(graph, sought, held, plan, {term(one.new_object, names) for one in corrections if one.new_object})
    _fell(graph, plan, names)
    plan.holdings = {(q.object, q.graph) for q in plan.triples if q.predicate == _POSITION}
    plan.subjects = {q.subject for q in plan.triples} | plan.statements.keys() | {node for node, _ in plan.holdings}
    return plan


def lines_of(graph: Path) -> Iterator[str]:
    """The lines of a file without their ends."""
    with graph.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.removesuffix("\n")


def parsed(line: str) -> Quad:
    """The terms of a line.

    >>> parsed('<a> <b> "c d"@vi <g> .')
    Quad(subject='<a>', predicate='<b>', object='"c d"@vi', graph='<g>')
    """
    subject, predicate, rest = line.split(" ", 2)
    value, graph = rest.removesuffix(" .").rsplit(" ", 1)
    return Quad(subject, predicate, value, graph)


def term(name: str, names: Names) -> str:
    """A key or an IRI as N-Quads write it.

    >>> term("event/x", Names("https://x/")), term("https://y/z", Names("https://x/"))
    ('<https://x/id/event/x>', '<https://y/z>')
    """
    return iri(name) if name.startswith(("http://", "https://")) else names.of(name)


def _statements(graph: Path, names: Names) -> Iterator[Said]:
    """Every statement of the graph, one after the other."""
    start = names.of("statement/").removesuffix(">")
    rows = (parsed(line) for line in lines_of(graph) if line.startswith(start))
    for (node, place), group in groupby(rows, key=lambda q: (q.subject, q.graph)):
        parts: dict[str, str] = {}
        grounds: set[str] = set()
        for quad in group:
            if quad.predicate == REST:
                grounds.add(quad.object)
            elif part := _PARTS.get(quad.predicate):
                parts[part] = quad.object
        if {"subject", "predicate", "object"} <= parts.keys():
            triple = Quad(parts["subject"], parts["predicate"], parts["object"], place)
            yield Said(node, triple, (parts.get("begin", ""), parts.get("end", ""), parts.get("rule", "")), frozenset(grounds))


def _targets(graph: Path, corrections: Sequence[Correction], names: Names) -> Iterator[_Target]:
    """What the corrections look for; a statement is looked up by its IRI first."""
    by_iri = {term(one.statement, names): one for one in corrections if one.statement}
    for said in _statements(graph, names) if by_iri else ():
        if one := by_iri.get(said.iri):
            triple = said.triple
            check_change(one, triple.predicate[1:-1])
            yield _Target(one, triple.subject, _family(triple.predicate[1:-1], one), triple.object, triple.graph, said.words)
    for one in corrections:
        if one.subject:
            value = plain(one.value) if one.value else term(one.object or "", names)
            place = names.article(one.article.removeprefix("article/")) if one.article else None
            yield _Target(one, term(one.subject, names), _family(property_of(one), one), value, place)


def _family(predicate: str, one: Correction) -> frozenset[str]:
    """The property with those that fall with it: the narrower ones, and where the object is exchanged the wider ones too."""
    narrower = {name for name, wider in vocab.BROADER.items() if predicate in wider}
    wider = set() if one.drop else set(vocab.BROADER.get(predicate, ()))
    return frozenset(f"<{name}>" for name in {predicate, *narrower, *wider})


def _meet_statements(graph: Path, sought: dict[str, list[_Target]], plan: Plan, names: Names) -> Counter[Quad]:
    """Puts the statements that are met into the plan, and the triples all of whose statements are; how many statements a triple has."""
    held: Counter[Quad] = Counter()
    met: Counter[Quad] = Counter()
    for said in _statements(graph, names):
        targets = sought.get(said.triple.subject, ())
        if not targets:
            continue
        held[said.triple] += 1
        if target := next((t for t in targets if t.fits(said.triple, said.words)), None):
            met[said.triple] += 1
            plan.statements[said.iri] = (said, target.correction)
            plan.used.add(target.correction.place)
            if met[said.triple] == held[said.triple]:
                plan.triples[said.triple] = target.correction
        if met[said.triple] != held[said.triple]:
            plan.triples.pop(said.triple, None)
    return held


def _meet_triples(graph: Path, sought: dict[str, list[_Target]], held: Counter[Quad], plan: Plan, newcomers: set[str]) -> None:
    """Puts triples without a statement into the plan, and what things and articles are called."""
    for line in lines_of(graph):
        subject = line.partition(" ")[0]
        if subject in sought or subject in newcomers or _IDENTIFIER in line:
            quad = parsed(line)
            target = next((t for t in sought.get(subject, ()) if t.words is None and not held[quad] and t.fits(quad, None)), None)
            if target:
                plan.triples[quad] = target.correction
                plan.used.add(target.correction.place)
            if subject in newcomers and quad.predicate in _NAMING:
                plan.newcomers.setdefault(subject, {}).setdefault(quad.graph, []).append(quad)
            if quad.predicate == _IDENTIFIER:
                plan.identifiers[quad.graph] = quad.object.split('"')[1]


def _fell(graph: Path, plan: Plan, names: Names) -> None:
    """Puts into the plan what rested on nothing but statements that are met, until nothing more falls."""
    while plan.statements:
        fallen: dict[str, Said] = {}
        standing: set[Quad] = set()
        for said in _statements(graph, names):
            if said.iri in plan.statements:
                continue
            if said.grounds and said.grounds <= plan.statements.keys():
                fallen[said.iri] = said
            elif said.grounds:
                standing.add(said.triple)
        plan.statements |= {node: (said, None) for node, said in fallen.items()}
        plan.triples |= dict.fromkeys(said.triple for said in fallen.values() if said.triple not in standing)
        if not fallen:
            return
