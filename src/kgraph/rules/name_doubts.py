"""What looks like a name and is none: a site's, a photographer's, a year of the calendar, a role, a word that goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.scan import Page, Span


def is_misleading(page: Page, words: Sequence[Span], lexicon: Lexicon, *, addressed: bool) -> bool:
    """Whether capitalised words are no person's name for what they are or stand behind; less is doubted of who is `addressed`."""
    begin, end = words[0][0], words[-1][1]
    if runs_into_word(page, words) or has_acronym(page, words):
        return True
    if addressed:
        return False
    known = page.folded[begin:end] in _years(lexicon) or _is_word_for(page, begin, end)
    return known or _is_of_site(page, begin, lexicon) or _is_credit(page, begin, lexicon)


def runs_into_word(page: Page, words: Sequence[Span]) -> bool:
    """Whether a name would end inside a field or a body that goes on in small letters (“Đoàn Kinh tế quốc phòng”)."""
    end = words[-1][1]
    found = [m for kind in ("field", "organization") for b, _ in words[1:] for m in page.between(kind, b, b + 1)]
    return any(m.end > end for m in found)


def _is_of_site(page: Page, begin: int, lexicon: Lexicon) -> bool:
    """Whether a street, an airport or the like bears the name that begins at an offset."""
    site = _site(lexicon).search(page.folded, max(begin - 20, 0), begin)
    if site is None or page.ends("level", begin - 1):
        return False
    return page.text[site.start()].islower() or site.start() == page.sentences[page.sentence_at(begin)][0]


def _is_credit(page: Page, begin: int, lexicon: Lexicon) -> bool:
    """Whether a word for a picture stands before a name, which makes it the photographer's (“Ảnh: Lê Văn An”, “Ảnh: VGP/Lê An”)."""
    return bool(_picture(lexicon).search(page.folded, max(begin - 20, 0), begin))


def _is_word_for(page: Page, begin: int, end: int) -> bool:
    """Whether a role begins where a name would and ends behind it (“Phó Thủ tướng”), or it is a field (“Giám đốc Sở …, Công Thương”)."""
    role, field = page.at("role", begin), page.at("field", begin)
    return bool((role and role.end > end) or (field and field.end >= end))


def has_acronym(page: Page, words: Sequence[Span]) -> bool:
    """Whether one word among others is all capitals (“Đoàn TTVN”)."""
    upper = [page.text[b:e].isupper() for b, e in words if e - b > 1]
    return any(upper) and not all(upper)


@cache
def _picture(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/picture')} ?: ?(?:[\w.]+ ?/ ?)?$")


@cache
def _years(lexicon: Lexicon) -> frozenset[str]:
    """The years of the calendar by their two signs, some of which begin like a surname (“Đinh Dậu”)."""
    return frozenset(f"{stem} {branch}" for stem in lexicon.forms("sign/stem") for branch in lexicon.forms("sign/branch"))


@cache
def _site(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('stop/site')} $")
