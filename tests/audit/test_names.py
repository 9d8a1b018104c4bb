"""Names near a title or a form of address that no post was read for."""

from __future__ import annotations

import pytest

from kgraph.audit.names import missed_names


def found(trace, text: str) -> list[tuple[str, str, str]]:
    traced = trace(text)
    return [(g.kind, g.pattern, traced.reading.page.text[g.begin : g.end]) for g in missed_names(traced)]


def test_an_unknown_body_between_title_and_name_is_shown(trace) -> None:
    text = "Chủ tịch Hiệp đoàn xyz Lê Văn An dự hội nghị."
    assert found(trace, text) == [("no-post", "[role] hiệp đoàn xyz NAME", "Lê Văn An")]


def test_an_unknown_post_behind_a_name_is_shown(trace) -> None:
    text = "Ông Lê Văn An, cán bộ địa chính của xã cho biết như vậy."
    assert found(trace, text) == [("no-post", "[address] NAME, cán bộ địa", "Lê Văn An")]


def test_a_name_whose_surname_no_list_has_shows_its_first_syllable(trace) -> None:
    assert found(trace, "Chủ tịch Xén Mí An dự hội nghị.") == [("no-name", "[role] Xén …", "Xén Mí An")]


def test_a_name_of_no_vietnamese_syllables_is_foreign(trace) -> None:
    assert found(trace, "Thủ tướng Angela Merkel dự hội nghị.") == [("no-name", "[role] FOREIGN", "Angela Merkel")]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Lê Văn An, Bí thư Quận ủy Đống Đa dự hội nghị.",
        "Đồng chí Lê Văn An, Bí thư Quận ủy Đống Đa dự hội nghị. Ông Lê Văn An, người chủ trì, phát biểu.",
        "Chủ tịch Hồ Chí Minh viết bài này.",
        "Ông Lê Văn An cho biết như vậy.",
        "Ông Lê Văn An (45 tuổi, trú tại phường Láng Hạ) cho biết như vậy.",
        "Ông Lê Văn An, Trần Văn Bình cho biết như vậy.",
        "Ông Lê Văn An, chồng bà Trần Thị Bình, cho biết như vậy.",
        "Ông Lê Văn An, ngụ phường Láng Hạ, cho biết như vậy.",
        "Lê Văn An đi chợ.",
        "Chủ tịch VFF dự hội nghị.",
        "CHỦ TỊCH HIỆP ĐOÀN LÊ VĂN AN DỰ HỘI NGHỊ",
    ],
)
def test_who_is_read_or_stands_near_no_title_is_no_gap(trace, text: str) -> None:
    assert found(trace, text) == []


def test_private_people_are_no_candidates(trace) -> None:
    assert found(trace, "Chủ tịch quận thăm cháu Lê Văn An, học sinh lớp 5.") == []


def test_a_citizen_with_an_unknown_post_is_a_pattern(trace) -> None:
    (gap,) = missed_names(trace("Ông Lê Văn An, cán bộ địa chính của xã cho biết như vậy."))
    assert gap.bearer is None


def test_a_citizen_near_a_title_bears_it(trace) -> None:
    (gap,) = missed_names(trace("Theo Chủ tịch Hiệp đoàn xyz, ông Lê Văn An, việc đã xong."))
    assert (gap.pattern, gap.bearer) == ("[role] hiệp đoàn … NAME", "Lê Văn An")
