"""What is kept of each event of an article to know it again in another one: its card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kgraph.identity.decision import Named
from kgraph.lexicon import Lexicon
from kgraph.model import Event, Findings, Organization
from kgraph.rules.drive_holders import led_by
from kgraph.rules.numerals import number
from kgraph.rules.unit_keys import province_of
from kgraph.text import fold

_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PRESENT = ("attended", "chaired", "directedAt", "spokeAt", "presentedAt")
_CAMPAIGNS = ("launchesCampaign", "partOfCampaign")
_DOCUMENTS = ("implements", "continues")
_CEREMONY = "le"
_FIRST = 6
NATION = "vn"
"""Where an event stands that no province is said of."""


class EventCard(NamedTuple):
    """One event as one article tells it. Keys and words are sorted; `published` and `edtf` are EDTF.

    `family`, `single`, `stage` and `many` tell of its kind: of which others it is a wording, that hardly two are held within a few days,
    that it opens or closes another event, that several of a day are ordinary. `units` are those of the organisers and of the place, else
    what the article is about. `people` are the folded names of those present, `cast` of all officials of the article. `words` are those of
    the name that say something, `first_words` the first few in the order of the text, `kind_words` those of the kind's name; `numbers` are
    those of the name with the word before each.
    """

    named: Named
    published: str | None
    kind: str
    family: str
    single: bool
    stage: bool
    many: bool
    edtf: str | None
    part: str | None
    organizers: tuple[str, ...]
    units: tuple[str, ...]
    places: tuple[str, ...]
    people: tuple[str, ...]
    chairs: tuple[str, ...]
    cast: tuple[str, ...]
    words: tuple[str, ...]
    first_words: tuple[str, ...]
    kind_words: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...]
    campaigns: tuple[str, ...]
    documents: tuple[str, ...]
    label: str
    main: bool


def event_cards(findings: Findings, lexicon: Lexicon) -> Iterator[EventCard]:
    """A card for each event of an article, in the order in which it tells of them."""
    for place, event in enumerate(findings.events):
        yield _card(event, findings, lexicon, main=place == 0)


def event_block(card: EventCard) -> str | None:
    """The block of a card: province and month of its first day; None for an event without a day, which only reprints can share.

    A day and its misprint mostly stand in one month.
    """
    if not card.edtf or not _DAY.match(card.edtf):
        return None
    return f"{province_of(card.units[0]) if card.units else NATION}|{card.edtf[:7]}"


def _card(event: Event, findings: Findings, lexicon: Lexicon, *, main: bool) -> EventCard:
    names = {o.key: fold(o.label) for o in findings.officials}
    bodies = {o.key: o for o in findings.organizations}
    about = [f for f in findings.facts if f.object == event.key or f.subject == event.key]

    def found(*predicates: str) -> tuple[str, ...]:
        rows = (f.object if f.subject == event.key else f.subject for f in about if f.predicate in predicates)
        return tuple(sorted({row for row in rows if isinstance(row, str)}))

    organizers, places = found("organizes"), found("heldAt")
    led = [unit for key in organizers if (unit := _unit_of(key, bodies))]
    units = tuple(dict.fromkeys((*led, *places))) or ((findings.about.key,) if findings.about else ())
    entry = lexicon.by_id.get(f"event/{event.kind}")
    words, numbers = wording(event.label, lexicon)
    first = [word for word in _said(event.label, lexicon) if word in words][:_FIRST]
    return EventCard(
        Named(findings.article.id, event.key),
        findings.published,
        event.kind,
        str(entry.key("family", event.kind)) if entry else event.kind,
        bool(entry and (entry.key("family") == _CEREMONY or entry.key("opens"))),
        bool(entry and entry.key("stage")),
        bool(entry and (entry.key("meets") or entry.key("many"))),
        event.when.edtf if event.when else None,
        event.when.part_of_day if event.when else None,
        organizers,
        units,
        places,
        tuple(sorted({names[key] for key in found(*_PRESENT) if key in names})),
        tuple(sorted({names[key] for key in found("chaired") if key in names})),
        tuple(sorted(set(names.values()))),
        words,
        tuple(first),
        wording(entry.vi, lexicon)[0] if entry else (),
        numbers,
        found(*_CAMPAIGNS),
        found(*_DOCUMENTS),
        event.label,
        main,
    )


def _unit_of(key: str, bodies: dict[str, Organization]) -> str | None:
    """The unit of a key, or the one that the body of it leads."""
    if key.startswith("unit/"):
        return key
    unit = led_by(bodies[key]) if key in bodies else None
    return unit.key if unit else None


def wording(label: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The words of a name that say something, without those for a gathering as such, and its numbers, each with the word before it.

    >>> from kgraph.lexicon import load_lexicon
    >>> wording("Hội nghị tổng kết công tác năm 2023", load_lexicon())
    (('2023', 'công', 'kết', 'năm', 'tác', 'tổng'), (('năm', '2023'),))
    """
    words, light = _said(label, lexicon), lexicon.forms("sign/light")
    numbers = {(before, word) for before, word in pairwise(["", *words]) if word.isdigit() and not before.isdigit()}
    return tuple(sorted({word for word in words if word not in light})), tuple(sorted(numbers))


def _said(label: str, lexicon: Lexicon) -> list[str]:
    """The words of a name behind those for a gathering as such, numbers in digits."""
    said = _lead(lexicon).sub("", fold(label))
    return [_spelled(word, before, lexicon) for before, word in pairwise(["", *_WORD.findall(said)])]


def _spelled(word: str, before: str, lexicon: Lexicon) -> str:
    """A word, a number in digits; Roman numerals and words for numbers only behind a word that counts (“thứ V”, “quý II”)."""
    value = number(word, lexicon) if word.isdecimal() or before in lexicon.forms("sign/counted") else None
    return word if value is None else str(value)


@cache
def _lead(lexicon: Lexicon) -> re.Pattern[str]:
    """The words for a gathering as such at the head of a name."""
    return re.compile(rf"^(?:{lexicon.alternation('sign/occasion')}(?: |$)){{1,2}}")
