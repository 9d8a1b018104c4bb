"""A campaign as written, and the patterns that its name is read with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Entry, Lexicon
from kgraph.rules.numerals import number
from kgraph.rules.quotations import OPENING
from kgraph.scan import Page


@dataclass(frozen=True, slots=True)
class Drive:
    """A campaign as written. `name` is None where only its head stands (“Chuyên đề năm 2024”); `whole_term` for “toàn khóa”.

    `holder` is the key of the unit whose own it is, if that is said; `called` are the words of a bare head that say which one it is.
    """

    begin: int
    end: int
    entry: Entry
    name: str | None
    edition: int | None = None
    year: int | None = None
    theme: str | None = None
    quoted: bool = False
    whole_term: bool = False
    holder: str | None = None
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    filler: re.Pattern[str]
    kind_of: re.Pattern[str]
    edition: re.Pattern[str]
    year: re.Pattern[str]
    theme: re.Pattern[str]
    end: re.Pattern[str]
    whole: re.Pattern[str]
    about: re.Pattern[str]
    joined: re.Pattern[str]
    joint: re.Pattern[str]
    open_end: re.Pattern[str]
    doer: re.Pattern[str]
    holiday: re.Pattern[str]
    evening: re.Pattern[str]
    comma: re.Pattern[str]
    qualifier: re.Pattern[str]
    lead: re.Pattern[str]
    no_drive: re.Pattern[str]
    art: re.Pattern[str]
    period: re.Pattern[str]
    several: re.Pattern[str]


@cache
def words_of(lexicon: Lexicon) -> Words:
    any_of = lexicon.alternation
    year = rf"(?:,? ?(?:- ?)?{any_of('date/year')} (?P<year>(?:19|20)\d\d))"
    end = rf"[,;.:()“”\"\n]| {any_of('sign/name-end')}\b| {any_of('sign/and')} {any_of('sign/plural', 'sign/event-heads')}\b| -+ "
    return Words(
        filler=re.compile(
            rf"(?:{year}|(?P<whole> {any_of('sign/whole-term')})| {any_of('sign/of')} [^“”\",;.]{{2,40}}"
            rf"| {any_of('sign/named')}| {any_of('sign/name-lead')}"
            rf"|,(?= ?[“\"])| ?: ?| [^\W\d_]+){{0,4}}?(?: {any_of('sign/named')})? ?(?={OPENING})"
        ),
        kind_of=re.compile(
            rf" {any_of('sign/name-lead')} [^“”\",;.:\n]{{3,40}}(?:, [^“”\",;.:\n]{{3,40}}){{0,2}}(?P<year>)(?P<whole>)(?={OPENING})"
        ),
        edition=re.compile(rf"[”\"’»']?,? (?:{any_of('sign/nation')} )?{any_of('sign/ordinal')} ([ivxlc]+|\d+|[^\W\d_]+)\b"),
        year=re.compile(rf"{year}"),
        theme=re.compile(rf",? {any_of('sign/theme')}:? ?[“\"]([^”\"\n]{{3,160}})[”\"]"),
        end=re.compile(end),
        qualifier=re.compile(rf"(?: {any_of('sign/kind-of-contest')})? "),
        lead=re.compile(rf" {any_of('sign/name-lead')} "),
        comma=re.compile(any_of("sign/with-comma")),
        no_drive=re.compile(rf"{any_of('sign/no-drive')}\b"),
        art=re.compile(rf"\b{any_of('sign/work-of-art')}\b[^.;:]{{0,60}}$"),
        period=re.compile(rf"(?:,? {any_of('cue/period')}| {any_of('date/year')})? \(?\d{{4}}\b"),
        several=re.compile(rf"\b{any_of('sign/plural')} $"),
        evening=re.compile(rf"\b{any_of('date/evening', 'date/night')} "),
        holiday=re.compile(rf"\b{any_of('sign/holiday')} $"),
        doer=re.compile(rf" {any_of('sign/by')} "),
        open_end=re.compile(rf"{end}|…| {any_of('sign/of', 'sign/open-end')}\b"),
        whole=re.compile(rf" {any_of('sign/whole-term')}\b"),
        about=re.compile(rf"{any_of('sign/about')} "),
        joined=re.compile(rf"(?:, ?|; ?| {any_of('sign/and')} |, {any_of('sign/and')} )(?=[“\"])"),
        joint=re.compile(rf",? (?:{any_of('sign/and', 'sign/tied-to')} ?)?$"),
    )


def with_details(page: Page, drive: Drive, closed: bool, lexicon: Lexicon, words: Words) -> Drive:
    """Edition, year and theme behind the name."""
    at, edition, year, theme = drive.end, drive.edition, drive.year, drive.theme
    for _ in range(3):
        if edition is None and (m := words.edition.match(page.folded, at)) and (value := number(m[1], lexicon)):
            edition, at = value, m.end()
        elif year is None and drive.entry.key("yearly") and (m := words.year.match(page.folded, at)):
            year, at = int(m["year"]), m.end()
        elif theme is None and (m := words.theme.match(page.folded, at)):
            theme, at = page.text[m.start(1) : m.end(1)], m.end()
    end = at if closed or at > drive.end else drive.end
    return Drive(drive.begin, end, drive.entry, drive.name, edition, year, theme, drive.quoted, drive.whole_term)


def as_int(text: str | None) -> int | None:
    return int(text) if text else None
