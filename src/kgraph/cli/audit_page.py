"""An audit as lines for a terminal: section by section, the most frequent first, under each thing its examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kgraph.audit import GAPS, AuditReport, Example, Group, by_count
from kgraph.cli.messages import message
from kgraph.cli.terminal import indented, one_line, table, text
from kgraph.lexicon import FOLDER, Entry

if TYPE_CHECKING:
    from rich.console import RenderableType

_AROUND = 90
_HEADS = {"no-name": "no_name", "no-post": "no_post", "document": "document", "date": "date"}


def page(report: AuditReport, lang: str, *, limit: int) -> Iterator[RenderableType]:
    """Rules, words and gaps of a corpus."""
    yield text(message(lang, "audit.head", articles=report.articles), "bold")
    yield text(message(lang, "audit.working"))
    yield from _groups(by_count(report.rules), "rules", lang, limit)
    yield from _words(list(report.entries.values()), lang, limit)
    for kind in GAPS:
        yield from _groups(by_count(report.gaps[kind]), _HEADS[kind], lang, limit)


def rule_page(report: AuditReport, rule: str, lang: str) -> Iterator[RenderableType]:
    """One rule with its examples."""
    yield from _group(rule, report.rules[rule], lang)


def entry_page(report: AuditReport, key: str, lang: str) -> Iterator[RenderableType]:
    """One entry of the lexicon: where it stands, how often each of its forms was seen, and examples."""
    entry, group = report.entries[key]
    yield text(f"{FOLDER}/{entry.place} {entry.id}", "bold")
    yield text(message(lang, "audit.entry", count=group.count, articles=group.articles, used=group.used))
    forms = sorted(((group.forms[form], form) for form in entry.forms), key=lambda row: (-row[0], row[1]))
    yield table((message(lang, "audit.form"), message(lang, "audit.times")), [(form, count) for count, form in forms], numbers=True)
    yield from _examples(group.examples, lang)


def _groups(rows: list[tuple[str, Group]], section: str, lang: str, limit: int) -> Iterator[RenderableType]:
    yield from _head(section, lang, kinds=len(rows), count=sum(group.count for _, group in rows))
    for name, group in rows[:limit]:
        yield from _group(name, group, lang)
    if len(rows) > limit:
        yield text(message(lang, "audit.more", more=len(rows) - limit))


def _group(name: str, group: Group, lang: str) -> Iterator[RenderableType]:
    yield text(f"{name} · " + message(lang, "audit.seen", count=group.count, articles=group.articles), "bold")
    yield from _examples(group.examples, lang)


def _words(rows: list[tuple[Entry, Group]], lang: str, limit: int) -> Iterator[RenderableType]:
    """The words of the scan as a table, and every entry that was never seen."""
    seen = sorted(((e, g) for e, g in rows if g.count and e.key("scan", True)), key=lambda row: (-row[1].count, row[0].id))
    yield from _head("words", lang, kinds=len(rows), count=sum(group.count for _, group in rows))
    columns = [message(lang, f"audit.{name}") for name in ("word", "times", "articles", "used")]
    yield table(columns, [(e.id, g.count, g.articles, g.used) for e, g in seen[:limit]], numbers=True)
    if len(seen) > limit:
        yield text(message(lang, "audit.more", more=len(seen) - limit))
    silent = [e for e, g in rows if not g.count]
    yield text(message(lang, "audit.never", count=len(silent)), "bold")
    yield from (indented(2, f"{FOLDER}/{e.place} {e.id}") for e in silent[:limit])
    if len(silent) > limit:
        yield text(message(lang, "audit.more", more=len(silent) - limit))


def _head(section: str, lang: str, **values: int) -> Iterator[RenderableType]:
    yield text("")
    yield text(message(lang, f"audit.{section}", **values), "bold underline")


def _examples(examples: Iterable[Example], lang: str) -> Iterator[RenderableType]:
    for example in examples:
        shown = message(lang, "audit.withheld") if example.withheld else excerpt(example)
        yield indented(4, f"{example.article} {example.begin}–{example.end}: {shown}")


def excerpt(example: Example) -> str:
    """The words of an example between angle marks, in their sentence, which is cut where it is long.

    >>> excerpt(Example("a", 6, 10, "12/3", "Sáng 12/3, quận họp."))
    'Sáng ‹12/3›, quận họp.'
    """
    at = example.sentence.find(example.words)
    if at < 0:
        return f"‹{one_line(example.words)}›"
    before, after = example.sentence[:at], example.sentence[at + len(example.words) :]
    before = before if len(before) <= _AROUND else f"…{before[-_AROUND:]}"
    after = after if len(after) <= _AROUND else f"{after[:_AROUND]}…"
    return one_line(f"{before}‹{example.words}›{after}")
