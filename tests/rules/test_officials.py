"""Who holds which post: in all orders of name and title, given, left and former; and who holds none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Positions = Callable[..., dict[str, set[tuple[str, str, str]]]]
START = "Ngày 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. "
SECRETARY = ("bi-thu", "Huyện ủy Anh Sơn", "held")
CHAIR = ("chu-tich", "UBND huyện Anh Sơn", "held")
VICE = ("pho-chu-tich", "UBND huyện Anh Sơn", "held")


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Huyện ủy Vũ Thị Hạnh dự.",
        "Đồng chí Bí thư Huyện ủy Vũ Thị Hạnh dự.",
        "Đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy dự.",
        "Đồng chí Vũ Thị Hạnh - Bí thư Huyện ủy dự.",
        "Đồng chí Vũ Thị Hạnh – Bí thư Huyện uỷ dự.",
        "Đồng chí Vũ Thị Hạnh (Bí thư Huyện ủy) dự.",
        "Đồng chí Vũ Thị Hạnh (47 tuổi, Bí thư Huyện ủy) dự.",
        "Bà Vũ Thị Hạnh (SN 1976, Bí thư Huyện ủy) dự.",
        "Đồng chí Vũ Thị Hạnh là Bí thư Huyện ủy.",
        "Bí thư Huyện ủy là đồng chí Vũ Thị Hạnh.",
        "Bí thư Huyện ủy, đồng chí Vũ Thị Hạnh dự.",
        "Bí thư Huyện ủy: Vũ Thị Hạnh",
        "Bà Vũ Thị Hạnh, hiện là Bí thư Huyện ủy Anh Sơn, dự.",
        "Đồng chí Vũ  Thị  Hạnh,  Bí  thư  Huyện  ủy dự.",
    ],
)
def test_name_and_title_stand_in_any_order(text: str, positions: Positions) -> None:
    assert list(positions(START + text).values()) == [{SECRETARY}]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy, Chủ tịch UBND huyện dự.",
        "Bí thư Huyện ủy, Chủ tịch UBND huyện Vũ Thị Hạnh dự.",
        "Vũ Thị Hạnh - Bí thư Huyện ủy - Chủ tịch UBND huyện dự.",
        "Bí thư Huyện ủy kiêm Chủ tịch UBND huyện Vũ Thị Hạnh dự.",
        "Bí thư Huyện ủy Vũ Thị Hạnh dự. Đồng chí Vũ Thị Hạnh, Chủ tịch UBND huyện phát biểu.",
    ],
)
def test_one_person_may_hold_several_posts(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Vũ Thị Hạnh": {SECRETARY, CHAIR}}


@pytest.mark.parametrize(
    "text",
    [
        "Dự có Vũ Thị Hạnh, Bí thư Huyện ủy; Lê Minh Khôi, Chủ tịch UBND huyện; Bùi Thị Lan - Phó Chủ tịch UBND huyện.",
        "Dự có Bí thư Huyện ủy Vũ Thị Hạnh; Chủ tịch UBND huyện Lê Minh Khôi; Phó Chủ tịch UBND huyện Bùi Thị Lan.",
        "Dự có Vũ Thị Hạnh - Bí thư Huyện ủy, Lê Minh Khôi - Chủ tịch UBND huyện, Bùi Thị Lan - Phó Chủ tịch UBND huyện.",
        "Dự có Vũ Thị Hạnh (Bí thư Huyện ủy), đồng chí Lê Minh Khôi (Chủ tịch UBND huyện), bà Bùi Thị Lan (Phó Chủ tịch UBND huyện).",
        "Dự có: Vũ Thị Hạnh, Bí thư Huyện ủy\nĐồng chí Lê Minh Khôi, Chủ tịch UBND huyện\nĐồng chí Bùi Thị Lan, Phó Chủ tịch UBND huyện",
    ],
)
def test_each_of_a_list_holds_only_the_own_post(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Vũ Thị Hạnh": {SECRETARY}, "Lê Minh Khôi": {CHAIR}, "Bùi Thị Lan": {VICE}}


@pytest.mark.parametrize(
    "text",
    [
        "Dự có các Phó Chủ tịch UBND huyện: Lê Minh Khôi, Bùi Thị Lan.",
        "Dự có các đồng chí Phó Chủ tịch UBND huyện: Lê Minh Khôi và Bùi Thị Lan.",
        "Dự có hai Phó Chủ tịch UBND huyện Lê Minh Khôi, Bùi Thị Lan.",
        "Dự có các Phó Chủ tịch UBND huyện: Lê Minh Khôi, Bùi Thị Lan; các đồng chí Ủy viên Ban Thường vụ Huyện ủy.",
        "Dự có các đồng chí Lê Minh Khôi, Bùi Thị Lan - Phó Chủ tịch UBND huyện.",
        "Dự có hai đồng chí Lê Minh Khôi và Bùi Thị Lan, Phó Chủ tịch UBND huyện.",
        "Các Phó Chủ tịch UBND huyện gồm các ông, bà: Lê Minh Khôi, Bùi Thị Lan.",
    ],
)
def test_several_share_one_title(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Lê Minh Khôi": {VICE}, "Bùi Thị Lan": {VICE}}


@pytest.mark.parametrize(
    "text",
    [
        "Dự có nguyên Bí thư Huyện ủy Vũ Thị Hạnh.",
        "Dự có đồng chí Vũ Thị Hạnh, nguyên Bí thư Huyện ủy.",
        "Dự có đồng chí Vũ Thị Hạnh - Nguyên Bí thư Huyện ủy.",
        "Dự có cựu Bí thư Huyện ủy Vũ Thị Hạnh.",
        "Đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy (cũ) dự.",
        "Đồng chí Vũ Thị Hạnh thôi giữ chức Bí thư Huyện ủy.",
        "Đồng chí Vũ Thị Hạnh thôi giữ chức vụ Bí thư Huyện ủy để nghỉ hưu.",
    ],
)
def test_a_post_once_held_is_a_former_one(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Vũ Thị Hạnh": {("bi-thu", "Huyện ủy Anh Sơn", "former")}}


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Vũ Thị Hạnh được bầu giữ chức Bí thư Huyện ủy.",
        "Đồng chí Vũ Thị Hạnh được bầu làm Bí thư Huyện ủy.",
        "Hội nghị đã bầu đồng chí Vũ Thị Hạnh giữ chức vụ Bí thư Huyện ủy.",
        "Đồng chí Vũ Thị Hạnh được chỉ định giữ chức Bí thư Huyện ủy nhiệm kỳ 2020 - 2025.",
        "Đồng chí Vũ Thị Hạnh được bổ nhiệm giữ chức Bí thư Huyện ủy.",
        "Đồng chí Vũ Thị Hạnh tái đắc cử Bí thư Huyện ủy với 100% số phiếu.",
    ],
)
def test_a_post_given_in_the_article_is_appointed(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Vũ Thị Hạnh": {("bi-thu", "Huyện ủy Anh Sơn", "appointed")}}


def test_who_leaves_one_post_for_another(positions: Positions) -> None:
    text = "Đồng chí Vũ Thị Hạnh, Chủ tịch UBND huyện được bầu giữ chức Bí thư Huyện ủy."
    assert positions(START + text) == {"Vũ Thị Hạnh": {CHAIR, ("bi-thu", "Huyện ủy Anh Sơn", "appointed")}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kỳ họp đã bầu đồng chí Lê Minh Khôi giữ chức Chủ tịch UBND huyện, đồng chí Bùi Thị Lan giữ chức Phó Chủ tịch UBND huyện.",
            {"Lê Minh Khôi": {(*CHAIR[:2], "appointed")}, "Bùi Thị Lan": {(*VICE[:2], "appointed")}},
        ),
        (
            "Đồng chí Lê Minh Khôi thôi giữ chức Chủ tịch UBND huyện; đồng chí Bùi Thị Lan được bầu giữ chức Phó Chủ tịch UBND huyện.",
            {"Lê Minh Khôi": {(*CHAIR[:2], "former")}, "Bùi Thị Lan": {(*VICE[:2], "appointed")}},
        ),
        (
            "Đồng chí Lê Minh Khôi được bầu giữ chức Chủ tịch UBND huyện, "
            "các đồng chí Bùi Thị Lan, Trần Quốc Lâm được bầu giữ chức Phó Chủ tịch UBND huyện.",
            {
                "Lê Minh Khôi": {(*CHAIR[:2], "appointed")},
                "Bùi Thị Lan": {(*VICE[:2], "appointed")},
                "Trần Quốc Lâm": {(*VICE[:2], "appointed")},
            },
        ),
        (
            "Ông Lê Minh Khôi và bà Bùi Thị Lan vừa được Chủ tịch UBND huyện bổ nhiệm giữ chức Phó Trưởng phòng Nội vụ huyện.",
            {
                "Lê Minh Khôi": {("pho-truong-phong", "Phòng Nội vụ huyện Anh Sơn", "appointed")},
                "Bùi Thị Lan": {("pho-truong-phong", "Phòng Nội vụ huyện Anh Sơn", "appointed")},
            },
        ),
    ],
)
def test_in_a_chain_of_elections_each_is_given_the_own_post(
    text: str, expected: dict[str, set[tuple[str, str, str]]], positions: Positions
) -> None:
    assert positions(START + text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bí thư Huyện ủy Vũ Thị Hạnh trao quyết định bổ nhiệm Trưởng phòng Nội vụ huyện cho đồng chí Bùi Thị Lan.", "Vũ Thị Hạnh"),
        ("Bí thư Huyện ủy Vũ Thị Hạnh chủ trì phiên họp bầu Chủ tịch UBND huyện.", "Vũ Thị Hạnh"),
        ("Bí thư Huyện ủy Vũ Thị Hạnh công bố quyết định bổ nhiệm Chủ tịch UBND huyện.", "Vũ Thị Hạnh"),
        ("Bí thư Huyện ủy Vũ Thị Hạnh đề nghị Chủ tịch UBND huyện làm rõ.", "Vũ Thị Hạnh"),
        ("Bí thư Huyện ủy Vũ Thị Hạnh cùng Chủ tịch UBND huyện dự.", "Vũ Thị Hạnh"),
        ("Bí thư Huyện ủy Vũ Thị Hạnh ký quyết định bổ nhiệm em trai mình làm Trưởng phòng Nội vụ huyện.", "Vũ Thị Hạnh"),
        ("Bí thư Huyện ủy Vũ Thị Hạnh chưa giữ chức Chủ tịch UBND huyện.", "Vũ Thị Hạnh"),
    ],
)
def test_who_gives_a_post_does_not_get_it(text: str, name: str, positions: Positions) -> None:
    assert positions(START + text)[name] == {SECRETARY}


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch Hồ Chí Minh đã dạy cán bộ.",
        "Tổng Bí thư Lê Duẩn và Bí thư Huyện ủy cũ.",
        "Trường THPT Lê Hồng Phong khai giảng.",
        "Gia đình ông Trần Văn Lợi được hỗ trợ xây nhà.",
        "Chủ tịch UBND huyện tặng Giấy khen cho bà Phạm Thị Tươi.",
        "Đồng chí Bí thư Huyện ủy kết luận hội nghị.",
        "Phóng sự kể về tấm gương của anh Lê Văn Khải.",
    ],
)
def test_history_schools_and_private_people_are_no_officials(text: str, positions: Positions) -> None:
    assert positions(START + text) == {}


def test_the_key_of_a_person_tells_namesakes_of_two_bodies_apart(read: Callable[..., object]) -> None:
    one = read("Chủ tịch UBND huyện Anh Sơn Lê Minh Khôi dự.")
    other = read("Chủ tịch UBND huyện Nam Đàn Lê Minh Khôi dự.")
    assert {o.key for o in one.officials} == {"official/le6-minh-khoi6--ubnd-huyen-anh-son--nghe-an"}  # type: ignore[attr-defined]
    assert {o.key for o in other.officials} == {"official/le6-minh-khoi6--ubnd-huyen-nam-dan--nghe-an"}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("one", "other"), [("Lê Văn Hùng", "Lê Văn Hưng"), ("Trần Văn Tuấn", "Trần Văn Tuân"), ("Vũ Thị Thủy", "Vũ Thị Thúy")]
)
def test_the_key_of_a_person_tells_names_apart_that_differ_by_their_marks(one: str, other: str, read: Callable[..., object]) -> None:
    findings = read(f"{START}Dự có các Phó Chủ tịch UBND huyện: {one}, {other}.")
    assert len({o.key for o in findings.officials}) == 2  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["Dự có nguyên Bí thư Huyện ủy Vũ Thị Hạnh.", "Dự có cựu Bí thư Huyện ủy Vũ Thị Hạnh."])
def test_the_quotation_shows_that_a_post_is_a_former_one(text: str, read: Callable[..., object]) -> None:
    findings = read(START + text)
    ((holding,),) = [o.holdings for o in findings.officials]  # type: ignore[attr-defined]
    quote = findings.article.text[holding.evidence[0].begin : holding.evidence[0].end]  # type: ignore[attr-defined]
    assert quote.startswith(("nguyên", "cựu"))


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Lê Minh Khôi, Bí thư Đảng ủy, Giám đốc Sở Y tế Nghệ An dự.", {"Đảng ủy Sở Y tế tỉnh Nghệ An", "Sở Y tế tỉnh Nghệ An"}),
        ("Lê Minh Khôi, Bí thư Đảng ủy, Chủ tịch HĐND xã Tào Sơn dự.", {"Đảng ủy xã Tào Sơn", "HĐND xã Tào Sơn"}),
        ("Lê Minh Khôi, Ủy viên Ban Thường vụ Đảng ủy, Trưởng Công an xã Tào Sơn dự.", {"Đảng ủy xã Tào Sơn", "Công an xã Tào Sơn"}),
        ("Lê Minh Khôi, Bí thư chi bộ, Trưởng thôn Hội Phú dự.", {"Chi bộ thôn Hội Phú", "thôn Hội Phú"}),
        (
            "Lê Minh Khôi, Bí thư Chi bộ, Trưởng ban Công tác Mặt trận tổ dân phố 5 dự.",
            {"Chi bộ Tổ dân phố 5", "Ban Công tác Mặt trận Tổ dân phố 5"},
        ),
    ],
)
def test_a_party_post_before_an_office_is_that_of_the_office_or_of_its_commune(text: str, posts: set[str], positions: Positions) -> None:
    assert {body for _, body, _ in positions(START + "Đồng chí " + text)["Lê Minh Khôi"]} == posts


def test_a_minister_who_heads_an_office_is_not_the_minister_named_before(positions: Positions) -> None:
    text = "Bộ Quốc phòng báo cáo. Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Minh Khôi cho biết."
    assert positions(text) == {"Lê Minh Khôi": {("chu-nhiem", "Văn phòng Chính phủ", "held")}}


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("Bí thư Đảng ủy UBND tỉnh", ("bi-thu", "Đảng ủy UBND tỉnh Nghệ An")),
        ("Phó Bí thư Đảng ủy các cơ quan Đảng tỉnh", ("pho-bi-thu", "Đảng ủy các cơ quan Đảng tỉnh Nghệ An")),
        ("Trưởng Ban Xây dựng Đảng Đảng ủy xã Tào Sơn", ("truong-ban", "Ban Xây dựng Đảng Đảng ủy xã Tào Sơn")),
        ("Bí thư Đoàn xã Tào Sơn", ("bi-thu", "Đoàn xã Tào Sơn")),
        ("Thường vụ Huyện ủy", ("uy-vien-ban-thuong-vu", "Huyện ủy Anh Sơn")),
        ("Chánh Văn phòng Trung ương Đảng", ("chanh-van-phong", "Văn phòng Trung ương Đảng")),
        ("Tổng Biên tập Báo Nghệ An", ("tong-bien-tap", "Báo Nghệ An")),
        ("Hiệu trưởng Trường Đại học Vinh", ("hieu-truong", "Trường Đại học Vinh")),
        ("Phó Trưởng Đoàn chuyên trách Đoàn ĐBQH tỉnh", ("pho-truong-doan", "Đoàn ĐBQH tỉnh Nghệ An")),
        ("Trưởng CAQ Đống Đa", ("truong-cong-an", "Công an quận Đống Đa")),
        ("Phó Chủ tịch Hội Nhà báo tỉnh", ("pho-chu-tich", "Hội Nhà báo tỉnh Nghệ An")),
        ("Thường trực Ban Bí thư", ("thuong-truc-ban-bi-thu", "Ban Bí thư")),
    ],
)
def test_the_post_is_in_the_body_that_its_words_name(title: str, post: tuple[str, str], positions: Positions) -> None:
    assert positions(f"{START}Ông Lê Minh Khôi, {title} phát biểu.") == {"Lê Minh Khôi": {(*post, "held")}}


def test_a_body_that_no_list_has_is_not_taken_for_the_committee_of_the_place(positions: Positions) -> None:
    assert positions(START + "Ông Lê Minh Khôi, Bí thư Xứ ủy Nam Kỳ dự.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn kiểm tra huyện do đồng chí Lê Minh Khôi, Chủ tịch UBND huyện làm Trưởng đoàn đã làm việc.",
        "Đoàn kiểm tra huyện (do Chủ tịch UBND huyện Lê Minh Khôi làm trưởng đoàn) đã làm việc.",
    ],
)
def test_who_is_said_to_head_a_board_has_the_post_in_it(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Lê Minh Khôi": {CHAIR, ("truong-doan", "Đoàn kiểm tra huyện Anh Sơn", "held")}}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Đồng chí Lê Minh Khôi được bầu làm Chủ tịch UBND huyện.", "appointed"),
        ("Đồng chí Lê Minh Khôi về làm Chủ tịch UBND huyện.", "appointed"),
        ("Đồng chí Lê Minh Khôi giữ chức vụ Chủ tịch UBND huyện.", "appointed"),
        ("Giai đoạn 2006 - 2011, ông Lê Minh Khôi làm Chủ tịch UBND huyện.", "former"),
        ("Từ năm 2009 đến năm 2014, ông Lê Minh Khôi giữ chức Chủ tịch UBND huyện.", "former"),
        ("Trước đó, ông Lê Minh Khôi làm Chủ tịch UBND huyện.", "former"),
        ("Ông Lê Minh Khôi giữ chức Chủ tịch UBND huyện từ năm 2013.", "held"),
        ("Ông Lê Minh Khôi thôi nhiệm vụ cũ, điều động và bổ nhiệm giữ chức Chủ tịch UBND huyện.", "appointed"),
        ("Từ năm 2019 đến nay, ông Lê Minh Khôi giữ chức Chủ tịch UBND huyện.", "held"),
    ],
)
def test_a_post_held_for_a_time_is_not_given_now(text: str, status: str, positions: Positions) -> None:
    assert positions(START + text) == {"Lê Minh Khôi": {("chu-tich", "UBND huyện Anh Sơn", status)}}


@pytest.mark.parametrize(
    "text",
    [
        "Gia đình ông Lê Minh Khôi có người thân làm Chủ tịch UBND huyện.",
        "Chồng của bà Bùi Thị Lan góp vốn và làm Chủ tịch UBND huyện.",
    ],
)
def test_the_post_of_a_relative_is_not_that_of_the_person(text: str, positions: Positions) -> None:
    assert positions(START + text) == {}


def test_a_title_at_the_end_of_a_sentence_is_not_that_of_who_opens_the_next(positions: Positions) -> None:
    text = "Ông Lê Minh Khôi, Trưởng phòng Nội vụ TP. Ông Vũ Văn Hạnh phát biểu."
    assert "Vũ Văn Hạnh" not in positions("Thành phố Vinh họp. " + text)


@pytest.mark.parametrize("text", ["Thủ tướng Hà Lan Van Minh dự.", "Chủ tịch nước Lào Văn Khăm dự.", "Phó Thủ tướng Thái Lan Kim Sơn dự."])
def test_posts_of_other_states_are_none_here(text: str, positions: Positions) -> None:
    assert positions(START + text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng Ban Tuyên giáo Huyện ủy, Trưởng Ban Tổ chức Vũ Thị Hạnh trao giải.",
        "Bà Vũ Thị Hạnh - Trưởng Ban Tuyên giáo Huyện ủy, Trưởng Ban Tổ chức trao giải.",
    ],
)
def test_the_head_of_a_board_that_is_not_named_keeps_the_other_post(text: str, positions: Positions) -> None:
    assert positions(START + text) == {"Vũ Thị Hạnh": {("truong-ban", "Ban Tuyên giáo Huyện ủy Anh Sơn", "held")}}


MEMBER = ("uy-vien-ban-thuong-vu", "Huyện ủy Anh Sơn", "held")


@pytest.mark.parametrize(
    "text",
    [
        "Dự có các đồng chí Ủy viên Ban Thường vụ Huyện ủy: Vũ Thị Hạnh, Bí thư Huyện ủy; Lê Minh Khôi, Chủ tịch UBND huyện.",
        "Dự có các đồng chí Ủy viên Ban Thường vụ Huyện ủy: Bí thư Huyện ủy Vũ Thị Hạnh; Thiếu tá Lê Minh Khôi, Chủ tịch UBND huyện.",
        "Dự có các Ủy viên Ban Thường vụ Huyện ủy: Vũ Thị Hạnh - Bí thư, Lê Minh Khôi - Chủ tịch UBND huyện; Bùi Thị Lan, Phó Chủ tịch.",
    ],
)
def test_a_title_over_a_list_is_that_of_everybody_in_it(text: str, positions: Positions) -> None:
    found = positions(START + text)
    assert found["Vũ Thị Hạnh"] == {SECRETARY, MEMBER}
    assert found["Lê Minh Khôi"] == {CHAIR, MEMBER}
    assert found.get("Bùi Thị Lan", {VICE}) == {VICE}


def test_and_parts_the_titles_of_two_persons(positions: Positions) -> None:
    found = positions(START + "Đồng chí Vũ Thị Hạnh, Bí thư Huyện ủy và Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Lê Minh Khôi dự.")
    assert found == {"Vũ Thị Hạnh": {SECRETARY}, "Lê Minh Khôi": {("pho-bi-thu", "Huyện ủy Anh Sơn", "held"), CHAIR}}


def test_the_word_for_a_post_is_no_part_of_a_title(positions: Positions) -> None:
    found = positions(START + "Đồng chí Vũ Thị Hạnh giữ chức vụ Trưởng phòng Nội vụ huyện Anh Sơn.")
    assert {role for role, _, _ in found["Vũ Thị Hạnh"]} == {"truong-phong"}


@pytest.mark.parametrize(
    "text",
    [
        "Trước đó, ông Lê Minh Khôi là Phó Chủ tịch UBND huyện Anh Sơn.",
        "Trước khi nhận nhiệm vụ mới, ông Lê Minh Khôi là Phó Chủ tịch UBND huyện Anh Sơn.",
        "Trước đó, ông Lê Minh Khôi giữ chức vụ Phó Chủ tịch UBND huyện Anh Sơn.",
    ],
)
def test_a_post_told_of_an_earlier_time_is_a_former_one(text: str, positions: Positions) -> None:
    assert positions(START + text)["Lê Minh Khôi"] == {("pho-chu-tich", "UBND huyện Anh Sơn", "former")}


def test_who_said_something_earlier_still_has_his_post(positions: Positions) -> None:
    assert positions(START + "Trước đó, ông Lê Minh Khôi, Phó Chủ tịch UBND huyện cho biết.") == {"Lê Minh Khôi": {VICE}}


def test_a_heading_holds_for_its_own_list_alone(positions: Positions) -> None:
    text = (
        "Dự có các đồng chí Ủy viên Ban Thường vụ Huyện ủy: Vũ Thị Hạnh, Trưởng Ban Tổ chức (TBTC) Huyện ủy; "
        "Lê Minh Khôi, Trưởng Ban Dân vận Huyện ủy; các đồng chí: Bùi Thị Lan, Phó Chủ tịch UBND huyện."
    )
    held = positions(START + text)
    assert {name: sorted(role for role, _, _ in rows) for name, rows in held.items()} == {
        "Vũ Thị Hạnh": ["truong-ban", "uy-vien-ban-thuong-vu"],
        "Lê Minh Khôi": ["truong-ban", "uy-vien-ban-thuong-vu"],
        "Bùi Thị Lan": ["pho-chu-tich"],
    }


def test_a_title_may_say_how_it_will_be_shortened(positions: Positions) -> None:
    (post,) = positions(START + "Tổng Giám đốc (TGĐ) Thông tấn xã Việt Nam Lê Minh Khôi dự.")["Lê Minh Khôi"]
    assert post == ("tong-giam-doc", "Thông tấn xã Việt Nam", "held")


def test_the_title_of_a_figure_of_history_is_nobody_elses(positions: Positions) -> None:
    assert not positions(START + "Hòa thượng Thích Quảng An, Chủ tịch Hồ Chí Minh đã có câu đối.").get("Thích Quảng An")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Trợ lý Bộ trưởng Ngoại giao Vũ Thị Hạnh dự.", {("tro-ly-bo-truong", "Bộ Ngoại giao", "held")}),
        ("Trợ lý Thủ tướng Chính phủ Vũ Thị Hạnh dự.", set()),
        ("Vợ Giám đốc Sở Y tế Hà Nội, bà Vũ Thị Hạnh có nhiều đất.", set()),
        ("Đồng chí Vũ Thị Hạnh, Bí thư Đoàn cơ sở Cục Hải quan dự.", {("bi-thu", "Đoàn cơ sở Cục Hải quan", "held")}),
        ("Bà Vũ Thị Hạnh là Chủ tịch Hòa bình và Phát triển Việt Nam.", set()),
    ],
)
def test_a_title_inside_another_one_or_of_kin_is_not_held(text: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions(text).get("Vũ Thị Hạnh", set()) == held


def test_a_title_that_ends_a_clause_by_the_way_is_anothers(positions: Positions) -> None:
    by_the_way = "Sau báo cáo của Giám đốc Sở Y tế, Chủ tịch UBND huyện Vũ Thị Hạnh yêu cầu làm rõ."
    assert positions(START + by_the_way) == {"Vũ Thị Hạnh": {CHAIR}}
    both = "Theo đề nghị của Bí thư Huyện ủy, Chủ tịch UBND huyện Vũ Thị Hạnh, các xã đã họp."
    assert positions(START + both) == {"Vũ Thị Hạnh": {SECRETARY, CHAIR}}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Đồng chí Vũ Thị Hạnh - TUV, Bí thư Huyện ủy dự.", {("uy-vien", "Tỉnh ủy Nghệ An", "held"), SECRETARY}),
        ("Đồng chí Vũ Thị Hạnh - HUV, Chủ tịch UBND huyện dự.", {("uy-vien", "Huyện ủy Anh Sơn", "held"), CHAIR}),
        ("Đồng chí Vũ Thị Hạnh - PBT, CT UBND huyện dự.", {("pho-bi-thu", "Huyện ủy Anh Sơn", "held"), CHAIR}),
        ("Đồng chí Vũ Thị Hạnh - BT Huyện ủy dự.", {SECRETARY}),
        ("Đồng chí Vũ Thị Hạnh - UVBCT, Bí thư Huyện ủy dự.", {("uy-vien", "Bộ Chính trị", "held"), SECRETARY}),
        ("Đồng chí Vũ Thị Hạnh - BCV, Chủ tịch UBND huyện dự.", {CHAIR}),
    ],
)
def test_posts_are_read_in_their_short_forms(text: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions("Huyện Anh Sơn, tỉnh Nghệ An. " + START + text) == {"Vũ Thị Hạnh": held}


def test_who_is_named_by_initials_stays_unnamed(positions: Positions) -> None:
    assert positions(START + "Cô Lê T. T., Hiệu phó Trường THCS Kim Liên không trả lời.") == {}


def test_the_committee_of_a_commune_is_not_that_of_its_front(positions: Positions) -> None:
    text = "Xã Kim Hòa, huyện Anh Sơn họp. Đồng chí Vũ Thị Hạnh, Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ Việt Nam xã dự."
    held = {("uy-vien-ban-thuong-vu", "Đảng ủy xã Kim Hòa", "held"), ("chu-tich", "Ủy ban MTTQ Việt Nam xã Kim Hòa", "held")}
    assert positions(text) == {"Vũ Thị Hạnh": held}


def test_posts_of_units_of_the_army_and_of_border_posts(positions: Callable[..., dict[str, set[tuple[str, str, str]]]]) -> None:
    text = (
        "Dự hội nghị có Thượng tá Nguyễn Văn An, Trung đoàn trưởng Trung đoàn 4; Đại tá Lê Văn Bình, Chính ủy Lữ đoàn 143; "
        "Trung tá Vũ Văn Dương, Đồn trưởng Đồn Biên phòng Cửa khẩu Cầu Treo."
    )
    found = positions(text)
    assert found["Nguyễn Văn An"] == {("trung-doan-truong", "Trung đoàn 4", "held")}
    assert found["Lê Văn Bình"] == {("chinh-uy", "Lữ đoàn 143", "held")}
    assert found["Vũ Văn Dương"] == {("don-truong", "Đồn Biên phòng Cửa khẩu Cầu Treo", "held")}


def test_a_post_before_words_that_nobody_reads_is_not_that_of_the_place(
    positions: Callable[..., dict[str, set[tuple[str, str, str]]]],
) -> None:
    text = "Đảng ủy xã Trường Xuân dự họp. Đồng chí Đoàn Văn Sự - Phó bí thư thương trực huyện ủy chủ trì hội nghị."
    assert positions(text).get("Đoàn Văn Sự", set()) == set()


OFFICE = ("pho-giam-doc", "Sở Công Thương tỉnh Nghệ An", "held")


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("Ông Trần Văn Toản, Phó Giám đốc Sở Công Thương dự.", "Trần Văn Toản", {OFFICE}),
        ("Phó Giám đốc Sở Công Thương Trương Văn Sơn phát biểu.", "Trương Văn Sơn", {OFFICE}),
        (
            "Ông Trần Hữu Ích - Phó Chỉ huy trưởng kiêm Tham mưu trưởng Bộ CHQS tỉnh dự.",
            "Trần Hữu Ích",
            {
                ("pho-chi-huy-truong", "Bộ Chỉ huy quân sự tỉnh Nghệ An", "held"),
                ("tham-muu-truong", "Bộ Chỉ huy quân sự tỉnh Nghệ An", "held"),
            },
        ),
        (
            "Ông Quách Văn Phú, Bí thư Đảng ủy, Chính ủy, Chủ tịch Hội đồng Thi đua - Khen thưởng Bộ CHQS tỉnh dự.",
            "Quách Văn Phú",
            {
                ("bi-thu", "Đảng ủy Bộ Chỉ huy quân sự tỉnh Nghệ An", "held"),
                ("chinh-uy", "Bộ Chỉ huy quân sự tỉnh Nghệ An", "held"),
                ("chu-tich", "Hội đồng Thi đua - Khen thưởng Bộ Chỉ huy quân sự tỉnh Nghệ An", "held"),
            },
        ),
        (
            "Ông Lê Văn Toàn, Ủy viên Ban Thường vụ, Trưởng Ban Thanh niên trường học Thành đoàn Vinh dự.",
            "Lê Văn Toàn",
            {
                ("uy-vien-ban-thuong-vu", "Thành đoàn Vinh", "held"),
                ("truong-ban", "Ban Thanh niên trường học Thành đoàn Vinh", "held"),
            },
        ),
        (
            "Bà Kha Thị Hoa, Trưởng ban Tổ chức, Trưởng phòng Nội vụ huyện Anh Sơn dự.",
            "Kha Thị Hoa",
            {("truong-ban", "Ban Tổ chức Huyện ủy Anh Sơn", "held"), ("truong-phong", "Phòng Nội vụ huyện Anh Sơn", "held")},
        ),
        (
            "Ông Lê Văn Nam, UVBCH Đảng bộ tỉnh, Giám đốc Sở Y tế dự.",
            "Lê Văn Nam",
            {("uy-vien", "Ban Chấp hành Đảng bộ tỉnh Nghệ An", "held"), ("giam-doc", "Sở Y tế tỉnh Nghệ An", "held")},
        ),
    ],
)
def test_posts_that_share_their_body(text: str, name: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions("Tỉnh Nghệ An họp. " + text)[name] == held


def test_a_post_never_crosses_a_semicolon(positions: Positions) -> None:
    text = "Huyện Anh Sơn, tỉnh Nghệ An. Dự có đồng chí Lê Văn An, XYZT tỉnh Nghệ An, Chủ tịch UBND huyện; đồng chí Vũ Văn Bình."
    assert positions(text).get("Vũ Văn Bình", set()) == set()


def test_a_title_of_several_is_that_of_every_name_of_the_list(positions: Positions) -> None:
    text = START + "Cùng dự có các Đại biểu Quốc hội: Nguyễn Thành Nam, Khang Thị Hoa, Ría Thị Lan."
    assert set(positions(text)) == {"Nguyễn Thành Nam", "Khang Thị Hoa", "Ría Thị Lan"}
    assert set().union(*positions(text).values()) == {("dai-bieu-quoc-hoi", "", "held")}


def test_a_party_post_beside_one_of_an_office_is_none_of_the_place(positions: Positions) -> None:
    text = START + "Cô giáo Nguyễn Thị Hà – Bí thư chi bộ, Hiệu trưởng nhà trường và ông Lê Văn An, Chủ tịch UBND xã Kim Hòa dự."
    assert ("bi-thu", "Chi bộ", "held") in positions(text)["Nguyễn Thị Hà"]


def test_a_committee_without_a_place_is_that_of_the_sentence_before(positions: Positions) -> None:
    text = "Thành ủy Hà Nội và Tỉnh ủy Nghệ An họp. Bí thư Thành ủy Lê Văn Hải phát biểu."
    assert positions(text)["Lê Văn Hải"] == {("bi-thu", "Thành ủy Hà Nội", "held")}


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "Thừa ủy quyền của Thủ tướng Chính phủ, Bộ trưởng Bộ Y tế Lê Văn Nam trình bày tờ trình.",
            "Lê Văn Nam",
            {("bo-truong", "Bộ Y tế", "held")},
        ),
        (
            "Kết thúc phần trả lời của Bộ trưởng Bộ Y tế, Chủ tịch Quốc hội Lê Thị Kim phát biểu.",
            "Lê Thị Kim",
            {("chu-tich", "Quốc hội", "held")},
        ),
        ("Cùng quan điểm Chủ tịch VCCI, Bộ trưởng Bộ Y tế Lê Văn Nam cho rằng cần làm.", "Lê Văn Nam", {("bo-truong", "Bộ Y tế", "held")}),
        (
            "Trước khi công bố quyết định của Thủ tướng Chính phủ, ông Lê Văn Khánh, Vụ trưởng Vụ Tổ chức cán bộ đọc quyết định.",
            "Lê Văn Khánh",
            {("vu-truong", "Vụ Tổ chức cán bộ", "held")},
        ),
        (
            "Dưới sự chủ trì của Ủy viên Bộ Chính trị, Bộ trưởng Bộ Y tế Lê Văn Nam, hội nghị đã thảo luận.",
            "Lê Văn Nam",
            {("uy-vien", "Bộ Chính trị", "held"), ("bo-truong", "Bộ Y tế", "held")},
        ),
    ],
)
def test_a_title_in_a_clause_by_the_way_is_anothers(text: str, name: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions(text)[name] == held


def test_who_is_thankful_for_a_post_does_not_hold_it(positions: Positions) -> None:
    text = "Xúc động trước tình cảm của Phó Chủ tịch nước, chị Nghiêm Thị Sen nói lời cảm ơn."
    assert not any(positions(text).values())


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        (
            "Người đứng đầu Thành ủy Thủ Đức chưa được công bố. Thường trực Thành ủy Hà Nội có Bí thư Lê Văn Nam.",
            "Lê Văn Nam",
            {("bi-thu", "Thành ủy Hà Nội", "held")},
        ),
        (
            "Công ty Xi măng Cẩm Phả họp. Dự có ông Lê Văn Nam, Tổng Giám đốc Công ty.",
            "Lê Văn Nam",
            {("tong-giam-doc", "Công ty Xi măng Cẩm Phả", "held")},
        ),
        ("Giám đốc Đại học Huế Lê Văn Nam phát biểu.", "Lê Văn Nam", {("giam-doc", "Đại học Huế", "held")}),
        (
            "Ông Lê Văn Nam, Bí thư Đảng ủy, Giám đốc Bưu điện tỉnh Nghệ An dự.",
            "Lê Văn Nam",
            {("bi-thu", "Đảng ủy Bưu điện tỉnh Nghệ An", "held"), ("giam-doc", "Bưu điện tỉnh Nghệ An", "held")},
        ),
    ],
)
def test_bodies_of_the_sentence_of_the_article_and_of_a_place(
    text: str, name: str, held: set[tuple[str, str, str]], positions: Positions
) -> None:
    assert positions(text)[name] == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ông Lê Văn Nam, Trưởng Ban Chỉ đạo các Chương trình mục tiêu quốc gia dự.", {("truong-ban", "Ban Chỉ đạo", "held")}),
        ("Ông Lê Văn Nam, Trưởng Ban Chỉ đạo huyện dự.", {("truong-ban", "Ban Chỉ đạo huyện Anh Sơn", "held")}),
    ],
)
def test_a_board_with_a_task_that_nobody_reads_is_none_of_the_place(
    text: str, held: set[tuple[str, str, str]], positions: Positions
) -> None:
    assert positions(START + "Huyện Anh Sơn họp. " + text)["Lê Văn Nam"] == held


def test_deputies_of_a_school_that_the_article_names(positions: Positions) -> None:
    text = "Trường THPT Lê Hồng Phong tổ chức hội nghị. Dự có NGƯT.TS Trần Đức Nam - Phó Hiệu trưởng Nhà trường."
    assert positions(text)["Trần Đức Nam"] == {("pho-hieu-truong", "Trường THPT Lê Hồng Phong", "held")}
