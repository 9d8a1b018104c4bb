"""All that a build states, in files of sorted quads: each part under the names that stand, and what only all parts together tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import mkdtemp

from kgraph.background import background
from kgraph.identity.gathering import Identity, all_tenures
from kgraph.identity.standing import Standing
from kgraph.identity.telling import link_quads, maybe_quads, reprint_quads
from kgraph.model import Organization, Unit
from kgraph.reports import Tally, tally
from kgraph.scale.calls import call, in_order
from kgraph.scale.executors import Executor
from kgraph.scale.grounds import Quads, put
from kgraph.scale.reading import Job, open_decided, open_reader
from kgraph.scale.renaming import rename, renamings
from kgraph.sorting import Block, Sorter
from kgraph.terms import Names


@dataclass(frozen=True, slots=True)
class Background:
    """What articles name, of which background knowledge is stated; of `documents` the keys, among others."""

    units: tuple[Unit, ...]
    organizations: tuple[Organization, ...]
    documents: frozenset[str]


def state_all(
    quads: Iterable[tuple[Path, frozenset[str]]],
    cards: Path,
    known_of: Background,
    identity: Identity,
    job: Job,
    executor: Executor,
    *,
    room: Path,
    properties: frozenset[str],
) -> list[Quads]:
    """Files of all that is stated; each with what rules look at that ask for these properties.

    `quads` are the files of parts, each with the articles it is of, `cards` the file of all cards. Raises KgraphError where processes die.
    """
    base = job.settings.base
    calls = [
        partial(state_tenures, cards, identity.standing, base, room, properties),
        partial(state_background, known_of, job, room, properties),
        *(partial(rename, task, base, properties) for task in renamings(quads, identity.standing)),
    ]
    names, standing = Names(base), identity.standing
    told = (
        reprint_quads(identity.reprints, names),
        maybe_quads(identity.maybe, standing, names),
        link_quads(identity.links, standing, names),
    )
    return [*in_order(executor, call, calls, doing="give nodes the names that stand"), _sorted(chain(*told), room, properties)]


def state_tenures(cards: Path, standing: Standing, base: str, room: Path, properties: frozenset[str]) -> Quads:
    """The stretches of people's posts."""
    return _sorted(all_tenures(cards, standing, Names(base)), room, properties)


def state_background(known_of: Background, job: Job, room: Path, properties: frozenset[str]) -> Quads:
    """Background knowledge of what articles name, as far as people let it be shown."""
    reader = open_reader(job)
    authority = background(
        known_of.units,
        known_of.organizations,
        documents=reader.registered.intersection(known_of.documents),
        lexicon=reader.known.lexicon,
        gazetteer=reader.known.gazetteer,
        authority=reader.known.authority,
        base=reader.base,
    )
    return _sorted(reader.decided.known(authority), room, properties)


def tally_proven(quads: Block, job: Job) -> Tally:
    """How often things stand in some sorted quads; ReviewError where a suppressed name is left in one."""
    return tally(chain.from_iterable(open_decided(job).proven([quads], quads=True)))


def _sorted(lines: Iterable[str], room: Path, properties: frozenset[str]) -> Quads:
    folder = Path(mkdtemp(dir=room))
    sorter = Sorter(folder)
    sorter.add(lines)
    return put(sorter.blocks(), folder / "quads", properties)
