"""Lists of titles and the names around them: what may stand between, and where a list is of two persons."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.rules.names import NameMention
from kgraph.rules.titles import Title, term_of
from kgraph.scan import Page

_ASIDE = 90
_PARTING = (",", ";")


@dataclass(frozen=True, slots=True)
class Joints:
    """What may stand between a title and the name behind it or before it, and before a title."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    behalf: re.Pattern[str]
    and_: re.Pattern[str]
    capacity: re.Pattern[str]
    kin: re.Pattern[str]
    whose: re.Pattern[str]
    by_order: re.Pattern[str]
    term: re.Pattern[str]
    aside: re.Pattern[str]


@cache
def joints_of(lexicon: Lexicon) -> Joints:
    """The patterns of a lexicon."""
    any_of = lexicon.alternation
    lead = rf"(?:{any_of('person/address', 'person/rank', 'person/degree')}[.:,]? ?)*"
    age = rf"(?:(?:\d\d {any_of('sign/age')}|{any_of('sign/born')} (?:19|20)\d\d),? ?)?"
    return Joints(
        before=re.compile(
            rf"{term_of(lexicon)}(?: ?\([^()]{{0,40}}\))?(?P<direct> ?)"
            rf"(?P<joint>(?:,| ?-|:)? ?(?P<list>{any_of('sign/comprising')}:? )?)(?:{any_of('sign/is')} )?{lead}"
        ),
        after=re.compile(
            rf"(?: ?\([^()]{{0,40}}\))? ?(?:,|-|\(|:)? ?{age}(?:{any_of('sign/is')} |{any_of('sign/now')} )?(?:{any_of('cue/former')} )?"
        ),
        capacity=re.compile(rf"[\s“\"-]*{any_of('sign/in-capacity')} (?:{any_of('sign/one')} )?"),
        kin=re.compile(rf"\b{any_of('person/kin')} (?:{any_of('sign/of')} )?$"),
        whose=re.compile(rf"\b{any_of('sign/of')} $"),
        aside=re.compile(rf"\b{any_of('sign/opens-aside')}(?: [^,.;:“”\"\n]{{0,60}})? {any_of('sign/of')} $"),
        by_order=re.compile(
            rf"\b(?:{any_of('sign/by-order')} {any_of('sign/of')}|{any_of('sign/together-with')}(?: {any_of('sign/company')})?) $"
        ),
        term=re.compile(term_of(lexicon)),
        and_=re.compile(rf" {any_of('sign/and')} "),
        behalf=re.compile(rf"\b{any_of('cue/on-behalf')}(?: {any_of('sign/plural')})? $"),
    )


def parted(page: Page, names: Sequence[NameMention], titles: tuple[Title, ...], words: Joints) -> Iterator[tuple[Title, ...]]:
    """A list of titles in two parts, where one is of the name before it and the other of the name right behind it.

    That is so from an “và” on (“A, Bí thư, Trưởng ban và Phó Bí thư B”), else for the last title behind a dash (“A - Bí thư, Chủ tịch B”).
    """
    first, begin = bisect_left(names, titles[-1].end, key=attrgetter("begin")), titles[0].begin
    ahead = words.before.fullmatch(page.folded[titles[-1].end : names[first].begin]) if first < len(names) else None
    after = first > 0 and names[first - 1].end <= begin
    tied = after and is_tied(page, names[first - 1].end, begin)
    direct = ahead is not None and not ahead["joint"].strip()
    if len(titles) > 1 and direct and _is_others(page, titles, names[first], words):
        titles = titles[1:]
    fresh = _fresh(page, titles, words) if direct and after and words.after.fullmatch(page.folded, names[first - 1].end, begin) else 0
    if fresh:
        yield from (titles[:fresh], titles[fresh:])
    elif len(titles) > 1 and tied and direct and page.text[titles[-2].end : titles[-1].begin].strip() in _PARTING:
        yield from (titles[:-1], titles[-1:])
    else:
        yield titles


def _is_others(page: Page, titles: tuple[Title, ...], name: NameMention, words: Joints) -> bool:
    """Whether the first of two titles ends a clause by the way (“Sau báo cáo của Giám đốc Sở B, Chủ tịch A yêu cầu …”): nobody is named.

    The clause opens the sentence, and the name behind the second title is the subject of a verb.
    """
    begin = page.sentences[page.sentence_at(titles[0].begin)][0]
    aside = words.aside.search(page.folded, max(begin, titles[0].begin - _ASIDE), titles[0].begin)
    opens = aside is not None and (
        aside.start() == begin or page.text[aside.start()].isupper() or page.text.endswith(", ", 0, aside.start())
    )
    opens = opens or words.by_order.search(page.folded, max(begin, titles[0].begin - _ASIDE), titles[0].begin) is not None
    opens = opens or (titles[0].plural and not titles[1].plural)
    subject = page.text.startswith(" ", name.end) and page.text[name.end + 1 : name.end + 2].islower()
    return opens and subject and not titles[0].role.key("membership") and page.text[titles[0].end : titles[1].begin] == ", "


def _fresh(page: Page, titles: tuple[Title, ...], words: Joints) -> int:
    """The number of the last title of a list that “và” stands before; 0 for none."""
    return max((n for n in range(1, len(titles)) if words.and_.search(page.folded, titles[n - 1].end, titles[n].begin)), default=0)


def is_tied(page: Page, end: int, begin: int) -> bool:
    """Whether a dash or a bracket ties a title to the name before it."""
    gap = page.folded[end:begin].strip()
    return gap in ("-", "(") or (bool(gap) and gap[0] in "-(")
