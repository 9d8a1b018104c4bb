"""What a build says of itself: every doubt and refusal (`issues.jsonl`), and what it read and made (`run.json`)."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from kgraph.errors import KgraphError
from kgraph.model import Issue
from kgraph.settings import NAMESPACE, VERSION, ontology_folder

_TYPE = b"<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_OWN = f"<{NAMESPACE}".encode()


class Versions(BaseModel):
    """What read the articles: the version of kgraph, and of each part of the ontology folder a hash of its files."""

    model_config = ConfigDict(frozen=True)

    kgraph: str
    ontology: str
    lexicon: str
    gazetteer: str


class Counts(BaseModel):
    """Inputs of a build: given = accepted + duplicate + quarantined."""

    model_config = ConfigDict(frozen=True)

    given: int = 0
    accepted: int = 0
    duplicate: int = 0
    quarantined: int = 0


class RunReport(BaseModel):
    """`run.json`: enough to say whether another build read the same and made the same. No clock, no path."""

    model_config = ConfigDict(frozen=True)

    versions: Versions
    base: str = Field(description="start of every resource name")
    counts: Counts
    reprints: int = Field(default=0, description="accepted articles that print the text of another one")
    reviewed: str = Field(default="", description="hash of the files of human decisions; empty where there were none")
    classes: dict[str, int] = Field(description="resources of each class of kgraph")
    predicates: dict[str, int] = Field(description="triples of each predicate of kgraph")
    sources: dict[str, str] = Field(description="hash of the text of each article, by identifier")

    def to_json(self) -> str:
        """The file's text, keys sorted."""
        return json.dumps(self.model_dump(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def issue_line(issue: Issue) -> str:
    """A doubt or refusal as one line of `issues.jsonl`; what does not apply is null.

    >>> issue_line(Issue(code="empty", message="no letters in it", article="", place="tin/000.txt"))
    '{"article": null, "begin": null, "end": null, "code": "empty", "message": "no letters in it", "place": "tin/000.txt"}'
    """
    record = {"article": issue.article or None, "begin": issue.begin, "end": issue.end}
    record |= {"code": issue.code, "message": issue.message, "place": issue.place}
    return json.dumps(record, ensure_ascii=False)


def read_issues(path: Path, codes: Collection[str]) -> Iterator[Issue]:
    """The doubts of some codes in an `issues.jsonl`, in its order; KgraphError where the file is none."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for number, line in enumerate(file, 1):
            try:
                record: dict[str, Any] = json.loads(line)
                issue = Issue(**record | {"article": record["article"] or ""})
            except (ValueError, TypeError, KeyError) as error:
                raise KgraphError("not a line of issues", where=f"{path}:{number}", mend="run `kgraph build` again") from error
            if issue.code in codes:
                yield issue


def issue_order(line: str) -> tuple[str, str, int, int, int]:
    """Where a line stands in `issues.jsonl`: by article, by place in the input, by place in the text.

    >>> issue_order('{"article": "a", "begin": 12, "end": 20, "place": null}')
    ('a', '', 0, 12, 20)
    >>> issue_order('{"article": null, "begin": null, "end": null, "place": "tin.jsonl:10"}')
    ('', 'tin.jsonl', 10, 0, 0)
    """
    record = json.loads(line)
    place = record["place"] or ""
    file, _, number = place.rpartition(":")
    numbered = number.isascii() and number.isdigit()
    return record["article"] or "", file if numbered else place, int(number) if numbered else 0, record["begin"] or 0, record["end"] or 0


@dataclass(frozen=True, slots=True)
class Tally:
    """How often things stand in a graph, by names of the ontology without their start: resources by class, triples by predicate."""

    classes: dict[str, int]
    predicates: dict[str, int]

    def __add__(self, other: Tally) -> Tally:
        return Tally(Counter(self.classes) + Counter(other.classes), Counter(self.predicates) + Counter(other.predicates))


def tally(quads: Iterable[bytes]) -> Tally:
    """How often things stand in sorted N-Quads; a triple that stands in several graphs counts once.

    >>> event = b"<urn:e> " + _TYPE + b" " + _OWN + b"Event>"
    >>> tally([event + b" <urn:a> .", event + b" <urn:b> ."])
    Tally(classes={'Event': 1}, predicates={})
    """
    before = last = link = b""
    links: Counter[bytes] = Counter()
    kinds: Counter[bytes] = Counter()
    for quad in quads:
        subject, predicate, _ = quad.split(b" ", 2)
        if predicate != link or subject != before or _triple(quad) != _triple(last):
            links[predicate] += 1
            if predicate == _TYPE:
                kinds[_triple(quad).rpartition(b" ")[2]] += 1
        before, link, last = subject, predicate, quad
    return Tally(_own(kinds), _own(links))


def _triple(line: bytes) -> bytes:
    """A quad without its graph."""
    return line.rsplit(b" ", 2)[0]


def _own(counted: Mapping[bytes, int]) -> dict[str, int]:
    """What was counted of the names of the ontology."""
    return {name[len(_OWN) : -1].decode(): count for name, count in counted.items() if name.startswith(_OWN)}


def versions() -> Versions:
    """Versions of what this process reads with."""
    return Versions(
        kgraph=VERSION,
        ontology=_hash_of("*.ttl", "rules/*.rq"),
        lexicon=_hash_of("lexicon/*.toml"),
        gazetteer=_hash_of("authority/*.csv", "authority/*.toml"),
    )


def _hash_of(*patterns: str) -> str:
    """Twelve hex digits of a hash of files of the ontology folder, by name and content."""
    folder = ontology_folder()
    files = {path.relative_to(folder).as_posix(): path for pattern in patterns for path in folder.glob(pattern)}
    total = hashlib.sha256()
    for name, path in sorted(files.items()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{name}\n{len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()[:12]
