"""`kgraph who`: a person's posts by attested day, events, and company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kgraph.cli.answers import (
    AnswerFormat,
    beside,
    first_sentence,
    meant,
    plain,
    read,
    searched,
    sentences,
    short,
    shown_day,
    tell_searched,
    term_word,
    words_of,
    write_csv,
    write_json,
)
from kgraph.cli.arguments import GRAPH, GraphFile
from kgraph.cli.messages import message
from kgraph.cli.terminal import indented, say, text, write_page
from kgraph.errors import Refused

if TYPE_CHECKING:
    from kgraph.analysis.careers import Stretch, Verdict
    from kgraph.analysis.company import Companion, Part
    from kgraph.analysis.entities import Entity
    from kgraph.analysis.namesakes import Namesake
    from kgraph.analysis.whole import Whole
    from kgraph.cli.description import Words

_MOST = 5
_COLUMNS = (
    "person", "name", "fact", "what", "with", "day", "since", "until", "from", "to", "taken_up", "left", "over_by", "on", "state", "reason",
    "times", "quote", "article", "published", "begin", "end", "url", "rule", "statements",
)  # fmt: skip
_STATES = {
    "held": ("who.held", "green"),
    "ended": ("who.ended", "red"),
    "not-begun": ("who.not_begun", "red"),
    "unknown": ("who.unknown", "yellow"),
}
_REASONS = {
    "seen": "who.seen",
    "between": "who.between",
    "told": "who.told",
    "told-since": "who.told_since",
    "told-over": "who.told_over",
    "told-later": "who.told_later",
    "left": "who.left",
    "over": "who.over",
    "before-taken-up": "who.before_taken_up",
    "after-last": "who.after_last",
    "before-first": "who.before_first",
    "no-day": "who.no_day",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one person; verdicts stand beside the posts where a day was asked for."""

    person: Entity
    posts: tuple[Stretch, ...]
    verdicts: tuple[Verdict, ...]
    events: tuple[Part, ...]
    company: tuple[Companion, ...]


def who(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A person, with or without accents; an IRI.", show_default=False)],
    graph: GraphFile = GRAPH,
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="Which posts were held on this day (2024-03-19)?")] = "",
    top: Annotated[int, typer.Option(min=1, help="So many of those with whom the person was seen most.")] = 10,
    format: AnswerFormat = "table",
) -> None:
    """Show a person's posts by the days that articles attest, events with the part taken, and who else was there how often.

    An article proves a day, not a term: after the last sight a post is neither held nor left, it is unknown. A life that is told can say
    since when and until when. With --on each post is held (seen on the day, before and after it, or told for that time), ended, not begun,
    or unknown, with the day that decides. Namesakes are shown one by one with what keeps them apart; `kgraph why` tells why. Exit code 1 if
    nobody is called so.

    Example: kgraph who "Bui Huyen Mai" --on 2024-03-19
    """
    from kgraph.analysis.careers import on_day, read_career
    from kgraph.analysis.company import read_company, read_parts
    from kgraph.analysis.dossier import PEOPLE
    from kgraph.analysis.namesakes import namesakes

    day = _day(on, ctx.obj)
    whole = read(graph)
    people = meant(whole, name, PEOPLE, ctx.obj)
    found = []
    for person in people[: _MOST if format == "table" else None]:
        posts = read_career(whole, person)
        verdicts = tuple(on_day(post, day) for post in posts) if day else ()
        found.append(Shown(person, posts, verdicts, read_parts(whole, person.iri), read_company(whole, person.iri)))
    apart = namesakes(whole, people) if len(people) > 1 else ()
    if format == "json":
        write_json({"on": day, "people": [plain(one) for one in found], "namesakes": [plain(one) for one in apart]})
        tell_searched(whole, ctx.obj)
    elif format == "csv":
        write_csv(_COLUMNS, (row | {"on": day} for one in found for row in _rows(one)))
        tell_searched(whole, ctx.obj)
    else:
        _write(ctx, whole, found, apart, day, top)


def _day(given: str, lang: str) -> str:
    try:
        return date.fromisoformat(given).isoformat() if given else ""
    except ValueError:
        raise Refused(message(lang, "who.no_such_day", day=given), mend=message(lang, "who.day_mend")) from None


def _write(ctx: typer.Context, whole: Whole, found: Sequence[Shown], apart: Sequence[Namesake], day: str, top: int) -> None:
    words = words_of(whole, ctx.obj)
    if apart:
        say(ctx, "who.several", count=len(apart))
        write_page(*_apart(apart, words), text(""))
    for one in found:
        write_page(*_page(one, day, top, words), text(""))
    write_page(text(searched(whole, ctx.obj), "dim"))


def _page(shown: Shown, day: str, top: int, words: Words) -> Iterator[Any]:
    from kgraph.cli.description import headline

    yield from headline(shown.person, words)
    yield text("")
    yield text(message(words.lang, "who.posts_on" if day else "who.posts", day=day), "bold")
    if not shown.posts:
        yield indented(2, message(words.lang, "who.no_post"))
    for place, stretch in enumerate(shown.posts):
        yield from _post(stretch, shown.verdicts[place] if day else None, words)
    if shown.events:
        yield text("")
        yield text(message(words.lang, "who.events", count=len(shown.events)), "bold")
    for part in shown.events:
        yield from _part(part, words)
    if shown.company:
        yield text("")
        yield text(message(words.lang, "who.company", count=len(shown.company)), "bold")
    for companion in shown.company[:top]:
        post = next((term_word(t.role, words.lang) + " " + t.organization_label for t in companion.person.titles), "")
        yield indented(2, f"{companion.count:>3} × {companion.person.label} · {post}".removesuffix(" · "))
    if (more := len(shown.company) - top) > 0:
        yield indented(2, message(words.lang, "who.more", more=more), "dim")


def _post(post: Stretch, verdict: Verdict | None, words: Words) -> Iterator[Any]:
    from rich.padding import Padding

    name = " · ".join(part for part in (term_word(post.role, words.lang), post.body.label if post.body else "") if part)
    line = text(name)
    if verdict:
        state, style = _STATES[verdict.state]
        line = beside(line, message(words.lang, state), style)
    yield Padding(line, (0, 0, 0, 2), expand=False)
    if verdict:
        values = {"day": verdict.day, "days": verdict.days, "since": post.since, "until": post.until}
        yield indented(4, message(words.lang, _REASONS[verdict.reason], **values), style)
    yield indented(4, stretch_in_words(post, words.lang), "dim")
    for sentence in sentences(post.evidence, words):
        yield Padding(sentence, (0, 0, 0, 4), expand=False)


def stretch_in_words(post: Stretch, lang: str) -> str:
    """The days of a post: the time told; seen from, to; taken up; left; called a former one."""
    parts = []
    if post.since or post.until:
        key = "who.held_from_to" if post.since and post.until else "who.held_since" if post.since else "who.held_until"
        parts.append(message(lang, key, since=post.since, until=post.until))
    if post.attested_from:
        one = post.attested_from == post.attested_to
        parts.append(message(lang, "who.seen_on" if one else "who.seen_from", first=post.attested_from, last=post.attested_to))
    for key, day in (("who.taken_up", post.taken_up), ("who.left_on", post.left), ("who.over_by", post.over_by)):
        if day:
            parts.append(message(lang, key, day=day))
    if not post.dated:
        parts.append(message(lang, "who.seen_undated"))
    elif not (post.left or post.over_by or post.until):
        parts.append(message(lang, "who.open"))
    return " · ".join(parts)


def _part(part: Part, words: Words) -> Iterator[Any]:
    from rich.padding import Padding

    roles = ", ".join(words.term(role) for role in part.parts)
    bodies = "; ".join(body.label for body in part.organizers)
    yield indented(2, " · ".join(p for p in (shown_day(part.when, words.lang), roles, part.event.label, bodies) if p))
    for sentence in sentences(part.evidence, words):
        yield Padding(sentence, (0, 0, 0, 4), expand=False)


def _apart(apart: Sequence[Namesake], words: Words) -> Iterator[Any]:
    yield text(message(words.lang, "who.apart"), "bold")
    for one in apart:
        bodies = "; ".join(body.label for body in one.bodies) or message(words.lang, "who.no_post")
        places = ", ".join(province.label for province in one.provinces)
        days = " – ".join(sorted({day for day in (one.first, one.last) if day})) or message(words.lang, "answers.no_day")
        count = message(words.lang, "who.articles", count=one.articles)
        yield indented(2, " · ".join(p for p in (one.person.label, bodies, places, days, count) if p))
        yield indented(4, short(one.person.iri), "dim")
        for other, said in one.maybe:
            sure = max((s.confidence for s in said if s.confidence is not None), default=None)
            note = message(words.lang, "who.maybe", other=short(other.iri)) + ("" if sure is None else f" ({sure:g})")
            yield indented(4, note, "yellow")
    first, second = (short(namesake.person.iri) for namesake in apart[:2])
    yield indented(2, message(words.lang, "who.why", one=first, other=second), "dim")


def _rows(shown: Shown) -> Iterator[dict[str, object]]:
    who = {"person": shown.person.iri, "name": shown.person.label}
    for place, post in enumerate(shown.posts):
        verdict = shown.verdicts[place] if shown.verdicts else None
        yield (
            who
            | {
                "fact": "post",
                "what": post.role.vi or post.role.name,
                "with": post.body.label if post.body else "",
                "since": post.since,
                "until": post.until,
                "from": post.attested_from,
                "to": post.attested_to,
                "taken_up": post.taken_up,
                "left": post.left,
                "over_by": post.over_by,
                "state": verdict.state if verdict else "",
                "reason": verdict.reason if verdict else "",
            }
            | first_sentence(post.evidence)
        )
    for part in shown.events:
        what = {"fact": "event", "what": "; ".join(part.parts), "with": part.event.label, "day": part.when.shown}
        yield who | what | first_sentence(part.evidence)
    for companion in shown.company:
        yield who | {"fact": "company", "what": "co-attendance", "with": companion.person.label, "times": companion.count}
