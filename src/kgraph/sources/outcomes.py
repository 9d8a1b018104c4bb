"""What reading an input comes to, beside an article: a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from kgraph.model import Article, Issue


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that is not read.

    `place` is a file as the user named it, with `:line` for JSONL; `code` is one word of the list below; `message` never quotes the text.

    encoding    neither UTF-8 nor UTF-16 with its mark, or text once decoded wrongly
    empty       no letters
    too-large   larger than `Settings.max_article_bytes`
    not-text    control characters in place of text
    format      a kind of file that is not read
    json        a line that is not one sound JSON object
    identifier  a line with neither `id` nor a usable `url`
    text        a line without `text`, or with something else than a string there
    link        a link inside a folder
    not-a-file  a pipe, a socket or a device
    unreadable  the system does not let it be read
    """

    place: str
    code: str
    message: str


class Unread(Exception):
    """Raised inside this room where an input cannot become an article; `reading` and `jsonl` turn it into a Refusal."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


Reading = Article | Issue | Refusal
"""An article, a doubt about the article just before it, or an input that is not read."""
