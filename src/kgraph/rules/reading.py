"""What the finders have found in one article, for the linkers to read; indexes that are built once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Fact, Unit
from kgraph.rules.bare_documents import bare_documents
from kgraph.rules.directives import Document
from kgraph.rules.documents import Citation
from kgraph.rules.drive_words import Drive
from kgraph.rules.events import Occasion
from kgraph.rules.introduction_words import words_of
from kgraph.rules.introductions import is_modified
from kgraph.rules.officials import Appearance
from kgraph.rules.organizations import BodyMention
from kgraph.rules.places import PlaceMention
from kgraph.rules.quotations import spoken_spans
from kgraph.scan import Mention, Page
from kgraph.text import fold

_DAY = re.compile(r"(?: [^\W\d_]+){0,3} \(?(\d\d?)[./-](\d\d?)\b")
_NEAR, _NAME, _NAME_WORDS, _AHEAD = 30, 60, 4, 3
_CEREMONY = "le"
_MEETINGS = ("hop", "lam-viec")
"""Families of which a word alone can mean the one meeting of an article that a verb told (“làm việc với quận”: “tại cuộc họp”)."""
"""The kind whose word stands for ceremonies of every kind; that of one of them does not stand for a meeting."""
REACH = 1_000
"""How far behind a document the campaign may end that it is about, in characters."""


@dataclass(frozen=True)
class Reading:
    """The finished findings of one page, each kind in text order. `people` maps a folded name to the key of the official."""

    page: Page
    lexicon: Lexicon
    places: tuple[tuple[PlaceMention, Unit], ...]
    bodies: tuple[BodyMention, ...]
    appearances: tuple[Appearance, ...]
    people: dict[str, str]
    documents: tuple[Document, ...]
    drives: tuple[tuple[Drive, Campaign], ...]
    occasions: tuple[Occasion, ...]

    @cached_property
    def citations(self) -> tuple[tuple[Citation, Document], ...]:
        """Every place that names a document, in text order."""
        rows = [(c, d) for d in self.documents for c in d.citations]
        return tuple(sorted(rows, key=lambda row: row[0].begin))

    @cached_property
    def meant_documents(self) -> tuple[tuple[Citation, Document], ...]:
        """The same with the places that mean a document by its type alone (“kế hoạch này”)."""
        bare = bare_documents(self.page, self.citations, self.bodies, self.lexicon)
        return tuple(sorted((*self.citations, *bare), key=lambda row: row[0].begin))

    @cached_property
    def titled(self) -> frozenset[str]:
        """The folded names of persons with a post."""
        return frozenset(a.person for a in self.appearances if a.positions)

    @cached_property
    def issuers(self) -> frozenset[int]:
        """Where the bodies begin that are named as the issuer of a document."""
        return frozenset(c.issuer.begin for c, _ in self.citations if c.issuer)

    @cached_property
    def _speech(self) -> tuple[tuple[int, int], ...]:
        return spoken_spans(self.page.text)

    def in_speech(self, offset: int) -> bool:
        """Whether an offset lies between marks of quotation."""
        number = bisect_left(self._speech, (offset,)) - 1
        return number >= 0 and offset < self._speech[number][1]

    @cached_property
    def _cues(self) -> dict[str, tuple[list[int], list[Mention]]]:
        """The cues of each name, and where they begin: rules ask for them in every clause."""
        found: dict[str, tuple[list[int], list[Mention]]] = {}
        for m in self.page.of("cue"):
            begins, cues = found.setdefault(m.entry.concept, ([], []))
            begins.append(m.begin)
            cues.append(m)
        return found

    def _events(self, begin: int, end: int) -> list[Mention]:
        """Words for events inside a span, in text order."""
        return [m for m in self.page.between("event", begin, end) if m.end <= end]

    def sentence(self, number: int) -> tuple[int, int]:
        """The span of a sentence."""
        return self.page.sentences[number]

    def cues(self, name: str, begin: int, end: int) -> list[Mention]:
        """Cues of one name inside a span, in text order."""
        if name not in self._cues:
            return []
        begins, cues = self._cues[name]
        return [m for m in cues[bisect_left(begins, begin) : bisect_right(begins, end)] if m.end <= end]

    def gap(self, begin: int, end: int) -> str:
        """The folded text between two offsets."""
        return self.page.folded[begin:end]

    def current(self, offset: int) -> Occasion | None:
        """The event that a sentence speaks of where it names none: the last one introduced up to it that is not planned."""
        number = self.page.sentence_at(offset)
        told = self._told(number)
        return told[-1] if told else None

    def event_at(self, begin: int, end: int) -> Occasion | None:
        """The event that a verb is about: the one named right behind it or in its sentence, else the current one.

        A verb with a capital opens a sentence, though it may stand behind another that lost its full stop.
        A name that says more than its kind must be that of an event of the article; nothing is linked to another one.
        """
        sentence_begin, sentence_end = self.sentence(self.page.sentence_at(begin))
        since = begin if self.page.text[begin].isupper() else sentence_begin
        named = [m for m in self._events(since, sentence_end) if not (m.entry.key("verb") or m.entry.key("hidden")) or m.entry.key("apart")]
        own = next((o for o in self.occasions if sentence_begin <= o.mention.begin < sentence_end), None)
        near = next((m for m in named if begin <= m.begin <= end + _NEAR), None)
        m = near or next((m for m in named if _at(self.lexicon).search(self.page.folded, max(m.begin - 6, 0), m.begin)), None)
        if m is None:
            elsewhen = own is None and self._is_elsewhen(sentence_begin, begin)
            return own if own and own.event.modality == "occurred" else None if elsewhen else self.current(end)
        introduced = next((o for o in self.occasions if o.mention.begin == m.begin), None)
        if introduced:
            return introduced if introduced.event.modality == "occurred" else None
        return self.meant(m, end)

    def _told(self, number: int) -> list[Occasion]:
        """The events told up to a sentence that are not planned; one told only as what was before (“Trước đó, …”) is left at once."""
        told = [o for o in self.occasions if o.sentence <= number and o.event.modality == "occurred"]
        return [o for o in told if o.sentence == number or o.sentence not in self._aside] or told

    def _first_ahead(self, number: int, family: str) -> list[Occasion]:
        """The main event, where a caption or a list of those present stands before the sentence that tells of it.

        Far before it only the one event of an article, by a word of its family.
        """
        main = self.occasions[0] if self.occasions else None
        if main is None or main.event.modality != "occurred":
            return []
        only = len(self.occasions) == 1 and main.mention.entry.key("family", main.mention.entry.concept) == family
        return [main] if only or main.sentence <= number + _AHEAD else []

    @cached_property
    def _aside(self) -> frozenset[int]:
        """The sentences of events that open with words for an earlier time."""
        earlier = _earlier(self.lexicon)
        return frozenset(o.sentence for o in self.occasions if earlier.match(self.page.folded, self.sentence(o.sentence)[0]))

    def _is_elsewhen(self, begin: int, end: int) -> bool:
        """Whether a sentence, or one that ran into it, opens with words for another time up to an offset."""
        found = _elsewhen(self.lexicon).finditer(self.page.folded, begin, end)
        return any(m.start() == begin or self.page.text[m.start()].isupper() for m in found)

    def meant(self, m: Mention, offset: int) -> Occasion | None:
        """The event told up to an offset that a later mention speaks of."""
        family = m.entry.key("family", m.entry.concept)
        number = self.page.sentence_at(offset)
        told = self._told(number) or self._first_ahead(number, family)
        alike = [o for o in told if o.mention.entry.key("family", o.mention.entry.concept) == family]
        if not is_modified(self.page, m, self.lexicon):
            apart = m.entry.key("apart") or (family == _CEREMONY and m.entry.concept != _CEREMONY and not m.entry.key("opens"))
            alone = len(self.occasions) == 1 and family in _MEETINGS and not words_of(self.lexicon).whom.match(self.page.folded, m.end)
            other = [o for o in told if not apart and (not (verb := o.mention.entry).key("verb") or (alone and verb.key("report") is True))]
            meant = (alike or other)[-1:]
            return next((o for o in meant if not self._is_of_another_day(m, o)), None)
        behind = re.split(r"[,.;:]", self.page.folded[m.end : m.end + _NAME])[0].split()
        words = [w for w in behind if w not in self.lexicon.forms("sign/light")][:_NAME_WORDS]
        return next((o for o in reversed(alike) if len(set(words) & set(fold(o.event.label).split())) * 2 >= len(words)), None)

    def _is_of_another_day(self, m: Mention, occasion: Occasion) -> bool:
        """Whether a day stands right behind the name of an event (“hội nghị ngày 17/5”) that is not the day of that one."""
        day, when = _DAY.match(self.page.folded, m.end), occasion.event.when
        return bool(day and when and "/" not in when.edtf and not when.edtf.endswith(f"-{int(day[2]):02}-{int(day[1]):02}"))

    def only_unit(self, designation: str) -> Unit | None:
        """The one unit of a designation that the article names, by itself or as that of a body; None where it names several."""
        units = {u.key: u for u in (*(u for _, u in self.places), *(b.unit for b in self.bodies)) if u and u.designation == designation}
        return next(iter(units.values())) if len(units) == 1 else None

    def joined(self, begin: int, end: int) -> bool:
        """Whether only a comma or “và” stands between two things."""
        return bool(_joint(self.lexicon).fullmatch(self.page.folded[begin:end]))

    def plural(self, begin: int, end: int) -> bool:
        """Whether a span says that several follow (“các đồng chí”)."""
        return bool(_several(self.lexicon).search(self.page.folded, begin, end))

    def anchored(self, begin: int, end: int) -> bool:
        """Whether a span says that it is at an event (“tại hội nghị”, “phát biểu tại buổi lễ”)."""
        return any(_at(self.lexicon).search(self.page.folded, max(m.begin - 6, 0), m.begin) for m in self._events(begin, end))


@cache
def _earlier(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\W*{lexicon.alternation('sign/earlier')}\b")


@cache
def _elsewhen(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.words('sign/elsewhen', 'sign/earlier')}\b")


@cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf",? ?(?:{lexicon.alternation('sign/and')} )?|[,;] ?")


@cache
def _several(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/plural')} ")


@cache
def _at(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('cue/at-event')} $")


def is_short(gap: str, *, words: int) -> bool:
    """Whether a gap holds at most some words and no punctuation.

    >>> is_short(" đã tích cực ", words=3), is_short(", rồi ", words=3)
    (True, False)
    """
    return not re.search(r"[,;.:()“”\"\n]", gap) and len(gap.split()) <= words


def unique(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts without repeats, in order."""
    return tuple(dict.fromkeys(facts))


@cache
def sets_going(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between a document and the campaign that it is about carrying out (“về việc triển khai và tuyên truyền đợt …”)."""
    about, also, carry = lexicon.alternation("sign/about"), lexicon.alternation("sign/and"), lexicon.alternation("cue/carry-out")
    return re.compile(rf"(?: ?\([^()]*\))?,? ?(?:{about} )?[“\"]?{carry}(?: {also} [^\W\d_]+ [^\W\d_]+)?(?: [^\W\d_]+){{0,3}} ")
