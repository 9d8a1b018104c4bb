"""Posts given and left where the person stands behind them, and what was before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Positions = Callable[..., dict[str, set[tuple[str, str, str]]]]
START = "Tin trong tỉnh\nNgày 5/6/2024, HĐND tỉnh Phú Thọ tổ chức kỳ họp. "


@pytest.mark.parametrize(
    ("text", "role", "status"),
    [
        ("HĐND tỉnh miễn nhiệm chức vụ Ủy viên UBND tỉnh đối với ông Lê Văn An để nghỉ hưu.", "uy-vien", "former"),
        ("HĐND tỉnh cho thôi làm nhiệm vụ Ủy viên UBND tỉnh khóa XV (nhiệm kỳ 2016 - 2021) đối với ông Lê Văn An.", "uy-vien", "former"),
        ("HĐND tỉnh bầu bổ sung chức danh Phó Chủ tịch UBND tỉnh đối với ông Lê Văn An.", "pho-chu-tich", "appointed"),
        ("HĐND tỉnh thông qua việc bổ sung Ủy viên UBND tỉnh với ông Lê Văn An.", "uy-vien", "appointed"),
        ("Tỉnh trao quyết định bổ nhiệm Phó Chủ tịch UBND tỉnh cho ông Lê Văn An.", "pho-chu-tich", "appointed"),
        ("Trước khi về tỉnh khác, ông Lê Văn An giữ chức vụ Phó Chủ tịch UBND tỉnh.", "pho-chu-tich", "former"),
        ("Ông Lê Văn An (hiện đang giữ chức Phó Chủ tịch UBND tỉnh) dự.", "pho-chu-tich", "held"),
        ("Ông Lê Văn An (57 tuổi, Phó Chủ tịch UBND tỉnh) dự.", "pho-chu-tich", "held"),
    ],
)
def test_the_person_may_stand_behind_the_post(text: str, role: str, status: str, positions: Positions) -> None:
    assert positions(START + text) == {"Lê Văn An": {(role, "UBND tỉnh Phú Thọ", status)}}


def test_several_persons_are_given_one_post(positions: Positions) -> None:
    text = (
        "HĐND tỉnh bầu bổ sung chức danh 2 Phó Chủ tịch UBND tỉnh đối với ông Lê Văn An (nguyên Giám đốc Sở Y tế) "
        "và ông Trần Văn Bình, Giám đốc Sở Tư pháp."
    )
    given = ("pho-chu-tich", "UBND tỉnh Phú Thọ", "appointed")
    assert positions(START + text) == {
        "Lê Văn An": {given, ("giam-doc", "Sở Y tế tỉnh Phú Thọ", "former")},
        "Trần Văn Bình": {given, ("giam-doc", "Sở Tư pháp tỉnh Phú Thọ", "held")},
    }


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh hiện có 3 Phó Chủ tịch gồm các ông: Lê Văn An, Trần Văn Bình và Đỗ Văn Cường.",
        "Dự có các Phó Chủ tịch UBND tỉnh gồm: ông Lê Văn An, ông Trần Văn Bình, ông Đỗ Văn Cường.",
    ],
)
def test_a_number_of_posts_is_shared_by_a_list(text: str, positions: Positions) -> None:
    found = positions(START + text)
    assert set(found) == {"Lê Văn An", "Trần Văn Bình", "Đỗ Văn Cường"}
    assert all(held == {("pho-chu-tich", "UBND tỉnh Phú Thọ", "held")} for held in found.values())


def test_former_members_named_as_examples(positions: Positions) -> None:
    found = positions(f"{START}Nhiều cán bộ nguyên Ủy viên Trung ương mấy khóa như ông Lê Văn An, Trần Văn Bình đến dự.")
    former = {("uy-vien", "Trung ương Đảng", "former")}
    assert found == {"Lê Văn An": former, "Trần Văn Bình": former}


def test_former_goes_on_over_a_title_without_a_body(positions: Positions) -> None:
    found = positions(f"{START}Bà Lê Thị Bình, nguyên Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc dự.")
    assert found == {"Lê Thị Bình": {("chu-nhiem", "Ủy ban Dân tộc", "former")}}


def test_a_bare_post_is_where_the_person_holds_it(positions: Positions) -> None:
    text = "Tin quận 2\nNgày 5/6/2024, Bí thư Thành ủy Hà Nội Lê Văn An thăm Quận ủy Ba Đình. Bí thư Lê Văn An chỉ đạo tại buổi làm việc."
    assert positions(text) == {"Lê Văn An": {("bi-thu", "Thành ủy Hà Nội", "held")}}


def test_a_bare_post_takes_the_body_above_the_one_named_before(positions: Positions) -> None:
    text = "Tin vắn\nBan Chấp hành Tổng Liên đoàn Lao động Việt Nam khóa XI họp. Chủ tịch Lê Văn An khai mạc hội nghị."
    assert positions(text) == {"Lê Văn An": {("chu-tich", "Tổng Liên đoàn Lao động Việt Nam", "held")}}


def test_a_caucus_is_the_only_one_that_the_article_names(positions: Positions) -> None:
    text = (
        "Tin vắn\nNgày 5/6/2024, Ban cán sự Đảng Bộ Công Thương tổ chức hội nghị. "
        "Bộ trưởng Bộ Công Thương Lê Văn An, Bí thư Ban cán sự Đảng chủ trì hội nghị."
    )
    assert ("bi-thu", "Ban cán sự Đảng Bộ Công Thương", "held") in positions(text)["Lê Văn An"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Ban Nội chính Tỉnh ủy do ông Lê Văn An (nguyên là Bí thư Huyện ủy Anh Sơn) làm Trưởng ban.",
            {("truong-ban", "Ban Nội chính Tỉnh ủy Phú Thọ", "held"), ("bi-thu", "Huyện ủy Anh Sơn", "former")},
        ),
        ("Hội đồng kỷ luật do ông Lê Văn An, Giám đốc Sở Y tế làm Chủ tịch.", {("giam-doc", "Sở Y tế tỉnh Phú Thọ", "held")}),
        (
            "Quyết định thành lập Ban Chỉ đạo huyện Anh Sơn do ông Lê Văn An làm Trưởng ban.",
            {("truong-ban", "Ban Chỉ đạo huyện Anh Sơn", "held")},
        ),
    ],
)
def test_who_heads_a_body_heads_that_of_the_sentence(text: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions(START + text) == {"Lê Văn An": held}


def test_who_is_one_of_a_body_has_not_the_posts_of_another(positions: Positions) -> None:
    text = "Ban lễ tang ông Lê Văn An, nguyên Giám đốc Sở Y tế, gồm có ông Trần Văn Bình, Giám đốc Sở Tư pháp."
    assert positions(START + text) == {
        "Lê Văn An": {("giam-doc", "Sở Y tế tỉnh Phú Thọ", "former")},
        "Trần Văn Bình": {("giam-doc", "Sở Tư pháp tỉnh Phú Thọ", "held")},
    }


def test_a_post_that_someone_shall_not_have_is_not_given(positions: Callable[..., dict[str, set[tuple[str, str, str]]]]) -> None:
    text = "Ông Lê Minh Khôi, Chủ tịch UBND xã Kim Hòa, sẽ bị xem xét không cho giữ chức Chủ tịch UBND xã Kim Hòa."
    assert positions(text) == {"Lê Minh Khôi": {("chu-tich", "UBND xã Kim Hòa", "held")}}


def test_who_comes_to_an_office_with_a_post_is_given_it(positions: Positions) -> None:
    text = "Huyện Anh Sơn họp. Ông Lê Minh Khôi về công tác tại Sở Y tế Nghệ An với chức vụ Phó Giám đốc."
    assert positions(text) == {"Lê Minh Khôi": {("pho-giam-doc", "Sở Y tế tỉnh Nghệ An", "appointed")}}


def test_what_someone_was_at_that_time_is_a_former_post(positions: Positions) -> None:
    text = "Ông Lê Minh Khôi (lúc đó là Chủ tịch UBND huyện Anh Sơn) ký duyệt hồ sơ."
    assert positions(text) == {"Lê Minh Khôi": {("chu-tich", "UBND huyện Anh Sơn", "former")}}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Ông Lê Minh Khôi không còn là Bí thư Huyện ủy Anh Sơn.", {("bi-thu", "Huyện ủy Anh Sơn", "former")}),
        ("Ông Lê Minh Khôi rời chức Bí thư Huyện ủy Anh Sơn.", {("bi-thu", "Huyện ủy Anh Sơn", "former")}),
        ("Ông Lê Minh Khôi nhậm chức Bí thư Huyện ủy Anh Sơn.", {("bi-thu", "Huyện ủy Anh Sơn", "appointed")}),
        (
            "Huyện ủy bổ nhiệm lại ông Lê Minh Khôi giữ chức Trưởng phòng Nội vụ.",
            {("truong-phong", "Phòng Nội vụ huyện Anh Sơn", "appointed")},
        ),
    ],
)
def test_a_post_is_left_and_taken_up_in_other_words(text: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions(f"Huyện Anh Sơn, tỉnh Nghệ An họp. {text}") == {"Lê Minh Khôi": held}


@pytest.mark.parametrize("words", ["tạm dừng việc", "hủy quyết định"])
def test_a_post_that_is_taken_back_is_not_given(words: str, positions: Positions) -> None:
    text = f"Huyện Anh Sơn, tỉnh Nghệ An yêu cầu {words} bổ nhiệm ông Lê Minh Khôi giữ chức Trưởng phòng Nội vụ."
    assert positions(text) == {}


def test_who_leads_a_board_without_a_name_leads_no_unit(positions: Positions) -> None:
    text = "Trường đề nghị UBND tỉnh công nhận hội đồng quản trị gồm 10 người, do ông Lê Văn An làm chủ tịch."
    assert positions("UBND tỉnh Phú Thọ họp. " + text) == {}


CONGRESS = "Ngày 22/6/2018, xã Kim Liên, huyện Nam Đàn tổ chức đại hội. Bí thư Đảng ủy xã Kim Liên Trần Văn Bình dự. "


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Đại hội đã bầu 15 đồng chí vào Ban Chấp hành Đoàn xã khóa mới. Đồng chí Lê Văn Khánh được bầu giữ chức Bí thư.",
            ("bi-thu", "Đoàn xã Kim Liên", "appointed"),
        ),
        (
            "Đại hội bầu ra Ban Chấp hành Công đoàn xã Kim Liên gồm 9 đồng chí. Ông Lê Văn Khánh được bầu làm Chủ tịch.",
            ("chu-tich", "Công đoàn xã Kim Liên", "appointed"),
        ),
        (
            "Đại hội đã bầu Ban Chấp hành Đảng bộ xã gồm 15 đồng chí. Đồng chí Lê Văn Khánh được bầu giữ chức Bí thư.",
            ("bi-thu", "Đảng ủy xã Kim Liên", "appointed"),
        ),
    ],
)
def test_who_is_elected_heads_the_body_whose_board_is_elected(text: str, post: tuple[str, str, str], positions: Positions) -> None:
    assert positions(CONGRESS + text)["Lê Văn Khánh"] == {post}


def test_a_new_post_is_taken_up(positions: Positions) -> None:
    text = "Bà Lê Thị Hà được phân công đảm nhận chức vụ mới là Trưởng Ban Dân vận Huyện ủy Nam Đàn."
    assert positions(text)["Lê Thị Hà"] == {("truong-ban", "Ban Dân vận Huyện ủy Nam Đàn", "appointed")}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Ông Lê Văn Năm tái đắc cử chức vụ Chủ tịch Hội Nông dân huyện Nam Đàn.",
            {("chu-tich", "Hội Nông dân huyện Nam Đàn", "appointed")},
        ),
        ("Ông Lê Văn Năm tái cử chức Bí thư Huyện ủy Nam Đàn.", {("bi-thu", "Huyện ủy Nam Đàn", "appointed")}),
        (
            "Huyện Anh Sơn họp. Ông Lê Văn Năm được điều động tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Huyện ủy Nam Đàn.",
            {
                ("uy-vien", "Ban Chấp hành Huyện ủy Nam Đàn", "appointed"),
                ("uy-vien-ban-thuong-vu", "Huyện ủy Nam Đàn", "appointed"),
                ("bi-thu", "Huyện ủy Nam Đàn", "appointed"),
            },
        ),
    ],
)
def test_elected_again_and_named_to_a_committee(text: str, held: set[tuple[str, str, str]], positions: Positions) -> None:
    assert positions(text)["Lê Văn Năm"] == held


def test_the_chair_of_a_body_that_the_sentence_before_names(positions: Positions) -> None:
    text = "Sáng 5/6/2024, Hội Nông dân huyện Nam Đàn tổ chức Đại hội. Ông Lê Văn Năm đã được bầu làm Chủ tịch Hội."
    assert positions(text)["Lê Văn Năm"] == {("chu-tich", "Hội Nông dân huyện Nam Đàn", "appointed")}


def test_of_two_districts_the_one_of_the_sentence_is_meant(positions: Positions) -> None:
    text = (
        "Ngày 28/9/2024, HĐND huyện Nam Đàn họp. Chủ tịch UBND huyện Nam Đàn Lê Văn An báo cáo. UBND huyện Nam Đàn trình 5 nghị quyết. "
        "HĐND huyện Anh Sơn đã miễn nhiệm chức vụ Chủ tịch UBND huyện đối với ông Vũ Văn Bình."
    )
    assert positions(text)["Vũ Văn Bình"] == {("chu-tich", "UBND huyện Anh Sơn", "former")}


def test_a_person_behind_a_body_is_no_place(positions: Positions) -> None:
    text = "Ban Chấp hành Huyện đoàn Nam Đàn tổ chức hội nghị. Phó Bí thư Huyện đoàn Chu Văn Khánh phát biểu."
    assert positions(text)["Chu Văn Khánh"] == {("pho-bi-thu", "Huyện đoàn Nam Đàn", "held")}


def test_who_leaves_a_post_is_not_the_one_who_is_elected_then(positions: Positions) -> None:
    text = (
        "HĐND huyện Nam Đàn đã miễn nhiệm chức vụ Phó Chủ tịch HĐND huyện đối với ông Lê Văn An vì lý do sức khỏe "
        "và bầu bổ sung Phó Chủ tịch HĐND huyện."
    )
    assert positions(text)["Lê Văn An"] == {("pho-chu-tich", "HĐND huyện Nam Đàn", "former")}


def test_an_acting_post_is_assigned(positions: Positions) -> None:
    text = "Huyện ủy Nam Đàn công bố Quyết định về việc giao Quyền Chủ tịch UBND huyện Nam Đàn cho ông Lê Văn An."
    assert positions(text)["Lê Văn An"] == {("quyen-chu-tich", "UBND huyện Nam Đàn", "appointed")}


def test_a_field_that_ends_like_a_word_for_the_past_is_none(positions: Positions) -> None:
    text = "UBND tỉnh Nghệ An bổ nhiệm ông Lê Văn Bảy, Phó Giám đốc Sở Tài nguyên và Môi trường, giữ chức vụ Chánh Thanh tra tỉnh Nghệ An."
    assert ("chanh-thanh-tra", "Thanh tra tỉnh Nghệ An", "appointed") in positions(text)["Lê Văn Bảy"]


@pytest.mark.parametrize("words", ["thay ông Lê Văn An nghỉ hưu", "thay cho ông Lê Văn An", "nhiệm kỳ 2021 - 2026 thay thế ông Lê Văn An"])
def test_who_is_replaced_had_the_post(words: str, positions: Positions) -> None:
    found = positions(f"Ông Vũ Văn Bình được bầu giữ chức Chủ tịch UBND huyện Nam Đàn {words}.")
    assert found["Lê Văn An"] == {("chu-tich", "UBND huyện Nam Đàn", "former")}
    assert found["Vũ Văn Bình"] == {("chu-tich", "UBND huyện Nam Đàn", "appointed")}


def test_who_stands_in_for_another_replaces_nobody(positions: Positions) -> None:
    text = "Ông Vũ Văn Bình được bầu giữ chức Chủ tịch UBND huyện Nam Đàn. Thay mặt huyện, ông Lê Văn An phát biểu."
    assert positions(text).get("Lê Văn An", set()) == set()
