"""A request taken apart as SPARQL 1.1 Protocol has it: query or update, and the dataset named beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from kgraph.store.dataset import Dataset

Kind = Literal["query", "update"]
FORM = "application/x-www-form-urlencoded"
KINDS: dict[str, Kind] = {"application/sparql-query": "query", "application/sparql-update": "update"}
_DATASET: dict[Kind, tuple[str, str]] = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}


class Malformed(Exception):
    """A request that is none of the protocol: what is wrong, and the status that says so."""

    def __init__(self, what: str, status: int = 400) -> None:
        super().__init__(what)
        self.status = status


@dataclass(frozen=True, slots=True)
class Asked:
    """The text of a query or an update, and the graphs to be asked."""

    kind: Kind
    text: str
    dataset: Dataset


def from_get(address: str) -> Asked | None:
    """What a GET asks, by what stands behind the `?`; none where it asks nothing. Malformed for an update.

    >>> from_get("query=ASK%7B%7D&default-graph-uri=e:g").dataset.default, from_get("lang=vi")
    (('e:g',), None)
    """
    fields = _fields(address.encode("ascii", "replace"))
    if "update" in fields:
        raise Malformed("an update is sent by POST")
    return _asked("query", fields, fields) if "query" in fields else None


def from_post(address: str, content_type: str, body: bytes) -> Asked:
    """What a POST asks; Malformed where its type is missing or none of the three, or its text is not UTF-8."""
    media, _, parameters = content_type.partition(";")
    media = media.strip().lower()
    charset = next(
        (p.partition("=")[2].strip(' "').lower() for p in parameters.split(";") if p.strip().lower().startswith("charset")), "utf-8"
    )
    if charset not in ("utf-8", "utf8"):
        raise Malformed(f"the text must be UTF-8, not {charset[:20]}", 415)
    named = _fields(address.encode("ascii", "replace"))
    if media == FORM:
        fields = _fields(body)
        kinds = [kind for kind in _DATASET if kind in fields]
        if len(kinds) != 1:
            raise Malformed("a form has one field, query or update")
        return _asked(kinds[0], fields, named | fields)
    if media not in KINDS:
        raise Malformed(f"Content-Type must be {FORM}, {' or '.join(KINDS)}", 415)
    return _asked(KINDS[media], {KINDS[media]: [_text(body)]}, named)


def _asked(kind: Kind, fields: dict[str, list[str]], named: dict[str, list[str]]) -> Asked:
    if len(fields[kind]) != 1:
        raise Malformed(f"one {kind} at a time")
    default, graphs = (tuple(named.get(name, ())) for name in _DATASET[kind])
    return Asked(kind, fields[kind][0], Dataset(default, graphs))


def _fields(text: bytes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    try:
        for name, value in parse_qsl(text.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=100):
            found[name].append(value)
    except (UnicodeDecodeError, ValueError) as error:
        raise Malformed("the fields are not percent-encoded UTF-8") from error
    return dict(found)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Malformed("the text is not UTF-8") from error
