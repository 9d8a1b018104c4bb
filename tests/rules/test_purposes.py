"""Which document an event carries out, and what is only demanded at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Relations = Callable[..., set[tuple[str, str]]]
HELD = "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. "
PLAN, RESOLUTION = "Kế hoạch 20-KH/TU", "Nghị quyết 18-NQ/TW"


def carried_out(text: str, relations: Relations) -> set[str]:
    return {document for event, document in relations(text, "implements") if event == "hoi-nghi"}


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 20-KH/TU của Thành ủy, ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.",
        "Ngày 3/4/2024, thực hiện Kế hoạch số 20-KH/TU về chuyển đổi số, Quận ủy Ba Đình tổ chức hội nghị.",
        "Để triển khai Kế hoạch số 20-KH/TU, ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.",
        "Kế hoạch số 20-KH/TU về tổ chức hội nghị nhân dân được ban hành. Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị nhân dân.",
        HELD + "Tại hội nghị, đồng chí Phó Bí thư Quận ủy đã quán triệt Kế hoạch số 20-KH/TU.",
        HELD + "Tại hội nghị, các đại biểu được nghe truyền đạt những nội dung cơ bản của Kế hoạch số 20-KH/TU.",
        HELD + "Tại hội nghị, đồng chí Trưởng Ban Tổ chức công bố Kế hoạch số 20-KH/TU.",
        HELD + "Đây là hoạt động nhằm thực hiện Kế hoạch số 20-KH/TU.",
        HELD + "Hội nghị nhằm triển khai Kế hoạch số 20-KH/TU.",
    ],
)
def test_an_event_is_held_for_what_its_clause_or_a_later_sentence_says(text: str, relations: Relations) -> None:
    assert carried_out(text, relations) == {PLAN}


def test_a_list_of_documents_is_carried_out_together(relations: Relations) -> None:
    text = (
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị quán triệt Nghị quyết số 18-NQ/TW về tinh gọn bộ máy; "
        "Kế hoạch số 20-KH/TU của Thành ủy."
    )
    assert carried_out(text, relations) == {PLAN, RESOLUTION}


def test_documents_announced_by_their_number_are_carried_out(relations: Relations) -> None:
    text = (
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị quán triệt hai nghị quyết của Trung ương: "
        "Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW."
    )
    assert carried_out(text, relations) == {RESOLUTION, "Nghị quyết 19-NQ/TW"}


@pytest.mark.parametrize(
    "text",
    [
        HELD + "Tại hội nghị, đồng chí Phó Bí thư Quận ủy yêu cầu các đơn vị triển khai Kế hoạch số 20-KH/TU.",
        HELD + "Tại hội nghị, đồng chí Phó Bí thư nhấn mạnh cần quán triệt Kế hoạch số 20-KH/TU.",
        HELD + "Thời gian tới, quận sẽ triển khai Kế hoạch số 20-KH/TU.",
        "Theo Kế hoạch số 20-KH/TU, đồng chí Bí thư cho biết, ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.",
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị bàn việc đóng tàu theo Kế hoạch số 20-KH/TU.",
        "Ngày 3/4/2024, HĐND quận tổ chức hội nghị bàn về tổ chức, hoạt động của HĐND theo Luật Tổ chức chính quyền địa phương năm 2015.",
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị, đồng chí Bí thư đề nghị triển khai Kế hoạch số 20-KH/TU.",
    ],
)
def test_what_is_demanded_or_done_elsewhere_is_not_what_an_event_is_for(text: str, relations: Relations) -> None:
    assert carried_out(text, relations) == set()


@pytest.mark.parametrize(
    "clause",
    [
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 3/2/2024 của UBND huyện Nam Đàn về ra quân tổng vệ sinh môi trường",
        "Tiếp tục thực hiện Nghị quyết số 12-NQ/HU của Huyện ủy Nam Đàn",
        "Hướng tới kỷ niệm 50 năm ngày thành lập và thực hiện Nghị quyết số 12-NQ/HU của Huyện ủy Nam Đàn",
    ],
)
def test_clauses_that_say_what_an_event_is_held_for(clause: str, relations: Callable[..., set[tuple[str, str]]]) -> None:
    assert len(relations(f"{clause}, ngày 5/6/2024, UBND xã Kim Liên tổ chức lễ ra quân.", "implements")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Việc ra mắt mô hình là hoạt động thiết thực nhằm cụ thể hóa Nghị quyết số 20-NQ/ĐU của Đảng ủy xã Kim Liên.", 1),
        ("Việc xây dựng đường thôn là hoạt động thiết thực nhằm cụ thể hóa Nghị quyết số 20-NQ/ĐU của Đảng ủy xã Kim Liên.", 0),
    ],
)
def test_a_later_sentence_calls_the_event_by_its_words(text: str, count: int, relations: Callable[..., set[tuple[str, str]]]) -> None:
    start = "Sáng 5/6/2024, UBND xã Kim Liên tổ chức hội nghị ra mắt mô hình “Thôn không rác”. "
    assert len(relations(start + text, "implements")) == count


def test_how_a_document_is_led_is_no_order(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = (
        "Sáng 5/6/2024, Đoàn kiểm tra của Tỉnh ủy Nghệ An làm việc với Huyện ủy Nam Đàn về việc lãnh đạo, chỉ đạo thực hiện "
        "Nghị quyết số 18-NQ/TW."
    )
    assert len(relations(text, "implements")) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Thực hiện Kế hoạch số 28/KH-UBND của UBND tỉnh; Công văn số 13/UBND-NN. Sáng 5/6/2024, UBND xã Kim Liên tổ chức hội nghị.",
            2,
        ),
        ("Thực hiện chương trình công tác năm 2024, Kế hoạch số 28/KH-HĐND, sáng 5/6/2024, HĐND xã Kim Liên tổ chức hội nghị.", 1),
        ("Chủ tịch UBND tỉnh yêu cầu thực hiện Kế hoạch số 28/KH-UBND. Sáng ngày 5/6/2024, UBND xã Kim Liên tổ chức hội nghị.", 0),
    ],
)
def test_a_clause_of_its_own_says_what_an_event_is_for(text: str, count: int, relations: Callable[..., set[tuple[str, str]]]) -> None:
    assert len(relations(text, "implements")) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Các đại biểu đã được nghe quán triệt Nghị quyết số 18-NQ/TW; Quy định số 37-QĐ/TW.", 2),
        ("Các đại biểu đề nghị huyện triển khai Nghị quyết số 18-NQ/TW.", 0),
        ("Các đồng chí ở cơ sở đã triển khai thực hiện tốt Nghị quyết số 18-NQ/TW.", 0),
    ],
)
def test_what_those_present_are_told_of(text: str, count: int, relations: Callable[..., set[tuple[str, str]]]) -> None:
    assert len(relations("Sáng 5/6/2024, Đảng ủy xã Kim Liên tổ chức hội nghị. " + text, "implements")) == count
