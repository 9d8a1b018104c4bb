"""The lines of a page."""

import pytest
from lxml import html

from kgraph.sources.lines import lines_of


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>Một<p>Hai", ["Một", "Hai"]),
        ("<div>Một<br/>Hai<br>Ba</div>", ["Một", "Hai", "Ba"]),
        ("<p>Quận <b>ủy</b> <span>Đống</span>\n Đa</p>", ["Quận ủy Đống Đa"]),
        ("<div>trước<div>trong</div>sau</div>", ["trước", "trong", "sau"]),
        ("<p>Hội<!-- x -->nghị</p>", ["Hộinghị"]),
        ("<ul><li>Một<li>Hai</ul>", ["Một", "Hai"]),
        ("<table><tr><td>a<td><td>b<tr><td></table>", ["a | | b"]),
        ("<p> \u00a0 </p>", []),
    ],
)
def test_lines(page: str, lines: list[str]) -> None:
    assert [line for line, _ in lines_of(html.document_fromstring(page))] == lines
