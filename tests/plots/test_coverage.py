"""Articles by place and month."""

from __future__ import annotations

from kgraph.plots import draw_coverage


def test_cells_with_articles_have_their_number_and_others_are_empty() -> None:
    figure = draw_coverage(["Quận A", "Quận B"], ["1/2024", "2/2024"], {(0, 1): 3}, none="không có bài")
    axes = figure.axes[0]
    assert [text.get_text() for text in axes.texts] == ["3", "không có bài"]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Quận A", "Quận B"]


def test_no_articles_at_all_is_still_a_picture() -> None:
    assert draw_coverage(["Quận A"], ["1/2024"], {}).axes


def test_many_cells_have_no_numbers() -> None:
    figure = draw_coverage([f"Quận {n}" for n in range(30)], [str(n) for n in range(60)], {(n, n): 1 for n in range(30)})
    assert not figure.axes[0].texts
