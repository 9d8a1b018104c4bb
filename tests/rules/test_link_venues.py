"""Where an event is held."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ngày 3/4/2024, tại phường Kim Mã, Quận ủy Ba Đình tổ chức hội nghị.", {"Phường Kim Mã"}),
        ("Tại Nhà văn hóa xã Tam Sơn, huyện Anh Sơn, Hội Nông dân huyện tổ chức tập huấn.", {"Xã Tam Sơn"}),
        ("Hội nghị diễn ra tại thành phố Vinh, tỉnh Nghệ An ngày 3/4/2024.", {"Thành phố Vinh"}),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.", set()),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị bàn về phường Kim Mã.", set()),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Tại phường Kim Mã, người dân phấn khởi.", set()),
        ("Ngày 5/4/2024, tại Công ty Cổ phần Mía đường tỉnh Nghệ An, UBND huyện Anh Sơn tổ chức lễ.", set()),
        ("Sáng nay tại phường Kim Mã, Quận ủy Ba Đình tổ chức hội nghị.", {"Phường Kim Mã"}),
        ("Ngày 3/4/2024, tại trụ sở HĐND & UBND quận Ba Đình, Quận ủy tổ chức hội nghị.", {"Quận Ba Đình"}),
        ("Ngày 3/4/2024, UBND quận Ba Đình họp bình xét thi đua tại phòng họp 1 UBND quận.", {"Quận Ba Đình"}),
        ("Tối 3/4/2024, tại sân vận động huyện, Huyện ủy, UBND huyện Anh Sơn tổ chức lễ kỷ niệm.", {"Huyện Anh Sơn"}),
        ("Ngày 3/4/2024, HĐND thành phố Hà Nội khảo sát tại huyện Gia Lâm và quận Tây Hồ.", {"Huyện Gia Lâm", "Quận Tây Hồ"}),
        ("Ngày 3/4/2024, UBND quận Ba Đình ra quân trên địa bàn phường Kim Mã.", {"Phường Kim Mã"}),
        ("Ngày 3/4/2024, UBND quận Ba Đình tổ chức hội nghị về các dự án trên địa bàn phường Kim Mã.", set()),
        ("Ngày 3/4/2024, tại Hà Nội, UBND huyện Anh Sơn tổ chức hội nghị.", {"Hà Nội"}),
        ("Ngày 3/4/2024, tại Nhà Quốc hội, Chính phủ tổ chức hội nghị về dự án tại huyện Anh Sơn.", set()),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết. Hội nghị diễn ra tại phường Kim Mã.", {"Phường Kim Mã"}),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn tổ chức lễ công bố. Buổi lễ diễn ra trên cù lao Ngọc, xã Tam Sơn.", {"Xã Tam Sơn"}),
        (
            "Ngày 3/4/2024, UBND tỉnh Thái Bình ra quân tại xã Hòa Bình (huyện Kiến Xương) và xã Đông Long (huyện Tiền Hải).",
            {"Xã Hòa Bình", "Xã Đông Long"},
        ),
        ("Tại hội nghị ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh yêu cầu báo cáo về trường ở phường Kim Mã.", set()),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn tổ chức lễ tuyên dương thành tích chữa cháy xảy ra tại xã Tam Sơn.", set()),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn tổ chức họp báo về Lễ hội Vạc, diễn ra từ ngày 8/4 đến 13/4 tại xã Tam Sơn.", set()),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết. Hội nghị về rác thải diễn ra tại phường Kim Mã.", set()),
    ],
)
def test_the_place_is_the_lowest_unit_behind_at(text: str, places: set[str], relations: Relations) -> None:
    assert {place for _, place in relations(text, "heldAt", published="2024-04-04")} == places


def test_the_quotation_is_the_place_with_its_word(read: Read) -> None:
    findings = read("Sáng 3/4/2024, tại phường Kim Mã,  Quận ủy Ba Đình  tổ chức hội nghị sơ kết.")
    assert [findings.article.text[f.evidence.begin : f.evidence.end] for f in findings.facts if f.predicate == "heldAt"] == [
        "tại phường Kim Mã"
    ]


def test_who_holds_an_event_behind_its_place_is_no_place(relations: Relations) -> None:
    text = "Chiều 12/7/2024, tại Hà Nội, tỉnh Quảng Ninh tổ chức lễ ký kết hợp tác truyền thông."
    assert {place for _, place in relations(text, "heldAt")} == {"Hà Nội"}
