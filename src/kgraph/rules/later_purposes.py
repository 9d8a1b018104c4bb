"""Which document an event carries out by what later sentences say is done at it, or what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kgraph.lexicon import Lexicon
from kgraph.model import Fact
from kgraph.rules.documents import Citation
from kgraph.rules.purposes import aimed, carried_out, is_demand, verb_of
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import beginning
from kgraph.scan import Mention
from kgraph.text import fold

_WORDS, _VERB, _LIST = 35, 10, 14


def said_later(reading: Reading) -> Iterator[Fact]:
    """What later sentences say is done at the event, or what it is for."""
    introduced = {o.sentence for o in reading.occasions}
    for citation, document in reading.citations:
        number = reading.page.sentence_at(citation.begin)
        if number in introduced:
            continue
        begin, end = reading.sentence(number)
        verb = _disseminated(reading, citation, begin) or _purposed(reading, citation, begin)
        occasion = reading.event_at(verb.begin, verb.end) if verb else None
        if verb and occasion:
            yield from carried_out(reading, occasion, citation, document, verb.begin, end, "event-at", 0.82)


def _disseminated(reading: Reading, citation: Citation, begin: int) -> Mention | None:
    """The verb of making a document known at an event (“Tại hội nghị, các đại biểu được nghe quán triệt Nghị quyết …”)."""
    anchors = [m for m in reading.page.between("event", begin, citation.begin) if not m.entry.key("verb")]
    audience = _audience(reading.lexicon).match(reading.page.folded, begin)
    if audience:
        at = audience.end()
    elif anchors and (anchors[0].begin - begin <= 1 or reading.anchored(begin, anchors[0].end)):
        at = anchors[0].end
    else:
        return None
    verbs = [m for m in reading.cues("disseminate", at, citation.begin + _WORDS) if m.begin < citation.begin]
    gaps = [(m, reading.gap(min(m.end, citation.begin), citation.begin).rstrip()) for m in verbs]
    near = [m for m, gap in gaps if is_short(gap.removesuffix(":"), words=_LIST if gap.endswith(":") else _VERB)]
    if not near or is_demand(reading, at, near[0].begin) or is_demand(reading, near[0].end, citation.begin):
        return None
    listed = bool(re.search(r":[^;]*;", reading.gap(at, near[0].begin)))
    if listed or _unmade(reading.lexicon).search(reading.gap(near[0].end, citation.begin)):
        return None
    return near[0]


def _purposed(reading: Reading, citation: Citation, begin: int) -> Mention | None:
    """The verb of carrying out where a sentence says what the event is for (“Đây là hoạt động nhằm thực hiện …”)."""
    verb = verb_of(reading, citation)
    if verb is None or not (_this(reading.lexicon).match(reading.page.folded, begin) or _names_again(reading, verb, begin)):
        return None
    gap = reading.gap(begin, verb.begin)
    clear = len(gap.split()) <= _WORDS and aimed(reading, gap) and not is_demand(reading, begin, verb.begin)
    return verb if clear and not beginning(reading.bodies, begin, verb.begin) else None


def _names_again(reading: Reading, verb: Mention, begin: int) -> bool:
    """Whether a sentence opens with what the event is called by (“Việc ra mắt mô hình …” of a “hội nghị ra mắt mô hình”)."""
    occasion = reading.event_at(verb.begin, verb.end)
    said = _doing(reading.lexicon).match(reading.page.folded, begin)
    return bool(occasion and said and said["what"] in fold(occasion.event.label))


@cache
def _doing(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(
        rf"{lexicon.alternation('sign/doing')} (?:{lexicon.alternation('cue/organize')} )?(?P<what>(?:[^\W\d_]+ ){{2}}[^\W\d_]+)"
    )


@cache
def _audience(lexicon: Lexicon) -> re.Pattern[str]:
    """Those who are told of a document at an event, as the subject of a sentence (“Các đại biểu đã được nghe quán triệt …”)."""
    return re.compile(
        rf"(?:{lexicon.alternation('sign/plural')} )?{lexicon.alternation('sign/audience')} (?:{lexicon.alternation('sign/heard')} )"
    )


@cache
def _unmade(lexicon: Lexicon) -> re.Pattern[str]:
    """What says that a document is still to be made or changed, so that nothing of it is carried out."""
    return re.compile(rf"\b{lexicon.alternation('sign/draft', 'sign/amended')}\b")


@cache
def _this(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"{lexicon.alternation('sign/this')}\b")
