"""What changed between two builds: two files of sorted N-Quads read side by side, one thing at a time, so that memory stays small.

What is compared is what is said of a thing, not how often or where: a fact that one more article tells is no change. Statements and
tenures are left out, for their names follow from their content and what they say stands beside them. A thing that was merged into another
is one change, and what was said of it is compared with what is said of the other now; the same for a thing that was split off.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

from kgraph.analysis.nquads import Fact, facts_of, ordered, short_name, subject_of
from kgraph.analysis.relations import BOOKKEEPING
from kgraph.settings import NAMESPACE
from kgraph.terms import ORG, RDF, RDFS

Lines = Callable[[], Iterable[bytes]]
"""The lines of a file from its beginning, each time it is called."""

Kind = Literal["merged", "split", "entity-added", "entity-removed", "fact-added", "fact-removed", "fact-changed"]
KINDS: tuple[Kind, ...] = ("merged", "split", "entity-added", "entity-removed", "fact-changed", "fact-added", "fact-removed")

_TYPE, _LABEL, _REPLACED = f"{RDF}type", f"{RDFS}label", "http://purl.org/dc/terms/isReplacedBy"
_LEFT_OUT = (b"/id/statement/", b"/id/tenure/")
_HOLDING = "/id/holding/"
_SILENT = {f"{NAMESPACE}hasPosition", f"{NAMESPACE}asciiLabel", _REPLACED}
"""Relations of which another line tells: a holding itself, a label, a merger."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a thing (IRI, class and label as the newer build that has it calls them): of a fact `relation`, `before`, `after`.

    `before` and `after` are IRIs or values; of a merged or split thing the IRI that it goes by before and after. `origin` says who tells
    it: article, derived (by a rule), background.
    """

    kind: Kind
    subject: str
    class_name: str
    label: str
    relation: str = ""
    before: str = ""
    after: str = ""
    origin: str = ""


@dataclass(slots=True)
class _Moves:
    """Which things became others between the builds, and what is said of them on their own side."""

    merged: Mapping[str, str]
    split: Mapping[str, str]
    facts: dict[str, dict[str, set[Fact]]] = field(default_factory=lambda: {"old": defaultdict(set), "new": defaultdict(set)})


def read_changes(old: Lines, new: Lines) -> Iterator[Change]:
    """The changes from one build to another, by subject; KgraphError where the lines are not sorted N-Quads."""
    moves = _moves(old, new)
    for subject, before, after in _side_by_side(old(), new()):
        if before != after or subject in moves.facts["old"] or subject in moves.facts["new"]:
            yield from _of_subject(subject, facts_of(before), facts_of(after), moves)


def _moves(old: Lines, new: Lines) -> _Moves:
    before, after = _replaced(old), _replaced(new)
    moves = _Moves(
        merged={name: other for name, other in after.items() if name not in before},
        split={name: other for name, other in before.items() if name not in after},
    )
    for side, lines, names in (("old", old, moves.merged), ("new", new, moves.split)):
        wanted = {f"<{name}>".encode() for name in names}
        for subject, group in _groups(lines()) if wanted else ():
            if subject in wanted:
                name = subject[1:-1].decode()
                moves.facts[side][names[name]] |= facts_of(group)
    return moves


def _replaced(lines: Lines) -> dict[str, str]:
    mark = f" <{_REPLACED}> ".encode()
    found = (fact for line in lines() if mark in line for fact in facts_of([line], with_subject=True))
    return {fact.subject: fact.value for fact in found if fact.relation == _REPLACED}


def _groups(lines: Iterable[bytes]) -> Iterator[tuple[bytes, list[bytes]]]:
    for subject, group in groupby(ordered(lines), key=subject_of):
        if not any(mark in subject for mark in _LEFT_OUT):
            yield subject, list(group)


def _side_by_side(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[str, list[bytes], list[bytes]]]:
    """Each subject of either file with its lines in both."""
    one, other = _groups(old), _groups(new)
    left, right = next(one, None), next(other, None)
    while left or right:
        if right is None or (left is not None and left[0] < right[0]):
            assert left is not None
            yield left[0][1:-1].decode(), left[1], []
            left = next(one, None)
        elif left is None or right[0] < left[0]:
            yield right[0][1:-1].decode(), [], right[1]
            right = next(other, None)
        else:
            yield left[0][1:-1].decode(), left[1], right[1]
            left, right = next(one, None), next(other, None)


def _of_subject(subject: str, before: set[Fact], after: set[Fact], moves: _Moves) -> Iterator[Change]:
    for kind, names, known in (("merged", moves.merged, before), ("split", moves.split, after)):
        if subject in names:
            class_name, label = _naming(subject, known)
            if not class_name:
                return
            one, other = (subject, names[subject]) if kind == "merged" else (names[subject], subject)
            yield Change("merged" if kind == "merged" else "split", subject, class_name, label, before=one, after=other)
            return
    class_name, label = _naming(subject, after or before)
    if not class_name:
        return
    if bool(before) != bool(after):
        yield Change("entity-added" if after else "entity-removed", subject, class_name, label, origin=_origin(after or before))
        before, after = ({fact for fact in facts if fact.relation not in (_TYPE, _LABEL)} for facts in (before, after))
    yield from _of_facts(
        Change("fact-added", subject, class_name, label),
        _comparable(before | moves.facts["old"].get(subject, set()), moves.merged),
        _comparable(after | moves.facts["new"].get(subject, set()), moves.split),
    )


def _of_facts(about: Change, before: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]) -> Iterator[Change]:
    """Facts lost and won; of a relation that lost one and won one, that it changed."""
    subject, class_name, label = about.subject, about.class_name, about.label
    for relation in sorted({relation for relation, _ in before.keys() ^ after.keys()}):
        lost = sorted(value for name, value in before.keys() - after.keys() if name == relation)
        won = sorted(value for name, value in after.keys() - before.keys() if name == relation)
        name = short_name(relation)
        if len(lost) == len(won) == 1:
            yield Change("fact-changed", subject, class_name, label, name, lost[0], won[0], after[relation, won[0]])
            continue
        yield from (Change("fact-removed", subject, class_name, label, name, value, "", before[relation, value]) for value in lost)
        yield from (Change("fact-added", subject, class_name, label, name, "", value, after[relation, value]) for value in won)


def _comparable(facts: Iterable[Fact], moved: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """What is said, by relation and value as the other build would name it, and who tells it."""
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        if fact.relation not in _SILENT:
            said[fact.relation, moved.get(fact.value, fact.value)].add(fact.origin)
    return {key: min(origins) for key, origins in said.items()}


def _naming(subject: str, facts: Iterable[Fact]) -> tuple[str, str]:
    """Class and label of a thing; of a holding who holds what where. No class where it is none of ours."""
    values: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        values[fact.relation].append(fact.value)
    names = sorted(name.removeprefix(NAMESPACE) for name in values[_TYPE] if name.startswith(NAMESPACE))
    class_name = next((name for name in names if name not in BOOKKEEPING), names[0] if names else "")
    if _HOLDING in subject:
        parts = [min(values[f"{ORG}{name}"], default="").rpartition("/")[2] for name in ("member", "role", "organization")]
        return class_name, " · ".join(part for part in parts if part)
    labels = values[_LABEL] or values[f"{NAMESPACE}title"]
    return class_name, min(labels, key=lambda label: (label.isupper(), -len(label), label), default=subject.rpartition("/id/")[2])


def _origin(facts: Iterable[Fact]) -> str:
    return min({fact.origin for fact in facts}, default="")
