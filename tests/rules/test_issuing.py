"""Who issued a document and when, by the verb of issuing before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
LETTER = "Công văn 12-CV/BTCQU"


@pytest.mark.parametrize("verb", ["có", "đã có", "vừa có", "gửi", "đã gửi", "phát hành", "ban hành", "ra"])
def test_a_verb_of_issuing_or_sending_gives_the_issuer_and_the_day(verb: str, relations: Relations) -> None:
    text = f"Ngày 8/10/2021, Ban Tổ chức Quận ủy Ba Đình {verb} Công văn số 12-CV/BTCQU gửi các chi bộ."
    assert relations(text, "issuedOn") == {(LETTER, "2021-10-08")}
    assert relations(text, "issuedBy") == {(LETTER, "Ban Tổ chức Quận ủy Ba Đình")}


@pytest.mark.parametrize(
    "text",
    [
        "Từ ngày 8/10/2021, Ban Tổ chức Quận ủy Ba Đình tiếp dân, đồng thời có Công văn số 12-CV/BTCQU.",
        "Ngày 8/10/2021, Quốc hội thông qua năm luật, trong đó có Luật Đất đai 2021.",
    ],
)
def test_another_day_is_not_that_of_issue(text: str, relations: Relations) -> None:
    assert relations(text, "issuedOn") == set()
