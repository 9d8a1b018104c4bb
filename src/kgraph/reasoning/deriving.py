"""From the quads of a build to those of its derived graph: what follows by the rules, and on which statements it rests.

The rules see all named graphs as one, and of it only the triples whose property one of them names: no words, no offsets, no names.
All rules are applied to what is known, then what they found is known too, until a round finds nothing. A conclusion rests on what it was
found from in the first such round, so no conclusion ever rests on itself. The file is read twice: once for what the rules read, once
for the statements of the facts that something rests on; memory grows with those, not with the texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from kgraph import vocab
from kgraph.errors import KgraphError, LimitReached
from kgraph.reasoning.rules import Rule, Triple, load_rules
from kgraph.settings import BASE
from kgraph.sorting import Block, read_blocks
from kgraph.store.triples import Triples
from kgraph.terms import PROV, RDF, Names, plain

Round = dict[Triple, dict[str, set[Triple]]]
"""What one round found new: conclusion → rule → the triples that the rule concluded it from."""

_ROUNDS = 1_000


def derive(nquads: Path, *, base: str = BASE, rules: Sequence[Rule] | None = None) -> list[str]:
    """The quads of the derived graph of a sorted N-Quads file, sorted, without line ends; `rules` default to those that are shipped.

    Each conclusion stands with a statement for each rule that found it, which names the statements it rests on; one that rests on
    background knowledge alone stands without. What the file has in its derived graph counts for nothing.

    Raises KgraphError where the file cannot be read or a file of the rules is none, LimitReached where the rules come to no end.
    """
    names = Names(base)
    rules = load_rules(base=base) if rules is None else rules
    try:
        return sorted(_derived(nquads, rules, names))
    except (OSError, UnicodeDecodeError) as error:
        raise KgraphError(f"cannot read the graph: {error}", where=str(nquads), mend="run `kgraph build` first") from error


def properties(rules: Iterable[Rule]) -> frozenset[str]:
    """The properties of all triples that some rules conclude from, or name as grounds; `derive` looks at no others."""
    return frozenset().union(*(rule.reads.union(predicate for _, predicate, _ in rule.rests_on) for rule in rules))


def _derived(nquads: Path, rules: Sequence[Rule], names: Names) -> Iterator[str]:
    known = Triples()
    known.add(_read(nquads, frozenset().union(*(rule.reads for rule in rules)), names))
    rounds = tuple(conclusions(rules, known))
    wanted = {ground for found in rounds for by_rule in found.values() for grounds in by_rule.values() for ground in grounds}
    return _quads(rounds, _statements(nquads, wanted, names), names)


def conclusions(rules: Sequence[Rule], known: Triples) -> Iterator[Round]:
    """All that follows by the rules from what is known, round by round; `known` grows by it."""
    found: set[Triple] = set()
    for _ in range(_ROUNDS):
        fresh: Round = {}
        for rule in rules:
            for conclusion, grounds in rule.conclusions(known):
                if conclusion not in found:
                    fresh.setdefault(conclusion, {}).setdefault(rule.id, set()).update(grounds)
        if not fresh:
            return
        yield fresh
        found.update(fresh)
        known.add(f"{' '.join(triple)} ." for triple in fresh)
    raise LimitReached(f"the rules find something new in each of {_ROUNDS:,} rounds", mend="look for a rule that makes new names")


def _with(properties: Collection[str], lines: Block, names: Names) -> Iterator[Triple]:
    """The triples of some lines that have one of the properties, without those of the derived graph."""
    wanted, derived = {name.encode() for name in properties}, f" {names.derived} .".encode()
    for line in [line for line in lines if line.split(b" ", 2)[1] in wanted]:
        if not line.endswith(derived):
            subject, predicate, rest = line.decode().split(" ", 2)
            yield subject, predicate, rest.rpartition(" <")[0]


def _read(nquads: Path, properties: Collection[str], names: Names) -> Iterator[str]:
    """The triples that have one of the properties, as N-Triples."""
    return (f"{' '.join(triple)} ." for block in read_blocks(nquads) for triple in _with(properties, block, names))


def _statements(nquads: Path, wanted: Collection[Triple], names: Names) -> Mapping[Triple, Sequence[str]]:
    """The statements of the wanted triples. Their lines stand together in the file, and those of each one after the other."""
    start, reified = names.of("statement/").removesuffix(">").encode(), [f"<{RDF}{part}>" for part in ("subject", "predicate", "object")]
    blocks = (block[bisect_left(block, start) : bisect_left(block, start + b"\xff")] for block in read_blocks(nquads)) if wanted else ()
    parts = (triple for block in blocks for triple in _with(reified, block, names))
    found: dict[Triple, list[str]] = defaultdict(list)
    for node, rows in groupby(parts, key=itemgetter(0)):
        said = {part: value for _, part, value in rows}
        subject, predicate, value = (said.get(part, "") for part in reified)
        if (subject, predicate, value) in wanted:
            found[subject, predicate, value].append(node)
    return found


def _quads(rounds: Iterable[Round], stated: Mapping[Triple, Sequence[str]], names: Names) -> Iterator[str]:
    """The conclusions with their statements. A pattern of a head that nothing fulfilled before the round was no ground."""
    standing: dict[Triple, list[str]] = {triple: list(nodes) for triple, nodes in stated.items()}
    for found in rounds:
        made: list[tuple[Triple, str]] = []
        for triple, by_rule in found.items():
            yield f"{' '.join(triple)} {names.derived} ."
            for rule, grounds in by_rule.items():
                nodes = {node for ground in grounds for node in standing.get(ground, ())}
                if nodes:
                    made.append((triple, _node(triple, rule, names)))
                    for line in _statement(made[-1][1], triple, rule, nodes):
                        yield f"{line} {names.derived} ."
        for triple, node in made:
            standing.setdefault(triple, []).append(node)


def _node(triple: Triple, rule: str, names: Names) -> str:
    subject, predicate, value = triple
    return names.hashed("statement", subject, predicate.strip("<>"), value, rule)


def _statement(node: str, triple: Triple, rule: str, grounds: Iterable[str]) -> Iterator[str]:
    yield f"{node} <{RDF}type> <{vocab.STATEMENT}>"
    for part, term in zip(("subject", "predicate", "object"), triple, strict=True):
        yield f"{node} <{RDF}{part}> {term}"
    yield f"{node} <{vocab.DERIVED_BY_RULE}> {plain(rule)}"
    for ground in grounds:
        yield f"{node} <{PROV}wasDerivedFrom> {ground}"
