"""Where the things of a network belong: their level from the centre down to the commune, their unit, and the body whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kgraph.analysis.projection import Network
from kgraph.analysis.relations import POSITION
from kgraph.analysis.territory import LEVELS as UNIT_LEVELS
from kgraph.analysis.territory import Territory, read_territory
from kgraph.store.graph import Graph

CENTRE = "centre"
LEVELS = (CENTRE, *UNIT_LEVELS)

_DEEPEST = 8
# Background knowledge names its source for the bodies that everybody knows; what lies nowhere in particular is of the centre.
_CENTRAL = """SELECT DISTINCT ?body WHERE { ?body a kg:Organization ; dcterms:source ?source
  FILTER NOT EXISTS { ?body kg:placedIn ?unit } FILTER NOT EXISTS { ?body kg:hasJurisdictionOver ?unit } }"""


@dataclass(frozen=True, slots=True)
class Situation:
    """The level of a thing (one of LEVELS), its unit with those above it, the nearest first, and the body whose it is; each empty where it
    is not known."""

    level: str = ""
    units: tuple[str, ...] = ()
    body: str = ""


def situate(network: Network, graph: Graph) -> dict[str, Situation]:
    """The situation of every node: of a body by its seat, or that of the body it is part of; of a person by the post seen last; of a
    document by its issuer, an event by who holds it or where, a campaign by who conducts or runs it."""
    return _Situations(network, read_territory(graph), frozenset(row["body"] for row in graph.rows(_CENTRAL))).all()


def with_situations(network: Network, situations: Mapping[str, Situation]) -> Network:
    """A copy of the network whose nodes carry `level`, `units` and `body`, empty where they are not known."""
    copy = network.copy()
    for iri, data in copy.nodes(data=True):
        said = situations.get(iri, Situation())
        data.update(level=said.level, units=said.units, body=said.body)
    return copy


class _Situations:
    def __init__(self, network: Network, territory: Territory, central: frozenset[str]) -> None:
        self._network, self._territory, self._central = network, territory, central
        self._found: dict[str, Situation] = {}

    def all(self) -> dict[str, Situation]:
        return {iri: self._of(iri) for iri in sorted(self._network)}

    def _of(self, iri: str) -> Situation:
        if iri not in self._found:
            self._found[iri] = self._read(iri)
        return self._found[iri]

    def _read(self, iri: str) -> Situation:
        match self._network.nodes[iri]["class"]:
            case "AdministrativeUnit":
                return self._unit(iri)
            case "Organization":
                return self._body(iri)
            case "Official":
                return self._person(iri)
            case "Directive":
                return self._of_bodies(self._ends(iri, "issuedBy"))
            case "Event":
                return self._event(iri)
            case "Campaign":
                return self._campaign(iri)
            case _:
                return Situation()

    def _unit(self, iri: str) -> Situation:
        unit = self._territory.units.get(iri)
        return Situation(unit.level, (iri, *unit.above)) if unit else Situation()

    def _body(self, iri: str, deep: int = 0) -> Situation:
        seat = self._unit(self._territory.of_body.get(iri, ""))
        if seat.units:
            return Situation(seat.level, seat.units, iri)
        if iri in self._central:
            return Situation(CENTRE, body=iri)
        above = self._ends(iri, "parentOrganization") if deep < _DEEPEST else []
        known = next((said for body in above if (said := self._body(body, deep + 1)).level), Situation())
        return Situation(known.level, known.units, iri)

    def _person(self, iri: str) -> Situation:
        posts = [(data["titles"], body) for _, body, key, data in self._network.out_edges(iri, keys=True, data=True) if key == POSITION]
        in_time = sorted(posts, key=lambda post: (max(_seen(title.status, title.observed) for title in post[0]), post[1]), reverse=True)
        bodies = [body for _, body in in_time if body in self._network]
        return next((self._of(body) for body in bodies if self._of(body).level), Situation(body=bodies[0] if bodies else ""))

    def _event(self, iri: str) -> Situation:
        held = self._of_units(self._territory.held_in.get(iri, ()))
        holder = self._of_bodies(self._starts(iri, "organizes"))
        return Situation(holder.level or held.level, held.units or holder.units, holder.body)

    def _campaign(self, iri: str) -> Situation:
        holder = self._of_bodies(self._starts(iri, "launched", "conducts"))
        run = self._of_units(self._starts(iri, "runsCampaign"))
        if holder.level or run.level:
            return Situation(holder.level or run.level, holder.units or run.units, holder.body)
        events = (self._of(event) for event in self._starts(iri, "launchesCampaign", "partOfCampaign"))
        return next((said for said in events if said.level), holder)

    def _of_bodies(self, bodies: Iterable[str]) -> Situation:
        """That of the body of the highest level."""
        return min((self._of(body) for body in bodies), key=lambda it: (_rank(it.level), it.body), default=Situation())

    def _of_units(self, units: Iterable[str]) -> Situation:
        """The unit itself; of several the nearest in which they all lie, on the level of the highest of them."""
        known = [unit for iri in sorted(units) if (unit := self._territory.units.get(iri))]
        if not known:
            return Situation()
        ways = [(unit.iri, *unit.above) for unit in known]
        common = tuple(iri for iri in ways[0] if all(iri in way for way in ways))
        return Situation(min((unit.level for unit in known), key=_rank), common)

    def _ends(self, iri: str, relation: str) -> list[str]:
        return sorted(target for _, target, key in self._network.out_edges(iri, keys=True) if key == relation)

    def _starts(self, iri: str, *relations: str) -> list[str]:
        return sorted({source for source, _, key in self._network.in_edges(iri, keys=True) if key in relations})


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else len(LEVELS)


def _seen(status: str, observed: tuple[str, ...]) -> tuple[bool, str]:
    return (status != "former", max(observed, default=""))
