"""What an article leaves open, as issues: nothing is guessed, and nothing that was seen is passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgraph.model import Issue
from kgraph.rules.dates import DateMention
from kgraph.rules.reading import Reading
from kgraph.text import slug

_Row = tuple[str, str, int, int]


def find_doubts(reading: Reading, impossible: Sequence[DateMention]) -> Iterator[Issue]:
    """The doubts of an article, by kind and in text order; offsets are those of the page.

    position-without-body  a post whose body neither the text nor its context gives
    document-open          a document whose full number, year or issuer is missing, so that it is this article's own
    place-open             a unit that no list has, or that has namesakes which nothing tells apart
    date-without-year      an event whose year nothing shows
    impossible-date        a day that does not exist
    """
    for code, message, begin, end in (
        *_posts(reading),
        *_documents(reading),
        *_places(reading),
        *_dates(reading),
        *(("impossible-date", "there is no such day", d.begin, d.end) for d in impossible),
    ):
        yield Issue(code, message, reading.page.article.id, begin, end)


def _posts(reading: Reading) -> Iterator[_Row]:
    for appearance in reading.appearances:
        for position, _ in appearance.positions:
            if position.organization is None and not position.role.key("alone"):
                yield "position-without-body", "the text does not say in which body this post is", position.begin, position.end


def _documents(reading: Reading) -> Iterator[_Row]:
    own = f"--{slug(reading.page.article.id)}"
    for document in reading.documents:
        if document.directive.key.endswith(own):
            first = document.citations[0]
            yield "document-open", "its full number, year or issuer is not in the article", first.begin, first.end


def _places(reading: Reading) -> Iterator[_Row]:
    own, seen = f"--{slug(reading.page.article.id)}", set()
    for place, unit in reading.places:
        if unit.key.endswith(own) and unit.key not in seen:
            seen.add(unit.key)
            yield "place-open", "no list has one such unit here", place.begin, place.end


def _dates(reading: Reading) -> Iterator[_Row]:
    for occasion in reading.occasions:
        when = occasion.event.when
        if occasion.date and when and when.resolution == "unresolved":
            yield "date-without-year", "nothing in the article says which year this is", occasion.date.begin, occasion.date.end
