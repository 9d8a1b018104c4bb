"""Tables."""

import csv
import io
from collections.abc import Iterable

import pytest

from kgraph.model import Article, Issue
from kgraph.sources.outcomes import Refusal, Unread
from kgraph.sources.table import read_table

BODY = "Quận ủy Đống Đa tổ chức hội nghị."


def read(table: str | bytes, *, limit: int = 100_000, separators: str = ",;\t") -> list[tuple[str, str]]:
    """Identifier and text of each article, place and code of each refusal."""
    content = table.encode() if isinstance(table, str) else table
    shown = []
    for reading in read_table(io.BytesIO(content), place="tin.csv", limit=limit, separators=separators):
        assert not isinstance(reading, Issue)
        shown.append((reading.id, reading.text) if isinstance(reading, Article) else (reading.place, reading.code))
    return shown


def written(rows: Iterable[Iterable[str]], *, delimiter: str = ",") -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue()


def test_all_that_a_table_can_hold() -> None:
    text = 'Sáng 19/3, "Ngày hội",\nQuận ủy họp;\r\nhết.'
    columns = ["note", "URL", "Text ", "published", "id", "title", "source"]
    table = written([columns, ["x", "https://example.vn/1", text, "2017-02", "a", "Tin", "Báo"]])
    [article] = read_table(io.BytesIO(table.encode()), place="tin.csv", limit=10_000)
    whole = "Tin\n\n" + text.replace("\r\n", "\n")
    assert article == Article(id="a", text=whole, published="2017-02", url="https://example.vn/1", source="Báo")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_separators_and_encodings_of_spreadsheets(delimiter: str, encoding: str) -> None:
    table = written([["id", "text"], ["a", BODY], ["b", "Có; đủ, cả\tba"]], delimiter=delimiter)
    assert read(table.encode(encoding)) == [("a", BODY), ("b", "Có; đủ, cả\tba")]


def test_rows_end_at_any_line_end_and_the_last_may_have_none() -> None:
    assert read("id,text\r\na,một\rb,hai\nc,ba") == [("a", "một"), ("b", "hai"), ("c", "ba")]


def test_an_address_stands_for_an_identifier() -> None:
    assert read("url,text\nhttps://example.vn/1,họp\n") == [("https://example.vn/1", "họp")]


def test_an_article_may_be_long() -> None:
    text = "Quận ủy họp. " * 40_000
    [(_, got)] = read(f'id,text\na,"{text}"\n', limit=5_000_000)
    assert got == text


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("b", "text"),
        ("b,", "empty"),
        (",", "empty"),
        ("", "empty"),
        (",họp", "identifier"),
        ("b,một,hai", "columns"),
        ('b,"họp" rồi', "row"),
        ("b," + "họp " * 30_000, "too-large"),
    ],
    ids=["short", "no text", "no cell", "empty line", "no id", "separator not quoted", "quote inside", "too long"],
)
def test_a_bad_row_is_refused_alone(row: str, code: str) -> None:
    assert read(f"id,text\na,{BODY}\n{row}\nc,{BODY}\n") == [("a", BODY), ("tin.csv:3", code), ("c", BODY)]


def test_bytes_that_are_not_utf8_are_refused_row_by_row() -> None:
    assert read(b"id,text\na,H\xe0 N\xe9i hop\nb,hop\n") == [("tin.csv:2", "encoding"), ("b", "hop")]


@pytest.mark.parametrize("limit", [20_000, 1_000_000])
def test_a_quote_that_is_never_closed_costs_one_row(limit: int) -> None:
    rows = [f"{n},{BODY}" for n in range(2_000)]
    rows[5] = f'5,"{BODY}'
    shown = read("id,text\n" + "\n".join(rows) + "\n", limit=limit)
    assert len(shown) == 2_000
    assert [place for place, text in shown if text != BODY] == ["tin.csv:7"]


def test_a_quote_too_many_does_not_swallow_the_next_row() -> None:
    assert read(f'id,text\na,"{BODY}\nb,"{BODY}"\nc,{BODY}\n') == [("tin.csv:2", "row"), ("b", BODY), ("c", BODY)]


def test_numbers_of_rows_count_lines() -> None:
    assert read('id,text\na,"một\nhai"\nb,\n') == [("a", "một\nhai"), ("tin.csv:4", "empty")]


@pytest.mark.parametrize(
    ("table", "code"),
    [("", "empty"), ("a,họp\n", "columns"), ("text\nhọp\n", "columns"), ("id,text,text\na,b,c\n", "columns"), ("id,title\n", "columns")],
)
def test_a_table_without_its_columns_is_refused(table: str, code: str) -> None:
    with pytest.raises(Unread) as refused:
        read(table)
    assert refused.value.code == code


def test_a_tsv_is_separated_by_tabs_alone() -> None:
    assert read("id\ttext\na\tmột, hai; ba\n", separators="\t") == [("a", "một, hai; ba")]


def test_refusals_quote_no_text() -> None:
    table = f'id,text\nb,"{BODY}" rồi\n'
    [refusal] = read_table(io.BytesIO(table.encode()), place="tin.csv", limit=1_000)
    assert isinstance(refusal, Refusal) and BODY[:8] not in refusal.message
