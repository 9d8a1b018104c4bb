"""Who issued a document and on which day, where a verb of issuing says so before it (“ngày 11-12-2024, Quận ủy X ban hành …”)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.dates import DateMention
from kgraph.rules.document_words import document_words
from kgraph.rules.documents import Citation, fits
from kgraph.rules.organizations import BodyMention
from kgraph.rules.spans import nearest_before, within
from kgraph.scan import Page

_NUMBER_END = re.compile(r"\d[\w-]*/[A-ZĐƯ]+$")


def issuing_body(page: Page, c: Citation, bodies: Sequence[BodyMention], lexicon: Lexicon) -> BodyMention | None:
    """The body right before a verb of issuing whose object is the document (“Quận ủy X ban hành …”), or that of who signs it."""
    begin, _ = page.sentences[page.sentence_at(c.begin)]
    body = nearest_before(bodies, c.begin, begin)
    if body is None or _with(lexicon).search(page.folded, max(body.begin - 8, begin), body.begin):
        return None
    if body.acts and _issue_gap(lexicon).fullmatch(page.folded, body.end, c.begin):
        return body
    officer = page.ends("role", body.begin - 1)
    return body if officer and _officer_gap(lexicon).fullmatch(page.folded, body.end, c.begin) else None


def issued_before(
    page: Page, group: Sequence[Citation], dates: Sequence[DateMention], lexicon: Lexicon
) -> tuple[Citation, DateMention] | None:
    """A full date before a verb of issuing whose object is the document (“ngày 11-12-2024, Quận ủy X ban hành Kế hoạch …”)."""
    for c in group:
        sentence = page.sentences[page.sentence_at(c.begin)]
        sent = document_words(lexicon).sent if c.designation else _issue_verb(lexicon)
        verb = _issue_verb(lexicon).search(page.folded, sentence[0], c.begin) or sent.search(page.folded, sentence[0], c.begin)
        if not verb:
            continue
        near = [d for d in within(dates, sentence[0], verb.start()) if d.year and d.is_day]
        since = near and _since(lexicon).search(page.folded, max(near[-1].begin - 10, 0), near[-1].begin)
        if near and fits(c, near[-1]) and not since and not _behind_number(page, near[-1]):
            return c, near[-1]
    return None


def _behind_number(page: Page, date: DateMention) -> bool:
    """Whether a date stands right behind another number, so that it is that document's."""
    return bool(_NUMBER_END.search(page.text[max(date.begin - 12, 0) : date.begin].rstrip(" ,(")))


@cache
def _since(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('date/since')} $")


@cache
def _issue_verb(lexicon: Lexicon) -> re.Pattern[str]:
    """A verb of issuing and at most four words between it and its object."""
    return re.compile(rf"\b{lexicon.alternation('cue/issue')}(?: [^\W\d_]+){{0,4}} $")


@cache
def _issue_gap(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" (?:[^\W\d_]+ ){{0,2}}?{lexicon.alternation('cue/issue', 'sign/sends')}(?: [^\W\d_]+)? ")


@cache
def _with(lexicon: Lexicon) -> re.Pattern[str]:
    """What makes a body the partner of who issues (“A phối hợp với B ban hành …”)."""
    return re.compile(rf"\b{lexicon.alternation('sign/partner')} $")


@cache
def _officer_gap(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between the body of an officer and the document that he signs: a place in brackets, his name, the verb."""
    return re.compile(rf"(?: \([^()]{{2,40}}\))?(?: [^\W\d_]+){{0,6}}? {lexicon.alternation('cue/issue', 'sign/sends')}(?: [^\W\d_]+)? ")
