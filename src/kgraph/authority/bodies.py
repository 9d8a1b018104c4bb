"""Central bodies, and the bodies that every place of a level has: what they are part of, when they existed, what came after them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from kgraph.authority.rows import Row, check_acyclic, check_once, check_order, read_list
from kgraph.errors import AuthorityError
from kgraph.lexicon import Lexicon
from kgraph.text import fold, slug

SYSTEMS = ("party", "state", "front")
LEVELS = ("province", "district", "commune")


@dataclass(frozen=True, slots=True)
class Body:
    """A central body. `id` is its key after `organization/`; times are days or months (ISO)."""

    id: str
    vi: str
    en: str
    kind: str
    system: str
    source: str
    parent: str | None = None
    names: tuple[str, ...] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    succeeded_by: tuple[str, ...] = ()
    place: str = ""

    @property
    def key(self) -> str:
        """Its key as a resource."""
        return f"organization/{self.id}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is known of the bodies of one kind, with one field, in all places of a level.

    `heads` are the folded beginnings of their names, the clerk's own first; `head` is that one as it is written.
    """

    level: str
    kind: str
    field: str | None
    system: str
    source: str
    head: str
    heads: tuple[str, ...]
    parent: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    succeeded_by: tuple[str, ...] = ()
    place: str = ""

    @property
    def id(self) -> str:
        """Kind, and field where it has one: its name within the level."""
        return f"{self.kind}/{self.field}" if self.field else self.kind

    def rest(self, label: str) -> str | None:
        """What follows the head in the name of such a body; None where the name begins otherwise.

        >>> Pattern("province", "so", "y-te", "state", "", "Sở Y tế", ("sở y tế",)).rest("Sở Y tế tỉnh Nghệ An")
        ' tỉnh Nghệ An'
        """
        folded = fold(label)
        fits = (label[len(head) :] for head in self.heads if folded == head or folded.startswith(f"{head} "))
        return min(fits, key=len, default=None)


@dataclass(frozen=True, eq=False)
class Bodies:
    """The tree of central bodies by id, and the patterns of local ones by level and kind."""

    central: Mapping[str, Body]
    patterns: Mapping[tuple[str, str], tuple[Pattern, ...]]

    @cached_property
    def by_key(self) -> Mapping[str, Body]:
        """Central bodies by each key that the rules make for them."""
        keys = {f"organization/{slug(name)}": body for body in self.central.values() for name in body.names}
        return MappingProxyType(keys | {body.key: body for body in self.central.values()})

    def above(self, body: Body) -> tuple[Body, ...]:
        """The bodies that a central body is part of, the nearest first.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> bodies = open_authority(load_lexicon()).bodies
        >>> [b.id for b in bodies.above(bodies.central["bo-noi-vu"])]
        ['chinh-phu']
        """
        parent = self.central[body.parent] if body.parent else None
        return (parent, *self.above(parent)) if parent else ()

    def pattern(self, level: str, kind: str, label: str) -> Pattern | None:
        """What is known of the local bodies that one with this level, kind and name is one of; with its field before without one.

        >>> from kgraph.lexicon import load_lexicon
        >>> from kgraph.authority import open_authority
        >>> open_authority(load_lexicon()).bodies.pattern("district", "quan-uy", "Quận ủy Đống Đa").valid_to
        '2025-06-30'
        """
        fitting = [p for p in self.patterns.get((level, kind), ()) if p.rest(label) is not None]
        return max(fitting, key=lambda p: bool(p.field), default=None)

    def successors(self, pattern: Pattern) -> tuple[Pattern, ...]:
        """The patterns of the same level that took over its tasks or part of them."""
        same_level = {p.id: p for patterns in self.patterns.values() for p in patterns if p.level == pattern.level}
        return tuple(same_level[name] for name in pattern.succeeded_by)


def load_bodies(path: Path, lexicon: Lexicon) -> Bodies:
    """The bodies of a file; AuthorityError for a fault, with its line."""
    _, tables = read_list(path)
    kinds = {entry.concept for entry in lexicon.by_kind.get("organization", ())}
    central = [_body(row, kinds) for row in tables.get("central", ())]
    check_once((f"organization/{name}", b.place) for b in central for name in {b.id, *map(slug, b.names)})
    places = {b.id: b.place for b in central}
    check_acyclic({b.id: [b.parent] if b.parent else [] for b in central}, places)
    check_acyclic({b.id: b.succeeded_by for b in central}, places)
    patterns = [_pattern(row, lexicon, kinds) for row in tables.get("local", ())]
    check_once((f"{p.level} {p.id}", p.place) for p in patterns)
    for level in LEVELS:
        links = {p.id: p.succeeded_by for p in patterns if p.level == level}
        check_acyclic(links, {p.id: p.place for p in patterns if p.level == level})
    by_kind: dict[tuple[str, str], list[Pattern]] = {}
    for pattern in patterns:
        by_kind.setdefault((pattern.level, pattern.kind), []).append(pattern)
    return Bodies(MappingProxyType({b.id: b for b in central}), MappingProxyType({k: tuple(v) for k, v in by_kind.items()}))


def _body(row: Row, kinds: set[str]) -> Body:
    valid_from, valid_to = _times(row)
    return Body(
        id=row.text("id"),
        vi=row.text("vi"),
        en=row.text("en"),
        kind=row.known("kind", kinds),
        system=row.known("system", SYSTEMS),
        source=row.text("source"),
        parent=row.some("parent"),
        names=row.texts("names"),
        valid_from=valid_from,
        valid_to=valid_to,
        succeeded_by=row.texts("succeeded_by"),
        place=row.place,
    )


def _pattern(row: Row, lexicon: Lexicon, kinds: set[str]) -> Pattern:
    valid_from, valid_to = _times(row)
    kind, field = row.known("kind", kinds), row.some("field")
    entry = lexicon.entry(f"organization/{kind}")
    head = str(entry.key("label", entry.vi))
    heads: tuple[str, ...] = (fold(head),)
    if field:
        fields = {e.concept: e for e in lexicon.by_kind.get("field", ())}
        if field not in fields:
            raise AuthorityError(f"`field` is {field}, which is not known", where=row.place)
        head = f"{head} {fields[field].vi}"
        heads = tuple(f"{heads[0]} {form}" for form in fields[field].forms)
    return Pattern(
        level=row.known("level", LEVELS),
        kind=kind,
        field=field,
        system=row.known("system", SYSTEMS),
        source=row.text("source"),
        head=head,
        heads=heads,
        parent=row.known("parent", ("committee", "hdnd", "ubnd", "mttq")) if "parent" in row.values else None,
        valid_from=valid_from,
        valid_to=valid_to,
        succeeded_by=row.texts("succeeded_by"),
        place=row.place,
    )


def _times(row: Row) -> tuple[str | None, str | None]:
    valid_from, valid_to = row.time("valid_from"), row.time("valid_to")
    check_order(valid_from, valid_to, row.place)
    return valid_from, valid_to
