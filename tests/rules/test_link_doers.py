"""Who attends an event by doing what its verb says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh làm việc với xã Tam Sơn.", {"Vũ Thị Hạnh"}),
        ("Ngày 3/4/2024, đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy Anh Sơn đã trực tiếp đi kiểm tra tại xã Tam Sơn.", {"Vũ Thị Hạnh"}),
        (
            "Ngày 3/4/2024, đoàn công tác do đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy Anh Sơn làm trưởng đoàn đã kiểm tra tại xã Tam Sơn.",
            {"Vũ Thị Hạnh"},
        ),
        (
            "Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh và Chủ tịch UBND huyện Bùi Văn Nam đã thăm, tặng quà xã Tam Sơn.",
            {"Vũ Thị Hạnh", "Bùi Văn Nam"},
        ),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn làm việc với Bí thư Đảng ủy xã Tam Sơn Vũ Thị Hạnh.", {"Vũ Thị Hạnh"}),
        ("Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh đã thân mật tiếp Đoàn đại biểu tỉnh Hà Giang.", {"Vũ Thị Hạnh"}),
        ("Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh cùng lãnh đạo huyện đến Công an huyện (CAH) thăm, tặng quà.", {"Vũ Thị Hạnh"}),
        ("Ngày 3/4/2024, Trưởng Ban Chỉ đạo 35 huyện Anh Sơn Vũ Thị Hạnh đi kiểm tra tại xã Tam Sơn.", {"Vũ Thị Hạnh"}),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn làm việc với xã Tam Sơn về đơn của Bí thư Đảng ủy xã Vũ Thị Hạnh.", set()),
        (
            "Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Bùi Văn Nam chủ trì cuộc họp với Chủ tịch UBND xã Tam Sơn Vũ Thị Hạnh về rác.",
            {"Vũ Thị Hạnh"},
        ),
        ("Ngày 3/4/2024, theo Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh, UBND huyện đã kiểm tra tại xã Tam Sơn.", set()),
        ("Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh đã có buổi đối thoại với thanh niên xã Tam Sơn.", {"Vũ Thị Hạnh"}),
        (
            "Tin\nNhà máy cần đổi mới, đó là mong muốn của Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh khi đến thăm, chúc mừng Tạp chí Sông Lam.",
            {"Vũ Thị Hạnh"},
        ),
        (
            "Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh thăm xã.\nNgày 3/4/2024, Bí thư Huyện ủy Anh Sơn đã làm việc với lãnh đạo xã Tam Sơn.",
            {"Vũ Thị Hạnh"},
        ),
        (
            "Ngày 3/4/2024, đoàn kiểm tra do đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy Anh Sơn làm Trưởng đoàn đã làm việc với xã Tam Sơn.",
            {"Vũ Thị Hạnh"},
        ),
        ("Làm việc với xã Tam Sơn chiều 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh yêu cầu xã đổi mới.", {"Vũ Thị Hạnh"}),
        ("Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh trao quyết định bổ nhiệm Trưởng phòng Nội vụ.", {"Vũ Thị Hạnh"}),
        (
            "Tại buổi làm việc với lãnh đạo xã Tam Sơn, xã nêu kiến nghị.\nNgày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh làm việc với "
            "lãnh đạo xã Tam Sơn.",
            {"Vũ Thị Hạnh"},
        ),
        ("Tin\nTại hội nghị, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh trao quyết định cho xã Tam Sơn từ ngày 3/4/2024.", set()),
        ("Ngày 3/4/2024, Chủ tịch UBND huyện Anh Sơn Vũ Thị Hạnh đánh cồng khai trương phiên giao dịch.", {"Vũ Thị Hạnh"}),
        (
            "Ngày 3/4/2024, Phó Chủ tịch UBND huyện Anh Sơn Vũ Thị Hạnh đã đến bệnh viện để thăm hỏi và hỗ trợ các nạn nhân.",
            {"Vũ Thị Hạnh"},
        ),
        ("Ngày 3/4/2025, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh sẽ làm việc với xã Tam Sơn.", set()),
    ],
)
def test_who_does_it_attends_it(text: str, names: set[str], relations: Relations) -> None:
    assert {name for name, _ in relations(text, "attended")} == names


def test_all_of_a_delegation_meet_the_voters(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = (
        "Chiều 26/4/2024, Đoàn đại biểu Quốc hội tỉnh Nghệ An gồm các đồng chí: Trương Thị Huệ, Trưởng Đoàn đại biểu Quốc hội tỉnh; "
        "Nguyễn Thanh Tùng, Trưởng Ban Tổ chức Tỉnh ủy đã có buổi tiếp xúc cử tri huyện Anh Sơn."
    )
    assert {name for name, _ in relations(text, "attended")} == {"Trương Thị Huệ", "Nguyễn Thanh Tùng"}


@pytest.mark.parametrize("company", ["", " cùng Đoàn ĐBQH tỉnh", " và các đại biểu Quốc hội tỉnh"])
def test_a_term_behind_the_titles_parts_nobody_from_his_verb(company: str, relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = (
        f"Ngày 4/5/2023, ông Lê Quang An, Bí thư Tỉnh ủy Phú Yên, Đại biểu Quốc hội khóa XV{company} đã tiếp xúc cử tri tại huyện Tuy An."
    )
    assert {name for name, _ in relations(text, "attended")} == {"Lê Quang An"}
