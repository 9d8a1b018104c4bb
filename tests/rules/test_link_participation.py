"""Who took part in an event, and how; a person who is only named attends nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
START = "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết. "
ALL = ("attended", "chaired", "directedAt", "spokeAt", "presentedAt")


def people(relations: Relations, text: str, *predicates: str) -> set[str]:
    return {person for person, _ in relations(START + text, *(predicates or ALL))}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dự hội nghị có đồng chí Vũ Thị Hạnh, Bí thư Quận ủy.", {"Vũ Thị Hạnh"}),
        ("Bí thư Quận ủy trao tặng kỷ niệm chương cho bà Vũ Thị Hạnh, nguyên Bí thư Quận ủy Ba Đình.", {"Vũ Thị Hạnh"}),
        ("Dự hội nghị có các đồng chí: Vũ Thị Hạnh, Bí thư Quận ủy; Lê Minh Khôi, Chủ tịch UBND quận.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        ("Tham dự có đồng chí Vũ Thị Hạnh, đ/c Bùi Thị Lan và đồng chí Lê Minh Khôi.", {"Vũ Thị Hạnh", "Lê Minh Khôi", "Bùi Thị Lan"}),
        ("Dự hội nghị có các đồng chí: Vũ Thị Hạnh, Lê Minh Khôi.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        ("Dự hội nghị có các đồng chí Vũ Thị Hạnh và Lê Minh Khôi.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        ("Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy đã tới dự.", {"Vũ Thị Hạnh"}),
        ("Hội nghị có sự tham dự của đồng chí Vũ Thị Hạnh, Bí thư Quận ủy.", {"Vũ Thị Hạnh"}),
        ("Vũ Thị Hạnh, Bí thư Quận ủy và Lê Minh Khôi, Chủ tịch UBND quận dự hội nghị.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        (
            "Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy; đồng chí Lê Minh Khôi cùng đại diện các ban, ngành, đoàn thể quận dự hội nghị.",
            {"Vũ Thị Hạnh", "Lê Minh Khôi"},
        ),
        ("Tham dự hội nghị, đồng chí Vũ Thị Hạnh, Bí thư Quận ủy đã trao cờ.", {"Vũ Thị Hạnh"}),
        ("Về phía thành phố có đồng chí Vũ Thị Hạnh. Về phía quận có đồng chí Lê Minh Khôi.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        (
            "Dự hội nghị có các đồng chí:\n- Vũ Thị Hạnh, Bí thư Quận ủy;\n- Lê Minh Khôi, Chủ tịch UBND quận.\nBùi Thị Lan là điển hình.",
            {"Vũ Thị Hạnh", "Lê Minh Khôi"},
        ),
        ("Dự hội nghị có đồng chí Vũ Thị Hạnh, Bí thư Quận ủy;\nđồng chí Lê Minh Khôi, Phó Bí thư.", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        ("Chủ tịch UBND quận Vũ Thị Hạnh trao quyết định cho bà Bùi Thị Lan, Trưởng phòng Nội vụ.", {"Vũ Thị Hạnh", "Bùi Thị Lan"}),
        ("Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy (bìa phải), trao quyết định.", {"Vũ Thị Hạnh"}),
        ("Chủ tịch UBND quận Vũ Thị Hạnh tặng hoa cho bà Bùi Thị Lan.", {"Vũ Thị Hạnh"}),
    ],
)
def test_who_is_named_behind_or_before_a_word_of_presence_attends(text: str, names: set[str], relations: Relations) -> None:
    assert people(relations, text, "attended") == names


@pytest.mark.parametrize(
    ("text", "predicate", "names"),
    [
        ("Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy chủ trì hội nghị.", "chaired", {"Vũ Thị Hạnh"}),
        ("Hội nghị do đồng chí Vũ Thị Hạnh, Bí thư Quận ủy chủ trì.", "chaired", {"Vũ Thị Hạnh"}),
        ("Dưới sự chủ trì của đồng chí Vũ Thị Hạnh, hội nghị đã thảo luận.", "chaired", {"Vũ Thị Hạnh"}),
        ("Đồng chí Vũ Thị Hạnh và đồng chí Lê Minh Khôi đồng chủ trì hội nghị.", "chaired", {"Vũ Thị Hạnh", "Lê Minh Khôi"}),
        ("Đến dự và chỉ đạo hội nghị có đồng chí Vũ Thị Hạnh.", "directedAt", {"Vũ Thị Hạnh"}),
        ("Đồng chí Vũ Thị Hạnh dự và phát biểu.", "spokeAt", {"Vũ Thị Hạnh"}),
        ("Đồng chí Vũ Thị Hạnh, thay mặt Ban Thường vụ Quận ủy, phát biểu chúc mừng.", "spokeAt", {"Vũ Thị Hạnh"}),
        ("Thay mặt Chủ tịch UBND quận Vũ Thị Hạnh, đồng chí Lê Minh Khôi phát biểu tại hội nghị.", "spokeAt", {"Lê Minh Khôi"}),
        ("Thay mặt Ban Thường vụ Quận ủy, đồng chí Vũ Thị Hạnh chúc mừng các tập thể.", "spokeAt", {"Vũ Thị Hạnh"}),
        ("Thay mặt Ban Thường vụ Quận ủy, đồng chí Vũ Thị Hạnh gắn danh hiệu cho các tập thể.", "spokeAt", set()),
        ("Đồng chí Vũ Thị Hạnh trao quyết định cho đồng chí Lê Minh Khôi và phát biểu giao nhiệm vụ.", "spokeAt", {"Vũ Thị Hạnh"}),
        ("Các đại biểu tặng hoa. Ảnh: Minh Anh Phát biểu tại hội nghị, đồng chí Vũ Thị Hạnh biểu dương.", "spokeAt", {"Vũ Thị Hạnh"}),
        ("Quận trưởng Kim chủ trì lễ đón đồng chí Vũ Thị Hạnh.", "chaired", set()),
        ("Phát biểu tại hội nghị, đồng chí Vũ Thị Hạnh nhấn mạnh kết quả.", "spokeAt", {"Vũ Thị Hạnh"}),
        (
            "Phát biểu chỉ đạo tại hội nghị, Bí thư Quận ủy Vũ Thị Hạnh yêu cầu học tập gương đồng chí Lê Minh Khôi.",
            "spokeAt",
            {"Vũ Thị Hạnh"},
        ),
        ("Tại hội nghị, đồng chí Vũ Thị Hạnh, Bí thư Quận ủy đề nghị các chi bộ cố gắng.", "spokeAt", {"Vũ Thị Hạnh"}),
        ("Các đại biểu được nghe đồng chí Lê Minh Khôi truyền đạt chuyên đề tại hội nghị.", "presentedAt", {"Lê Minh Khôi"}),
        (
            "Chủ trì hội nghị có các đồng chí: Vũ Thị Hạnh, Bí thư Quận ủy; Lê Minh Khôi, Chủ tịch UBND quận.",
            "chaired",
            {"Vũ Thị Hạnh", "Lê Minh Khôi"},
        ),
    ],
)
def test_a_part_is_read_from_its_verb(text: str, predicate: str, names: set[str], relations: Relations) -> None:
    assert people(relations, text, predicate) == names


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Lê Minh Khôi, Chủ tịch UBND phường Kim Mã, là điển hình.",
        "Hội nghị đã xem phóng sự về đồng chí Lê Minh Khôi, Chủ tịch UBND phường Kim Mã.",
        "Hội nghị quán triệt chuyên đề “Học tập tấm gương đồng chí Lê Minh Khôi”.",
        "Chủ tịch UBND quận tặng Giấy khen cho ông Trần Văn Lợi.",
        "Theo đồng chí Lê Minh Khôi, Chủ tịch UBND phường Kim Mã, người dân phấn khởi.",
        "Trao đổi với phóng viên sau đó, đồng chí Lê Minh Khôi, Chủ tịch UBND phường Kim Mã cho biết phường đã làm tốt.",
        "Đồng chí Lê Minh Khôi, Chủ tịch UBND phường Kim Mã kiểm tra công trường.",
        "Trước hội nghị, các đại biểu viếng Chủ tịch Hồ Chí Minh.",
        "Gia đình đồng chí Lê Minh Khôi, nguyên Chủ tịch UBND phường Kim Mã đã đến dự.",
        "Khách mời dự lễ và nghe bài viết của nhà báo về đồng chí Lê Minh Khôi.",
        "Về phía đơn vị bạn, đồng chí Lê Minh Khôi, Chủ tịch UBND phường Kim Mã rất phấn khởi.",
        "Ông Lê Minh Khôi, Chủ tịch UBND quận thay mặt Ban Thường vụ Quận ủy ký văn bản.",
        "Số đơn vị tham dự tăng chính là điều kiện thuận lợi để ông Lê Minh Khôi, Chủ tịch UBND quận yên tâm.",
        "Chủ tịch UBND quận Lê Minh Khôi chào đón các doanh nghiệp tham dự.",
        "Ảnh: Minh Anh Trước đó, Chủ tịch UBND quận Lê Minh Khôi dẫn đầu đoàn kiểm tra.",
        "Trước đó, Chủ tịch UBND quận Lê Minh Khôi dẫn đầu đoàn kiểm tra công trường.",
        "Tại cuộc họp báo, Chủ tịch UBND quận Lê Minh Khôi phát biểu.",
    ],
)
def test_who_is_only_named_takes_part_in_nothing(text: str, relations: Relations) -> None:
    assert people(relations, text) == set()


@pytest.mark.parametrize(
    "word", ["dự án cầu vượt", "dự thảo nghị quyết", "dự báo tình hình", "dự toán ngân sách", "dự trữ quốc gia", "dự kiến kế hoạch"]
)
def test_words_that_only_begin_like_presence_are_none(word: str, relations: Relations) -> None:
    assert people(relations, f"Phó Chủ tịch UBND quận Lê Minh Khôi trình bày {word}.", "attended") == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Chủ tịch nước gửi lẵng hoa chúc mừng.", set()),
        ("Đồng chí Lê Minh Khôi, Chủ tịch UBND quận không dự hội nghị.", set()),
        ("Đồng chí Lê Minh Khôi, Chủ tịch UBND quận vắng mặt.", set()),
        ("Dự hội nghị có đồng chí Vũ Thị Hạnh, Bí thư Quận ủy; đồng chí Lê Minh Khôi gửi thư chúc mừng.", {"Vũ Thị Hạnh"}),
        ("Dự hội nghị có đồng chí Vũ Thị Hạnh, Bí thư Quận ủy; đồng chí Lê Minh Khôi vắng mặt.", {"Vũ Thị Hạnh"}),
        ("Các cháu tham dự cuộc thi viết về đồng chí Lê Minh Khôi.", set()),
        ("Quận ủy đã gửi giấy triệu tập đồng chí Lê Minh Khôi tới dự hội nghị.", set()),
        ("Bí thư Quận ủy Vũ Thị Hạnh tới dự hội nghị và mời các cháu hát.", {"Vũ Thị Hạnh"}),
    ],
)
def test_who_is_absent_or_a_topic_does_not_attend(text: str, names: set[str], relations: Relations) -> None:
    assert people(relations, text) == names


def test_without_an_event_nobody_attends(relations: Relations) -> None:
    assert relations("Dự có đồng chí Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình.", *ALL) == set()


def test_everybody_attends_the_event_the_sentence_speaks_of(relations: Relations) -> None:
    text = (
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Đồng chí Vũ Thị Hạnh chủ trì hội nghị. "
        "Ngày 5/4/2024, UBND quận tổ chức hội thảo. Đồng chí Lê Minh Khôi chủ trì hội thảo."
    )
    assert relations(text, "chaired") == {("Vũ Thị Hạnh", "hoi-nghi"), ("Lê Minh Khôi", "hoi-thao")}


def test_nobody_takes_part_in_what_is_still_to_come(relations: Relations) -> None:
    text = "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Quận ủy sẽ tổ chức hội thảo ngày 9/9/2024. Đồng chí Vũ Thị Hạnh dự."
    assert relations(text, "attended") == {("Vũ Thị Hạnh", "hoi-nghi")}


def test_what_was_before_is_not_what_the_next_sentences_speak_of(relations: Relations) -> None:
    text = (
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Trước đó, ngày 1/4/2024, UBND quận tổ chức hội thảo. "
        "Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy chủ trì."
    )
    assert relations(text, "chaired") == {("Vũ Thị Hạnh", "hoi-nghi")}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Đó là yêu cầu của Bí thư Quận ủy Vũ Thị Hạnh tại hội nghị.", {"Vũ Thị Hạnh"}),
        ("Đó là yêu cầu của Bí thư Quận ủy Vũ Thị Hạnh với các phường.", set()),
    ],
)
def test_whose_words_are_told_of_an_event_spoke_at_it(text: str, names: set[str], relations: Relations) -> None:
    assert people(relations, text, "spokeAt") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy phát biểu tại hội nghị.\nSáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết.",
            {"Vũ Thị Hạnh"},
        ),
        (
            "Tham dự buổi lễ có Bí thư Quận ủy Ba Đình Vũ Thị Hạnh; Chủ tịch UBND quận Lê Minh Khôi.\nMột.\nHai.\nBa.\nBốn.\nNăm.\n"
            "Ngày 5/6/2024, Hội Nông dân quận Ba Đình tổ chức lễ phát động trồng cây.",
            {"Vũ Thị Hạnh", "Lê Minh Khôi"},
        ),
        ("Ngày 5/6/2024, Quận ủy Ba Đình tổ chức triển lãm ảnh.\nDự lễ kỷ niệm có Bí thư Quận ủy Ba Đình Vũ Thị Hạnh.", set()),
        ("Dự tọa đàm có Bí thư Quận ủy Ba Đình Vũ Thị Hạnh.\nMột.\nHai.\nBa.\nBốn.\nNgày 5/6/2024, Quận ủy tổ chức lễ kỷ niệm.", set()),
        ("Tại hội nghị, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh phát biểu.\nNgày 5/6/2025, Quận ủy Ba Đình sẽ tổ chức hội nghị.", set()),
    ],
)
def test_a_caption_or_a_list_may_stand_before_the_event(text: str, names: set[str], relations: Relations) -> None:
    assert {person for person, _ in relations("Tin trong ngày\n" + text, *ALL)} == names


def test_others_with_brackets_may_stand_between(relations: Relations) -> None:
    text = "Bí thư Quận ủy Vũ Thị Hạnh và đại diện Hội Hữu nghị (Friendship Union) tham dự hội nghị."
    assert people(relations, text) == {"Vũ Thị Hạnh"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tại hội nghị, Bí thư Quận ủy Vũ Thị Hạnh và Chủ tịch UBND quận Lê Minh Khôi đã thống nhất hủy bỏ đồ án.",
            {"Vũ Thị Hạnh", "Lê Minh Khôi"},
        ),
        ("Cũng tại hội nghị này, Bí thư Quận ủy Vũ Thị Hạnh giới thiệu ba nội dung.", {"Vũ Thị Hạnh"}),
        ("Tại hội nghị, Bí thư Quận ủy Vũ Thị Hạnh đã được bầu vào Ban Chấp hành.", set()),
        ("Tại hội nghị, Bí thư Quận ủy Vũ Thị Hạnh bị phê bình.", set()),
        ("Tại hội nghị, theo Bí thư Quận ủy Vũ Thị Hạnh, đồ án đã cũ.", set()),
        ("Sau hội nghị, Bí thư Quận ủy Vũ Thị Hạnh thống nhất hủy bỏ đồ án.", set()),
    ],
)
def test_whose_sentence_opens_at_the_event_is_there(text: str, names: set[str], relations: Relations) -> None:
    assert people(relations, text, "attended") == names


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Quận ủy Vũ Thị Hạnh tiếp và làm việc với đoàn.",
        "Cùng đi có Bí thư Quận ủy Vũ Thị Hạnh.",
        "Tham gia đoàn kiểm tra có Bí thư Quận ủy Vũ Thị Hạnh.",
    ],
)
def test_who_goes_with_a_delegation_or_receives_it_is_there(text: str, relations: Relations) -> None:
    assert people(relations, text, "attended") == {"Vũ Thị Hạnh"}


def test_words_of_thanks_are_said_there(relations: Relations) -> None:
    text = "Tại hội nghị, Bí thư Quận ủy Vũ Thị Hạnh đã gửi lời cảm ơn các đơn vị."
    assert people(relations, text, "spokeAt") == {"Vũ Thị Hạnh"}


def test_a_conference_of_another_day_is_another_one(relations: Relations) -> None:
    text = (
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết.\nTại hội nghị ngày 17/5/2024, Chủ tịch UBND quận Lê Minh Khôi nêu yêu cầu."
    )
    assert len({event for _, event in relations(text, "spokeAt")}) == 1


@pytest.mark.parametrize(
    "title", ["Trưởng Ban Chỉ đạo Chuyển đổi số quận Ba Đình", "Chủ tịch Ủy ban An toàn giao thông quốc gia", "Trưởng Ban Chỉ đạo"]
)
def test_a_word_of_order_in_a_title_orders_nothing(title: str, relations: Relations) -> None:
    text = f"Đồng chí Vũ Thị Hạnh, Phó Bí thư Quận ủy, {title} chủ trì hội nghị."
    assert people(relations, text, "chaired") == {"Vũ Thị Hạnh"}


def test_a_dash_may_close_a_title_before_the_verb(relations: Relations) -> None:
    assert people(relations, "Tại hội nghị, bà Vũ Thị Hạnh - Bí thư Quận ủy - cũng nhận khuyết điểm.", "attended") == {"Vũ Thị Hạnh"}


def test_what_is_only_told_of_somebody_puts_him_nowhere(relations: Relations) -> None:
    text = "Tại hội nghị, nhiều cử tri bày tỏ vui mừng trước việc Bí thư Quận ủy Vũ Thị Hạnh đã chỉ đạo dừng dự án."
    assert people(relations, text) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Trả lời kiến nghị của đại biểu, Chủ tịch UBND quận Lê Minh Khôi cho biết quận đã có phương án.", {"Lê Minh Khôi"}),
        ("Giải thích thêm về việc này, Trưởng Công an quận Lê Minh Khôi cho biết đã xử lý 12 vụ.", {"Lê Minh Khôi"}),
        ("Trong phần kết luận, Chủ tịch UBND quận Lê Minh Khôi cho rằng quận phải đi đầu.", {"Lê Minh Khôi"}),
        ("Trả lời câu hỏi của phóng viên, Chủ tịch UBND quận Lê Minh Khôi cho biết quận đã có phương án.", set()),
        ("Trả lời Bí thư Quận ủy Vũ Thị Hạnh, Trưởng Công an quận Lê Minh Khôi cho biết đã xử lý 12 vụ.", {"Lê Minh Khôi"}),
        ("Về việc bổ nhiệm bà Vũ Thị Hạnh, Chủ tịch UBND quận Lê Minh Khôi phát biểu rằng đúng quy trình.", {"Lê Minh Khôi"}),
    ],
)
def test_who_replies_there_speaks_there(text: str, names: set[str], relations: Relations) -> None:
    assert people(relations, text, "spokeAt") == names


def test_what_is_told_to_journalists_at_a_press_conference_is_said_at_it(relations: Relations) -> None:
    text = "Tại cuộc họp báo ngày 5/6/2024 của UBND quận Ba Đình, trả lời PV, Chủ tịch UBND quận Lê Minh Khôi cho rằng quận đã làm đúng."
    assert {person for person, _ in relations(text, "spokeAt")} == {"Lê Minh Khôi"}


def test_whose_event_it_is_speaks_there(relations: Relations) -> None:
    text = "Chiều 5/6/2024, Chủ tịch UBND quận Ba Đình Lê Minh Khôi đã tiếp Đoàn đại biểu thành phố Viêng Chăn. "
    assert relations(text + "Chủ tịch UBND quận Lê Minh Khôi bày tỏ vui mừng.", "spokeAt")
    assert not relations(text + "Đồng chí Lê Minh Khôi đã tiếp và làm việc với các hộ dân.", "spokeAt")


def test_the_verb_of_a_visit_is_no_speech(relations: Relations) -> None:
    text = "Chiều 5/6/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh đến thăm và chúc mừng Báo Thủ Đô. Đồng chí Vũ Thị Hạnh chúc mừng tòa soạn."
    assert not relations(text, "spokeAt")


def test_a_word_for_a_meeting_can_mean_the_one_that_a_verb_told(relations: Relations) -> None:
    told = "Sáng 5/6/2024, Huyện ủy Anh Sơn làm việc với UBND xã Kim Hòa. "
    text = told + "Phát biểu tại cuộc họp, ông Lê Văn An, Chủ tịch UBND xã cho biết xã còn khó khăn."
    assert {name for name, _ in relations(text, "spokeAt")} == {"Lê Văn An"}
    other = told + "Phát biểu tại cuộc họp với các thôn, ông Lê Văn An, Chủ tịch UBND xã cho biết xã còn khó khăn."
    assert relations(other, "spokeAt") == set()


def test_what_is_done_to_something_by_somebody_is_no_speech(relations: Relations) -> None:
    text = "Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. Nhiều nhà bị ông Lê Văn An, Chủ tịch UBND xã Kim Hòa chỉ đạo tháo dỡ."
    assert relations(text, "spokeAt") == set()


GUESTS = "Ngày 26/3/2024, UBND tỉnh Nghệ An tổ chức lễ kỷ niệm. Về dự buổi lễ có đồng chí Nguyễn Huy Dũng, Phó Bí thư Tỉnh ủy Nghệ An. "


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "Thành phố Vinh có các đồng chí: Lê Thị Hà, Phó Bí thư Thành ủy; Vũ Văn Nam, Chủ tịch UBND thành phố.",
            {"Lê Thị Hà", "Vũ Văn Nam"},
        ),
        ("Đại diện lãnh đạo Sở Y tế: đồng chí Lê Thị Hà, Giám đốc Sở Y tế.", {"Lê Thị Hà"}),
        ("Thành phố Vinh có đồng chí Lê Thị Hà, Phó Bí thư Thành ủy, phát biểu ý kiến trên báo hôm qua.", set()),
        ("Thành phố Vinh có 16 phường do ông Vũ Văn Nam, Chủ tịch UBND thành phố Vinh, phụ trách.", set()),
    ],
)
def test_guests_of_a_side_in_the_next_sentence(text: str, others: set[str], relations: Relations) -> None:
    assert {person for person, _ in relations(GUESTS + text, "attended")} == {"Nguyễn Huy Dũng", *others}


@pytest.mark.parametrize(
    ("text", "predicate", "names"),
    [
        (
            "với sự tham dự của: Đồng chí Lê Văn An – Bí thư Huyện ủy. Đồng chí Vũ Thị Hoa – Chủ tịch UBND huyện. "
            "Đồng chí Lê Văn Nam – Chủ tịch HĐND huyện.",
            "attended",
            {"Lê Văn An", "Vũ Thị Hoa", "Lê Văn Nam"},
        ),
        (
            "với sự tham dự của: Đồng chí Lê Văn An – Bí thư Huyện ủy. Đồng chí Vũ Thị Hoa – Chủ tịch UBND huyện, quê ở xã Kim Hòa.",
            "attended",
            {"Lê Văn An"},
        ),
        (
            "tại huyện. Dự và chủ trì hội nghị có đồng chí Lê Văn An, Bí thư Huyện ủy; đồng chí Vũ Thị Hoa, Chủ tịch UBND huyện.",
            "chaired",
            {"Lê Văn An", "Vũ Thị Hoa"},
        ),
        ("tại huyện. Về dự chỉ đạo hội nghị có đồng chí Lê Văn An, Bí thư Huyện ủy.", "directedAt", {"Lê Văn An"}),
        (
            "tại huyện. Phát biểu tại hội nghị thay mặt lãnh đạo huyện, đồng chí Lê Văn An, Bí thư Huyện ủy biểu dương.",
            "spokeAt",
            {"Lê Văn An"},
        ),
    ],
)
def test_lists_by_sentences_and_by_semicolons(text: str, predicate: str, names: set[str], relations: Relations) -> None:
    start = "Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị "
    assert {name for name, _ in relations(start + text, predicate)} == names


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị vinh dự được đón tiếp: Ông Lê Văn An – Bí thư Huyện ủy. Bà Vũ Thị Hoa – Chủ tịch UBND huyện.",
        "Đến dự và động viên có ông Lê Văn An, Bí thư Huyện ủy; bà Vũ Thị Hoa, Chủ tịch UBND huyện.",
    ],
)
def test_guests_who_are_received(text: str, relations: Relations) -> None:
    assert {name for name, _ in relations("Sáng 5/6/2024, Huyện ủy Anh Sơn tổ chức hội nghị. " + text, "attended")} == {
        "Lê Văn An",
        "Vũ Thị Hoa",
    }
