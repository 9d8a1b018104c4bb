"""Of what kind a file is: what its name says, and where it says nothing or `.txt`, how it begins."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from kgraph.sources.unpacking import GZIP

_KINDS = {
    "txt": "txt",
    "text": "txt",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "warc": "warc",
}
NAMES = "txt, html, jsonl, csv, tsv, warc"
BEGINNING = 4_096
"""So many bytes of a file tell its kind."""
_WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_COLUMN = re.compile(rb"(?:\xef\xbb\xbf)?[\w \"]*(?:[,;\t][\w \"]*)+\r?\n")


def kind_by_name(name: str) -> tuple[str | None, str]:
    """The kind a name stands for, None where it is no name of one; and the name without `.gz`, which decides.

    >>> kind_by_name("tin/a.html.gz"), kind_by_name("a.TXT"), kind_by_name("a.pdf"), kind_by_name("a.gz")
    (('html', 'tin/a.html'), ('txt', 'a.TXT'), (None, 'a.pdf'), (None, 'a'))
    """
    inner = name[:-3] if name.lower().endswith(".gz") else name
    return _KINDS.get(PurePosixPath(inner).suffix.lower().removeprefix(".")), inner


def stem(place: str) -> str:
    """What a file is called without its folder and the endings that tell its kind.

    >>> stem("tin/000.txt"), stem("a.b.html.gz"), stem("stdin")
    ('000', 'a.b', 'stdin')
    """
    return PurePosixPath(kind_by_name(place)[1]).stem


def kind_by_beginning(beginning: bytes) -> str:
    """The kind that the first bytes of a file show; `txt` where they show nothing else.

    >>> kind_by_beginning(b"<!DOCTYPE html>"), kind_by_beginning(b'{"id": "a"'), kind_by_beginning(b"id,text\\n"), kind_by_beginning(b"Tin")
    ('html', 'jsonl', 'csv', 'txt')
    """
    if beginning.startswith(b"WARC/"):
        return "warc"
    if _WEB_PAGE.match(beginning):
        return "html"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"", beginning):
        return "jsonl"
    head = _COLUMN.match(beginning)
    if (
        head
        and b"text" in (columns := re.split(rb"[,;\t]", head[0].strip().strip(b"\xef\xbb\xbf").replace(b'"', b"").lower()))
        and b"id" in columns
    ):
        return "tsv" if b"\t" in head[0] else "csv"
    return "txt"


def is_packed(beginning: bytes) -> bool:
    """Whether bytes begin as gzip does."""
    return beginning.startswith(GZIP)
