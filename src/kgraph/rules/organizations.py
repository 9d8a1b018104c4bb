"""Which body is meant: a draft with its place from its own words, from the body beside it, or from what the article is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from operator import itemgetter

from kgraph.lexicon import Entry, Lexicon
from kgraph.model import Organization, Unit
from kgraph.rules.bodies import Draft
from kgraph.rules.places import PlaceMention
from kgraph.rules.scope import Scope
from kgraph.rules.spans import pairs_within
from kgraph.scan import Page, Span
from kgraph.text import fold, slug


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body in the text. `explicit`: its own words, or those of the body beside it, say which one it is."""

    begin: int
    end: int
    organization: Organization
    entry: Entry
    explicit: bool
    unit: Unit | None = None

    @property
    def acts(self) -> bool:
        """Whether its mere name can be the doer of something."""
        return bool(self.entry.key("acts", True))


_Parts = tuple[str, int, int, str, str, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """How bodies get their names in one article: the words, the scope, and the article's own mark for what stays unplaced."""

    lexicon: Lexicon
    scope: Scope
    mark: str
    places: tuple[tuple[PlaceMention, Unit], ...] = ()
    sentences: tuple[Span, ...] = ()
    made: dict[_Parts, tuple[Organization, Unit | None, Organization | None]] = field(default_factory=dict, compare=False, repr=False)
    """The bodies so far, each with its place and what it is a part of, by the parts of their names: most are named more than once."""


def find_organizations(page: Page, drafts: Sequence[Draft], naming: Naming) -> tuple[BodyMention, ...]:
    """Each draft as the body it means, in text order; drafts that stay without any place bear the article's mark in their key."""
    found: list[BodyMention] = []
    behind: Draft | None = None
    for draft in (_with_crowd(page, draft, naming) for draft in reversed(drafts)):
        beside = behind if behind and _coordinated(page, draft, behind, naming.lexicon) else None
        body, explicit = body_of(draft, beside, naming)
        place = draft.unit or _unit_of_word(draft, naming)
        found.append(BodyMention(draft.begin, draft.end, body, draft.entry, explicit, place))
        behind = draft if draft.placed or beside is None else _inherit(draft, beside)
    return tuple(found[::-1])


def committee_of(unit: Unit, naming: Naming) -> Organization:
    """The Party committee that leads a unit (“Quận ủy Đống Đa”, “Đảng ủy phường Kim Liên”)."""
    return make_body(committee_entry(naming.lexicon, unit.designation), unit, None, naming)


def make_body(
    entry: Entry, unit: Unit | None, parent: Organization | None, naming: Naming, *, tail: str = "", suffix: str = "", head: str = ""
) -> Organization:
    """A body with its full name in the spelling of a clerk, and the key that this name gives with its field in one wording."""
    parts = entry.id, id(unit), id(parent), tail, suffix, head
    if parts not in naming.made:
        naming.made[parts] = _new_body(entry, unit, parent, naming, tail, suffix, head), unit, parent
    return naming.made[parts][0]


def _new_body(
    entry: Entry, unit: Unit | None, parent: Organization | None, naming: Naming, tail: str, suffix: str, head: str
) -> Organization:
    head = head or str(entry.key("label", entry.vi))
    where = parent.label if parent is not None and unit is None else _place_words(entry, unit, naming.lexicon) if unit else suffix
    if unit and tail and _school(naming.lexicon).search(fold(tail)):
        where = unit.name  # the place is a part of a school's name (“Công đoàn Trường Đại học Cần Thơ”)
    where = "" if suffix and where == suffix and fold(head).endswith(fold(suffix)) else where
    label = _joined(head, tail, where)
    name = _joined(head, _field_of(entry, tail, naming.lexicon), where)
    mark = ""
    if unit is None and parent is None and not suffix and entry.key("shape") not in ("central",):
        above = naming.scope.chain[-1].key.rpartition("/")[2] if naming.scope.chain and entry.key("shape") == "named" else naming.mark
        mark = f"--{above}"
    elif unit is not None or parent is not None:
        mark = _above_mark(unit.key if unit else parent.key if parent else "")
    jurisdiction = unit if entry.key("governs") and not tail else None
    if jurisdiction is None and entry.key("governs") and entry.key("shape") == "section" and parent is not None:
        jurisdiction = parent.jurisdiction
    place = unit or (parent.place if parent else None)
    kind = entry.concept if mark else _central(naming.lexicon).get(fold(name), entry.concept)
    return Organization(f"organization/{slug(name, limit=110)}{mark}", label, kind, parent, jurisdiction, place=place)


@cache
def _school(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"\b{lexicon.alternation('sign/school')}$")


@cache
def _central(lexicon: Lexicon) -> dict[str, str]:
    """The kinds of the bodies of which there is but one in the country, by their folded names: an office of the Government has its own."""
    single = (e for e in lexicon.by_kind["organization"] if e.key("shape") == "central" and not e.key("needs_tail"))
    return {fold(e.vi): e.concept for e in single}


def _joined(*words: str) -> str:
    """What there is of some words, with spaces between.

    >>> _joined("Sở", "", "Hà Nội")
    'Sở Hà Nội'
    """
    return " ".join(w for w in words if w)


def _field_of(entry: Entry, tail: str, lexicon: Lexicon) -> str:
    """The field of an office in one wording (“NN&PTNT”: “Nông nghiệp và phát triển nông thôn”); the tail itself where it is none."""
    field = _fields(lexicon).get(fold(tail)) if entry.key("tail") == "field" else None
    return field.vi if field and not field.key("several") else tail


@cache
def _fields(lexicon: Lexicon) -> dict[str, Entry]:
    return {form: e for e in lexicon.by_kind["field"] for form in e.forms}


def _above_mark(key: str) -> str:
    """What keeps bodies of namesake units apart: the rest of the key of the unit or parent (`phuong-4--quan-11--ho-chi-minh`)."""
    rest = key.partition("--")[2]
    return f"--{rest}" if rest else ""


def _place_words(entry: Entry, unit: Unit, lexicon: Lexicon) -> str:
    """The place as it stands behind the head: bare behind a committee, with its level word elsewhere."""
    numbered = unit.name.startswith(f"{unit.designation} ")
    personal = unit.level == "province" and unit.name.lower() in lexicon.forms("person/historical")
    if numbered or (entry.key("shape") == "committee" and not personal):
        return unit.name
    return f"{unit.designation if personal else unit.designation.lower()} {unit.name}"


def body_of(draft: Draft, beside: Draft | None, naming: Naming) -> tuple[Organization, bool]:
    """The body of a draft, with the place of the body beside it where it has none; and whether the text itself says which."""
    entry = draft.entry
    shape = entry.key("shape")
    if shape in ("central", "named"):
        return make_body(entry, None, None, naming, tail=draft.tail, head=draft.head), True
    if draft.parent is not None:
        parent, explicit = body_of(draft.parent, beside, naming)
        return make_body(entry, None, parent, naming, tail=draft.tail, head=draft.head), explicit
    if draft.central or draft.national or (entry.key("nationwide") and not (draft.unit or draft.word)):
        suffix = _word(naming.lexicon, "sign/centre" if draft.central else "sign/viet-nam")
        return make_body(entry, None, None, naming, tail=draft.tail, suffix=suffix, head=draft.head), True
    unit = draft.unit or _unit_of_word(draft, naming)
    explicit = unit is not None
    if unit is None and beside is not None:
        unit = _unit_beside(entry, beside, naming)
        explicit = unit is not None
    if unit is None and draft.word is None and not draft.unread and (not draft.tail or entry.key("of") == "ubnd"):
        unit = _unit_of_scope(entry, naming.scope) or _last_led(entry, draft, naming)
    if unit is None:
        words = " ".join(x for x in (draft.tail, draft.word.vi.lower() if draft.word else "") if x)
        return make_body(entry, None, None, naming, tail=words, head=draft.head), False
    if shape == "section" and entry.key("of") == "none" and not (draft.unit and draft.tail):
        return make_body(entry, None, None, naming, tail=draft.tail, head=draft.head), False
    if shape == "section" and draft.unit is None and draft.word is None:
        return make_body(entry, None, _owner(entry, unit, naming), naming, tail=draft.tail, head=draft.head), explicit
    owner = _owner(entry, unit, naming) if entry.key("of") not in (None, "none") else None
    return make_body(entry, unit, owner, naming, tail=draft.tail, head=draft.head), explicit


def _owner(entry: Entry, unit: Unit, naming: Naming) -> Organization:
    """The body that a section or a division of a place belongs to: the Party committee, or the State body its entry names."""
    owner = str(entry.key("of"))
    if owner == "party":
        return committee_of(unit, naming)
    return make_body(naming.lexicon.entry(f"organization/{owner}"), unit, None, naming)


def _unit_of_word(draft: Draft, naming: Naming) -> Unit | None:
    """What a level word without a name means: the unit of its sentence, that of the scope, else the last such unit named before."""
    word = draft.word
    if word is None:
        return None
    if unit := _unit_of_sentence(draft, word, naming):
        return unit
    if unit := naming.scope.at([str(word.key("level")), str(word.key("also", ""))], [word.vi]):
        return unit
    return next((u for p, u in reversed(naming.places) if p.end <= draft.begin and u.designation == word.vi), None)


def _unit_of_sentence(draft: Draft, word: Entry, naming: Naming) -> Unit | None:
    """The one unit with a level word that is named before a body in its sentence (“HĐND huyện B miễn nhiệm Chủ tịch UBND huyện …”)."""
    begin = naming.sentences[_sentence(draft.begin, naming)][0] if naming.sentences else draft.begin
    named = [u for p, u in pairs_within(naming.places, begin, draft.begin) if u.designation == word.vi]
    return named[0] if named and all(u == named[0] for u in named) else None


def committee_before(at: int, naming: Naming) -> Unit | None:
    """The one unit whose Party committee the sentence of an offset names before it (“Thường trực Thành ủy A có Bí thư B”)."""
    begin = naming.sentences[_sentence(at, naming)][0] if naming.sentences else at
    led = [u for p, u in pairs_within(naming.places, begin, at) if p.party]
    return led[0] if led and all(u == led[0] for u in led) else None


def _sentence(at: int, naming: Naming) -> int:
    """The number of the sentence that an offset lies in."""
    return max(bisect_right(naming.sentences, at, key=itemgetter(0)) - 1, 0)


def _unit_beside(entry: Entry, beside: Draft, naming: Naming) -> Unit | None:
    unit = beside.unit or _unit_of_word(beside, naming)
    if unit is None or unit.designation not in entry.key("designations", (unit.designation,)):
        return None
    return unit if unit.level in entry.key("levels", (unit.level,)) else None


def _unit_of_scope(entry: Entry, scope: Scope) -> Unit | None:
    levels, designations = entry.key("levels"), entry.key("designations", ())
    return scope.at(levels, designations) if levels else scope.unit


def _last_led(entry: Entry, draft: Draft, naming: Naming) -> Unit | None:
    """The unit whose committee this sentence or the one before names, for one without a place in an article about no place."""
    words = entry.key("designations", ()) if entry.key("shape") == "committee" else ()
    number = _sentence(draft.begin, naming)
    begin, end = (naming.sentences[n][i] for i, n in enumerate((max(number - 1, 0), number))) if naming.sentences else (0, 0)
    near = [(p, u) for p, u in pairs_within(naming.places, begin, end) if u.designation in words]
    led = [u for p, u in near if p.headed and p.end <= draft.begin]
    return led[-1] if led and all(u == led[-1] for _, u in near) else None


def _coordinated(page: Page, draft: Draft, behind: Draft, lexicon: Lexicon) -> bool:
    """Whether two bodies stand side by side as doers (“Huyện ủy - HĐND - UBND huyện”), the first without a place."""
    return not draft.placed and bool(_joint(lexicon).fullmatch(page.folded[draft.end : behind.begin]))


def _with_crowd(page: Page, draft: Draft, naming: Naming) -> Draft:
    """A body without a place that bodies without a name are joined to, with the place behind those (“UBND và các đoàn thể Phường 6”)."""
    crowd = None if draft.placed or draft.parent or draft.tail else _crowd(naming.lexicon).match(page.folded, draft.end)
    unit = next((unit for place, unit in naming.places if crowd and place.begin == crowd.end()), None)
    return replace(draft, unit=unit) if unit else draft


@cache
def _crowd(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?:,| {lexicon.alternation('sign/and')}) {lexicon.alternation('sign/crowd')} ")


def _inherit(draft: Draft, beside: Draft) -> Draft:
    """The draft with the place of its neighbour, to hand on to the body before it."""
    return Draft(draft.begin, draft.end, draft.entry, draft.tail, draft.parent, beside.unit, beside.word, beside.central, beside.national)


@cache
def _joint(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf" ?[,/-] ?| {lexicon.alternation('sign/and')} |, {lexicon.alternation('sign/and')} ")


@cache
def _word(lexicon: Lexicon, entry_id: str) -> str:
    form = lexicon.entry(entry_id).forms[0]
    return form.title() if entry_id == "sign/viet-nam" else form.capitalize()


@cache
def committee_entry(lexicon: Lexicon, designation: str) -> Entry:
    """The entry of the Party committee of units with a level word; that of the grassroots where no other is."""
    for entry in lexicon.by_kind["organization"]:
        if entry.key("shape") == "committee" and entry.key("party") and designation in entry.key("designations", ()):
            return entry
    return lexicon.entry("organization/dang-uy")
