"""Metadata that came with a text: a date of publication and an address, checked."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from urllib.parse import urlsplit, urlunsplit

_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_TIME = re.compile(r"[T ][0-9:.,]+ ?(?:Z|[+-][0-9:]+)?")
_NO_ADDRESS = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f]|%(?![0-9A-Fa-f]{2})")


def partial_date(value: str) -> str | None:
    """A year, month or day in EDTF form, or None where the calendar has no such; of a date with time the day.

    >>> partial_date("2024"), partial_date("2024-02"), partial_date("2024-02-29T08:00:00+07:00")
    ('2024', '2024-02', '2024-02-29')
    >>> partial_date("2023-02-29"), partial_date("12/5/2024")
    (None, None)
    """
    found = _PARTIAL_DATE.match(value.strip())
    if not found:
        return None
    year, month, day = found.groups()
    rest = value.strip()[found.end() :]
    if rest and not (day and _TIME.fullmatch(rest)):
        return None
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return found[0]


def sound_url(value: str) -> str | None:
    """An http or https address without user name and password, in NFC; None for any other, or where it could not stand in an IRI.

    >>> sound_url("https://me:pw@example.vn/tin?id=1")
    'https://example.vn/tin?id=1'
    >>> sound_url("javascript:alert(1)"), sound_url("https://example.vn/a b"), sound_url("http://[::1")
    (None, None, None)
    """
    address = unicodedata.normalize("NFC", value.strip())
    if _NO_ADDRESS.search(address):
        return None
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018  (raises ValueError where the port is no number)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
