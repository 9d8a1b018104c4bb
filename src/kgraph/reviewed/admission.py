"""Sources without suppressed names: identifiers, addresses and names of files in which one stands; and the proof that none is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar
from urllib.parse import unquote

from kgraph import vocab
from kgraph.errors import ReviewError
from kgraph.model import Article, Issue
from kgraph.reviewed.entries import WITHHELD, Suppression
from kgraph.reviewed.spelling import Spelling
from kgraph.sources.outcomes import Reading, Refusal

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|.)")
_Told = TypeVar("_Told", Refusal, Issue)
_ASCII = f" <{vocab.ASCII_LABEL}> "


def admitted(readings: Iterable[Reading], suppressions: Sequence[Suppression]) -> Iterator[Reading]:
    """The readings, each identifier, address or place that holds a name under `withheld`; the same article always under the same one.

    A decision that is limited to a post counts here as well: an identifier is given before it is known who holds what.
    """
    names = [(entry, Spelling(entry.names)) for entry in suppressions if entry.name]
    for reading in readings:
        match reading:
            case Article():
                yield _article(reading, [spelling for entry, spelling in names if entry.within(reading.id)])
            case Refusal():
                yield _told(reading, [spelling for _, spelling in names])
            case Issue():
                yield _told(reading, [spelling for _, spelling in names])


def _article(article: Article, names: Sequence[Spelling]) -> Article:
    if not any(_holds(text, names) for text in (article.id, article.url, article.source) if text):
        return article
    return article.model_copy(
        update={
            "id": f"{WITHHELD}-{article.sha256[:12]}" if _holds(article.id, names) else article.id,
            "url": None if article.url and _holds(article.url, names) else article.url,
            "source": None if article.source and _holds(article.source, names) else article.source,
        }
    )


def _told(told: _Told, names: Sequence[Spelling]) -> _Told:
    """A refusal or a doubt about an input, without the names in its place and its words."""
    place = told.place and _without_name(told.place, names)
    message = WITHHELD if _holds(told.message, names) else told.message
    return told if (place, message) == (told.place, told.message) else replace(told, place=place, message=message)


def _without_name(place: str, names: Sequence[Spelling]) -> str:
    """A place without the part of the path in which a name stands; the number of a line stays.

    >>> _without_name("tin/bui-huyen-mai.jsonl:12", [Spelling(["Bùi Huyền Mai"])])
    'tin/withheld:12'
    """
    if not _holds(place, names):
        return place
    path, colon, number = place.rpartition(":")
    if not (colon and number.isascii() and number.isdigit()):
        path, colon, number = place, "", ""
    kept = "/".join(WITHHELD if _holds(part, names) else part for part in path.split("/"))
    return (WITHHELD if _holds(kept, names) else kept) + colon + number


def _holds(text: str, names: Sequence[Spelling]) -> bool:
    return any(spelling.stands_in_address(text) for spelling in names)


def without(quads: Iterable[str], suppressions: Sequence[Suppression]) -> Iterator[str]:
    """The quads without those that hold a name that must stand nowhere, and without all that is said of, or with, what bears it."""
    anyone = Spelling([name for entry in suppressions if entry.everywhere for name in entry.names])
    lines = list(quads)
    bearing = {line.split(" ", 1)[0] for line in lines if _in_quad(line, anyone)}
    for line in lines:
        subject, _, value = line.split(" ", 2)
        if not (subject in bearing or value.rsplit(" ", 2)[0] in bearing or _in_quad(line, anyone)):
            yield line


def proven(lines: Iterable[str], suppressions: Sequence[Suppression], *, quads: bool) -> Iterator[str]:
    """The lines of an output as they pass; ReviewError where one holds a name that must stand nowhere, so that nothing is published.

    In `quads` resource names and ASCII labels are looked at with their marks only: without them they can be other people's.
    """
    everywhere = [entry for entry in suppressions if entry.everywhere]
    anyone = Spelling([name for entry in everywhere for name in entry.names])
    holds = _in_quad if quads else _in_text
    for line in lines:
        if everywhere and holds(line, anyone):
            places = [entry.place for entry in everywhere if holds(line, Spelling(entry.names))]
            mend = "limit the decision with `articles` or `post`, and report what bears the name"
            raise ReviewError("a suppressed name would still be in the graph, so nothing was written", where=", ".join(places), mend=mend)
        yield line


def _in_text(line: str, name: Spelling) -> bool:
    return name.stands_in(_unescaped(line))


def _in_quad(line: str, name: Spelling) -> bool:
    names, quote, value = line.partition('"')
    if name.stands_in_iri(unquote(names)):
        return True
    return bool(quote) and not names.endswith(_ASCII) and name.stands_in(unquote(_unescaped(value)))


def _unescaped(text: str) -> str:
    """A text in which what JSON and N-Quads escape is as it was; line ends and the like are spaces."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(escape: re.Match[str]) -> str:
    digits = escape[1] or escape[2]
    return chr(int(digits, 16)) if digits and int(digits, 16) < 0x110000 else escape[0][1] if escape[0][1] in "\"\\'" else " "
