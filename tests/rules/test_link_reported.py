"""What is said in the report of a meeting, and what only stands in one article with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

LEAD = "Sáng 12/3/2024, Quận ủy Ba Đình tổ chức hội nghị giao ban quý I. Hội nghị bàn ba nội dung. "


def speakers(findings: Findings) -> set[str]:
    labels = {official.key: official.label for official in findings.officials}
    return {labels[f.subject] for f in findings.facts if f.evidence.rule == "participation.reported"}


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "Đồng chí Lê Văn An, Bí thư Quận ủy, cho biết quận đã hoàn thành chỉ tiêu.",
        LEAD + "Bí thư Quận ủy Lê Văn An đề nghị các phường tập trung giải quyết đơn thư. Các phường đã ghi nhận.",
        LEAD + "Các phường đã nêu ý kiến.\nChủ tịch UBND quận Lê Văn An yêu cầu các phòng hoàn thành trong tháng 4.",
    ],
)
def test_what_is_said_in_the_report_of_a_meeting_is_said_at_it(text: str, read: Callable[[str], Findings]) -> None:
    assert speakers(read(text)) == {"Lê Văn An"}


@pytest.mark.parametrize(
    "text",
    [
        LEAD + "Trao đổi với phóng viên, đồng chí Lê Văn An, Bí thư Quận ủy, cho biết quận sẽ tiếp tục.",
        LEAD + "Trước đó, Bí thư Quận ủy Lê Văn An yêu cầu các phường báo cáo.",
        LEAD + "Ngày 9/3, Bí thư Quận ủy Lê Văn An yêu cầu các phường báo cáo.",
        LEAD + "Bí thư Quận ủy Lê Văn An gửi thư chúc mừng hội nghị.",
        LEAD + "Ông Lê Văn An cho biết gia đình rất phấn khởi.",
        "Quận ủy Ba Đình ban hành kế hoạch. Bí thư Quận ủy Lê Văn An cho biết quận sẽ tiếp tục.",
        "Sáng 12/3/2024, Quận ủy Ba Đình tổ chức lễ khánh thành nhà văn hóa. Bí thư Quận ủy Lê Văn An cho biết quận còn khó khăn.",
        LEAD + "Chiều 12/3/2024, UBND quận Ba Đình tổ chức họp báo. Chủ tịch UBND quận Lê Văn An cho biết đã xử lý vi phạm.",
    ],
)
def test_what_is_said_elsewhere_is_not(text: str, read: Callable[[str], Findings]) -> None:
    assert speakers(read(text)) == set()


def test_who_is_known_to_have_spoken_is_not_told_again(read: Callable[[str], Findings]) -> None:
    text = (
        LEAD + "Phát biểu tại hội nghị, Bí thư Quận ủy Lê Văn An biểu dương các phường. Đồng chí Lê Văn An, Bí thư Quận ủy, cho biết thêm."
    )
    assert speakers(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            LEAD + "Bí thư Quận ủy Lê Văn An nêu hai việc. Chủ tịch UBND quận Trần Thị Bình: Các phường cần rà soát lại toàn bộ đơn thư "
            "đang giải quyết và báo cáo trước ngày hội nghị sau.",
            {"Lê Văn An", "Trần Thị Bình"},
        ),
        (
            LEAD + "Bí thư Quận ủy Lê Văn An nêu hai việc. Việc nào cần làm ngay? Chủ tịch UBND quận Trần Thị Bình: Các phường cần rà "
            "soát lại toàn bộ đơn thư đang giải quyết.",
            {"Lê Văn An"},
        ),
        (
            LEAD + "Bí thư Quận ủy Lê Văn An nêu hai việc. Theo Chủ tịch UBND quận Trần Thị Bình, đơn thư đã giảm.",
            {"Lê Văn An", "Trần Thị Bình"},
        ),
        (LEAD + "Theo Chủ tịch UBND quận Trần Thị Bình, đơn thư đã giảm.", set()),
        (LEAD + "Lãnh đạo một phòng chuyên môn của quận cho biết thêm, Chủ tịch UBND thành phố Trần Thị Bình đã yêu cầu làm rõ.", set()),
        (LEAD + "Bí thư Quận ủy Lê Văn An nói: “Việc này nhỏ. Chủ tịch UBND thành phố Trần Thị Bình đã yêu cầu làm rõ.”", {"Lê Văn An"}),
        (LEAD + "“Việc này nhỏ”, Chủ tịch UBND quận Trần Thị Bình nói. “Làm ngay.”", {"Trần Thị Bình"}),
        (
            LEAD + "Trả lời về việc bổ nhiệm ông Trần Thị Bình làm Chủ tịch UBND phường Kim Mã, Bí thư Quận ủy Lê Văn An nói là đúng.",
            {"Lê Văn An"},
        ),
        (LEAD + "Trả lời các phường, Chủ tịch UBND quận Trần Thị Bình cho biết sẽ làm rõ.", {"Trần Thị Bình"}),
        (LEAD + "Trong báo cáo của Chủ tịch UBND quận Trần Thị Bình có nêu ba việc.", set()),
        (LEAD + "Chủ tịch UBND quận Trần Thị Bình bị đề nghị kiểm điểm.", set()),
        (LEAD + "Khách mời gồm Trần Thị Bình - Giám đốc Sở Thông tin và Truyền thông.", set()),
        (
            "Sáng 12/3/2024, Quận ủy Ba Đình tổ chức đối thoại với thanh niên. Bí thư Quận ủy Lê Văn An cho hay quận sẽ mở lớp.",
            {"Lê Văn An"},
        ),
        (
            "Sáng 12/3/2024, đoàn công tác Thành ủy Hà Nội làm việc với Quận ủy Ba Đình. Bí thư Quận ủy Lê Văn An nhìn nhận còn khó khăn.",
            {"Lê Văn An"},
        ),
    ],
)
def test_who_is_cited_or_written_of(text: str, names: set[str], relations: Callable[..., set[tuple[str, str]]]) -> None:
    assert {person for person, _ in relations(text, "spokeAt")} == names
