"""The pictures of answers in the words of the user: a chain as a tree, a timeline by its lanes, coverage as a map of heat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kgraph.cli.answers import shown_day, shown_lag
from kgraph.cli.messages import message
from kgraph.errors import NothingMatched

if TYPE_CHECKING:
    from kgraph.analysis.chains import Chain, Hop
    from kgraph.analysis.coverage import Coverage
    from kgraph.analysis.timelines import Timeline
    from kgraph.cli.description import Words
    from kgraph.plots import Step

_ROWS = 60
"""At most so many moments or places are drawn; a longer answer is a table."""


def check_picture(path: Path | None) -> None:
    """Refuses a file name that is no picture, before anything is read."""
    if path is not None:
        from kgraph.plots.canvas import checked_suffix

        checked_suffix(path)


def draw_chain_into(path: Path, found: Chain, words: Words) -> None:
    """The tree of a document; candidates hang on broken lines."""
    from kgraph.plots import draw_chain, save

    save(draw_chain(_step(found.root, words), title=found.root.entity.label), path)


def _step(hop: Hop, words: Words) -> Step:
    from kgraph.plots import Step

    below = [_step(each, words) for each in hop.below]
    below += [
        Step(
            each.entity.label,
            when=shown_day(each.when, words.lang),
            lag=shown_lag(each.lag, words.lang),
            kind=words.term(each.entity.class_name),
            sure=False,
        )
        for each in hop.candidates
    ]
    return Step(
        hop.entity.label,
        who=", ".join(body.label for body in hop.issuer),
        when=shown_day(hop.when, words.lang),
        lag=shown_lag(hop.lag, words.lang),
        kind=words.term(hop.entity.class_name),
        below=tuple(below),
    )


def draw_timeline_into(path: Path, found: Timeline, words: Words) -> None:
    """What has a day, month or year, documents and events in a lane each; NothingMatched where nothing has."""
    from kgraph.plots import Moment, draw_timeline, save

    moments = [
        Moment(
            date.fromisoformat(each.when.first),
            date.fromisoformat(each.when.last or each.when.first),
            each.entity.label,
            lane=words.term(each.entity.class_name),
            kind=words.term(each.entity.class_name),
        )
        for each in found.moments[:_ROWS]
        if each.when.first
    ]
    if not moments:
        raise NothingMatched(message(words.lang, "timeline.nothing", count=found.outside), mend=message(words.lang, "timeline.mend"))
    save(draw_timeline(moments), path)


def draw_coverage_into(path: Path, found: Coverage, names: Sequence[str], lang: str) -> None:
    """The places with most articles, period by period; NothingMatched where no article has a known day."""
    from kgraph.plots import draw_coverage, save

    if not found.periods:
        raise NothingMatched(message(lang, "coverage.nothing"), mend=message(lang, "coverage.mend"))
    counts = {
        (row, column): count
        for row, place in enumerate(found.rows[:_ROWS])
        for column, period in enumerate(found.periods)
        if (count := place.counts.get(period, 0))
    }
    figure = draw_coverage(
        list(names[:_ROWS]), list(found.periods), counts, legend=message(lang, "coverage.articles"), none=message(lang, "coverage.none")
    )
    save(figure, path)
