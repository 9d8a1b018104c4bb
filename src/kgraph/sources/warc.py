"""Web archives (WARC): the pages of a crawl, each response with a web page is one article."""

from __future__ import annotations

import io
from collections.abc import Iterator

from kgraph.model import Issue
from kgraph.sources.html import admit_page
from kgraph.sources.metadata import sound_url
from kgraph.sources.outcomes import Reading, Refusal, Unread
from kgraph.sources.pages import Pages
from kgraph.sources.response import page_of
from kgraph.sources.warc_records import Record, records


def read_warc(stream: io.BufferedReader | io.BytesIO, *, place: str, limit: int, pages: Pages) -> Iterator[Reading]:
    """The articles of an archive; the address of a page is its identifier. A record that is cut, too large or of a wrong length is refused
    alone, with its number.

    Requests, images and whatever else is no web page that the site gave out well (status 200) are no inputs; one Issue counts them.
    """
    others = number = 0
    for number, record in enumerate(records(stream, limit=limit), start=1):
        where = f"{place}:{number}"
        if isinstance(record, Unread):
            yield Refusal(where, record.code, record.message)
            continue
        try:
            page = _page(record, limit)
            if page is None:
                others += 1
                continue
            address = sound_url(record.address)
            if address is None:
                raise Unread("identifier", "no usable address of the page")
            yield from admit_page(page, id=address, place=where, pages=pages, address=address)
        except Unread as reason:
            yield Refusal(where, reason.code, reason.message)
    if not number:
        raise Unread("empty", "no record of an archive in it")
    if others:
        yield Issue(code="no-page", message=f"{others} records that are no web pages were passed over", article="", place=place)


def _page(record: Record, limit: int) -> bytes | None:
    """The page in a record, or None where it holds none."""
    if record.type == "response" and record.kind.startswith("application/http"):
        page = page_of(record.content, limit=limit)
        if page is not None and not record.whole:
            raise Unread("too-large", f"a page of more than {limit} bytes")
        return page
    if record.type == "resource" and record.kind.startswith(("text/html", "application/xhtml")):
        return record.content
    return None
