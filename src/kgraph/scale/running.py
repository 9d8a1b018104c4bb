"""All shards of a build, by whatever executor: surveyed, named, read. A shard over which processes die is halved until one input is left,
which is refused; it never ends the build.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import mkdtemp

from kgraph.model import Issue
from kgraph.scale.executors import Executor
from kgraph.scale.parts import Part, Taken
from kgraph.scale.reading import Job, Survey, read, survey
from kgraph.scale.shards import Shard
from kgraph.sources.identifiers import Key, Name
from kgraph.sources.outcomes import Refusal

Surveyed = tuple[Shard, Survey]


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to be read: the names of the articles that it is to give, and how many inputs it has."""

    shard: Shard
    names: Mapping[Key, Name]
    given: int


def survey_all(shards: Sequence[Shard], job: Job, executor: Executor) -> tuple[list[Surveyed], list[Issue]]:
    """The survey of every shard, in their order; and the inputs over which processes die."""
    found: list[Surveyed] = []
    refused: list[Issue] = []
    while shards:
        surveys = dict(executor.run(partial(survey, job=job), shards))
        lost = [shard for number, shard in enumerate(shards) if surveys[number] is None]
        found += [(shard, seen) for number, shard in enumerate(shards) if (seen := surveys[number])]
        refused += [_lost(shard) for shard in lost if not shard.halves()]
        shards = [half for shard in lost for half in shard.halves()]
    return found, refused


def read_all(surveyed: Sequence[Surveyed], names: Mapping[Key, Name], room: Path, job: Job, executor: Executor) -> Iterator[Part]:
    """The part of every shard, as they come; their files are put in folders of `room`. A name goes to the first shard that has its key."""
    left = dict(names)
    while surveyed:
        tasks = [
            Task(shard, {key: left.pop(key) for key in dict.fromkeys(seen.keys) if key in left}, seen.given) for shard, seen in surveyed
        ]
        halves: list[Shard] = []
        for number, part in executor.run(partial(read_task, room=room, job=job), tasks):
            if part:
                yield part
            elif again := tasks[number].shard.halves():
                left.update(tasks[number].names)
                halves += again
            else:
                yield refuse_all([_lost(tasks[number].shard)] * tasks[number].given, room)
        surveyed, refused = survey_all(halves, job, executor)
        if refused:
            yield refuse_all(refused, room)


def read_task(task: Task, room: Path, job: Job) -> Part:
    """The part of one shard. Its folder is new each time: a process that was given up may still be writing to another."""
    return read(task.shard, task.names, task.given, Path(mkdtemp(dir=room)), job)


def refuse_all(issues: Iterable[Issue], room: Path) -> Part:
    """A part of refused inputs only."""
    taken = Taken()
    for issue in issues:
        taken.refuse(issue)
    return taken.written(Path(mkdtemp(dir=room)))


def _lost(shard: Shard) -> Issue:
    (found,) = shard.found
    line = "" if isinstance(found, Refusal) or found.line == 1 else f":{found.line}"
    return Issue(code="fault", message="the process that read it ended each time", article="", place=f"{found.place}{line}")
