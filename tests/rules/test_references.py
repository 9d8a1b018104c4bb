"""Posts without a name that mean a person of the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
START = (
    "Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Dự hội nghị có các đồng chí: Vũ Thị Hạnh, Bí thư Huyện ủy; "
    "Lê Minh Khôi, Chủ tịch UBND huyện; Bùi Thị Lan, Phó Chủ tịch UBND huyện; Trần Anh Dũng, Phó Chủ tịch UBND huyện. "
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kết luận hội nghị, Bí thư Huyện ủy yêu cầu các chi bộ cố gắng.", {"Vũ Thị Hạnh"}),
        ("Phát biểu tại hội nghị, đồng chí Bí thư Huyện ủy ghi nhận kết quả.", {"Vũ Thị Hạnh"}),
        ("Chủ tịch UBND huyện phát biểu tại hội nghị.", {"Lê Minh Khôi"}),
        ("Phó Chủ tịch UBND huyện phát biểu tại hội nghị.", set()),
        ("Các đồng chí Bí thư Huyện ủy, Chủ tịch UBND huyện phát biểu tại hội nghị.", set()),
        ("Nguyên Bí thư Huyện ủy phát biểu tại hội nghị.", set()),
        ("Thay mặt Bí thư Huyện ủy phát biểu tại hội nghị có các thanh niên.", set()),
        ("Bí thư Tỉnh ủy phát biểu tại hội nghị.", set()),
        ("Bí thư Huyện ủy Khamtay phát biểu tại hội nghị.", set()),
    ],
)
def test_a_post_means_the_only_person_who_holds_it(text: str, names: set[str], relations: Relations) -> None:
    assert {person for person, _ in relations(START + text, "spokeAt")} == names


def test_a_post_alone_is_quoted_with_the_name_of_the_event(read: Callable[..., object]) -> None:
    findings = read(START + "Kết luận hội nghị, Bí thư Huyện ủy yêu cầu các chi bộ cố gắng.")
    spans = [f.evidence for f in findings.facts if f.predicate == "spokeAt"]  # type: ignore[attr-defined]
    quotes = {findings.article.text[e.begin : e.end] for e in spans}  # type: ignore[attr-defined]
    assert quotes and all("hội nghị" in quote and "Bí thư Huyện ủy" in quote for quote in quotes)


def test_who_has_only_a_post_here_and_no_name_is_nobody(positions: Callable[..., object]) -> None:
    assert positions("Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Bí thư Huyện ủy phát biểu tại hội nghị.") == {}
