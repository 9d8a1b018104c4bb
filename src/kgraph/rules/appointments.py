"""Posts that a sentence says a person is given, leaves or fills: a verb of appointment before the titles, the person before the verb."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from operator import attrgetter

from kgraph.lexicon import Lexicon
from kgraph.model import HoldingStatus, Organization
from kgraph.rules.led_bodies import body_led, in_body, is_leader
from kgraph.rules.names import NameMention, are_several, head_of_list, is_plain_list
from kgraph.rules.organizations import BodyMention, Naming, make_body
from kgraph.rules.replaced import replaced_by
from kgraph.rules.seats import committee_given_with
from kgraph.rules.spans import beginning
from kgraph.rules.titles import Position, Title, can_share, positions_of, term_of
from kgraph.scan import Page

_VERB, _BEFORE_NAME, _SINCE = 60, 40, 20

Owners = Mapping[int, set[int]]
"""Which lists of titles stand beside which names, by number."""


_BRACKET = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Given:
    """Posts given to or left by a person (by number), the end of the last one, and the rule."""

    person: int
    end: int
    positions: tuple[tuple[Position, HoldingStatus], ...]
    rule: str


def find_given(
    page: Page,
    names: Sequence[NameMention],
    lists: Sequence[tuple[Title, ...]],
    owners: Owners,
    bodies: Sequence[BodyMention],
    naming: Naming,
    *,
    told: Container[int] = (),
) -> Iterator[Given]:
    """Every post that a verb gives, takes or fills, in text order of the posts; then the seats in committees.

    `told`: the numbers of lists that are read as parts of somebody's life.
    """
    words = _words(naming.lexicon)
    owned = {i for lists_of in owners.values() for i in lists_of}
    ends = {n: max([names[n].end, *(lists[i][-1].end for i in lists_of)]) for n, lists_of in owners.items()}
    for i, titles in enumerate(lists):
        if i in told:
            continue
        begin, end = titles[0].begin, titles[-1].end
        sentence = page.sentences[page.sentence_at(begin)]
        before = page.folded[max(begin - _VERB, sentence[0]) : begin]
        status = status_before(before, naming.lexicon)
        if status is None or (i in owned and not words.leave.search(before)) or words.propose.search(before):
            continue
        patients = _named_behind(page, names, end, ends, words, naming.lexicon) or _patients(
            page, names, sentence[0], begin, naming.lexicon
        )
        if len(patients) == 1 and status == "appointed" and all(can_share(t.role) for t in titles):
            patients += _beside(page, names, patients[0], ends, words)
        lead = min([names[n].lead for n in patients] + [lists[k][0].begin for n in patients for k in owners.get(n, ())], default=0)
        status = _in_time(status, page.folded[sentence[0] : begin], page.folded[end : end + _SINCE], words)
        chaired, elected = body_led(page, lead, bodies, naming.lexicon), _elected(page, begin, bodies, naming.lexicon)
        led = bool(patients) and is_leader(page, lead, naming.lexicon)
        status = "held" if led and status == "appointed" and not words.evidence.search(page.folded, lead, begin) else status
        for person in patients:
            positions = tuple((p, status) for p in positions_of(titles, naming))
            if led and chaired is None:  # “một hội đồng gồm 10 người, do ông A làm Chủ tịch” says nothing of the unit's
                positions = tuple((p, s) for p, s in positions if not (p.bare and "ubnd" in p.role.key("in", ())))
            if elected is not None and status == "appointed":
                positions = tuple((replace(p, organization=elected, sure=True) if p.bare else p, s) for p, s in positions)
            if chaired is not None:
                positions = tuple(in_body(p, s, chaired) for p, s in positions)
            yield Given(person, end, positions, "officials.given")
        if status == "appointed" and patients and (past := replaced_by(page, names, end, naming.lexicon)) is not None:
            yield Given(past, names[past].end, tuple((p, "former") for p in positions_of(titles, naming)), "officials.given")
    yield from _seats(page, names, lists, bodies, naming)


def _named_behind(
    page: Page, names: Sequence[NameMention], end: int, ends: Mapping[int, int], words: _Words, lexicon: Lexicon
) -> list[int]:
    """Who is named behind a post that is given or taken (“miễn nhiệm chức vụ Giám đốc … đối với ông A”), with the next ones."""
    n = bisect_left(names, end, key=attrgetter("begin"))
    if n == len(names) or not words.behind.fullmatch(page.folded, end, names[n].lead):
        return []
    found = [n]
    while n + 1 < len(names) and is_plain_list(page, _closed(page, ends.get(n, names[n].end)), names[n + 1].begin, lexicon):
        n += 1
        found.append(n)
    return found if len(found) == 1 or all(names[k].addressed for k in found) else found[:1]


def _closed(page: Page, end: int) -> int:
    """The offset behind the bracket that ends at an offset, or the offset itself."""
    return end + page.text.startswith(")", end)


def _in_time(status: HoldingStatus, before: str, behind: str, words: _Words) -> HoldingStatus:
    """The status in the light of the whole sentence: a post that someone had for a time, or has, was not given to him now.

    A verb that only says that someone is in a post (“làm Giám đốc”) gives it to nobody, unless a word of giving stands with it.
    """
    if status != "appointed":
        return status
    before = _BRACKET.sub("", before)
    if (first := words.before_that.search(before)) and not words.evidence.search(before, first.end()):
        return "former"
    given = words.evidence.search(before)
    plain = words.plain.search(before) and not given
    if not given and words.since.match(behind):
        return "held"
    if words.period.search(before) or (plain and words.earlier.search(before)):
        return "held" if words.until_now.search(before) else "former"
    return "held" if plain else "appointed"


def _elected(page: Page, at: int, bodies: Sequence[BodyMention], lexicon: Lexicon) -> Organization | None:
    """The body whose board this sentence or the one before elects (“đã bầu Ban Chấp hành Đoàn xã …; đồng chí A được bầu làm Bí thư”).

    None for the Party: there the secretary is that of the committee.
    """
    words = _words(lexicon)
    since = page.sentences[max(page.sentence_at(at) - 1, 0)][0]
    for body in reversed(beginning(bodies, since, at)):
        if body.entry.key("seat") and words.elects.search(page.folded, max(body.begin - _VERB, since), body.begin):
            elected = body.organization.parent
            return None if elected and lexicon.entry(f"organization/{elected.kind}").key("party") else elected
    return None


def _beside(page: Page, names: Sequence[NameMention], last: int, ends: Mapping[int, int], words: _Words) -> list[int]:
    """Who stands with his own titles before “và” and the person that a deputy's post is given to (“A, Chủ tịch … và B, Trưởng phòng …”)."""
    if last == 0 or last - 1 not in ends or not words.pair.fullmatch(page.folded, ends[last - 1], names[last].lead):
        return []
    return [last - 1]


def _seats(
    page: Page, names: Sequence[NameMention], lists: Sequence[tuple[Title, ...]], bodies: Sequence[BodyMention], naming: Naming
) -> Iterator[Given]:
    """Seats that a verb of appointment gives by the name of the committee alone (“được chỉ định vào Ban Chấp hành, Ban Thường vụ …”)."""
    words = _words(naming.lexicon)
    for n, body in enumerate(bodies):
        role = naming.lexicon.by_id.get(f"role/{body.entry.key('seat')}") if body.entry.key("seat") else None
        if role is None:
            continue
        first = n
        while (
            first > 0
            and bodies[first - 1].entry.key("seat")
            and is_plain_list(page, bodies[first - 1].end, bodies[first].begin, naming.lexicon)
        ):
            first -= 1
        begin, _ = page.sentences[page.sentence_at(body.begin)]
        before = page.folded[max(begin, bodies[first].begin - _VERB) : bodies[first].begin]
        person = next(iter(_patients(page, names, begin, body.begin, naming.lexicon)), None)
        appointed = status_before(before, naming.lexicon) == "appointed"
        if person is None or not appointed or words.propose.search(before):
            continue
        held_in = body.organization.parent if body.entry.key("seat_in_parent") else body.organization
        if not body.explicit and (led := committee_given_with(page, body, lists, naming)):
            held_in = led if body.entry.key("seat_in_parent") else make_body(body.entry, None, led, naming)
        position = Position(body.begin, body.end, role, held_in, former=False, sure=body.explicit, plural=False)
        yield Given(person, body.end, ((position, "appointed"),), "officials.seat")


def status_before(before: str, lexicon: Lexicon) -> HoldingStatus | None:
    """What the words before a post say of it: given, left, or held by now; None where no verb of office stands there."""
    words = _words(lexicon)
    if words.leave.search(before):
        return "former"
    verb = words.appoint.search(before)
    if verb is None:
        return None
    ahead = words.no_once.sub("", before[: verb.start()])
    if words.never.search(ahead):
        return None
    return "former" if words.once.search(ahead) else "held" if words.already.search(ahead) else "appointed"


def _patients(page: Page, names: Sequence[NameMention], sentence: int, begin: int, lexicon: Lexicon) -> list[int]:
    """Who is given a post: the last person before it, or before the “được” behind which another one gives it; with “các” the whole list.

    Whoever gives a post (“A trao quyết định bổ nhiệm Trưởng phòng”) does not get it: a verb of giving needs a word of receiving before it.
    """
    words = _words(lexicon)
    first, last = bisect_left(names, sentence, key=attrgetter("begin")), bisect_right(names, begin, key=attrgetter("end")) - 1
    before = range(first, last + 1)
    if not before:
        return []
    between = page.folded[names[last].end : begin]
    if words.historical.search(between) or words.kin.search(between):
        return []
    if words.whose.search(page.folded, max(names[last].lead - _BEFORE_NAME, 0), names[last].lead):
        return []
    if len(before) > 1 and words.passive.search(page.folded, names[before[-2]].end, names[last].lead):
        return [before[-2]]
    verb = words.given.search(between)
    made = words.object.search(page.folded, max(names[last].lead - _BEFORE_NAME, 0), names[last].lead)
    if made and words.never.search(page.folded, max(made.start() - _BEFORE_NAME, sentence), made.start()):
        return []
    goes_on = verb and not verb["got"] and words.joined.search(between, 0, verb.start() + 1)
    if made and goes_on and words.left.search(page.folded, sentence, made.start()):
        return []  # “miễn nhiệm … đối với ông A và bầu bổ sung Phó Trưởng ban …”
    given = words.left.search(between) or made
    if verb and not verb["got"] and not given and not words.receive.search(between, 0, verb.start()):
        return []
    head = head_of_list(page, names, last, first, lexicon)
    joined = words.joined.search(page.folded, names[last - 1].end, names[last].begin) if head < last else None
    several = are_several(page, names[head], lexicon) or (joined and words.receive.search(between))
    return list(range(last, head - 1, -1)) if several else [last]


@dataclass(frozen=True, slots=True)
class _Words:
    appoint: re.Pattern[str]
    receive: re.Pattern[str]
    kin: re.Pattern[str]
    whose: re.Pattern[str]
    plain: re.Pattern[str]
    evidence: re.Pattern[str]
    period: re.Pattern[str]
    earlier: re.Pattern[str]
    until_now: re.Pattern[str]
    since: re.Pattern[str]
    left: re.Pattern[str]
    joined: re.Pattern[str]
    pair: re.Pattern[str]
    given: re.Pattern[str]
    object: re.Pattern[str]
    never: re.Pattern[str]
    already: re.Pattern[str]
    once: re.Pattern[str]
    no_once: re.Pattern[str]
    passive: re.Pattern[str]
    historical: re.Pattern[str]
    leave: re.Pattern[str]
    propose: re.Pattern[str]
    behind: re.Pattern[str]
    before_that: re.Pattern[str]
    elects: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    any_of = lexicon.alternation
    return _Words(
        appoint=re.compile(rf"\b{any_of('cue/appoint', 'cue/give-post', 'cue/take-office')}(?: {any_of('sign/post')})?:? ?(?:\d\d? )?$"),
        receive=re.compile(rf"\b{any_of('cue/receive')}\b"),
        kin=re.compile(rf"\b{any_of('person/kin')}\b"),
        whose=re.compile(rf"\b{any_of('person/kin', 'sign/of')} $"),
        plain=re.compile(rf"\b{any_of('cue/be-in-post')}:? ?$"),
        evidence=re.compile(rf"\b{any_of('cue/receive', 'cue/give-post', 'cue/come-to-post')}\b"),
        period=re.compile(rf"\b{any_of('cue/period')}\b"),
        earlier=re.compile(rf"\b{any_of('cue/once', 'sign/earlier')}\b"),
        until_now=re.compile(rf"\b{any_of('cue/until-now')}\b"),
        since=re.compile(rf",? {any_of('cue/since')}\b"),
        left=re.compile(rf"\b{any_of('cue/leave')}\b"),
        joined=re.compile(rf" {any_of('sign/and')} "),
        pair=re.compile(rf",? ?{any_of('sign/and')}[\s*+-]+"),
        given=re.compile(rf"\b(?:(?P<got>{any_of('cue/appoint')})|{any_of('cue/give-post')})\b"),
        object=re.compile(rf"\b(?:{any_of('cue/give-post')}|{any_of('sign/to')}),?:? (?:{any_of('sign/plural')} )?$"),
        never=re.compile(rf"\b{any_of('cue/never')} $"),
        already=re.compile(rf"\b{any_of('cue/already')}(?: [^\W\d_]+){{0,4}} ?$"),
        once=re.compile(rf"\b{any_of('cue/once')}\b[^.;)]{{0,40}}$"),
        no_once=re.compile(rf"\b{any_of('sign/no-once')}\b"),
        historical=re.compile(rf"\b{any_of('person/historical')}\b"),
        passive=re.compile(rf" {any_of('cue/passive')} [^,;.]{{0,30}}$"),
        leave=re.compile(rf"\b{any_of('cue/leave')}(?: {any_of('sign/post')})?:? ?$"),
        propose=re.compile(rf"\b{any_of('cue/propose')}\b"),
        behind=re.compile(rf"{term_of(lexicon)} {any_of('sign/to-whom')}:? (?:{any_of('sign/plural')} )?"),
        elects=re.compile(rf"\b{any_of('sign/elects')} (?:[^\W_]+ ){{0,6}}$"),
        before_that=re.compile(rf"\b{any_of('cue/before-that')}\b[^,;.]*,"),
    )
