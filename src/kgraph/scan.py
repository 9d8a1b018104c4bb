"""One scan of an article: cleaned text with its way back, lines, sentences, and every lexicon phrase in one pass."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import ahocorasick

from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Article
from kgraph.text import UPPER, fold, is_brand

Span = tuple[int, int]

_SPACE = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HIDDEN = "\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
_ODD_SPACE = re.compile(f"[{_SPACE}{_HIDDEN}](?:[{_SPACE}{_HIDDEN}]+|(?<! ))")
"""Runs of spaces, spaces of other kinds, and characters that show nothing: controls, soft hyphens, joiners, marks of direction."""
_ODD_SPACE_OF_WORDS = re.compile(f"(?P<apart>[{_SPACE}{_HIDDEN}]+(?=[,.;:!?)”’»…])|(?<=[(“‘«])[{_SPACE}{_HIDDEN}]+)|{_ODD_SPACE.pattern}")
"""The same where words are marked by underscores: who does that also sets every sign apart."""
_RARE = re.compile(f"[{_SPACE.replace(' ', '', 1)}{_HIDDEN}]")
"""What is quick to look for: any of these but the space itself."""
_MARKED_WORDS = 3
_JOINT = re.compile(r"(?<=[^\W_])_(?=[^\W_])")
_ANY_SPACE = re.compile(f"[{_SPACE}]")
# One set of characters stands in front, so that a search steps from one of them to the next.
_STOP = re.compile(
    f"[.!?…\n{UPPER}](?:"
    '(?<=[.!?…])[.!?…]*["”’)»]*[ ]+(?=["“‘(«*>-]*[^\\W_])'
    f'|(?<=[^\\W\\d_{UPPER}][.!?…])[.!?…]*["”’)»]*(?=[{UPPER}][^\\W\\d_])'
    f'|(?<=[\\d{UPPER}"”’)»]\\.)["”’)»]*(?=["“‘(]*[{UPPER}][^\\W\\d_{UPPER}])'
    f"|(?<=[^\\W\\d_{UPPER}][{UPPER}])(?=[^\\W\\d_{UPPER}])"
    f'|(?<=[.!?…])["”’)»]*(?= ?\\*+ ?[{UPPER}])'
    "|(?<=\n)\n*)"
)
"""Where a sentence may end: behind a full stop, before a capital in the middle of a word (which the match holds), at the end of a line."""
_ENDS_RUN_TOGETHER = re.compile(rf"[^{UPPER}\d]$|\d\d$|\d.*[/-][{UPPER}]++$")
"""What a sentence ends in that the next one follows without a space: a small letter, a date, the number of a document; not `TP` or `1`."""
_LAST_WORD = re.compile(r"[^\s(“\"]++$")


class Mention(NamedTuple):
    """An entry found in the page's text; half-open offsets. A tuple, since an article has hundreds."""

    begin: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Page:
    """An article made ready: `text` cleaned, `folded` as long as `text`, mentions by kind in text order, longest per kind."""

    article: Article
    text: str
    folded: str
    sentences: tuple[Span, ...]
    lines: tuple[Span, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    offsets: tuple[int, ...] | None = None
    _starts: Sequence[int] = field(default=(), repr=False)
    _begins: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)

    def of(self, kind: str) -> tuple[Mention, ...]:
        """Mentions of one kind in text order."""
        return self.mentions.get(kind, ())

    def between(self, kind: str, begin: int, end: int) -> tuple[Mention, ...]:
        """Mentions of one kind that begin inside a half-open span."""
        begins = self._begins.get(kind, ())
        return self.of(kind)[bisect_left(begins, begin) : bisect_left(begins, end)]

    def at(self, kind: str, begin: int) -> Mention | None:
        """The first mention of one kind that begins at an offset."""
        begins = self._begins.get(kind, ())
        number = bisect_left(begins, begin)
        return self.mentions[kind][number] if number < len(begins) and begins[number] == begin else None

    def ends(self, kind: str, end: int) -> bool:
        """Whether a mention of one kind ends at an offset."""
        found = self.of(kind)
        number = bisect_left(found, end, key=_end)
        return number < len(found) and found[number].end == end

    def holds(self, offset: int) -> bool:
        """Whether an offset lies in one of the page's lines."""
        number = bisect_right(self.lines, (offset, len(self.text) + 1)) - 1
        return number >= 0 and offset < self.lines[number][1]

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds or precedes an offset.

        >>> from kgraph.model import Article
        >>> page = scan_text(Article(id="a", text="Một. Hai."), Scanner(Lexicon(())))
        >>> page.sentence_at(0), page.sentence_at(6)
        (0, 1)
        """
        return max(bisect_right(self._starts, offset) - 1, 0)

    def source_span(self, begin: int, end: int) -> Span:
        """The same span in the article's own text."""
        if self.offsets is None:
            return begin, end
        return self.offsets[begin], self.offsets[end - 1] + 1


def _end(mention: Mention) -> int:
    return mention.end


class Scanner:
    """All phrases of a lexicon, and further names, in one automaton."""

    def __init__(self, lexicon: Lexicon, names: Iterable[tuple[str, Entry]] = ()) -> None:
        by_form: dict[str, list[Entry]] = {}
        for entry in (e for e in lexicon.entries if e.key("scan", True)):
            # A dash is often typed with one space.
            for form in dict.fromkeys(typed for given in entry.forms for typed in (given, given.replace(" - ", "- "))):
                by_form.setdefault(form, []).append(entry)
        for form, entry in names:
            by_form.setdefault(form, []).append(entry)
        self.automaton = ahocorasick.Automaton()
        for form, entries in by_form.items():
            self.automaton.add_word(form, (len(form), tuple((e, e.kind, bool(e.key("capital"))) for e in entries)))
        if by_form:
            self.automaton.make_automaton()
        self._empty = not by_form
        self._abbreviations = frozenset(f.rstrip(".") for e in lexicon.by_kind.get("abbreviation", ()) for f in e.forms)

    def mentions(self, text: str, folded: str) -> dict[str, tuple[Mention, ...]]:
        """Phrases at word borders, longest match per kind, in text order."""
        found: defaultdict[str, list[_Hit]] = defaultdict(list)
        if self._empty:
            return {}
        last = len(folded) - 1
        for stop, (length, entries) in self.automaton.iter(folded):
            begin, end = stop - length + 1, stop + 1
            if stop < last and folded[end].isalnum() and folded[stop].isalnum():
                continue
            if (
                begin
                and folded[begin - 1].isalnum()
                and folded[begin].isalnum()
                and not (text[begin].isupper() and text[begin - 1].islower())
            ):
                continue
            for entry, kind, capital in entries:
                if not capital or text[begin].isupper():
                    hits = found[kind]
                    hits.append((begin, -end, len(hits), entry))
        return {kind: _longest(hits) for kind, hits in found.items()}

    def is_abbreviation(self, word: str) -> bool:
        """Whether a word before a full stop is an abbreviation that does not end a sentence."""
        low = fold(word).rstrip(".")
        return low in self._abbreviations or (len(low) == 1 and word[:1].isupper()) or (low.count(".") > 0 and len(low) <= 6)


_Hit = tuple[int, int, int, Entry]
"""Where a phrase begins, where it ends as a negative number, and how many were found before it: hits sort leftmost longest."""


def _longest(hits: list[_Hit]) -> tuple[Mention, ...]:
    """Leftmost longest, without overlaps; entries that share a span are all kept."""
    hits.sort()
    kept: list[Mention] = []
    last_begin = last_end = 0
    for begin, minus_end, _, entry in hits:
        end = -minus_end
        if begin >= last_end or (begin == last_begin and end == last_end):
            kept.append(Mention(begin, end, entry))
            last_begin, last_end = begin, end
    return tuple(kept)


def clean(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text with any run of any spaces as one, underscores within words as spaces (so joins syllables who marks words), invisible
    characters gone, and for each character its offset in the text.

    >>> clean("Mác  - Lênin")
    ('Mác - Lênin', (0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11))
    >>> clean("Lê Chân")
    ('Lê Chân', None)
    >>> clean("Quận_ủy họp")
    ('Quận ủy họp', None)
    """
    text, joints = _JOINT.subn(" ", text) if "_" in text else (text, 0)
    odd = _ODD_SPACE_OF_WORDS if joints >= _MARKED_WORDS else _ODD_SPACE
    if (odd is _ODD_SPACE and "  " not in text and not _RARE.search(text)) or not odd.search(text):
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in odd.finditer(text):
        pieces.append(text[at : gap.start()])
        offsets.extend(range(at, gap.start()))
        if (space := _ANY_SPACE.search(gap[0])) and not gap.lastgroup:
            pieces.append(" ")
            offsets.append(gap.start() + space.start())
        at = gap.end()
    pieces.append(text[at:])
    offsets.extend(range(at, len(text)))
    return "".join(pieces), tuple(offsets)


def sentences(text: str, scanner: Scanner) -> tuple[Span, ...]:
    """Sentences of a cleaned text, trimmed; line ends always close a sentence."""
    spans: list[Span] = []
    begin = 0
    for stop in _STOP.finditer(text):
        sign, end = text[stop.start()], stop.end()
        if sign in ".!?…":
            following = text[end : end + 2].lstrip('"“‘(«*>-')[:1]
            word = _LAST_WORD.search(text, max(begin, stop.start() - 20), stop.start())
            if following.islower() or (sign == "." and word and scanner.is_abbreviation(word[0])):
                continue
            item = text[end : end + 2].lstrip().startswith("*")
            if stop[0][-1] != " " and not item and word and not _ENDS_RUN_TOGETHER.search(word[0]):
                continue
        elif sign != "\n" and is_brand(text, end := stop.start()):
            continue
        _add(spans, text, begin, end)
        begin = end
    _add(spans, text, begin, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        spans.append((begin, end))


def scan_text(article: Article, scanner: Scanner) -> Page:
    """The page of one article."""
    text, offsets = clean(article.text)
    folded = fold(text)
    lines, at = list[Span](), 0
    for line in text.split("\n"):
        _add(lines, text, at, at + len(line))
        at += len(line) + 1
    return _page(article, text, folded, sentences(text, scanner), tuple(lines), scanner.mentions(text, folded), offsets)


def _page(
    article: Article,
    text: str,
    folded: str,
    sentences: tuple[Span, ...],
    lines: tuple[Span, ...],
    mentions: Mapping[str, tuple[Mention, ...]],
    offsets: tuple[int, ...] | None,
) -> Page:
    """A page with where its sentences and mentions begin."""
    starts, begins = [b for b, _ in sentences], {kind: [m.begin for m in found] for kind, found in mentions.items()}
    return Page(article, text, folded, sentences, lines, mentions, offsets, starts, begins)


def restrict(page: Page, body: tuple[Span, ...]) -> Page:
    """The page without what lies outside the spans of its body."""
    runs = _runs(page.text, body)
    kept = {kind: tuple(m for b, e in runs for m in page.between(kind, b, e)) for kind in page.mentions}
    return _page(page.article, page.text, page.folded, tuple(_cut(page.sentences, body)), body, kept, page.offsets)


def _runs(text: str, spans: tuple[Span, ...]) -> list[Span]:
    """Spans in text order, those with only spaces between them as one.

    >>> _runs("Tin.\\nMột.\\n***\\nHai.", ((0, 4), (5, 9), (14, 18)))
    [(0, 9), (14, 18)]
    """
    runs = list(spans[:1])
    for begin, end in spans[1:]:
        if text[runs[-1][1] : begin].isspace():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((begin, end))
    return runs


def _cut(spans: tuple[Span, ...], body: tuple[Span, ...]) -> list[Span]:
    """Sentences cut to the body: the part of each that lies inside."""
    cut: list[Span] = []
    ends = [y for _, y in body]
    for b, e in spans:
        at = bisect_right(ends, b)
        while at < len(body) and body[at][0] < e:
            cut.append((max(b, body[at][0]), min(e, body[at][1])))
            at += 1
    return cut
