"""What stands around the type of a document: its number, a list of numbers, a plenum, a congress, a law's subject, its day and issuer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgraph.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """The patterns; each is tried at one place only, or in a few characters before it."""

    number: re.Pattern[str]
    bare_of: re.Pattern[str]
    counted: re.Pattern[str]
    more: re.Pattern[str]
    apart: re.Pattern[str]
    closed: re.Pattern[str]
    plural: re.Pattern[str]
    draft: re.Pattern[str]
    of: re.Pattern[str]
    signed: re.Pattern[str]
    date: re.Pattern[str]
    plenum: re.Pattern[str]
    session: re.Pattern[str]
    congress: re.Pattern[str]
    terms: re.Pattern[str]
    law: re.Pattern[str]
    known_year: re.Pattern[str]
    known_law: re.Pattern[str]
    premier: re.Pattern[str]
    treaty: re.Pattern[str]
    year: re.Pattern[str]
    of_year: re.Pattern[str]
    of_term: re.Pattern[str]
    of_centre: re.Pattern[str]
    by_congress: re.Pattern[str]
    joined: re.Pattern[str]
    sent: re.Pattern[str]
    comprising: re.Pattern[str]


@cache
def document_words(lexicon: Lexicon) -> DocumentWords:
    """The patterns of a lexicon."""
    any_of = lexicon.alternation
    centre, party, ordinal, term = any_of("sign/centre"), any_of("sign/party"), any_of("sign/ordinal"), any_of("sign/term")
    numeral = r"(?:[ivxlc]+|\d+|[^\W\d_]+)"
    roman = r"(?:[ivx]+|\d+)"
    bodies = rf"(?: (?!{any_of('sign/many')}\b)[^\s,;.]+){{0,5}}?"
    mass = rf" (?:{any_of('sign/mass-body')})(?: (?!{any_of('sign/many')}\b)[^\s,;.]+){{0,10}}?"
    return DocumentWords(
        number=re.compile(rf"\s?(?:(?P<bracket>\()?{any_of('sign/number')})?\s?:? ?"),
        bare_of=re.compile(rf"\d{{1,4}}(?: {any_of('date/year')} (?:19|20)\d\d)? {any_of('sign/of')} "),
        comprising=re.compile(rf"[^.;:\n]{{0,40}}?:| {any_of('sign/comprising')}\b"),
        counted=re.compile(rf" {any_of('stop/counted')}\b"),
        more=re.compile(
            rf"(?:,? ?\(?{any_of('date/day')} \d{{1,2}} ?[-./] ?\d{{1,2}} ?[-./] ?\d{{4}}\)?)?"
            rf"(?:,|;)? ?(?:{any_of('sign/and')} )?(?P<said>{any_of('sign/number')}:? ?)?"
        ),
        apart=re.compile(rf"(?: [^\W\d_]+,?){{1,10}}? \(?{any_of('sign/number')}:? ?"),
        closed=re.compile(rf" ?(?:[,.;:)\n]|$|\(?{any_of('sign/and', 'sign/of', 'sign/about', 'sign/term')}\b)"),
        plural=re.compile(rf"\b{any_of('sign/plural')} $"),
        draft=re.compile(rf"\b{any_of('sign/draft')} $"),
        of=re.compile(rf",? ?(?:\(?{term} {roman}\)?,? ?)?(?:{any_of('sign/of')}|(?P<by>{any_of('sign/by')})) "),
        signed=re.compile(rf"(?: [^\W\d_]+){{0,5}}? {any_of('sign/signed')}\b"),
        date=re.compile(rf",? ?(?:{any_of('sign/signed')} )?\(?"),
        plenum=re.compile(
            rf"(?:(?: {any_of('sign/of')})? {any_of('sign/plenum')})? ?{centre} ?(\d+|{roman})\b,? ?"
            rf"\(?(?:{term} ({roman}(?:(?:, ?| {any_of('sign/and')} )(?:{term} )?{roman}\b)*))?\)?"
        ),
        session=re.compile(
            rf" {any_of('sign/plenum')}(?: {centre})? {ordinal} ({numeral})\b"
            rf"(?:,? ?(?:{any_of('sign/of')} )?(?:{any_of('organization/ban-chap-hanh-trung-uong')}))?"
            rf"(?:,? ?\(?{term} ({roman})\)?)?"
        ),
        congress=re.compile(
            rf" {any_of('sign/congress')}(?: {any_of('sign/delegates')})?(?P<all> {any_of('sign/nation')})?"
            rf"(?: {party}(?P<nation> {any_of('sign/nation')})?|(?: (?:{any_of('organization/dang-bo')}){bodies})|{mass})?"
            rf"(?: {ordinal} (?P<ordinal>{numeral})\b| (?P<roman>[ivx]+)\b|,? {term} (?:\d{{4}} ?- ?\d{{4}}|[ivx]+)\b)"
            rf"(?P<party> {any_of('sign/of')} {party}(?! [^\W\d_]* ?{any_of('sign/country')}))?"
        ),
        terms=re.compile(rf"\b{roman}\b"),
        law=re.compile(rf"((?: (?!{any_of('stop/law', 'date/year')}\b)[^\W\d_]+){{1,8}}?),? (?:{any_of('date/year')} )?((?:19|20)\d\d)\b"),
        known_year=re.compile(rf" ({any_of('sign/known-law')}),? (?:{any_of('date/year')} )?((?:19|20)\d\d)\b"),
        known_law=re.compile(rf" ({any_of('sign/known-law')})\b(?! \(?{any_of('sign/amended')}\b)"),
        treaty=re.compile(rf"\b{any_of('sign/treaty')}\b[^.;,\n]{{0,30}} {any_of('sign/about')} $"),
        premier=re.compile(rf"{any_of('sign/premier')}\b"),
        year=re.compile(rf" (?:{any_of('date/year')} )?(?:19|20)\d\d\b"),
        of_year=re.compile(rf",? {any_of('date/year')} ((?:19|20)\d\d)\b"),
        of_term=re.compile(rf",? ?\(?{term} {roman}\b\)?"),
        of_centre=re.compile(
            rf" {any_of('sign/of')} {centre}(?! [^\W\d_]*{party})(?:,? ?\(?{term} {roman}\b\)?)?(?= {any_of('sign/about')}\b)"
        ),
        by_congress=re.compile(rf"\b{any_of('sign/congress')}\b"),
        joined=re.compile(rf", ?| {any_of('sign/and')} "),
        sent=re.compile(rf"\b{any_of('sign/sends')} $"),
    )
