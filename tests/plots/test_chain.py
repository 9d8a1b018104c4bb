"""A tree of what carries out what."""

from __future__ import annotations

from kgraph.plots import Step, draw_chain


def words(figure: object) -> list[str]:
    return [text.get_text() for text in figure.axes[0].texts]  # type: ignore[attr-defined]


def test_each_box_has_its_words_and_each_line_its_lag() -> None:
    root = Step("Kế hoạch 284-KH/TU", "Thành ủy Hà Nội", "29/11/2024", below=(Step("Kế hoạch 347-KH/QU", lag="+12"), Step("Công văn 598")))
    said = words(draw_chain(root))
    assert {"Kế hoạch 284-KH/TU", "Thành ủy Hà Nội\n29/11/2024", "Kế hoạch 347-KH/QU", "+12", "Công văn 598"} <= set(said)


def test_a_legend_only_where_there_are_several_kinds() -> None:
    assert not draw_chain(Step("a", kind="văn bản")).legends
    (legend,) = draw_chain(Step("a", kind="văn bản", below=(Step("b", kind="sự kiện"),))).legends
    assert [text.get_text() for text in legend.get_texts()] == ["văn bản", "sự kiện"]


def test_a_broad_tree_grows_in_height_only() -> None:
    one, many = (draw_chain(Step("a", below=tuple(Step(str(n)) for n in range(size)))) for size in (1, 40))
    assert one.get_figwidth() == many.get_figwidth() and many.get_figheight() > 20 * one.get_figheight() / 2
