"""Which theme is the local version of a wider one: that of a district carries on that of its city, a year's that of the term."""

from __future__ import annotations

from collections.abc import Iterator

from kgraph.model import Campaign, Evidence, Fact
from kgraph.rules.drive_objects import MARKS
from kgraph.rules.drive_words import Drive
from kgraph.rules.reading import Reading, is_short
from kgraph.rules.spans import pairs_within
from kgraph.rules.unit_keys import lies_in
from kgraph.scan import Mention

_WORDS, _QUOTE = 3, 400
_Theme = tuple[Drive, Campaign]


def link_versions(reading: Reading) -> Iterator[Fact]:
    """localVersionOf: where a theme rests on a wider one, in words that say so (“cụ thể hóa”, “trên cơ sở”, “bám sát”)."""
    themes = tuple((drive, campaign) for drive, campaign in reading.drives if drive.entry.key("held"))
    own = {campaign.key: campaign for _, campaign in themes}
    for drive, campaign in themes if len(own) > 1 else ():
        begin, _ = reading.sentence(reading.page.sentence_at(drive.begin))
        cues = [m for m in reading.cues("basis", begin, drive.begin) if is_short(reading.gap(m.end, drive.begin), words=_WORDS)]
        narrower = [c for c in own.values() if is_wider(campaign, c)]
        if cues and narrower:
            yield from _versions(themes, drive, campaign, narrower, begin, cues[-1].begin)
        elif cues:
            yield from _tied(reading, themes, drive, campaign, cues[-1])


def _versions(
    themes: tuple[_Theme, ...], drive: Drive, campaign: Campaign, narrower: list[Campaign], begin: int, cue: int
) -> Iterator[Fact]:
    """The theme that the sentence names before the verb; if it names none, the only one of the article that the wider one can hold."""
    before = [(d, c) for d, c in pairs_within(themes, begin, cue) if c in narrower]
    if before:
        told, version = before[-1]
        yield Fact(version.key, "localVersionOf", campaign.key, Evidence(told.begin, _end(told.begin, drive), "campaigns.version", 0.88))
    elif len(narrower) == 1:
        span = Evidence(cue, _end(cue, drive), "campaigns.version-of-article", 0.8)
        yield Fact(narrower[0].key, "localVersionOf", campaign.key, span)


def _tied(reading: Reading, themes: tuple[_Theme, ...], drive: Drive, campaign: Campaign, cue: Mention) -> Iterator[Fact]:
    """The theme to which a wider one is tied (“Chuyên đề toàn khóa gắn với chuyên đề năm 2023 của Thành phố”)."""
    if reading.gap(cue.begin, cue.end) not in reading.lexicon.forms("sign/tied-to"):
        return
    begin, _ = reading.sentence(reading.page.sentence_at(drive.begin))
    for other, wider in pairs_within(themes, begin, cue.begin)[-1:]:
        if is_wider(wider, campaign) and is_short(reading.gap(other.end, cue.begin).strip(MARKS), words=0):
            span = Evidence(
                other.begin if drive.begin - other.begin < _QUOTE else cue.begin, _end(cue.begin, drive), "campaigns.version-tied", 0.75
            )
            yield Fact(campaign.key, "localVersionOf", wider.key, span)


def _end(begin: int, drive: Drive) -> int:
    return min(drive.end, begin + _QUOTE)


def is_wider(one: Campaign, other: Campaign) -> bool:
    """Whether a theme can be what another one is a version of: that of the term, or that of a unit which holds the other's."""
    if one is other or other.whole_term:
        return False
    held = bool(one.holder and other.holder and lies_in(other.holder, one.holder))
    return held and one.holder != other.holder if not one.whole_term else one.holder is None or held
