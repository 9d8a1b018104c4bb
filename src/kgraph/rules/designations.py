"""Numbers of documents as written, with all spacings and dashes that occur: `35- NQ/TW`, `10/2017/NQ-HĐND`, `07/CT-BCA (X11)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASH = r"[-‐‑–—−/]"
_PART = r"(?!(?!Ttg|Ctr|Q\w?Đ)[A-ZĐƯ][a-zà-ỹđ]{2,})[A-ZĐƯ][\wĐƯ&]*(?:\.(?:Đ|Ư|W)\w*)?"
_APART = rf"(?<=\d{{4}}) (?=[A-ZĐ]+{_DASH})|(?<=\d) (?=[A-ZĐ]{{2,5}}{_DASH}[A-ZĐ])"
_FULL = re.compile(
    rf"(\d{{1,6}}[A-Za-zđĐ]?)(?: ?{_DASH} ?((?:19|20)\d\d))?(?: ?{_DASH} ?|{_APART})({_PART}(?: ?{_DASH} ?{_PART}){{0,6}})(?![\w])"
    r"(?: ?\([A-Z]\d{1,3}[a-z]?\))?"
)
_GLUED = re.compile(r"(?<=[A-ZĐƯ])[a-z]*[àáảãạèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ][a-z]*$")
"""A word that a lost space joined to the last code (“NĐ-CPngày”)."""
_YEARED = re.compile(r"(\d{1,5})/((?:19|20)\d\d)(?![\d/-])")
_BARE = re.compile(r"(\d{1,4})(?![\w%]| ?[/–-] ?\d| \d|[.,:]\d)")


@dataclass(frozen=True, slots=True)
class Designation:
    """A number as written: half-open offsets, the number in one spelling, its digits, its year, its codes and the last of them."""

    begin: int
    end: int
    text: str
    digits: str
    year: int | None = None
    suffix: str = ""
    codes: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Whether it names its type and issuer."""
        return bool(self.suffix)


def read_designation(text: str, at: int, *, bare: bool) -> Designation | None:
    """The number that begins at an offset; a number without type and issuer only where `bare` allows.

    >>> read_designation("34 / CT - TW ngày", 0, bare=False).text
    '34/CT-TW'
    >>> read_designation("42-CT/TƯ", 0, bare=False).text
    '42-CT/TƯ'
    >>> read_designation("10/2016 QĐ-UBND", 0, bare=False).text, read_designation("19-2017/NQ-CP", 0, bare=False).text
    ('10/2016/QĐ-UBND', '19-2017/NQ-CP')
    >>> read_designation("07/CT - BCA (X11) ngày", 0, bare=False).text
    '07/CT-BCA(X11)'
    >>> read_designation("204/2004/NĐ-CPngày 14/12", 0, bare=False).text
    '204/2004/NĐ-CP'
    >>> read_designation("01 của", 0, bare=True).text
    '01'
    """
    if m := _FULL.match(text, at):
        if (glued := _GLUED.search(m[0])) and (cut := _FULL.match(text[: m.start() + glued.start()], at)):
            m = cut
        joined = re.sub(r"(?<=\d) (?=[A-ZĐ]+/)", "-", re.sub(r"(?<=\d) (?=[A-ZĐ]+[^\w/])", "/", m[0]))
        spelled = re.sub(r"[‐‑–—−]", "-", joined.replace(" ", ""))
        codes = tuple(re.split(rf" ?{_DASH} ?", m[3]))
        return Designation(m.start(), m.end(), spelled, m[1], int(m[2]) if m[2] else None, codes[-1], codes)
    if bare and (m := _YEARED.match(text, at)):
        return Designation(m.start(), m.end(), m[0], m[1], int(m[2]))
    if bare and (m := _BARE.match(text, at)):
        return Designation(m.start(), m.end(), m[1], m[1])
    return None


def number_key(designation: str) -> str:
    """What makes two spellings of a number the same: no leading zeros, one word for the centre, capitals, no office in brackets.

    >>> number_key("042-CT/TƯ"), number_key("42-CT/TW")
    ('42-CT/TW', '42-CT/TW')
    """
    key = re.sub(r"(?<=[/-])T\.?(?:Ư|W)$", "TW", designation.partition("(")[0].upper())
    return re.sub(r"^(\d+[A-ZĐ]?)-(?=\d{4}/)", r"\1/", re.sub(r"^0+(?=\d)", "", key))
