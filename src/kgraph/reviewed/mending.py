"""The quads of a graph with the corrections applied, each corrected statement saying what it said before, by whom and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgraph import vocab
from kgraph.model import Issue
from kgraph.reviewed.corrections import new_literal
from kgraph.reviewed.entries import Correction
from kgraph.reviewed.planning import OBJECT, REST, Plan, Quad, lines_of, parsed, planned, term
from kgraph.sorting import Sorter
from kgraph.terms import Names, of_type, plain


@dataclass(frozen=True, slots=True)
class Mended:
    """The quads after the corrections, sorted; what is to be told of each; and the places of the corrections that found nothing."""

    lines: Iterator[str]
    issues: tuple[Issue, ...]
    unused: tuple[str, ...]


def mended(graph: Path, corrections: Sequence[Correction], names: Names, spare: Sorter) -> Mended:
    """The graph of a sorted N-Quads file with its corrections. `spare` is an empty sorter.

    A triple goes where every statement of it in its article is corrected. Who was not there did not chair either: what is narrower goes
    with it; and what is exchanged is exchanged in the wider property too. A post goes with its holding, a derived triple with the last
    statement it rests on. A new object that is nowhere in the graph is not put there: the statement is left out, and the issue says so.
    """
    plan = planned(graph, corrections, names)
    spare.add(new for line in lines_of(graph) for new in _rewritten(line, plan, names))
    spare.add(_arriving(plan, names))
    unused = tuple(one.place for one in corrections if one.place not in plan.used)
    return Mended(spare.lines(), tuple(_issues(plan)), unused)


def _rewritten(line: str, plan: Plan, names: Names) -> Iterator[str]:
    """What stands instead of a line: itself, nothing, or a statement's new object with who exchanged it."""
    subject = line.partition(" ")[0]
    if subject not in plan.subjects and REST not in line:
        yield line
        return
    quad = parsed(line)
    if quad in plan.triples or (quad.subject, quad.graph) in plan.holdings or (quad.predicate == REST and quad.object in plan.statements):
        return
    _, correction = plan.statements.get(subject, (None, None))
    if subject not in plan.statements:
        yield line
    elif correction and (new := _new(correction, quad, plan, names)):
        if quad.predicate == OBJECT:
            yield str(quad._replace(object=new))
            yield from map(str, _notes(quad, correction))
        else:
            yield line


def _new(one: Correction, quad: Quad, plan: Plan, names: Names) -> str | None:
    """The object that stands instead, as N-Quads write it; None where the statement is left out."""
    if one.new_object:
        new = term(one.new_object, names)
        return new if new in plan.newcomers else None
    if one.new_value:
        said, _ = plan.statements.get(quad.subject, (None, None))
        return new_literal(one, (said.triple if said else quad).predicate[1:-1])
    return None


def _notes(quad: Quad, one: Correction) -> Iterator[Quad]:
    """What a corrected statement says of its correction."""
    before = quad.object[: quad.object.rindex('"') + 1] if quad.object.startswith('"') else plain(quad.object[1:-1])
    notes = {vocab.CORRECTED_FROM: before, vocab.REVIEWED_BY: plain(one.by), vocab.REVIEW_NOTE: plain(one.reason)}
    notes |= {vocab.REVIEWED_ON: of_type(one.date.isoformat(), "date"), vocab.REVIEW_SOURCE: plain(one.source)}
    yield from (Quad(quad.subject, f"<{name}>", value, quad.graph) for name, value in notes.items())


def _arriving(plan: Plan, names: Names) -> Iterator[str]:
    """The triples that stand instead, and in each article that did not name it before, what the new thing is called."""
    rows = [(Quad(said.iri, OBJECT, said.triple.object, said.triple.graph), said.triple, one) for said, one in plan.statements.values()]
    rows += [(quad, quad, one) for quad, one in plan.triples.items()]
    for at, triple, one in rows:
        new = _new(one, at, plan, names) if one else None
        if new is None:
            continue
        yield str(triple._replace(object=new))
        described = plan.newcomers.get(new, {})
        if described and triple.graph not in described:
            yield from (str(quad._replace(graph=triple.graph)) for quad in described[min(described)])
            if triple.graph in plan.identifiers:
                yield str(Quad(triple.graph, f"<{vocab.MENTIONS}>", new, triple.graph))


def _issues(plan: Plan) -> Iterator[Issue]:
    """One for each place in an article where a correction found something."""
    told: set[Issue] = set()
    for said, one in plan.statements.values():
        if one is None:
            continue
        kept = one.new_value or (one.new_object and any(one.new_object in name for name in plan.newcomers))
        code = "corrected" if kept else "dropped" if one.drop else "dropped-without-object"
        begin, end = (int(word.split('"')[1]) if word else None for word in said.words[:2])
        message = f"{said.triple.predicate[1:-1].rpartition('#')[2]}: {one.reason} ({one.by}, {one.date.isoformat()}; {one.source})"
        told.add(Issue(code, message, plan.identifiers.get(said.triple.graph, ""), begin, end, place=one.place))
    yield from sorted(told, key=lambda i: (i.article, i.begin or 0, i.code, i.message))
