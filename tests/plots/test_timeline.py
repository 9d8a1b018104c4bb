"""What happened when, in lanes."""

from __future__ import annotations

from datetime import date

from kgraph.plots import Moment, draw_timeline


def test_lanes_in_their_order_and_moments_in_that_of_their_days() -> None:
    late, early = date(2024, 5, 1), date(2024, 3, 1)
    moments = [Moment(late, late, "sau", "Quận A"), Moment(early, early, "trước", "Quận A"), Moment(early, late, "khác", "Quận B")]
    (axes,) = draw_timeline(moments).axes
    assert [text.get_text() for text in axes.texts] == ["trước", "sau", "khác"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Quận A", "Quận B"]


def test_a_span_is_a_bar() -> None:
    (axes,) = draw_timeline([Moment(date(2024, 3, 1), date(2024, 3, 31), "tháng", "x")]).axes
    assert sorted(axes.lines[0].get_xdata()) == [date(2024, 3, 1).toordinal(), date(2024, 3, 31).toordinal()]  # type: ignore[arg-type]
