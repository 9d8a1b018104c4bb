"""A shard is read twice: once for what its articles are called, which depends on all shards, and once for what they say.

Both are pure: the same shard gives the same, wherever it is read and however often.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from kgraph.errors import KgraphError
from kgraph.model import Article, Issue
from kgraph.reports import issue_line, versions
from kgraph.reviewed.deciding import Decided
from kgraph.scale.articles import Articles
from kgraph.scale.contribution import Contribution, Reader, from_record, to_record
from kgraph.scale.parts import Part, Taken
from kgraph.scale.shards import Shard
from kgraph.settings import Settings
from kgraph.sources.identifiers import Key, Name, key_of
from kgraph.sources.outcomes import Reading, Refusal
from kgraph.sources.reading import read_files


@dataclass(frozen=True, slots=True)
class Job:
    """What every shard of a build is read with: settings, the folder of human decisions with their hash, and the file of what articles
    gave when they were read before (see `articles`), if such is kept.
    """

    settings: Settings
    reviewed: Path | None = None
    digest: str = ""
    records: Path | None = None


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
    readings = list(map(_keyed, _readings(shard, job, open_decided(job))))
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
                    _take(reading.model_copy(update={"id": name.id, "also_as": name.also_as}), reader, taken, job)
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


def _take(article: Article, reader: Reader, taken: Taken, job: Job) -> None:
    """Takes all that an article gives, or nothing of it and a `fault`."""
    if kept := job.records and _kept(article, job):
        taken.contributions.append(kept)
        taken.known.append(_key(article, job))
        return
    try:
        contribution = reader.contribution(article)
    except Exception as error:
        if os.environ.get("KGRAPH_STRICT"):
            raise
        # The exception's own message may quote the text, which can hold a private name.
        message = f"{type(error).__name__} while the article was read"
        taken.refuse(Issue(code="fault", message=message, article=article.id))
        return
    taken.contributions.append(contribution)
    # What a decision took something out of still has the words in its printing: it is read again each time.
    if job.records and not contribution.met:
        taken.fresh.append((_key(article, job), to_record(contribution)))


def _kept(article: Article, job: Job) -> Contribution | None:
    """What the article gave when it was read before, by the same program and with the same decisions."""
    record = _records(job.records).get(_key(article, job)) if job.records else None
    try:
        return from_record(record) if record else None
    except ValueError:
        return None


def _key(article: Article, job: Job) -> bytes:
    """A hash of all that a contribution depends on."""
    return sha256(f"{article.model_dump_json()}\n{job.settings.model_dump_json()}\n{job.digest}\n{_program()}".encode()).digest()


@cache
def _program() -> str:
    """A hash of the program and of its words and lists."""
    package = Path(__file__).parents[1]
    total = sha256(versions().model_dump_json().encode())
    for path in sorted(package.rglob("*.py")):
        total.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


@lru_cache(maxsize=1)
def _records(path: Path) -> Articles:
    """What is kept, open as long as this process reads."""
    return Articles.reader(path)


def _readings(shard: Shard, job: Job, decided: Decided) -> Iterator[Reading]:
    return decided.admitted(read_files(shard.found, settings=job.settings))


def _keyed(reading: Reading) -> Key | Refusal | None:
    """What is kept of an input: not its text."""
    return key_of(reading) if isinstance(reading, Article) else reading if isinstance(reading, Refusal) else None


@lru_cache(maxsize=1)
def open_decided(job: Job) -> Decided:
    """The human decisions of a build."""
    decided = Decided.read(job.reviewed, base=job.settings.base)
    if decided.digest != job.digest:
        raise KgraphError("the human decisions changed while the sources were read", mend="build again")
    return decided


@lru_cache(maxsize=1)
def open_reader(job: Job) -> Reader:
    """What all shards that this process reads for a build are read with."""
    return Reader.open(open_decided(job), base=job.settings.base)
