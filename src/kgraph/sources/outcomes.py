"""What reading an input comes to, beside an article: a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model import Article, Issue


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that is not read.

    `place` is a file as the user named it, with `:number` of the line, row or record; `code` is one word of the list below; `message` never
    quotes the text.

    encoding    no form of Unicode and not beyond doubt an older Vietnamese encoding, or text once decoded wrongly
    empty       no letters, no article in a page, no record in an archive
    too-large   larger than `Settings.max_article_bytes`, too many tags, or packed more than `Settings.max_unpacking` times
    too-slow    a page that takes too much time or memory
    lost-text   a page of which the parser would drop most
    not-text    control characters in place of text
    format      a kind of file that is not read
    json        a line that is not one sound JSON object
    columns     a table without the columns it must have, or a row with more fields than columns
    row         a row with a quotation mark too many
    warc        a record without a sound head
    length      a record whose declared length is wrong
    cut         a packed file, page or archive that ends too early or is damaged
    identifier  neither `id` nor a usable `url`
    text        no string under `text`
    link        a link inside a folder
    not-a-file  a pipe, a socket or a device
    unreadable  the system does not let it be read
    """

    place: str
    code: str
    message: str


class Unread(Exception):
    """Raised inside this room where an input cannot become an article; the rooms and `reading` turn it into a Refusal."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


Reading = Article | Issue | Refusal
"""An article, a doubt about the article just before it, or an input that is not read."""
