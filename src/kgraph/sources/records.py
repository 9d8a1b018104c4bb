"""Records with named fields, as JSON Lines and tables hold them, to articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgraph.sources.admission import admit
from kgraph.sources.metadata import sound_url
from kgraph.sources.outcomes import Reading, Unread

FIELDS = ("id", "text", "title", "published", "url", "source")
"""The fields that count; others are ignored."""


def admit_record(record: Mapping[str, object], *, place: str) -> Iterator[Reading]:
    """The article of a record with `id` and `text`; where it has no `id`, its `url` stands for it. Unread (`text`, `identifier`) otherwise.

    >>> [article] = admit_record({"id": 12, "text": "Quận ủy họp."}, place="tin.jsonl:1")
    >>> article.id
    '12'
    """
    text = record.get("text")
    if not isinstance(text, str):
        raise Unread("text", "no string under `text`")
    yield from admit(id=_identifier(record), text=text, came_with=record, place=place)


def _identifier(record: Mapping[str, object]) -> str:
    given, url = record.get("id"), record.get("url")
    if given in (None, "") and isinstance(url, str) and (address := sound_url(url)):
        return address
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if not isinstance(given, str):
        raise Unread("identifier", "no string under `id`, and no usable address under `url` in its place")
    return given
