"""A shard is read twice: once for what its articles are called, which depends on all shards, and once for what they say.

Both are pure: the same shard gives the same, wherever it is read and however often.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.model import Article, Issue
from kgraph.reports import issue_line
from kgraph.reviewed.deciding import Decided
from kgraph.scale.contribution import Contribution, Reader
from kgraph.scale.parts import Part, Taken
from kgraph.scale.shards import Shard
from kgraph.settings import Settings
from kgraph.sources.identifiers import Key, Name, key_of
from kgraph.sources.outcomes import Reading, Refusal
from kgraph.sources.reading import read_files


@dataclass(frozen=True, slots=True)
class Job:
    """What every shard of a build is read with: settings, and the folder of human decisions with their hash."""

    settings: Settings
    reviewed: Path | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """What is kept of a shard while the others are read: the keys of its articles, and how many inputs are no articles."""

    keys: tuple[Key, ...]
    refused: int

    @property
    def given(self) -> int:
        """Inputs of the shard."""
        return len(self.keys) + self.refused


def survey(shard: Shard, job: Job) -> Survey:
    """The first reading of a shard."""
    readings = list(map(_keyed, _readings(shard, job, _decided(job))))
    return Survey(tuple(key for key in readings if isinstance(key, Key)), sum(isinstance(key, Refusal) for key in readings))


def read(shard: Shard, names: Mapping[Key, Name], given: int, folder: Path, job: Job) -> Part:
    """The second reading: the articles that have `names` are taken, every other one is a duplicate. The part's files are put in `folder`.

    Raises KgraphError where the shard is not what its survey saw: other articles, or not `given` inputs.
    """
    reader, taken, left = open_reader(job), Taken(), dict(names)
    current = ""
    for reading in _readings(shard, job, reader.decided):
        match reading:
            case Article():
                # What comes again is a duplicate.
                name = left.pop(key_of(reading), None)
                current = name.id if name else reading.id
                if name:
                    _take(reading.model_copy(update={"id": name.id, "also_as": name.also_as}), reader, taken)
                else:
                    taken.duplicates += 1
            case Refusal():
                taken.refuse(Issue(code=reading.code, message=reading.message, article="", place=reading.place))
            case Issue():
                taken.issues.append(issue_line(replace(reading, article=reading.article and current)))
    part = taken.written(folder)
    if left or part.given != given:
        raise KgraphError("the sources changed while they were read", mend="build again")
    return part


def _take(article: Article, reader: Reader, taken: Taken) -> None:
    """Takes all that an article gives, or nothing of it and a `fault`."""
    try:
        contribution: Contribution = reader.contribution(article)
    except Exception as error:
        if os.environ.get("KGRAPH_STRICT"):
            raise
        # The exception's own message may quote the text, which can hold a private name.
        message = f"{type(error).__name__} while the article was read"
        taken.refuse(Issue(code="fault", message=message, article=article.id))
        return
    taken.contributions.append(contribution)


def _readings(shard: Shard, job: Job, decided: Decided) -> Iterator[Reading]:
    return decided.admitted(read_files(shard.found, settings=job.settings))


def _keyed(reading: Reading) -> Key | Refusal | None:
    """What is kept of an input: not its text."""
    return key_of(reading) if isinstance(reading, Article) else reading if isinstance(reading, Refusal) else None


@lru_cache(maxsize=1)
def _decided(job: Job) -> Decided:
    decided = Decided.read(job.reviewed, base=job.settings.base)
    if decided.digest != job.digest:
        raise KgraphError("the human decisions changed while the sources were read", mend="build again")
    return decided


@lru_cache(maxsize=1)
def open_reader(job: Job) -> Reader:
    """What all shards that this process reads for a build are read with."""
    return Reader.open(_decided(job), base=job.settings.base)
