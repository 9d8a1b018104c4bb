"""What is kept of each campaign of an article to know it again in another one: its card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kgraph.identity.decision import Named
from kgraph.lexicon import Lexicon
from kgraph.model import Campaign, Findings
from kgraph.rules.drive_holders import led_by
from kgraph.rules.unit_keys import province_of
from kgraph.text import ascii_label, fold

_WORD = re.compile(r"\w+")
_NATION = "vn"
_CONDUCTING = ("launched", "conducts")
_TERM = 5
"""Years between two congresses of the Party, the first of them one behind a round number."""


class CampaignCard(NamedTuple):
    """One campaign as one article names it. `sort` holds the kinds that are run together.

    `national`, `held`, `local` and `placed` tell of its kind: one of the whole country, a theme that each unit sets for itself, one that
    every place has, one of which another place may have its own under this name. `words` are those of the name in order, abbreviations
    spelled out; `bare` if they are only head, year and holder of a theme. `year` is what is said, of a month or week of action and of a
    bare theme else that of publication; `term` the year in which the term of the Party begins, for a theme “toàn khóa”. `holder` is the
    unit whose own it is, as the article has it; `runners` the bodies that launch or conduct it, `units` those that they lead. `series` is
    the key without edition and year.
    """

    named: Named
    kind: str
    sort: str
    national: bool
    held: bool
    local: bool
    placed: bool
    words: tuple[str, ...]
    bare: bool
    edition: int | None
    year: int | None
    whole_term: bool
    term: int | None
    holder: str | None
    runners: tuple[str, ...]
    units: tuple[str, ...]
    about: str | None
    series: str | None
    label: str


def campaign_cards(findings: Findings, lexicon: Lexicon) -> Iterator[CampaignCard]:
    """A card for each campaign of an article, in the order of first mention."""
    bodies = {o.key: o for o in findings.organizations}
    for campaign in findings.campaigns:
        entry = lexicon.by_id.get(f"campaign/{campaign.kind}")
        sort = str(entry.key("sort") or entry.key("family", campaign.kind)) if entry else campaign.kind
        runners = tuple(sorted({f.subject for f in findings.facts if f.predicate in _CONDUCTING and f.object == campaign.key}))
        units = {unit.key for key in runners if key in bodies and (unit := led_by(bodies[key]))}
        units |= {f.subject for f in findings.facts if f.predicate == "runsCampaign" and f.object == campaign.key}
        bare = bool(entry and entry.key("held") and any(fold(campaign.label).startswith(f"{form} ") for form in entry.forms))
        yearly = bool(entry and entry.key("calendar")) or (bare and not campaign.whole_term)
        yield CampaignCard(
            Named(findings.article.id, campaign.key),
            campaign.kind,
            sort,
            bool(entry and entry.key("nation")),
            bool(entry and entry.key("held")),
            bool(entry and entry.key("local")),
            bool(entry and entry.key("place")),
            spelled_out(campaign.label, lexicon),
            bare,
            campaign.edition,
            campaign.year or (_year(findings.published) if yearly else None),
            campaign.whole_term,
            _term(findings.published) if campaign.whole_term else None,
            campaign.holder,
            runners,
            tuple(sorted(units)),
            findings.about.key if findings.about else None,
            _series(campaign) if entry and entry.key("edition") else None,
            campaign.label,
        )


def campaign_block(card: CampaignCard) -> str:
    """The block of a card: themes meet by the province of their holder, all else by the first two words of the name, without marks."""
    if card.held:
        return f"theme|{province_of(card.holder) if card.holder else _NATION}"
    return "name|" + " ".join(ascii_label(word) for word in card.words[:2])


def spelled_out(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a name in order, without those that are light, abbreviations spelled out.

    >>> from kgraph.lexicon import load_lexicon
    >>> spelled_out("Toàn dân đoàn kết xây dựng NTM", load_lexicon())
    ('toàn', 'dân', 'đoàn', 'kết', 'xây', 'dựng', 'nông', 'thôn', 'mới')
    """
    full, light = _full_forms(lexicon), lexicon.forms("sign/light")
    words = " ".join(full.get(word, word) for word in _WORD.findall(fold(name))).split()
    return tuple(word for word in words if word not in light)


@cache
def _full_forms(lexicon: Lexicon) -> dict[str, str]:
    return {form: fold(e.vi) for e in lexicon.by_kind.get("abbreviation", ()) if e.key("word") for form in e.forms}


def _term(published: str | None) -> int | None:
    """The year in which the term of the Party begins that a day (EDTF) lies in.

    >>> _term("2023-02-23"), _term("2025-12-31"), _term("2016"), _term(None)
    (2021, 2021, 2016, None)
    """
    year = _year(published)
    return (year - 1) // _TERM * _TERM + 1 if year else None


def _year(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdigit() else None


def _series(campaign: Campaign) -> str:
    """The key of a contest without edition and year."""
    kind, name, *rest = campaign.key.split("--")
    return "--".join((kind, name, *(part for part in rest if part not in (str(campaign.edition), str(campaign.year)))))
