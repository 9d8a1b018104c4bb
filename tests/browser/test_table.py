"""The table twin of each view: its rows, order, filter, what it opens, and the file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

COLUMNS = {
    "levels": ["Tên", "Loại", "Cấp", "Địa phương", "Ngày", "Nối với"],
    "communities": ["Tên", "Loại", "Cấp", "Địa phương", "Ngày", "Nối với"],
    "time": ["Tên", "Loại", "Cấp", "Địa phương", "Ngày", "Nối với"],
    "chain": ["Ngày", "Tên", "Cơ quan", "Quan hệ", "Với", "Sau (ngày)", "Câu trích"],
    "circle": ["Vòng", "Tên", "Quan hệ", "Với", "Ngày", "Câu trích"],
    "year": ["Ngày", "Tên", "Loại", "Cơ quan", "Địa phương", "Người"],
    "together": ["Người", "Cùng với", "Số lần", "Ngày", "Sự kiện"],
}


@pytest.fixture
def table(page: Page) -> Page:
    """The page with its table in place of the drawing."""
    page.locator("[data-as=table]").click()
    return page


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"tbody td:nth-child({number})").all_inner_texts()


def test_each_view_has_its_table_with_as_many_rows_as_it_shows(table: Page) -> None:
    for name, columns in COLUMNS.items():
        table.locator(f"#views [data-view={name}]").click()
        assert table.locator("thead th button").all_inner_texts() == columns
        counted = table.evaluate("['chain', 'circle', 'together'].includes(state.view) ? scene.edges.length : scene.nodes.length")
        assert table.locator("tbody tr").count() == counted > 0
        assert table.inner_text("caption").strip()


def test_a_head_sorts_and_says_so(table: Page) -> None:
    table.locator("thead button", has_text="Tên").click()
    names = column(table, 1)
    assert names == table.evaluate("(names) => [...names].sort((a, b) => a.localeCompare(b, 'vi'))", names)
    assert table.locator("th").first.get_attribute("aria-sort") == "ascending"
    assert table.evaluate("document.activeElement.textContent.startsWith('Tên')")
    table.keyboard.press("Enter")
    assert table.locator("th").first.get_attribute("aria-sort") == "descending" and column(table, 1) == names[::-1]
    assert [th.get_attribute("aria-sort") for th in table.locator("th").all()].count("none") == 5


def test_dates_and_figures_are_sorted_as_such(table: Page) -> None:
    table.locator("thead button", has_text="Nối với").click()
    degrees = [int(text) for text in column(table, 6)]
    assert degrees == sorted(degrees)
    table.locator("thead button", has_text="Ngày").click()
    assert [text for text in column(table, 5) if text] == ["5/3/2024", "19/3/2024", "1/10/2024"]


def test_rows_are_filtered_without_accents(table: Page) -> None:
    table.fill("#row-filter", "quan hai chau")
    assert "Quận ủy Hải Châu" in column(table, 1) and "Huyện ủy Vân Sơn" not in column(table, 1)
    assert "/ 15 dòng" in table.inner_text("#rows")
    table.fill("#row-filter", "không có đâu")
    assert table.inner_text("#rows") == "Không dòng nào có “không có đâu”"


def test_things_and_relations_are_two_tables(table: Page) -> None:
    table.locator("[data-part=relations]").click()
    assert table.locator("tbody tr").count() == 20
    assert table.locator("thead th button").all_inner_texts() == ["Tên", "Quan hệ", "Với", "Ngày", "Độ chắc", "Số bài báo", "Câu trích"]


def test_a_row_opens_and_escape_comes_back_to_it(table: Page) -> None:
    table.locator("tbody .cell", has_text="Lâm Thị Yến").focus()
    table.keyboard.press("Enter")
    assert table.inner_text("#card h2") == "Lâm Thị Yến" and table.evaluate("document.activeElement.tagName") == "H2"
    assert table.locator("#table").is_visible()


def test_the_file_holds_what_the_table_shows(table: Page, tmp_path: Path) -> None:
    table.fill("#row-filter", "hội nghị")
    with table.expect_download() as download:
        table.locator("#csv").click()
    target = tmp_path / "table.csv"
    download.value.save_as(target)
    assert download.value.suggested_filename == "kgraph-levels.csv"
    text = target.read_bytes().decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert rows[0] == COLUMNS["levels"] and len(rows) == 1 + table.locator("tbody tr").count() > 1


def test_no_field_of_the_file_is_a_formula_and_every_text_survives(page: Page) -> None:
    def read(text: str) -> list[str]:
        return next(csv.reader(io.StringIO(page.evaluate("(text) => csvField(text)", text), newline="")))

    for text in ("=1+1", "+1", "-1", "@a", "\t=1", "\r=1", " =cmd|' /C calc'!A0"):
        assert read(text) == [f"'{text}"]
    for text in ('a, "b"\nc; d', "Đỗ Trường Thọ", "“1=1”"):
        assert read(text) == [text]
