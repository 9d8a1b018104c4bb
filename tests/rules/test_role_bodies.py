"""The body behind a role, as it is written: in small letters, of a board for an event, with an abbreviation, of a place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Positions = Callable[..., dict[str, set[tuple[str, str, str]]]]
START = "Tin trong tỉnh\nNgày 5/6/2024, UBND tỉnh Phú Thọ tổ chức hội nghị. "


@pytest.mark.parametrize(
    ("title", "role", "body"),
    [
        ("Giám đốc sở Tài chính", "giam-doc", "Sở Tài chính tỉnh Phú Thọ"),
        ("Cục trưởng cục Thuế tỉnh", "cuc-truong", "Cục Thuế tỉnh Phú Thọ"),
        ("Giám đốc của Sở Y tế tỉnh", "giam-doc", "Sở Y tế tỉnh Phú Thọ"),
        ("Chủ tịch Hiệp hội du lịch tỉnh", "chu-tich", "Hiệp hội du lịch tỉnh Phú Thọ"),
        ("Giám đốc Công ty chứng khoán Hùng Phong", "giam-doc", "Công ty chứng khoán Hùng Phong"),
        ("Chủ tịch Tập đoàn cà phê Trung Nguyên", "chu-tich", "Tập đoàn cà phê Trung Nguyên"),
        ("Chủ tịch Tập đoàn Hoàng Anh Gia Long", "chu-tich", "Tập đoàn Hoàng Anh Gia Long"),
        ("Chủ tịch Hiệp hội Cà phê - Ca cao Việt Nam", "chu-tich", "Hiệp hội Cà phê - Ca cao Việt Nam"),
        ("Chủ tịch Liên hiệp các tổ chức hữu nghị Việt Nam", "chu-tich", "Liên hiệp các tổ chức hữu nghị Việt Nam"),
        ("Tổng Giám đốc Tổng công ty Xây dựng công trình giao thông 4", "tong-giam-doc", "Tổng công ty Xây dựng công trình giao thông 4"),
        ("Hiệu trưởng trường THPT chuyên Hùng Phong", "hieu-truong", "Trường THPT chuyên Hùng Phong"),
        ("Trưởng Phòng Khoa giáo - Ban Tuyên giáo Tỉnh ủy", "truong-phong", "Phòng Khoa giáo Ban Tuyên giáo Tỉnh ủy Phú Thọ"),
        ("Trưởng ban Quản lý các KCN tỉnh", "truong-ban", "Ban Quản lý các KCN tỉnh Phú Thọ"),
        ("Chủ tịch Hội Nhà báo Việt Nam", "chu-tich", "Hội Nhà báo Việt Nam"),
        ("Tổng Giám đốc Thông tấn xã Việt Nam", "tong-giam-doc", "Thông tấn xã Việt Nam"),
        ("Thống đốc Ngân hàng Nhà nước", "thong-doc", "Ngân hàng Nhà nước Việt Nam"),
        ("Tổng Thanh tra Chính phủ", "tong-thanh-tra", "Thanh tra Chính phủ"),
        ("Chủ nhiệm Ủy ban Bảo vệ Chăm sóc trẻ em VN", "chu-nhiem", "Ủy ban Bảo vệ Chăm sóc trẻ em VN"),
        ("Phó Ban Dân nguyện của Ủy ban Thường vụ Quốc hội", "pho-truong-ban", "Ban Dân nguyện Ủy ban Thường vụ Quốc hội"),
        ("Phó Thường trực Ban Đổi mới doanh nghiệp", "pho-thuong-truc", "Ban Đổi mới doanh nghiệp"),
        ("Trưởng Ban tổ chức Festival Hoa 2024", "truong-ban", "Ban Tổ chức Festival Hoa 2024"),
        ("Trưởng Ban Tổ chức Lễ hội đua thuyền Sông Lam", "truong-ban", "Ban Tổ chức Lễ hội đua thuyền Sông Lam"),
        ("Trưởng Ban Tổ chức Tỉnh ủy", "truong-ban", "Ban Tổ chức Tỉnh ủy Phú Thọ"),
        ("Trưởng Ban Chỉ đạo xây dựng nông thôn mới tỉnh", "truong-ban", "Ban Chỉ đạo xây dựng nông thôn mới tỉnh Phú Thọ"),
        ("Đội trưởng Đội Hình sự - Công an tỉnh", "doi-truong", "Đội Hình sự Công an tỉnh Phú Thọ"),
        ("Chủ tịch Ủy ban Mặt trận Tổ quốc (MTTQ) tỉnh", "chu-tich", "Ủy ban MTTQ Việt Nam tỉnh Phú Thọ"),
        ("Ủy viên Trung ương", "uy-vien", "Trung ương Đảng"),
        ("Ủy viên Đoàn Chủ tịch Tổng LĐLĐVN", "uy-vien-doan-chu-tich", "Tổng Liên đoàn Lao động Việt Nam"),
        ("Đại biểu Quốc hội tỉnh Phú Thọ", "dai-bieu-quoc-hoi", ""),
        ("Đại biểu Quốc hội đoàn Phú Thọ", "dai-bieu-quoc-hoi", ""),
    ],
)
@pytest.mark.parametrize("sentence", ["{} Lê Văn An phát biểu.", "Ông Lê Văn An, {} phát biểu.", "Ông Lê Văn An ({}) phát biểu."])
def test_a_role_has_the_body_that_stands_behind_it(title: str, role: str, body: str, sentence: str, positions: Positions) -> None:
    assert positions(START + sentence.format(title)) == {"Lê Văn An": {(role, body, "held")}}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn An, Giám đốc Công ty chia sẻ: mọi người cùng làm.",
        "Ông Lê Văn An, Giám đốc Nhà máy Thủy điện Sơn Long cho biết.",
        "Em Lê Văn An, Bí thư chi đoàn lớp 12 dự.",
    ],
)
def test_an_unknown_body_makes_no_post_in_another(text: str, positions: Positions) -> None:
    assert positions(START + text) == {}


@pytest.mark.parametrize("title", ["Chủ tịch HĐQT, Tổng Giám đốc", "Chủ tịch Hội đồng quản trị kiêm Tổng Giám đốc"])
def test_the_chair_of_a_board_of_directors_is_that_of_the_company(title: str, positions: Positions) -> None:
    held = positions(f"{START}Ông Lê Văn An, {title} Công ty Hùng Phong phát biểu.")["Lê Văn An"]
    assert held == {("chu-tich-hdqt", "Công ty Hùng Phong", "held"), ("tong-giam-doc", "Công ty Hùng Phong", "held")}


def test_the_head_of_a_school_is_that_of_the_school_named_before(positions: Positions) -> None:
    text = f"{START}Trường THPT Hùng Phong khai giảng năm học mới. Ông Lê Văn An, Hiệu trưởng nhà trường phát biểu."
    assert positions(text) == {"Lê Văn An": {("hieu-truong", "Trường THPT Hùng Phong", "held")}}


def test_a_chair_beside_a_secretary_is_that_of_the_peoples_committee(positions: Positions) -> None:
    held = positions(f"{START}Ông Lê Văn An – Chủ tịch kiêm Phó Bí thư Huyện ủy Anh Sơn dự.")["Lê Văn An"]
    assert held == {("chu-tich", "UBND huyện Anh Sơn", "held"), ("pho-bi-thu", "Huyện ủy Anh Sơn", "held")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Lê Văn An, nguyên Trưởng ban Ban Bồi thường GPMB tỉnh.",
            ("truong-ban", "Ban Bồi thường giải phóng mặt bằng tỉnh Phú Thọ", "former"),
        ),
        ("Ông Lê Văn An, Chủ tịch công đoàn cơ sở Hùng Phong dự.", ("chu-tich", "Công đoàn Hùng Phong", "held")),
    ],
)
def test_heads_said_twice_and_in_small_letters(text: str, expected: tuple[str, str, str], positions: Positions) -> None:
    assert positions(START + text) == {"Lê Văn An": {expected}}


def test_a_small_head_without_a_name_makes_no_post_in_another_body(positions: Positions) -> None:
    assert positions(f"{START}Ông Lê Văn An, chủ tịch công đoàn cơ sở dự.") == {}


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("Phó Bí thư Thường trực phụ trách Huyện ủy", ("pho-bi-thu-thuong-truc", "Huyện ủy Anh Sơn")),
        ("Chủ tịch CĐ ngành Giáo dục huyện", ("chu-tich", "Công đoàn ngành Giáo dục huyện Anh Sơn")),
        ("Chuyên viên ban Chính sách pháp luật LĐLĐ huyện", ("chuyen-vien", "Ban Chính sách pháp luật Liên đoàn Lao động huyện Anh Sơn")),
        ("Chủ tịch Liên Chi hội Nhà báo ngành Tài chính", ("chu-tich", "Liên Chi hội Nhà báo ngành Tài chính")),
        ("Tổng Biên tập Tạp chí Mặt trận", ("tong-bien-tap", "Tạp chí Mặt trận")),
        ("Chủ tịch Liên đoàn Luật sư Việt Nam", ("chu-tich", "Liên đoàn Luật sư Việt Nam")),
        (
            "Phó Chủ tịch - Tổng Thư ký Ủy ban Trung ương MTTQ Việt Nam",
            ("pho-chu-tich-tong-thu-ky", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ),
    ],
)
def test_boards_unions_and_journals_have_posts(title: str, post: tuple[str, str], positions: Positions) -> None:
    assert positions(f"Huyện Anh Sơn họp. Ông Lê Minh Khôi, {title} phát biểu.") == {"Lê Minh Khôi": {(*post, "held")}}


def test_a_post_without_its_body_is_in_the_journal_named_before(positions: Positions) -> None:
    text = "Đoàn thăm Tạp chí Mặt trận. Tổng Biên tập Lê Minh Khôi cảm ơn."
    assert positions(text) == {"Lê Minh Khôi": {("tong-bien-tap", "Tạp chí Mặt trận", "held")}}


def test_who_is_retired_held_the_post(positions: Positions) -> None:
    text = "Huyện Anh Sơn họp. Ông Lê Minh Khôi, Phó Chủ tịch UBND huyện đã nghỉ hưu."
    assert positions(text) == {"Lê Minh Khôi": {("pho-chu-tich", "UBND huyện Anh Sơn", "former")}}


def test_initials_before_a_name_are_not_a_part_of_it(positions: Positions) -> None:
    text = "Chủ tịch CĐ GTVT Lê Minh Khôi dự lễ."
    assert positions(text) == {"Lê Minh Khôi": {("chu-tich", "Công đoàn GTVT", "held")}}


@pytest.mark.parametrize(
    "text",
    [
        "Là Chủ tịch UBND huyện, một trong những cá nhân tiêu biểu, ông Lê Minh Khôi cho biết.",
        "Trên cương vị là Chủ tịch UBND huyện, dù bận nhiều việc, đồng chí Lê Minh Khôi vẫn về cơ sở.",
    ],
)
def test_a_title_that_opens_a_sentence_is_that_of_its_subject(text: str, positions: Positions) -> None:
    assert positions(f"Huyện Anh Sơn họp. {text}") == {"Lê Minh Khôi": {("chu-tich", "UBND huyện Anh Sơn", "held")}}


def test_a_title_before_another_ones_clause_is_not_his(positions: Positions) -> None:
    text = "Huyện Anh Sơn họp. Theo Chủ tịch UBND huyện, một trong những việc khó, ông Lê Minh Khôi cho biết."
    assert positions(text) == {}


@pytest.mark.parametrize(
    ("title", "role", "body"),
    [
        ("Trưởng phòng Giáo dục mầm non (Sở GD-ĐT Phú Thọ)", "truong-phong", "Phòng Giáo dục mầm non Sở GD-ĐT tỉnh Phú Thọ"),
        ("Chủ tịch Hiệp hội Tôm Bình Thuận", "chu-tich", "Hiệp hội Tôm Bình Thuận"),
        ("Giám đốc Trung tâm Bảo vệ thực vật phía Nam", "giam-doc", "Trung tâm Bảo vệ thực vật phía Nam"),
        ("Phó trưởng Ban Chỉ đạo Tây Nguyên", "pho-truong-ban", "Ban Chỉ đạo Tây Nguyên"),
    ],
)
def test_a_body_goes_on_with_what_tells_it_from_others(title: str, role: str, body: str, positions: Positions) -> None:
    assert positions(f"{START}Ông Lê Minh Khôi, {title} phát biểu.") == {"Lê Minh Khôi": {(role, body, "held")}}


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Quốc hội Cộng hòa Liên bang Myanmar Lê Minh Khôi thăm tỉnh.",
        "Chủ tịch Quốc hội Vương quốc Campuchia Lê Minh Khôi thăm tỉnh.",
        "Chủ tịch Quốc hội nước Cộng hòa Bungari Lê Minh Khôi thăm tỉnh.",
    ],
)
def test_a_republic_behind_a_body_makes_it_that_of_another_state(text: str, positions: Positions) -> None:
    assert positions(text) == {}


def test_a_word_of_doing_is_no_field(positions: Positions) -> None:
    assert positions("Thủ tướng yêu cầu Bộ khẩn trương nghiên cứu. Bộ trưởng Lê Minh Khôi cho biết.") == {}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Tổng Giám đốc DQSC", "DQSC"),
        ("Phó Tổng giám đốc Vinabankco", "Vinabankco"),
        ("Giám đốc Vietjob Việt Nam", "Vietjob Việt Nam"),
        ("Chủ nhiệm Câu lạc bộ truyền thống thành phố Việt Trì", "Câu lạc bộ truyền thống thành phố Việt Trì"),
    ],
)
def test_an_enterprise_may_bear_a_brand_and_a_club_a_place(title: str, body: str, positions: Positions) -> None:
    assert {b for _, b, _ in positions(f"{START}Ông Lê Minh Khôi, {title}, phát biểu.")["Lê Minh Khôi"]} == {body}


@pytest.mark.parametrize("title", ["Giám đốc Lê", "Giám đốc DQSC-TT", "Giám đốc Grand Standard", "Chủ tịch DQSC"])
def test_capitals_behind_other_titles_are_no_brand(title: str, positions: Positions) -> None:
    assert positions(f"Ông Lê Minh Khôi, {title}, phát biểu.") == {}


@pytest.mark.parametrize(
    ("title", "role", "body"),
    [
        ("Giám đốc hành chính - nhân sự Công ty Hoàng Gia", "giam-doc", "Công ty Hoàng Gia"),
        ("Phó Giám đốc phụ trách Sở Y tế tỉnh", "pho-giam-doc", "Sở Y tế tỉnh Phú Thọ"),
        ("Phó Hiệu trưởng phụ trách Trường THPT Hùng Vương", "pho-hieu-truong", "Trường THPT Hùng Vương"),
        ("Chủ tịch BCH Trung ương Hội Nông dân Việt Nam", "chu-tich", "Ban Chấp hành Trung ương Hội Nông dân Việt Nam"),
        ("Tổng Giám đốc Ngân hàng Hoàng Gia góp 8,12% vốn", "tong-giam-doc", "Ngân hàng Hoàng Gia"),
    ],
)
def test_a_duty_may_stand_between_a_role_and_its_body(title: str, role: str, body: str, positions: Positions) -> None:
    assert positions(f"{START}Ông Lê Minh Khôi, {title} phát biểu.") == {"Lê Minh Khôi": {(role, body, "held")}}


def test_who_has_a_duty_of_an_enterprise_is_not_in_the_peoples_committee(positions: Positions) -> None:
    assert positions(START + "Bà Lê Minh Khôi, Phó Chủ tịch điều hành bộ phận quan hệ công chúng, phát biểu.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Giám đốc Sở Lê Minh Khôi phát biểu.",
        "Ông Lê Minh Khôi, Giám đốc Sở, phát biểu.",
        "Dự hội nghị có Giám đốc Sở Lê Minh Khôi.",
    ],
)
def test_a_head_alone_is_the_body_of_its_kind_named_before(text: str, positions: Positions) -> None:
    assert positions(f"Sở Y tế tỉnh Nghệ An tổ chức hội nghị. {text}") == {"Lê Minh Khôi": {("giam-doc", "Sở Y tế tỉnh Nghệ An", "held")}}


def test_a_head_alone_is_no_body_where_none_of_its_kind_is_named(positions: Positions) -> None:
    assert positions(START + "Cục trưởng Cục Lê Minh Khôi phát biểu.") == {}
