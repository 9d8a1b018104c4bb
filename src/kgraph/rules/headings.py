"""A title as the heading of a list of persons who each have a post of their own (“các Ủy viên Ban Thường vụ: A, Trưởng ban …; B, …”)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.rules.names import NameMention
from kgraph.rules.titles import Title, can_share
from kgraph.scan import Page

_COLON = re.compile(r" ?:")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_MARK = "\0"


def headed(
    page: Page, names: Sequence[NameMention], first: int, lists: Sequence[tuple[Title, ...]], number: int, lexicon: Lexicon
) -> Iterator[int]:
    """The names, by number, under a plural title with a colon behind it, from the `first` name behind it on.

    Only names, titles, joints and what stands in brackets may stand between them, and the sentence may not end. Where commas part
    the first ones, a semicolon ends the list.
    """
    titles = lists[number]
    colon = _COLON.match(page.folded, titles[-1].end)
    if not (titles[0].plural or titles[-1].plural) or colon is None or not can_share(titles[-1].role):
        return
    since, stop = colon.end(), page.sentences[page.sentence_at(titles[0].begin)][1]
    following, between, parting = number + 1, _between(lexicon), ""
    for n in range(first, len(names)):
        name = names[n]
        if name.lead >= stop or (n > first and _opens(page, name)):
            return
        gap = ""
        while following < len(lists) and lists[following][-1].end <= name.lead:
            begin, end = lists[following][0].begin, lists[following][-1].end
            gap, since, following = gap + page.folded[since:begin] + _MARK, max(since, end), following + 1
        gap += page.folded[since : name.lead]
        if not between.fullmatch(_BRACKETS.sub("", gap)) or (parting == "," and ";" in gap):
            return
        parting = parting or ("" if n == first else ";" if ";" in gap else ",")
        yield n
        since = name.end


def _opens(page: Page, name: NameMention) -> bool:
    """Whether a colon before a name opens another list (“…; các đồng chí: A, …”)."""
    return ":" in page.text[name.lead : name.begin]


@cache
def _between(lexicon: Lexicon) -> re.Pattern[str]:
    """Joints and titles (each a mark) between two names, in any order."""
    return re.compile(rf"(?:[ ,;{_MARK}-]|{lexicon.alternation('sign/and')} )*")
