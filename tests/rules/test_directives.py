"""Which document is meant: by whom, of when, and never another's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Kế hoạch số 20-KH/TU ngày 1-6-2021 của Thành ủy Hà Nội được quán triệt.", "Thành ủy Hà Nội"),
        ("Kế hoạch số 20-KH/TU của Thành ủy Hà Nội ngày 1-6-2021 được quán triệt.", "Thành ủy Hà Nội"),
        ("Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.", "Quận ủy Ba Đình"),
        ("Ban Thường vụ Quận ủy Ba Đình đã ban hành Kế hoạch số 30-KH/QU.", "Ban Thường vụ Quận ủy Ba Đình"),
        ("Quận Ba Đình thực hiện Kế hoạch số 30-KH/QU.", "Quận ủy Ba Đình"),
        ("Quận Ba Đình thực hiện Kế hoạch số 20-KH/TU.", "Thành ủy Hà Nội"),
        ("Huyện Anh Sơn thực hiện Chỉ thị số 7-CT/TU.", "Tỉnh ủy Nghệ An"),
        ("Quận Ba Đình thực hiện Công văn số 598-CV/BTGQU.", "Ban Tuyên giáo Quận ủy Ba Đình"),
        ("Nghị định số 10/2020/NĐ-CP ngày 17/1/2020 của Chính phủ có hiệu lực.", "Chính phủ"),
        ("Theo Quyết định số 12/2020 của bộ trưởng Bộ Nội vụ về tiêu chuẩn cán bộ.", "Bộ Nội vụ"),
        ("Thực hiện Chỉ thị số 12/CT-UBND của Chủ tịch UBND tỉnh Nam Định về cải cách hành chính.", "UBND tỉnh Nam Định"),
        ("Các đơn vị vi phạm Quyết định 64 của Thủ tướng về việc quản lý tài sản.", "Thủ tướng Chính phủ"),
        ("Thông tư số 12/2020/TT-BNV hướng dẫn chế độ.", "Bộ Nội vụ"),
        ("Chủ tịch UBND huyện Anh Sơn (tỉnh Nghệ An) Nguyễn Văn An vừa ký Quyết định số 52/QĐ-UBND bồi thường.", "UBND huyện Anh Sơn"),
        ("Chủ tịch UBND tỉnh Nghệ An vừa có Công văn số 91/UBND-KT chỉ đạo kiểm tra.", "UBND tỉnh Nghệ An"),
        ("Luật số 12/2020/QH14 có hiệu lực.", "Quốc hội"),
        ("Ngân hàng Nhà nước đã phối hợp chặt chẽ với Bộ Xây dựng ban hành Thông tư số 11/2013/TT-BTC.", "Bộ Tài chính"),
        ("Quận Ba Đình thực hiện Thông tư số 12/2013/TT-NHNN.", "Ngân hàng Nhà nước Việt Nam"),
        ("UBND quận Ba Đình họp. Trước đó, Ngân hàng Nhà nước đã ban hành Thông tư số 12/2013.", "Ngân hàng Nhà nước Việt Nam"),
        ("UBND huyện Anh Sơn họp. Theo Quyết định số 12/QĐ-UBND, dự án được giao cho Phòng Kinh tế.", "UBND huyện Anh Sơn"),
    ],
)
def test_the_issuer_is_named_or_meant_by_the_suffix(text: str, issuer: str, relations: Relations) -> None:
    assert {issuer_ for _, issuer_ in relations(text, "issuedBy")} == {issuer}


@pytest.mark.parametrize(
    "text",
    [
        "Quận Ba Đình thực hiện Chỉ thị số 05-CT/TW.",
        "Quận Ba Đình thực hiện Quyết định số 12/QĐ-UBND.",
        "UBND quận Ba Đình và UBND huyện Anh Sơn thực hiện Quyết định số 12/QĐ-UBND.",
        "Thực hiện Kế hoạch số 30-KH/QU.",
        "Huyện Anh Sơn thực hiện Kế hoạch số 30-KH/QU.",
        "Quận Ba Đình thực hiện Kế hoạch số 30-KH/HU.",
        "Quận Ba Đình thực hiện Chỉ thị 05.",
        "Căn cứ Luật Tổ chức Quốc hội, huyện Anh Sơn họp.",
        "Thông tư liên tịch số 05/2013/TTLT-BCA-BQP-BYT-TANDTC-VKSNDTC có hiệu lực.",
    ],
)
def test_an_issuer_that_nothing_shows_is_not_guessed(text: str, relations: Relations) -> None:
    assert relations(text, "issuedBy") == set()


def test_a_number_in_the_suffix_of_one_district_is_not_that_of_the_article(relations: Relations) -> None:
    text = "Quận ủy Đống Đa học tập kinh nghiệm. Kế hoạch số 347-KH/QU của Quận ủy Ba Đình được giới thiệu. Quận Đống Đa có nhiều kết quả."
    assert relations(text, "issuedBy") == {("Kế hoạch 347-KH/QU", "Quận ủy Ba Đình")}


@pytest.mark.parametrize(
    "text",
    [
        "Quận ủy Ba Đình ban hành Kế hoạch số 347-KH/QU ngày 2-3-2024. Quận ủy Đống Đa ban hành Kế hoạch số 347-KH/QU ngày 4-5-2024.",
        "Kế hoạch số 45-KH/QU, ngày 3/4/2024 của Quận ủy Đống Đa. Kế hoạch số 45-KH/QU của Quận ủy Ba Đình.",
    ],
)
def test_one_number_of_two_issuers_is_two_documents(text: str, relations: Relations) -> None:
    assert {issuer for _, issuer in relations(text, "issuedBy")} == {"Quận ủy Ba Đình", "Quận ủy Đống Đa"}


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU ngày 2-7-2021.", {("Kế hoạch 30-KH/QU", "2021-07-02")}),
        ("Ngày 2-7-2021, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.", {("Kế hoạch 30-KH/QU", "2021-07-02")}),
        (
            "Thực hiện Kế hoạch số 20-KH/TU ngày 1-6-2021 của Thành ủy, ngày 2-7-2021, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
            {("Kế hoạch 20-KH/TU", "2021-06-01"), ("Kế hoạch 30-KH/QU", "2021-07-02")},
        ),
        (
            "Thực hiện Chỉ thị số 05-CT/TW, ngày 15-5-2016 của Bộ Chính trị, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
            {("Chỉ thị 05-CT/TW", "2016-05-15")},
        ),
        ("Sáng 2-7-2021, Quận ủy Ba Đình quán triệt Kế hoạch số 20-KH/TU.", set()),
        (
            "Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị ngày 15-5-2016, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.",
            {("Chỉ thị 05-CT/TW", "2016-05-15")},
        ),
        (
            "Thực hiện Kế hoạch số 45/KH-UBND của UBND thành phố Hà Nội, ngày 3/4/2024, UBND quận Ba Đình phát động phong trào “Sạch đẹp”.",
            set(),
        ),
        (
            "Ngày 2-7-2021, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU thực hiện Kế hoạch số 20-KH/TU của Thành ủy Hà Nội.",
            {("Kế hoạch 30-KH/QU", "2021-07-02")},
        ),
        ("Ngày 2-7-2021, tại quận Ba Đình diễn ra hội nghị sơ kết thực hiện Kết luận số 01-KL/TW.", set()),
        ("Thực hiện Kế hoạch số 20-KH/TU, ngày 2-7-2021, Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU.", set()),
    ],
)
def test_a_day_of_issue_is_the_documents_own(text: str, days: set[tuple[str, str]], relations: Relations) -> None:
    assert relations(text, "issuedOn") == days


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 05-CT/TW của Bộ Chính trị. Chỉ thị 05 được quán triệt. Chỉ thị số 5-CT/TW, Chỉ thị 05-CT/TƯ.",
        "Chỉ thị 05 được quán triệt. Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.",
    ],
)
def test_short_and_full_forms_are_one_document(text: str, read: Read) -> None:
    (directive,) = read(text).directives
    assert (directive.label, directive.designation, directive.document_type) == ("Chỉ thị 05-CT/TW", "05-CT/TW", "chi-thi")


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị số 05-CT/TW và Chỉ thị số 05-CT/TU.",
        "Ban Thường vụ Thành ủy Hải Phòng ban hành Chỉ thị số 05-CT/TU về phát ngôn, gắn với Chỉ thị 05 của Bộ Chính trị.",
        "Quận ủy Ba Đình thực hiện Chỉ thị số 05-CT/TW và Chỉ thị 05 của Thành ủy Hà Nội.",
        "Chỉ thị số 05-CT/TW và Kết luận số 05-KL/TW.",
        "Chỉ thị số 05-CT/TW và Chỉ thị số 50-CT/TW.",
        "Nghị quyết Trung ương 4 khóa XI và Nghị quyết Trung ương 4 khóa XII.",
        "Nghị quyết Đại hội XII của Đảng và Nghị quyết Đại hội XIII của Đảng.",
    ],
)
def test_different_documents_stay_apart(text: str, read: Read) -> None:
    assert len({d.key for d in read(text).directives}) == 2


def test_a_congress_known_by_its_term_is_the_one_known_by_its_ordinal(read: Read) -> None:
    text = "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2015 - 2020. Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII đi vào cuộc sống."
    assert [d.label for d in read(text).directives] == ["Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVIII"]


def test_a_resolution_of_a_congress_is_not_issued_by_the_body_that_met(relations: Relations) -> None:
    text = "Quận Ba Đình thực hiện Nghị quyết Đại hội Đảng bộ quận Ba Đình lần thứ XXVI."
    assert relations(text, "issuedBy") == set()


def test_a_joint_document_has_two_issuers(relations: Relations) -> None:
    text = "Kế hoạch liên tịch số 02/KHLT của UBND thành phố Hà Nội và Ủy ban MTTQ thành phố Hà Nội về tổ chức hội nghị."
    assert {issuer for _, issuer in relations(text, "issuedBy")} == {"UBND thành phố Hà Nội", "Ủy ban MTTQ Việt Nam thành phố Hà Nội"}


def test_documents_of_one_list_share_the_issuer_behind_it(relations: Relations) -> None:
    text = "Quán triệt các Nghị quyết số 18, 19-NQ/TW của Ban Chấp hành Trung ương Đảng."
    assert {document for document, _ in relations(text, "issuedBy")} == {"Nghị quyết 18-NQ/TW", "Nghị quyết 19-NQ/TW"}


def test_a_bare_number_with_another_issuer_is_another_document(read: Read) -> None:
    text = "Nghị quyết số 10-NQ/TW của Bộ Chính trị. Nghị quyết số 10 của Tỉnh ủy Nghệ An."
    assert len({d.key for d in read(text).directives}) == 2


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Kế hoạch số 30-KH/QU về chuyển đổi số giai đoạn 2021 - 2025.", "chuyển đổi số giai đoạn 2021 - 2025"),
        ("Kế hoạch số 30-KH/QU ngày 2-7-2021 của Quận ủy Ba Đình về việc học tập chuyên đề năm 2024.", "học tập chuyên đề năm 2024"),
        ("Kế hoạch số 30-KH/QU “Xây dựng chi bộ bốn tốt” được ban hành.", "Xây dựng chi bộ bốn tốt"),
        ("Kế hoạch số 30-KH/QU được ban hành.", None),
        ("Kế hoạch số 30-KH/QU về việc tổ chức Cuộc thi “Ba Đình trong tôi” lần thứ 3.", "tổ chức Cuộc thi “Ba Đình trong tôi” lần thứ 3"),
        ("Kế hoạch số 30-KH/QU về việc triển khai phong trào “Sạch đẹp”.", "triển khai phong trào “Sạch đẹp”"),
        ("Thực hiện Kế hoạch số 20-KH/TU về chuyển đổi số, Quận ủy Ba Đình tổ chức hội nghị.", "chuyển đổi số"),
        ("Thực hiện Kế hoạch số 20-KH/TU về chuyển đổi số, ngày 3/4/2024, quận tổ chức hội nghị.", "chuyển đổi số"),
        ("Nghị quyết số 18-NQ/TW về tinh gọn bộ máy được triển khai đồng bộ.", "tinh gọn bộ máy"),
        ("Nghị quyết số 18-NQ/TW về tinh gọn bộ máy đã đi vào cuộc sống.", "tinh gọn bộ máy"),
    ],
)
def test_the_title_is_what_a_document_is_about(text: str, title: str | None, read: Read) -> None:
    (directive,) = read(text).directives
    assert directive.title == title


def test_the_key_is_issuer_year_type_and_number_or_marked_as_this_articles_own(read: Read) -> None:
    (full,) = read("Quận ủy Ba Đình ban hành Kế hoạch số 030-KH/QU ngày 2-7-2021.").directives
    (bare,) = read("Quán triệt Chỉ thị số 05-CT/TW.").directives
    assert full.key == "directive/quan-uy-ba-dinh--ha-noi--2021--ke-hoach--30-kh-qu"
    assert bare.key == "directive/unnamed--undated--chi-thi--5-ct-tw--a"


def test_a_year_inside_the_number_is_the_year_of_the_key(read: Read) -> None:
    (decree,) = read("Nghị định số 10/2020/NĐ-CP của Chính phủ có hiệu lực.").directives
    assert decree.key == "directive/chinh-phu--2020--nghi-dinh--10-2020-nd-cp"


@pytest.mark.parametrize(
    "text",
    [
        "Triển khai Nghị quyết số 02/NQ-CP của Chính phủ, ngày 8-3-2013 Bộ Xây dựng đã ban hành hướng dẫn.",
        "Từ ngày 1/7/2017, Bộ Nội vụ ban hành bảng lương theo Nghị định 204/2004/NĐ-CP của Chính phủ.",
        "Nghị định 204/2004/NĐ-CP ngày 1/7/2017 được áp dụng.",
    ],
)
def test_a_day_of_another_clause_or_of_another_year_is_not_the_day_of_issue(text: str, relations: Relations) -> None:
    assert relations(text, "issuedOn") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Huyện Anh Sơn thực hiện Nghị quyết số 18-NQ/TW khóa XII về tinh gọn bộ máy.",
        "Huyện Anh Sơn thực hiện Nghị quyết số 18-NQ/TW (khóa XII) của Trung ương về tinh gọn bộ máy.",
        "Huyện Anh Sơn thực hiện Nghị quyết 18 của Trung ương khóa XII về tinh gọn bộ máy.",
    ],
)
def test_a_title_stands_behind_the_term(text: str, read: Read) -> None:
    assert [d.title for d in read(text).directives] == ["tinh gọn bộ máy"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Xã nhận được Công văn số 12/UBND-VX do Phó Chủ tịch UBND huyện Anh Sơn ký ngày 6/6/2017.", {"UBND huyện Anh Sơn"}),
        ("Xã nhận được Công văn số 12 do UBND huyện Anh Sơn ban hành ngày 6/6/2017.", {"UBND huyện Anh Sơn"}),
        ("Tại hội nghị về Nghị định 67 do UBND huyện Anh Sơn tổ chức, các xã nêu ý kiến.", set()),
    ],
)
def test_who_signs_a_document_issues_it_but_not_who_holds_a_meeting(text: str, issuer: set[str], relations: Relations) -> None:
    assert {body for _, body in relations(text, "issuedBy")} == issuer


@pytest.mark.parametrize(
    "label",
    ["Nghị quyết Đại hội toàn quốc lần thứ XIII của Đảng", "Nghị quyết Đại hội Đoàn TNCS Hồ Chí Minh tỉnh Kiên Giang lần thứ X"],
)
def test_resolutions_of_congresses(label: str, read: Read) -> None:
    assert [d.label for d in read(f"Chi đoàn tuyên truyền {label}; nhiều nội dung khác.").directives] == [label]
