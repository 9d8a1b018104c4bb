"""Which body is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings, Organization

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]


def body(findings: Findings, label: str) -> Organization:
    return next(o for o in findings.organizations if o.label == label)


@pytest.mark.parametrize(
    ("doer", "labels"),
    [
        ("Huyện ủy - HĐND - UBND huyện Anh Sơn", {"Huyện ủy Anh Sơn", "HĐND huyện Anh Sơn", "UBND huyện Anh Sơn"}),
        (
            "Huyện ủy, HĐND, UBND, UBMTTQ huyện Anh Sơn",
            {"Huyện ủy Anh Sơn", "HĐND huyện Anh Sơn", "UBND huyện Anh Sơn", "Ủy ban MTTQ Việt Nam huyện Anh Sơn"},
        ),
        ("HĐND và UBND huyện Anh Sơn", {"HĐND huyện Anh Sơn", "UBND huyện Anh Sơn"}),
        ("Đảng ủy, UBND phường Kim Mã, quận Ba Đình", {"Đảng ủy phường Kim Mã", "UBND phường Kim Mã"}),
        ("Ban Thường vụ Huyện ủy Anh Sơn", {"Ban Thường vụ Huyện ủy Anh Sơn"}),
        ("Ban Tuyên giáo Huyện ủy Anh Sơn", {"Ban Tuyên giáo Huyện ủy Anh Sơn"}),
        ("Ủy ban nhân dân huyện Anh Sơn", {"UBND huyện Anh Sơn"}),
        ("Huyện đoàn Anh Sơn phối hợp với Hội LHPN huyện", {"Huyện đoàn Anh Sơn", "Hội LHPN huyện Anh Sơn"}),
        ("Trường THPT Lê Hồng Phong", {"Trường THPT Lê Hồng Phong"}),
        ("Bộ Nội vụ", {"Bộ Nội vụ"}),
        ("UBND Thành phố Hồ Chí Minh", {"UBND Thành phố Hồ Chí Minh"}),
        ("Thành ủy Thành phố Hồ Chí Minh", {"Thành ủy Thành phố Hồ Chí Minh"}),
        ("UBND Quận 1, Thành phố Hồ Chí Minh", {"UBND Quận 1"}),
    ],
)
def test_bodies_side_by_side_share_the_place_of_the_last(doer: str, labels: set[str], relations: Relations) -> None:
    assert {subject for subject, _ in relations(f"Ngày 3/4/2024, {doer} tổ chức hội nghị.", "organizes")} == labels


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND huyện Anh Sơn", "Ủy ban nhân dân huyện Anh Sơn"),
        ("Thành uỷ Hà Nội", "Thành ủy Hà Nội"),
        ("Hội LHPN huyện Anh Sơn", "Hội Liên hiệp Phụ nữ huyện Anh Sơn"),
    ],
)
def test_two_wordings_of_a_body_are_one(one: str, other: str, read: Read) -> None:
    first, second = (read(f"Ngày 3/4/2024, {name} tổ chức hội nghị.").organizations for name in (one, other))
    assert [o.key for o in first] == [o.key for o in second]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND huyện Kỳ Anh, tỉnh Hà Tĩnh", "UBND thị xã Kỳ Anh, tỉnh Hà Tĩnh"),
        ("UBND Phường 4, Quận 11", "UBND Phường 4, Quận 3"),
        ("Huyện ủy Anh Sơn", "Huyện đoàn Anh Sơn"),
        ("Trường THPT Lê Hồng Phong, tỉnh Nghệ An", "Trường THPT Lê Hồng Phong, tỉnh Nam Định"),
    ],
)
def test_two_bodies_stay_two(one: str, other: str, read: Read) -> None:
    first, second = (read(f"Ngày 3/4/2024, {name} tổ chức hội nghị.", "2024-04-04").organizations for name in (one, other))
    assert {o.key for o in first}.isdisjoint({o.key for o in second}) and first and second


@pytest.mark.parametrize(
    ("doer", "unit"),
    [
        ("Quận ủy Ba Đình", "Quận Ba Đình"),
        ("UBND quận Ba Đình", "Quận Ba Đình"),
        ("HĐND quận Ba Đình", "Quận Ba Đình"),
        ("Ban Thường vụ Quận ủy Ba Đình", "Quận Ba Đình"),
        ("Đảng ủy phường Kim Mã, quận Ba Đình", "Phường Kim Mã"),
        ("Ban Tuyên giáo Quận ủy Ba Đình", None),
        ("Hội LHPN quận Ba Đình", None),
        ("Trường THPT Lê Hồng Phong", None),
        ("Công an quận Ba Đình", None),
    ],
)
def test_only_a_governing_body_has_jurisdiction_over_its_place(doer: str, unit: str | None, read: Read) -> None:
    findings = read(f"Ngày 3/4/2024, {doer} tổ chức hội nghị.", "2024-04-04")
    (organization,) = findings.organizations
    assert (organization.jurisdiction.label if organization.jurisdiction else None) == unit


def test_a_section_is_part_of_its_committee(read: Read) -> None:
    findings = read("Ngày 3/4/2024, Ban Tuyên giáo tổ chức hội nghị tại quận Ba Đình.")
    section = body(findings, "Ban Tuyên giáo Quận ủy Ba Đình")
    assert section.parent is not None
    assert (section.parent.label, section.parent.jurisdiction and section.parent.jurisdiction.label) == ("Quận ủy Ba Đình", "Quận Ba Đình")


@pytest.mark.parametrize("number", ["15/QĐ-UBND", "12/KH-UBND", "7/NQ-HĐND"])
def test_the_abbreviation_inside_a_number_is_no_body(number: str, relations: Relations) -> None:
    text = f"Thực hiện Kế hoạch số {number} tổ chức hội nghị ngày 3/4/2024, cán bộ huyện Anh Sơn đã tham gia đầy đủ."
    assert relations(text, "organizes") == set()


def test_one_office_under_two_wordings_is_one_body(read: Read) -> None:
    text = (
        "Tin trong tỉnh\nNgày 3/4/2024, Sở NN-PTNT tỉnh Phú Thọ tổ chức hội nghị. "
        "Ông Lê Văn An, Giám đốc Sở Nông nghiệp và Phát triển nông thôn phát biểu."
    )
    offices = [o for o in read(text).organizations if o.kind == "so"]
    assert [(o.key, len(o.aliases)) for o in offices] == [("organization/so-nong-nghiep-va-phat-trien-nong-thon-tinh-phu-tho", 1)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Hội đồng Kiến trúc quy hoạch thành phố Vinh đã họp.", "Hội đồng Kiến trúc quy hoạch thành phố Vinh"),
        ("Ban Quản lý (BQL) Khu kinh tế tỉnh Nghệ An đã họp.", "Ban Quản lý Khu kinh tế tỉnh Nghệ An"),
    ],
)
def test_a_council_has_the_place_behind_it_and_no_initials(text: str, label: str, read: Callable[..., Findings]) -> None:
    assert [o.label for o in read(text).organizations] == [label]


def test_a_board_that_runs_something_is_a_body(read: Callable[..., Findings]) -> None:
    text = "Ban Vận động Quỹ Vì người nghèo tỉnh Nghệ An đã tiếp nhận ủng hộ."
    assert [o.label for o in read(text).organizations] == ["Ban Vận động Quỹ “Vì người nghèo” tỉnh Nghệ An"]


def test_the_front_of_a_place_is_one_body_with_and_without_viet_nam(read: Callable[..., Findings]) -> None:
    text = "Ủy ban MTTQ Việt Nam tỉnh Đắk Nông tổ chức hội nghị. Ủy ban MTTQ tỉnh Đắk Nông trao quà; UBMTTQ tỉnh Đắk Nông cảm ơn."
    assert [o.label for o in read(text).organizations] == ["Ủy ban MTTQ Việt Nam tỉnh Đắk Nông"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Cục Ngoại vụ, Bộ Ngoại giao tổ chức hội nghị.", "Cục Ngoại vụ Bộ Ngoại giao"),
        ("Bộ Tư lệnh Cảnh vệ tổ chức hội nghị.", "Bộ Tư lệnh Cảnh vệ"),
        ("Bảo tàng Hồ Chí Minh tổ chức hội thảo.", "Bảo tàng Hồ Chí Minh"),
        ("Công đoàn Trường Đại học Cần Thơ tổ chức hội nghị.", "Công đoàn Trường Đại học Cần Thơ"),
        ("Ban Vận động Quỹ “Vì người nghèo” huyện Anh Sơn tổ chức hội nghị.", "Ban Vận động Quỹ “Vì người nghèo” huyện Anh Sơn"),
        ("Công đoàn các KCN tỉnh Nghệ An tổ chức hội nghị.", "Công đoàn các khu công nghiệp tỉnh Nghệ An"),
    ],
)
def test_bodies_with_a_ministry_a_place_or_a_quotation_in_their_names(text: str, label: str, read: Callable[..., Findings]) -> None:
    assert [o.label for o in read(text).organizations] == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ban Thường vụ Công đoàn cơ quan Bộ Tài chính tổ chức hội nghị.", "Ban Thường vụ Công đoàn cơ quan Bộ Tài chính"),
        ("Bộ Tư lệnh Vùng 4 Hải quân tổ chức hội nghị.", "Bộ Tư lệnh Vùng 4 Hải quân"),
        ("Quân chủng Hải quân tổ chức hội nghị.", "Quân chủng Hải quân"),
    ],
)
def test_services_and_their_unions_are_bodies_of_their_own(text: str, label: str, read: Callable[..., Findings]) -> None:
    assert [o.label for o in read(text).organizations] == [label]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Trường Tiểu học Lý Tự Trọng long trọng tổ chức lễ khai giảng.", "Trường Tiểu học Lý Tự Trọng"),
        ("Trường Đại học Kinh tế – Kỹ thuật Công nghiệp tổ chức hội nghị.", "Trường Đại học Kinh tế – Kỹ thuật Công nghiệp"),
        ("Trại Tạm giam số 1 Công an tỉnh Nghệ An tổ chức hội nghị.", "Trại Tạm giam số 1 Công an tỉnh Nghệ An"),
        ("Công ty Đầu tư Trung Việt – chủ dự án tổ chức hội nghị.", "Công ty Đầu tư Trung Việt"),
    ],
)
def test_names_of_schools_end_before_the_manner_and_go_over_a_dash(text: str, label: str, read: Callable[..., Findings]) -> None:
    assert [o.label for o in read(text).organizations] == [label]
