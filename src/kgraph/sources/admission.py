"""The door: a decoded text becomes an article, or does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from kgraph.model import Article, Issue
from kgraph.sources.legacy import repaired
from kgraph.sources.letters import has_letters, is_binary, looks_legacy, mostly_latin, odd_characters
from kgraph.sources.metadata import partial_date, sound_url
from kgraph.sources.outcomes import Unread
from kgraph.text import normalize

_WEB_PAGE = re.compile(r"\s*<(?:!doctype\s+html|html|\?xml)\b", re.IGNORECASE)
_ID_LIMIT = 2_000
_CHECKS: Mapping[str, Callable[[str], str | None]] = {
    "title": lambda title: normalize(title.strip()),
    "published": partial_date,
    "url": sound_url,
    "source": normalize,
}


def admit(*, id: str, text: str, came_with: Mapping[str, object], place: str, encoding: str = "") -> Iterator[Article | Issue]:
    """The article of a text, then the doubts about what came with it; Unread where it is no text of an article.

    Of `came_with` the keys `title`, `published`, `url` and `source` count. The text is NFC with `\\n` line ends and the title
    before it, if it does not stand there already. Metadata that is not sound is left out, with an Issue (`metadata`); control
    characters stay, since every offset counts them, with an Issue too. A text that was once read in a wrong encoding is read in the
    right one where that is beyond doubt; of that, and of an `encoding` the text was found to be in, an Issue (`encoding`) tells.

    >>> article, doubt = admit(id="a", text="Quận ủy họp.", came_with={"title": "Tin", "published": "2023-02-30"}, place="a.jsonl:1")
    >>> article.text, article.published, doubt.code
    ('Tin\\n\\nQuận ủy họp.', None, 'metadata')
    """
    given = {name: came_with[name] for name in _CHECKS if came_with.get(name) not in (None, "")}
    sound = {name: checked for name, value in given.items() if (checked := _checked(name, value))}
    body, meant = _as_meant(_unicode(text))
    title, _ = _as_meant(sound.get("title", ""))
    whole = _checked_text(_with_title(body, title))
    article = Article(id=_checked_id(id), text=whole, published=sound.get("published"), url=sound.get("url"), source=sound.get("source"))
    yield article
    if encoding or meant:
        yield Issue(code="encoding", message=f"read as {encoding or meant}", article=article.id, place=place)
    for name in sorted(given.keys() - sound.keys()):
        yield Issue(code="metadata", message=f"`{name}` is not of the right form and was left out", article=article.id, place=place)
    if odd := odd_characters(article.text):
        yield Issue(code="control-character", message=f"control characters in the text: {odd}", article=article.id, place=place)


def _checked(name: str, value: object) -> str | None:
    return _CHECKS[name](value) if isinstance(value, str) and _is_unicode(value) else None


def _unicode(text: str) -> str:
    if not _is_unicode(text):
        raise Unread("encoding", "not Unicode: bytes that are not UTF-8, or half of a surrogate pair")
    return text


def _as_meant(text: str) -> tuple[str, str]:
    """The text, read anew where its letters are those of another encoding and what was meant is beyond doubt; and the encoding then."""
    return (looks_legacy(text) and repaired(text)) or (text, "")


def _with_title(text: str, title: str) -> str:
    body = normalize(text)
    return body if body.lstrip().startswith(title) else f"{title}\n\n{body}"


def _checked_text(text: str) -> str:
    if is_binary(text):
        raise Unread("not-text", "control characters in place of text")
    if not has_letters(text):
        raise Unread("empty", "no letters in it")
    if looks_legacy(text) or not mostly_latin(text):
        raise Unread("encoding", "not the letters of Vietnamese: another encoding (TCVN3, VNI, windows-1252) or language")
    if _WEB_PAGE.match(text):
        raise Unread("format", "a web page in place of a text")
    return text


def _checked_id(id: str) -> str:
    if not id.strip() or len(id) > _ID_LIMIT or not _is_unicode(id):
        raise Unread("identifier", f"the identifier is empty, longer than {_ID_LIMIT} characters, or not Unicode")
    return normalize(id)


def _is_unicode(value: str) -> bool:
    """Whether a string can be written as UTF-8, that is, holds no half of a surrogate pair."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
