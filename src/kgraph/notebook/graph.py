"""The graph of a build, opened: things, names, sentences, queries, networks and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from kgraph.analysis.entities import Entity, read_classes, read_entities
from kgraph.analysis.evidence import Evidence, Source, Statement, in_order, read_evidence, read_sources
from kgraph.analysis.finding import find
from kgraph.analysis.relations import RELATIONS
from kgraph.errors import NothingMatched
from kgraph.notebook.answers import Answer, ask
from kgraph.notebook.things import Campaign, Directive, Event, Official, Organization, Thing, Unit, thing_of
from kgraph.settings import NAMESPACE
from kgraph.store.graph import Graph

if TYPE_CHECKING:
    from networkx import MultiDiGraph
    from pandas import DataFrame

    from kgraph.analysis.diffusion import Diffusion
    from kgraph.analysis.survival import Risk
    from kgraph.analysis.ties import Kind, Ties

T = TypeVar("T", bound=Thing)

_FACTS = f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?p {{ {' '.join('kg:' + r.name for r in RELATIONS)} }} ?s ?p ?o }}"
_NAMED = "SELECT DISTINCT ?article ?it WHERE { ?article kg:mentions ?it }"


class KnowledgeGraph:
    """A graph to look around in; nothing in it can be changed. Each view of it is read once, when it is first asked for.

    >>> import kgraph
    >>> graph = kgraph.open("exports")
    >>> plan = graph.one("347-KH/QU")
    >>> plan.label, plan.issued_on.isoformat(), [upper.designation for upper in plan.implements]
    ('Kế hoạch 347-KH/QU', '2024-12-11', ['284-KH/TU'])
    >>> plan.evidence[0].source.id, plan.evidence[0].begin < plan.evidence[0].end
    ('001_db9387e8d7c5dc93', True)
    """

    def __init__(self, path: Path) -> None:
        """Loads a graph; use `kgraph.open`. KgraphError where the file is missing or is no graph."""
        self.path = path
        self._graph = Graph.load(path)

    def __repr__(self) -> str:
        """Its file and size."""
        return f"<KnowledgeGraph {self.path}: {len(self)} quads>"

    def __len__(self) -> int:
        """The number of quads."""
        return len(self._graph)

    @property
    def officials(self) -> tuple[Official, ...]:
        """People with a post, by name."""
        return self._all(Official)

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """Bodies, by name."""
        return self._all(Organization)

    @property
    def units(self) -> tuple[Unit, ...]:
        """Administrative units, by name."""
        return self._all(Unit)

    @property
    def directives(self) -> tuple[Directive, ...]:
        """Documents, by name."""
        return self._all(Directive)

    @property
    def campaigns(self) -> tuple[Campaign, ...]:
        """Campaigns, contests and themes, by name."""
        return self._all(Campaign)

    @property
    def events(self) -> tuple[Event, ...]:
        """Events, by name."""
        return self._all(Event)

    @cached_property
    def articles(self) -> tuple[Source, ...]:
        """Articles, oldest first; undated ones last."""
        return tuple(sorted(self._sources.values(), key=lambda source: (source.published or "~", source.id)))

    def __getitem__(self, iri: str) -> Thing:
        """The thing of an IRI, or of its part after the last `/id/`; KeyError where there is none."""
        full = iri if iri in self._things else f"{NAMESPACE.removesuffix('ns#')}id/{iri}"
        return self._things[full]

    def get(self, iri: str) -> Thing | None:
        """The thing of a full IRI, None where there is none."""
        return self._things.get(iri)

    def find(self, name: str) -> tuple[Thing, ...]:
        """All that the name fits best: as written, else without accents, else as a beginning or a part; namesakes are all there."""
        return tuple(self._things[entity.iri] for entity in find(self._entities.values(), name))

    def one(self, name: str) -> Thing:
        """What the name fits, which must be a single thing; NothingMatched where it fits none or several."""
        found = self.find(name)
        if len(found) == 1:
            return found[0]
        said = "nothing is called so" if not found else f"several are called so: {', '.join(thing.iri for thing in found[:5])}"
        raise NothingMatched(said, where=name, mend="see find(), or take one by graph[iri]")

    def query(self, sparql: str, *, limit: int | None = None, timeout: float = 30.0) -> Answer:
        """The answer to a SPARQL query: rows of plain values for SELECT, a truth for ASK, lines of N-Triples for CONSTRUCT and DESCRIBE.

        Prefixes are known, and limits hold as for `kgraph query`; an answer that was cut without a `limit` being given raises LimitReached.
        """
        return ask(self.path, sparql, limit=limit, timeout=timeout)

    def to_networkx(self) -> MultiDiGraph[str]:
        """All entities as one network: relations as edges with their evidence, never the evidence as nodes."""
        from kgraph.analysis.projection import project

        return project(self._graph)

    def network(self, kind: Kind) -> Ties:
        """The network of `people`, `bodies`, `districts` or `provinces` with what they share, as `kgraph network` has it."""
        from kgraph.analysis.ties import project_ties

        return project_ties(self._graph, kind)

    def diffusion(self, target: Directive | Campaign, *, direct: bool = False, since: str = "") -> Diffusion:
        """How a document or campaign spread, as `kgraph diffusion` has it."""
        from kgraph.analysis.diffusion import read_diffusion

        return read_diffusion(self._graph, self._entities[target.iri], direct=direct, since=since)

    def risks(self, target: Directive | Campaign, *, until: str = "") -> tuple[Risk, ...]:
        """The spread as a table for models of durations, one row for each unit in reach."""
        from kgraph.analysis.survival import read_risks

        return read_risks(self._graph, self.diffusion(target), until=until).rows

    def to_pandas(self, table: str = "facts") -> DataFrame:
        """A table as a DataFrame: `facts` (each with its sentence), `officials`, `directives`, `events`, `campaigns`, `organizations`,
        `units` or `articles`. KgraphError where pandas is not installed or there is no such table."""
        from kgraph.notebook.frames import frame

        return frame(self, table)

    def related(self, iri: str, relation: str, *, inverse: bool = False) -> tuple[Thing, ...]:
        """Things that a relation leads to from one, or comes from with `inverse`, by name."""
        found = (self._to if inverse else self._from).get((iri, relation), ())
        return tuple(sorted((self._things[other] for other in found if other in self._things), key=lambda thing: (thing.label, thing.iri)))

    def evidence_of(self, iri: str) -> tuple[Statement, ...]:
        """Statements of which a thing is the subject or the object."""
        return in_order(self._statements.get(iri, []))

    def articles_naming(self, iri: str) -> tuple[Source, ...]:
        """Articles that name a thing, oldest first."""
        return tuple(source for source in self.articles if source.iri in self._naming.get(iri, ()))

    @cached_property
    def evidence(self) -> Evidence:
        """Every fact that has a sentence or a derivation, as (subject, predicate, object), with its statements."""
        return read_evidence(self._graph, lambda triple: True)

    def _all(self, kind: type[T]) -> tuple[T, ...]:
        found = sorted((thing for thing in self._things.values() if type(thing) is kind), key=lambda thing: (thing.label, thing.iri))
        return cast("tuple[T, ...]", tuple(found))

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        return read_entities(self._graph, read_classes(self._graph))

    @cached_property
    def _things(self) -> Mapping[str, Thing]:
        return {iri: thing_of(entity, self) for iri, entity in self._entities.items()}

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return read_sources(self._graph)

    @cached_property
    def _from(self) -> Mapping[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in self._graph.rows(_FACTS):
            found[row["s"], row["p"].removeprefix(NAMESPACE)].add(row["o"])
        return found

    @cached_property
    def _to(self) -> Mapping[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for (subject, relation), others in self._from.items():
            for other in others:
                found[other, relation].add(subject)
        return found

    @cached_property
    def _statements(self) -> Mapping[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for (subject, _, value), statements in self.evidence.items():
            for iri in {subject, value}:
                found[iri].extend(statements)
        return found

    @cached_property
    def _naming(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for row in self._graph.rows(_NAMED):
            found[row["it"]].add(row["article"])
        return found
