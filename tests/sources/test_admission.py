"""The door: what becomes an article."""

import unicodedata

import pytest

from kgraph.model import Article, Issue
from kgraph.sources.admission import admit
from kgraph.sources.outcomes import Unread

BODY = "Quận ủy Đống Đa tổ chức hội nghị."


def admitted(text: str = BODY, **came_with: object) -> tuple[Article, list[Issue]]:
    article, *issues = admit(id="a", text=text, came_with=came_with, place="tin.jsonl:1")
    assert isinstance(article, Article)
    assert all(isinstance(i, Issue) and i.article == "a" and i.place == "tin.jsonl:1" for i in issues)
    return article, issues  # type: ignore[return-value]


def test_text_is_nfc_with_plain_line_ends_and_nothing_else() -> None:
    article, issues = admitted(unicodedata.normalize("NFD", "  Quận ủy \r\n\u00a0họp.\r"))
    assert article.text == "  Quận ủy \n\u00a0họp.\n"
    assert not issues


def test_title_goes_before_the_text() -> None:
    assert admitted(title="  Hội nghị ")[0].text == f"Hội nghị\n\n{BODY}"


@pytest.mark.parametrize("text", [f"Hội nghị\n{BODY}", f"\n  Hội nghị: {BODY}", unicodedata.normalize("NFD", f"Hội nghị\n{BODY}")])
def test_title_that_stands_there_is_not_put_twice(text: str) -> None:
    article, issues = admitted(text, title="Hội nghị")
    assert article.text.count("Hội nghị") == 1
    assert not issues


def test_sound_metadata_is_kept() -> None:
    article, issues = admitted(published="2024-05-12T08:00:00+07:00", url="https://example.vn/tin", source="Báo quận", author="nobody")
    assert (article.published, article.url, article.source) == ("2024-05-12", "https://example.vn/tin", "Báo quận")
    assert not issues


@pytest.mark.parametrize(
    "came_with",
    [
        {"published": "2023-02-29"},
        {"published": 2024},
        {"url": "javascript:alert(1)"},
        {"source": ["a"]},
        {"title": {"a": 1}},
        {"title": "\ud800"},
    ],
)
def test_unsound_metadata_is_left_out_with_an_issue(came_with: dict[str, object]) -> None:
    article, issues = admitted(**came_with)
    [name] = came_with
    assert article == Article(id="a", text=BODY)
    assert [(i.code, name in i.message) for i in issues] == [("metadata", True)]


@pytest.mark.parametrize("value", [None, ""])
def test_absent_metadata_is_no_issue(value: object) -> None:
    assert admitted(title=value, published=value, url=value, source=value) == (Article(id="a", text=BODY), [])


def test_control_characters_stay_in_place_and_are_said() -> None:
    text = f"\x1b[31m{BODY}\x00 \ufffe {BODY}"
    article, issues = admitted(text)
    assert article.text == text
    assert [(i.code, i.message[-1]) for i in issues] == [("control-character", "3")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        (" \n\t\u00a0\u200b", "empty"),
        ("12/5/2024 ---", "empty"),
        ("Q\x00u\x00a\x00n\x00", "not-text"),
        ("Quận \ud800 ủy", "encoding"),
        (BODY.encode().decode("cp1252", "replace"), "encoding"),
        ("Коммунистическая партия Вьетнама", "encoding"),
        (f"\n<!DOCTYPE html><html><p>{BODY}</html>", "format"),
        (f"<html lang=vi><p>{BODY}", "format"),
    ],
)
def test_what_is_no_article_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unread) as refused:
        admitted(text)
    assert refused.value.code == code
    assert BODY[:8] not in refused.value.message


@pytest.mark.parametrize("id", ["", "  ", "a" * 2001, "a\udcff"])
def test_an_unusable_identifier_is_refused(id: str) -> None:
    with pytest.raises(Unread) as refused:
        list(admit(id=id, text=BODY, came_with={}, place="x"))
    assert refused.value.code == "identifier"


def test_identifier_is_nfc() -> None:
    [article] = admit(id=unicodedata.normalize("NFD", "tên"), text=BODY, came_with={}, place="x")
    assert isinstance(article, Article)
    assert article.id == "tên"
