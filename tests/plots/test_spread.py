"""Units that acted, by day."""

from __future__ import annotations

from datetime import date, timedelta

from kgraph.plots import Line, draw_spread

DAY = date(2024, 1, 1)


def points(count: int) -> tuple[tuple[date, str], ...]:
    return tuple((DAY + timedelta(days=n), f"Quận {n}") for n in range(count))


def test_a_panel_for_each_group_with_its_units() -> None:
    figure = draw_spread([Line("cấp tỉnh", points(1)), Line("cấp huyện", points(3))], start=DAY, origin="ban hành")
    first, second = figure.axes
    assert {"cấp tỉnh (1)", "Quận 0", "ban hành"} <= {text.get_text() for text in first.texts}
    assert {"cấp huyện (3)", "Quận 0", "Quận 1", "Quận 2"} <= {text.get_text() for text in second.texts}
    assert first.get_xlim() == second.get_xlim()


def test_many_units_have_no_names_beside_them() -> None:
    (axes,) = draw_spread([Line("cấp huyện", points(200))]).axes
    assert len(axes.texts) == 1


def test_the_curve_ends_with_the_corpus() -> None:
    (axes,) = draw_spread([Line("cấp huyện", points(2))], end=DAY + timedelta(days=100)).axes
    assert max(axes.lines[0].get_xdata()) == (DAY + timedelta(days=100)).toordinal()  # type: ignore[type-var, arg-type]
