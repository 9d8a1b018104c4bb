"""Who holds an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]


def bug(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.", {"Quận ủy Ba Đình"}),
        ("Quận ủy Ba Đình (thành phố Hà Nội) long trọng tổ chức hội nghị ngày 3/4/2024.", {"Quận ủy Ba Đình"}),
        ("Ngày 3/4/2024, tại Nhà văn hóa, Quận ủy Ba Đình đã tổ chức hội nghị.", {"Quận ủy Ba Đình"}),
        ("Ngày 3/4/2024, Bí thư Huyện ủy Anh Sơn Vũ Thị Hạnh cùng lãnh đạo huyện đến Công an huyện Anh Sơn thăm, tặng quà.", set()),
        ("Ngày 3/4/2024, Công an huyện Anh Sơn họp báo thông tin kết quả phá án.", {"Công an huyện Anh Sơn"}),
        ("Ngày 3/4/2024, Hội Nông dân huyện Anh Sơn tổ chức trồng 500 cây xanh.", {"Hội Nông dân huyện Anh Sơn"}),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn tổ chức thả hơn 5.000 con cá xuống hồ.", {"UBND huyện Anh Sơn"}),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn tổ chức thả đèn trời.", set()),
        ("Ngày 3/4/2024, Hội Nông dân huyện Anh Sơn (Hội Nông dân tỉnh Nghệ An) tổ chức hội nghị.", {"Hội Nông dân huyện Anh Sơn"}),
        (
            "Ngày 3/4/2024, Hội LHPN huyện Anh Sơn (Hội LHPN tỉnh Nghệ An), Hội Nông dân huyện (Hội Nông dân tỉnh) đã tổ chức hội nghị.",
            {"Hội LHPN huyện Anh Sơn", "Hội Nông dân huyện Anh Sơn"},
        ),
        ("Ngày 3/4/2024, Đảng bộ huyện Anh Sơn long trọng tổ chức lễ trao tặng Huy hiệu Đảng.", {"Đảng bộ huyện Anh Sơn"}),
        ("Ngày 3/4/2024, hội nghị do Quận ủy Ba Đình tổ chức đã diễn ra.", {"Quận ủy Ba Đình"}),
        ("Huyện ủy - HĐND - UBND huyện Anh Sơn tổ chức lễ kỷ niệm.", {"Huyện ủy Anh Sơn", "HĐND huyện Anh Sơn", "UBND huyện Anh Sơn"}),
        ("Huyện ủy, HĐND, UBND huyện Anh Sơn tổ chức lễ kỷ niệm.", {"Huyện ủy Anh Sơn", "HĐND huyện Anh Sơn", "UBND huyện Anh Sơn"}),
        (
            "Hội Nông dân huyện Anh Sơn phối hợp với Hội LHPN huyện tổ chức tập huấn.",
            {"Hội Nông dân huyện Anh Sơn", "Hội LHPN huyện Anh Sơn"},
        ),
        ("Ngày 3/4/2024, Đoàn kiểm tra của Tỉnh ủy Nghệ An làm việc với Huyện ủy Anh Sơn.", {"Đoàn kiểm tra Tỉnh ủy Nghệ An"}),
        ("Thực hiện Kế hoạch số 20-KH/TU của Tỉnh ủy Nghệ An, Huyện ủy Anh Sơn tổ chức hội nghị.", {"Huyện ủy Anh Sơn"}),
        ("Được sự chỉ đạo của Tỉnh ủy Nghệ An, UBND huyện Anh Sơn tổ chức hội nghị.", {"UBND huyện Anh Sơn"}),
        ("Hội nghị diễn ra tại UBND huyện Anh Sơn ngày 3/4/2024.", set()),
        ("Ngày 3/4/2024, Hội đồng nhân dân (HĐND) huyện Anh Sơn khóa XX tổ chức Kỳ họp thứ 15.", {"HĐND huyện Anh Sơn"}),
        ("Ngày 3/4/2024, kỳ họp thứ 15 HĐND huyện Anh Sơn chính thức khai mạc.", {"HĐND huyện Anh Sơn"}),
        ("Ngày 3/4/2024, đồng chí Vũ Thị Hạnh dự hội nghị của Huyện ủy Anh Sơn.", {"Huyện ủy Anh Sơn"}),
        ("Ngày 3/4/2024, hội thảo nông thôn diễn ra. Hội thảo do UBND huyện Anh Sơn tổ chức.", {"UBND huyện Anh Sơn"}),
        (
            "Ngày 3/4/2024, Hội nghị Xúc tiến đầu tư khai mạc tại huyện Anh Sơn. Kết thúc hội nghị, ông Vũ Văn Hải dự cuộc tọa đàm "
            "bàn tròn với các doanh nghiệp. Buổi tọa đàm do Hội Nông dân huyện Anh Sơn tổ chức.",
            set(),
        ),
        ("Ngày 3/4/2024, UBND huyện Anh Sơn chủ trì cuộc họp với các xã.", {"UBND huyện Anh Sơn"}),
        ("Ngày 3/4/2024, tại UBND huyện Anh Sơn, Phó Chủ tịch UBND tỉnh Nghệ An Vũ Thị Hạnh chủ trì cuộc họp với các xã.", set()),
        ("Ngày 3/4/2024, Đoàn đại biểu Huyện ủy Anh Sơn tham dự hội nghị toàn tỉnh.", set()),
        ("Ngày 3/4/2024, đồng chí Vũ Thị Hạnh dự hội nghị góp ý cho Huyện ủy Anh Sơn.", set()),
        (
            "Ngày 3/4/2024, diễn ra lễ ra quân do Hội Nông dân huyện Anh Sơn phối hợp với Hội LHPN huyện tổ chức.",
            {"Hội Nông dân huyện Anh Sơn", "Hội LHPN huyện Anh Sơn"},
        ),
        (
            "Ngày 3/4/2024, Đoàn kiểm tra của Tỉnh ủy Nghệ An do đồng chí Vũ Thị Hạnh, Phó Bí thư Tỉnh ủy làm trưởng đoàn, đã có buổi "
            "làm việc với Huyện ủy Anh Sơn.",
            {"Đoàn kiểm tra Tỉnh ủy Nghệ An"},
        ),
        (
            "Ngày 3/4/2024, Sở Y tế Nghệ An, Báo Tuổi trẻ, Tỉnh đoàn Nghệ An phối hợp tổ chức lễ ra quân.",
            {"Sở Y tế tỉnh Nghệ An", "Báo Tuổi trẻ", "Tỉnh đoàn Nghệ An"},
        ),
        ("Ngày 3/4/2024, Đảng bộ huyện Anh Sơn tổ chức hội nghị.", set()),
        ("Ngày 3/4/2024, Đảng bộ huyện Anh Sơn tổ chức Đại hội đại biểu lần thứ XX.", {"Đảng bộ huyện Anh Sơn"}),
        ("Ngày 3/4/2024, Đảng bộ tổ chức Đại hội đại biểu lần thứ XX.", set()),
        (
            "Ngày 3/4/2024, UBND huyện Anh Sơn, báo Quê Ta phối hợp cùng Hội Nông dân huyện, Thịnh An Co.op tổ chức hội thảo nông sản.",
            {"UBND huyện Anh Sơn", "Hội Nông dân huyện Anh Sơn"},
        ),
        (
            "Ngày 3/4/2024, đoàn công tác của Tỉnh đoàn Nghệ An do đồng chí Vũ Thị Hạnh, Bí thư Tỉnh đoàn dẫn đầu cùng với UBND huyện "
            "Anh Sơn đã đến thăm và tặng quà học sinh.",
            {"Đoàn công tác Tỉnh đoàn Nghệ An", "UBND huyện Anh Sơn"},
        ),
        (
            "Hội thảo nông sản do Nhóm bạn nhà nông (BNN) phối hợp với UBND huyện Anh Sơn và Tỉnh đoàn Nghệ An tổ chức ngày 3/4/2024.",
            {"UBND huyện Anh Sơn", "Tỉnh đoàn Nghệ An"},
        ),
        (
            "Ngày 3/4/2024, UBND huyện Anh Sơn đã phối hợp với Tỉnh đoàn Nghệ An đã tổ chức lễ ra quân.",
            {"UBND huyện Anh Sơn", "Tỉnh đoàn Nghệ An"},
        ),
        (
            "Ngày 3/4/2024, UBND, Ủy ban MTTQ và các đoàn thể xã Kim Hòa tổ chức ngày hội. Xã Kim Sơn khen.",
            {"UBND xã Kim Hòa", "Ủy ban MTTQ Việt Nam xã Kim Hòa"},
        ),
        ("Ngày 3/4/2024, Cụm thi đua (gồm Tỉnh đoàn Nghệ An, UBND huyện Anh Sơn) tổ chức hội nghị.", set()),
        (
            "Ngày 3/4/2024, Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc "
            "xã Kim Hòa tổ chức hội nghị.",
            {"Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc xã Kim Hòa"},
        ),
        ("Ngày 3/4/2024, đoàn kiểm tra của Sở Y tế Nghệ An đã về làm việc với UBND huyện Anh Sơn.", {"Đoàn kiểm tra Sở Y tế tỉnh Nghệ An"}),
        (
            "Ngày 3/4/2024, Trường THPT Anh Sơn, huyện Anh Sơn đã làm lễ tổng kết năm học, nhận danh hiệu do UBND tỉnh Nghệ An trao tặng.",
            {"Trường THPT Anh Sơn"},
        ),
        ("Sáng 3/4/2024, trong ngày làm việc thứ ba, kỳ họp thứ năm, HĐND huyện Anh Sơn khóa XX đã bầu bổ sung.", {"HĐND huyện Anh Sơn"}),
    ],
)
def test_the_holder_is_the_subject_of_the_verb(text: str, holders: set[str], relations: Relations) -> None:
    assert {holder for holder, _ in relations(text, "organizes")} == holders


def test_a_delegation_has_one_name(relations: Relations) -> None:
    text = (
        "Ngày 7/7/2024, Đoàn kiểm tra số 12 do đồng chí Vũ Thị Hạnh, Phó Bí thư Tỉnh ủy Nghệ An làm trưởng đoàn, đã có buổi làm việc với "
        "Huyện ủy Anh Sơn. Từ ngày 1/6 đến 3/6/2024, Đoàn kiểm tra 12 của Tỉnh ủy Nghệ An đã kiểm tra tại xã Tam Sơn."
    )
    assert {holder for holder, _ in relations(text, "organizes")} == {"Đoàn kiểm tra 12 Tỉnh ủy Nghệ An"}


def test_each_event_has_its_own_holder_and_place(relations: Relations) -> None:
    text = (
        "Ngày 3/4/2024, tại phường Kim Mã, Quận ủy Ba Đình tổ chức hội nghị. "
        "Ngày 5/4/2024, tại phường Điện Biên, UBND quận tổ chức hội thảo."
    )
    assert relations(text, "organizes") == {("Quận ủy Ba Đình", "hoi-nghi"), ("UBND quận Ba Đình", "hoi-thao")}
    assert relations(text, "heldAt") == {("hoi-nghi", "Phường Kim Mã"), ("hoi-thao", "Phường Điện Biên")}


def test_the_quotation_names_doer_and_deed(read: Read) -> None:
    findings = read("Sáng 3/4/2024, tại phường Kim Mã,  Quận ủy Ba Đình  tổ chức hội nghị sơ kết.")
    quotes = {f.predicate: findings.article.text[f.evidence.begin : f.evidence.end] for f in findings.facts}
    assert quotes["organizes"] == "Quận ủy Ba Đình  tổ chức hội nghị"


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị sơ kết công tác dân vận do Quận ủy Ba Đình tổ chức ngày 3/4/2024.",
        "Hội nghị sơ kết công tác dân vận đã được Quận ủy Ba Đình tổ chức sáng 3/4/2024.",
    ],
)
def test_by_whom_it_is_borne(text: str, relations: Relations) -> None:
    assert {name for name, _ in relations(text, "organizes")} == {"Quận ủy Ba Đình"}


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ngày 29/5/2024, Công đoàn Giao thông vận tải tổ chức hội nghị biểu dương.", {"Công đoàn Giao thông vận tải"}),
        ("Ngày 29/5/2024, công đoàn tổ chức hội nghị biểu dương.", set()),
        ("Ngày 29/5/2024, Quận ủy Ba Đình phối hợp với các cơ quan, đơn vị có liên quan tổ chức hội nghị.", {"Quận ủy Ba Đình"}),
        ("Ngày 29/5/2024, Sở Y tế Hà Nội phối hợp với trang tin suckhoe.vn tổ chức hội thảo.", {"Sở Y tế thành phố Hà Nội"}),
    ],
)
def test_who_holds_it_with_company_or_by_a_name_of_its_own(text: str, holders: set[str], relations: Relations) -> None:
    assert {name for name, _ in relations(text, "organizes")} == holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("Ngày 29/5/2024, UBND tỉnh Lâm Đồng tổ chức hội nghị biểu dương.", {"UBND tỉnh Lâm Đồng"}),
        ("Hội nghị biểu dương do UBND tỉnh Lâm Đồng tổ chức ngày 29/5/2024.", {"UBND tỉnh Lâm Đồng"}),
        ("Ngày 29/5/2024, Tỉnh ủy và UBND tỉnh Lâm Đồng đồng tổ chức hội nghị.", {"Tỉnh ủy Lâm Đồng", "UBND tỉnh Lâm Đồng"}),
        ("Lễ hội Hoa diễn ra ngày 29/5/2024. Lễ hội Hoa do UBND tỉnh Lâm Đồng tổ chức.", {"UBND tỉnh Lâm Đồng"}),
    ],
)
def test_a_verb_does_not_begin_inside_a_name(text: str, holders: set[str], relations: Relations) -> None:
    assert {name for name, _ in relations(text, "organizes")} == holders


def test_of_two_who_are_told_to_do_something_none_has_done_it(read: Read) -> None:
    text = "Ngày 4/7/2024, Chủ tịch UBND tỉnh Nghệ An có văn bản giao Giám đốc Sở Nội vụ, UBND huyện Anh Sơn kiểm tra việc này."
    assert not read(text).events


def test_a_body_holds_an_event_with_another(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = "Sáng 5/6/2024, UBND xã Kim Hòa cùng Hội Nông dân xã Kim Hòa tổ chức hội nghị."
    assert {name for name, _ in relations(text, "organizes")} == {"UBND xã Kim Hòa", "Hội Nông dân xã Kim Hòa"}
