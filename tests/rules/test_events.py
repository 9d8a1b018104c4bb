"""Events: kind, day, occurred or planned, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Told = tuple[str, str | None, str]


def told(findings: Findings) -> list[Told]:
    """Kind, date and modality of every event."""
    return [(e.kind, e.when.edtf if e.when else None, e.modality) for e in findings.events]


def bug(reason: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sáng 19-3-2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết.", ("hoi-nghi", "2024-03-19", "occurred")),
        ("Quận ủy Ba Đình tổ chức hội nghị sơ kết vào ngày 19-3-2024.", ("hoi-nghi", "2024-03-19", "occurred")),
        ("Ngày 19/3/2024, hội nghị diễn ra tại quận Ba Đình.", ("hoi-nghi", "2024-03-19", "occurred")),
        ("Tối 19/3/2024, lễ khai mạc do UBND quận Ba Đình tổ chức đã diễn ra.", ("le-khai-mac", "2024-03-19", "occurred")),
        ("Ngày 19/3/2024, Đoàn kiểm tra của Thành ủy Hà Nội làm việc với Quận ủy Ba Đình.", ("buoi-lam-viec", "2024-03-19", "occurred")),
        ("Tháng 12 năm 2024, UBND quận Ba Đình tổ chức lễ hội.", ("le-hoi", "2024-12", "occurred")),
        ("Hai ngày 3 và 4/6/2024, Huyện ủy Anh Sơn tổ chức lớp bồi dưỡng.", ("boi-duong", "2024-06-03/2024-06-04", "occurred")),
        ("Từ ngày 28/12 đến 3/1/2025, UBND huyện Anh Sơn tổ chức triển lãm.", ("trien-lam", "2024-12-28/2025-01-03", "occurred")),
        ("Quận ủy Ba Đình tổ chức hội nghị trực tuyến ngày 19/3/2024.", ("hoi-nghi", "2024-03-19", "occurred")),
        ("Quận ủy Ba Đình tổ chức hội nghị sơ kết.", ("hoi-nghi", None, "occurred")),
        ("Ngày 31/2, Quận ủy Ba Đình tổ chức hội nghị.", ("hoi-nghi", None, "occurred")),
        ("Sáng 19/3, Quận ủy Ba Đình tổ chức hội nghị.", ("hoi-nghi", "XXXX-03-19", "occurred")),
        ("Quý I/2024, Quận ủy Ba Đình tổ chức hội nghị.", ("hoi-nghi", "2024-33", "occurred")),
        ("Quận ủy Ba Đình tổ chức hội nghị giao ban quý I/2024.", ("hoi-nghi", None, "occurred")),
        ("Trong hai ngày 5 và 6 tháng 11 năm 2024, Quận ủy Ba Đình tổ chức hội nghị.", ("hoi-nghi", "2024-11-05/2024-11-06", "occurred")),
        ("Các ngày 5, 6 và 7/11/2024, Quận ủy Ba Đình tổ chức hội nghị.", ("hoi-nghi", "2024-11-05/2024-11-07", "occurred")),
    ],
)
def test_an_event_is_kind_day_and_modality(text: str, expected: Told, read: Read) -> None:
    assert told(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Quận ủy Ba Đình sẽ tổ chức hội nghị vào ngày 5/6/2024.",
        "Ngày 5/6/2024, Quận ủy Ba Đình sẽ tổ chức hội nghị.",
        "Ngày 5/6/2024, Quận ủy Ba Đình dự kiến tổ chức hội nghị.",
        "Dự kiến ngày 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị.",
        "Hội nghị sẽ được tổ chức vào ngày 5/6/2024 tại quận Ba Đình.",
        "Hội nghị sẽ diễn ra ngày 5/6/2024 tại quận Ba Đình.",
        "Hội nghị dự kiến diễn ra ngày 5/6/2024 tại quận Ba Đình.",
    ],
)
def test_what_is_still_to_come_is_planned(text: str, read: Read) -> None:
    assert told(read(text)) == [("hoi-nghi", "2024-06-05", "planned")]


def test_who_will_go_and_attend_has_not_attended(read: Read) -> None:
    text = "Ngày 5/6/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh sẽ thăm phường Kim Mã và dự hội nghị sơ kết công tác dân vận."
    assert told(read(text)) == [("hoi-nghi", "2024-06-05", "planned")]


def test_a_plan_for_one_event_makes_no_other_planned(read: Read) -> None:
    text = "Ngày 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị. Ngày 9/9/2024, Quận ủy sẽ tổ chức hội thảo."
    assert told(read(text)) == [("hoi-nghi", "2024-06-05", "occurred"), ("hoi-thao", "2024-09-09", "planned")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Nhân kỷ niệm 94 năm Ngày thành lập Đảng (3/2/1930 - 3/2/2024), Quận ủy Ba Đình tổ chức lễ trao tặng.", None),
        ("Huyện ủy Anh Sơn tổ chức Lễ kỷ niệm 60 năm Ngày thành lập huyện (19/4/1963 - 19/4/2023) vào tối 18-4-2023.", "2023-04-18"),
        ("Huyện ủy Anh Sơn tổ chức Lễ kỷ niệm 60 năm thành lập huyện (19/4/1963 - 19/4/2023) vào tối 18-4-2023.", "2023-04-18"),
        ("Thực hiện Kế hoạch số 20-KH/TU ngày 1-6-2021, Quận ủy Ba Đình tổ chức hội nghị.", None),
        ("Ông Vũ Văn Nam sinh ngày 1-6-1970, được Quận ủy Ba Đình mời dự; Quận ủy Ba Đình tổ chức hội nghị.", None),
        (
            "Thực hiện Kế hoạch số 20-KH/TU ngày 1-6-2021 của Thành ủy Hà Nội, ngày 5-7-2021, Quận ủy Ba Đình tổ chức hội nghị.",
            "2021-07-05",
        ),
        ("Thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị ngày 15-5-2016, Quận ủy Ba Đình tổ chức hội nghị.", None),
        ("Thực hiện Chỉ thị 05 ngày 15-5-2016, Quận ủy Ba Đình tổ chức hội nghị.", None),
        ("Sơ kết Nghị quyết Đại hội XIII của Đảng ngày 1-2-2021, Quận ủy Ba Đình tổ chức hội nghị.", None),
    ],
)
def test_the_day_of_a_document_or_an_anniversary_is_not_the_events(text: str, date: str | None, read: Read) -> None:
    assert [when for _, when, _ in told(read(text))] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị rất quan trọng.",
        "Tại hội nghị, các đại biểu thảo luận.",
        "Quận ủy Ba Đình ban hành Kế hoạch số 30-KH/QU ngày 2-7-2021.",
        "Các hội nghị, hội thảo cần thiết thực.",
        "Nghị quyết Đại hội XIII của Đảng được quán triệt ngày 3/4/2024.",
        "Công tác kiểm tra, giám sát được tăng cường.",
    ],
)
def test_what_nobody_holds_is_no_event(text: str, read: Read) -> None:
    assert read(text).events == ()


def test_a_later_mention_is_the_same_event_and_another_day_another(read: Read) -> None:
    text = (
        "Ngày 5/11/2023, Quận ủy Ba Đình tổ chức hội nghị. Hội nghị ngày 5/11/2023 diễn ra trực tuyến. "
        "Ngày 1/11/2023, UBND quận tổ chức hội thảo."
    )
    assert told(read(text)) == [("hoi-nghi", "2023-11-05", "occurred"), ("hoi-thao", "2023-11-01", "occurred")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ngày 12/8/2025, Đảng bộ phường Kim Mã tổ chức Đại hội lần thứ I. Ngày 11/8/2025, Đại hội đã tiến hành phiên trù bị.",
            [("dai-hoi", "2025-08-12", "occurred")],
        ),
        (
            "Ngày 5/6/2024, Bộ Y tế tổ chức Lễ phát động chiến dịch truyền thông. Lễ phát động chiến dịch truyền thông diễn ra trong "
            "khuôn khổ tháng hành động từ ngày 1/6 đến 30/6/2024.",
            [("le-phat-dong", "2024-06-05", "occurred")],
        ),
        (
            "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị. Chiều cùng ngày, Quận ủy tổ chức tọa đàm.",
            [("hoi-nghi", "2024-06-05", "occurred"), ("toa-dam", "2024-06-05", "occurred")],
        ),
        (
            "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị. Sáng 5/6/2024, Quận ủy tổ chức tọa đàm.",
            [("hoi-nghi", "2024-06-05", "occurred")],
        ),
    ],
)
def test_two_wordings_are_one_event_and_two_parts_of_a_day_two(text: str, expected: list[Told], read: Read) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/6/2024, UBND huyện Anh Sơn yêu cầu Phòng Nội vụ chủ trì, phối hợp với Công an huyện kiểm tra vụ việc.",
        "Phương án được UBND huyện Anh Sơn họp bàn ngày 5/6/2024.",
    ],
)
def test_who_is_asked_to_do_something_has_not_done_it(text: str, read: Read) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tại hội nghị sơ kết công tác ngày 5/6/2024, lãnh đạo UBND quận Ba Đình báo cáo.", "Hội nghị sơ kết công tác"),
        (
            "Sáng 5/6/2024, UBND quận Ba Đình tổ chức hội nghị trực tuyến với lãnh đạo 14 phường. Hội nghị Bên cạnh đó có ý kiến.",
            "Hội nghị trực tuyến với lãnh đạo 14 phường",
        ),
        ("Dự hội nghị có Bí thư Quận ủy Ba Đình Vũ Thị Hạnh, ngày 5/6/2024.", "Hội nghị"),
        ("Sáng 5/6/2024, UBND quận Ba Đình tổ chức Lễ kỷ niệm 70 năm Ngày 27/7.", "Lễ kỷ niệm 70 năm Ngày 27/7"),
        ("Ngày 5/6/2024, UBND quận Ba Đình tổ chức lễ khai mạc Hội chợ Tối 5/6, tại quảng trường.", "Lễ khai mạc Hội chợ"),
        ("Ngày 5/6/2024, Đại hội Hội Nông dân quận Ba Đình đã chính thức khai mạc.", "Đại hội Hội Nông dân quận Ba Đình"),
        ("Ngày 5/6/2024, UBND quận Ba Đình tổ chức lễ hội (tên cũ là hội vật). Dân vui.", "Lễ hội (tên cũ là hội vật)"),
        ("UBND quận Ba Đình tổ chức Hội chợ xuân từ ngày 5/6/2024.", "Hội chợ xuân"),
        ("Ngày 3/6/2024, UBND tỉnh Đồng Tháp tổ chức Lễ hội hoa Sa Đéc đã quy tụ hàng trăm loài hoa.", "Lễ hội hoa Sa Đéc"),
        ("Tại cuộc họp xét thi đua ngày 3/6/2024, ông Vũ Văn Tám, Chủ tịch UBND xã cho biết.", "Cuộc họp xét thi đua"),
        ("Sáng 3/6/2024, tại hội nghị đối thoại với doanh nghiệp, vấn đề vốn đã được nêu.", "Hội nghị đối thoại với doanh nghiệp"),
        ("Sáng 3/6/2024, Sở Tư pháp tổ chức họp báo công bố các Luật đã được thông qua.", "Họp báo công bố các Luật đã được thông qua"),
        ("Sáng 3/6/2024, tại buổi làm việc Theo ông Vũ Văn Tám, Chủ tịch UBND xã, chợ đã xong.", "Buổi làm việc"),
    ],
)
def test_a_name_ends_before_what_is_said_of_the_event(text: str, label: str, read: Read) -> None:
    assert [e.label for e in read(text).events] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Quận ủy Ba Đình vừa tổ chức hội nghị sơ kết công tác dân vận. Hội nghị diễn ra ngày 3/4/2024 tại phường Kim Mã.",
        "Tại hội nghị sơ kết công tác dân vận, nhiều ý kiến được nêu.\nNgày 3/4/2024, tại phường Kim Mã, Quận ủy Ba Đình tổ chức hội nghị "
        "sơ kết công tác dân vận.",
    ],
)
def test_what_a_later_sentence_says_of_the_event_is_the_events(text: str, read: Read) -> None:
    findings = read(f"Tin tức quận\n{text}")
    (event,) = findings.events
    assert event.when is not None and event.when.edtf == "2024-04-03"
    assert {(f.predicate, f.subject if f.object == event.key else f.object) for f in findings.facts} >= {
        ("organizes", "organization/quan-uy-ba-dinh--ha-noi"),
        ("heldAt", "unit/phuong-kim-ma--quan-ba-dinh--ha-noi"),
    }


def test_the_title_tells_of_the_event_but_does_not_double_it(read: Read) -> None:
    text = (
        "Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác\n"
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác xây dựng Đảng quý I và nhiệm vụ quý II."
    )
    assert told(read(text)) == [("hoi-nghi", "2024-04-03", "occurred")]


def test_the_event_of_title_and_lead_has_the_day_of_the_lead(read: Read) -> None:
    text = (
        "Đảng bộ phường Bà Rịa tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030\n"
        "Sáng 12-8-2025, Đảng bộ phường Bà Rịa, Thành phố Hồ Chí Minh tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025 - 2030."
    )
    assert told(read(text, "2025-08-13")) == [("dai-hoi", "2025-08-12", "occurred")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Ngày 7/3/2024, Đoàn công tác do đồng chí Bùi Thị Lan, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Nghệ An dẫn đầu đã đến huyện Nam Đàn.",
            [],
        ),
        ("Ngày 7/3/2024, Ủy ban Kiểm tra Tỉnh ủy Nghệ An ban hành Kế hoạch số 5-KH/UBKT.", []),
        ("Ngày 7/3/2024, Ủy ban Kiểm tra Tỉnh ủy Nghệ An kiểm tra Huyện ủy Nam Đàn.", ["kiem-tra"]),
        ("Chiều 25/6/2024, Tổ đại biểu HĐND thành phố Hải Phòng tiếp xúc cử tri quận Hải An.", ["tiep-xuc-cu-tri"]),
        ("Sáng 5/6/2024, UBND huyện Anh Sơn khởi công công trình.", ["le-khoi-cong"]),
        ("Sáng 5/6/2024, UBND huyện Anh Sơn khánh thành và bàn giao nhà tình nghĩa.", ["le-khanh-thanh"]),
        ("Sáng 5/6/2024, UBND huyện Anh Sơn họp giao ban công tác tháng 6.", ["cuoc-hop"]),
        ("Sáng 5/6/2024, UBND huyện Anh Sơn và Công an huyện ký kết quy chế phối hợp.", ["le-ky-ket"]),
        ("Sáng 5/6/2024, Chủ tịch Quốc hội Bùi Thị Lan hội đàm với Chủ tịch Quốc hội Lào.", ["hoi-dam"]),
        ("Công trình được khởi công ngày 5/6/2024.", ["le-khoi-cong"]),
        ("Công trình được khánh thành tại huyện Anh Sơn sáng 5/6/2024.", ["le-khanh-thanh"]),
        ("Công trình được khởi công theo kế hoạch của huyện ngày 5/6/2024.", []),
        ("Ngày 5/6/2024, công trình sẽ được khởi công theo kế hoạch.", []),
        ("Sau hai năm khởi công xây dựng, ngày 5/6/2024, cầu Anh Sơn đã được khánh thành.", ["le-khanh-thanh"]),
    ],
)
def test_a_verb_is_an_event_but_not_inside_a_name(text: str, kinds: list[str], read: Read) -> None:
    assert [e.kind for e in read(text).events] == kinds


def test_an_event_has_a_name_of_its_own_words(read: Read) -> None:
    (event,) = read("Sáng 19-3-2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác dân vận nhằm đánh giá kết quả.").events
    assert (event.label, event.when and event.when.part_of_day) == ("Hội nghị sơ kết công tác dân vận", "morning")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ngày 3/4/2024, Huyện ủy Anh Sơn tổ chức Hội thi “Dân vận khéo”. Dự hội thi có lãnh đạo huyện.", ["hoi-thi"]),
        ("Từ ngày 3/4 đến 5/6/2024, Huyện ủy Anh Sơn tổ chức Hội thi “Dân vận khéo”.", []),
        ("Ngày 3/4/2024, Huyện ủy Anh Sơn ban hành kế hoạch về Hội thi “Dân vận khéo”.", []),
        ("Ngày 3/4/2024, Huyện ủy Anh Sơn tổ chức lễ khai mạc Hội thi “Dân vận khéo”.", ["le-khai-mac"]),
    ],
)
def test_a_contest_of_one_day_is_an_event_where_there_is_no_other(text: str, kinds: list[str], read: Read) -> None:
    assert [e.kind for e in read(text).events] == kinds


def test_a_long_name_is_cut_at_a_word(read: Read) -> None:
    (event,) = read("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị " + "tổng kết công tác " * 40 + ".").events
    assert len(event.label) <= 200 and event.label.endswith(("tổng", "kết", "công", "tác"))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.", "event/2024-04-03--quan-uy-ba-dinh--ha-noi--hoi-nghi"),
        ("Ngày 3/4, Quận ủy Ba Đình tổ chức hội nghị.", "event/xxxx-04-03--quan-uy-ba-dinh--ha-noi--hoi-nghi--a"),
        ("Quận ủy Ba Đình tổ chức hội nghị.", "event/undated--quan-uy-ba-dinh--ha-noi--hoi-nghi--a"),
    ],
)
def test_a_key_without_day_or_holder_is_this_articles_own(text: str, key: str, read: Read) -> None:
    assert [e.key for e in read(text).events] == [key]


def test_the_words_of_the_date_are_kept(read: Read) -> None:
    findings = read("Sáng nay (19/3), Quận ủy Ba Đình tổ chức hội nghị.", "2024-03-19")
    (event,) = findings.events
    assert event.when is not None
    assert (event.when.text, event.when.edtf, event.when.resolution) == ("Sáng nay (19/3)", "2024-03-19", "publication-date")
    (fact,) = [f for f in findings.facts if f.predicate == "dateEdtf"]
    assert findings.article.text[fact.evidence.begin : fact.evidence.end] == "Sáng nay (19/3), Quận ủy Ba Đình tổ chức hội nghị"


def test_a_shortened_name_does_not_end_in_a_joint(read: Read) -> None:
    (event,) = read("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị " + "quán triệt chủ trương của Đảng và " * 12 + "Nhà nước.").events
    assert not event.label.endswith(("của", "và", "về"))


def test_what_begins_behind_the_day_of_publication_is_planned(read: Read) -> None:
    text = "Ngày 5/6, Quận ủy Ba Đình tổ chức hội nghị."
    assert [e.modality for e in read(text, "2024-06-04").events] == ["planned"]
    assert [e.modality for e in read(text, "2024-06-05").events] == ["occurred"]


def test_the_day_of_a_document_is_not_that_of_the_event(read: Read) -> None:
    text = "Trường THPT Anh Sơn tổ chức lễ đón nhận danh hiệu tại Quyết định số 12/QĐ-UBND về công nhận trường ngày 25-4-2024."
    assert told(read(text)) == [("le-don-nhan", None, "occurred")]


def test_a_date_of_a_sentence_that_ran_into_the_events_is_not_its(read: Read) -> None:
    text = "Bí thư Quận ủy Ba Đình Vũ Thị Hạnh trả lời trong cuộc họp báo Theo đó, vào tháng 10/2016, chợ đã mở."
    assert [when for _, when, _ in told(read(text))] in ([], [None])


def test_what_is_set_for_every_month_is_no_event(read: Read) -> None:
    assert told(read("UBND quận Ba Đình sẽ cố định thời gian khai mạc phiên họp thường kỳ vào ngày 10 hằng tháng.")) == []


def test_a_caption_tells_of_the_event_of_the_text(read: Read) -> None:
    text = (
        "Kỷ niệm ngày thành lập\nBí thư Quận ủy Ba Đình Vũ Thị Hạnh phát biểu tại buổi lễ kỷ niệm.\n"
        "Ngày 3/2/2024, Quận ủy Ba Đình tổ chức lễ kỷ niệm 94 năm ngày thành lập Đảng."
    )
    assert [(e.label, e.when and e.when.edtf) for e in read(text).events] == [("Lễ kỷ niệm 94 năm ngày thành lập Đảng", "2024-02-03")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Việc tiêm vắc xin hôm 19/4/2024 được nêu trong buổi họp báo chiều 28/5/2024 do Thành ủy Hà Nội tổ chức.",
            [("hop-bao", "2024-05-28", "occurred")],
        ),
        (
            "Ngày 3/4/2024, trong khuôn khổ Hội nghị chuyên đề khu vực đã diễn ra lễ công bố bộ tiêu chí.",
            [("le-cong-bo", "2024-04-03", "occurred")],
        ),
        (
            "Ngày 3/4/2024, chị An ra mắt với vai trò đại sứ của lễ hội hoa trong cuộc họp báo được tổ chức tại quận Ba Đình.",
            [("hop-bao", "2024-04-03", "occurred")],
        ),
    ],
)
def test_the_event_is_the_one_that_takes_place(text: str, expected: list[Told], read: Read) -> None:
    assert told(read(text)) == expected


def test_a_meeting_may_be_told_by_where_it_is(read: Read) -> None:
    told = read("Sáng 7/2/2024, Bí thư Thành ủy Hà Nội Vũ Thị Hạnh làm việc tại quận Ba Đình. Đồng chí đề nghị quận đổi mới.", None).events
    assert [e.kind for e in told] == ["buoi-lam-viec"]
    assert not read("Sáng 7/2/2024, đồng chí Vũ Thị Hạnh làm việc tại Công ty An Bình như thường lệ.", None).events


def test_a_name_ends_before_a_bullet_and_before_who_is_there(read: Read) -> None:
    begin = "Sáng 5/6/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác dân vận"
    for end in (" * Tặng quà cho hộ nghèo.", " bao gồm: đồng chí Vũ Thị Hạnh, Bí thư Quận ủy."):
        assert [e.label for e in read(begin + end, None).events] == ["Hội nghị sơ kết công tác dân vận"]


@pytest.mark.parametrize(
    ("text", "day", "modality"),
    [
        ("Lễ hội Trà sẽ diễn ra từ ngày 8 đến 11/11 tại Thái Nguyên.", "2013-11-08/2013-11-11", "planned"),
        ("UBND tỉnh Thái Nguyên dự kiến tổ chức lễ hội vào ngày 10/2.", "2014-02-10", "planned"),
        ("UBND tỉnh Thái Nguyên đã tổ chức lễ hội ngày 8/11.", "2012-11-08", "occurred"),
    ],
)
def test_a_day_to_come_lies_behind_the_publication(text: str, day: str, modality: str, read: Read) -> None:
    (event,) = read(text, "2013-05-31").events
    assert (event.when and event.when.edtf, event.modality) == (day, modality)


def test_the_next_day_of_its_name_is_to_come(read: Read) -> None:
    (event,) = read("UBND tỉnh Thái Nguyên tổ chức hội nghị vào ngày 1/7 tới.", None).events
    assert event.modality == "planned"


def test_a_name_has_no_bracket_left_open(read: Read) -> None:
    (event,) = read("Sáng 30/6/2024, HĐND thành phố Hà Nội tổ chức họp báo về kỳ họp thứ 4 (diễn ra từ ngày 3 đến 5/7).", None).events
    assert event.label == "Họp báo về kỳ họp thứ 4"


def test_the_name_of_a_picture_is_no_event(read: Read) -> None:
    text = "Bức ảnh “Lễ hội làng Vạc” được bàn trong cuộc họp vào sáng 3/4/2024, do Hội Nông dân huyện Anh Sơn tổ chức."
    assert [e.kind for e in read(text).events] == ["cuoc-hop"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sáng 5/6/2024, cầu Anh Sơn đã được khánh thành.", "Khánh thành cầu Anh Sơn"),
        ("Công trình nhà văn hóa xã vừa được khởi công vào sáng 5/6/2024.", "Khởi công công trình nhà văn hóa xã"),
        ("Ngày 5/6/2024, tại xã Kim Hòa, trạm y tế xã đã chính thức được đưa vào sử dụng.", "Đưa vào sử dụng trạm y tế xã"),
    ],
)
def test_what_happens_to_a_work_is_named_after_it(text: str, label: str, read: Read) -> None:
    assert [e.label for e in read(f"Tin huyện Anh Sơn\n{text}").events] == [label]


def test_what_is_given_stands_inside_the_verb_of_giving(read: Read) -> None:
    (event,) = read("Sáng 5/6/2024, Quỹ Hỗ trợ ngư dân tỉnh Quảng Ngãi trao 400 triệu đồng tặng ngư dân xã Phổ Thạnh.", None).events
    assert (event.kind, event.label) == ("trao-tang", "Trao 400 triệu đồng tặng ngư dân xã Phổ Thạnh")


def test_a_work_that_opens_the_text_keeps_its_first_letter(read: Read) -> None:
    (event,) = read("Công trình cầu Anh Sơn đã được khánh thành sáng 5/6/2024.", None).events
    assert event.label == "Khánh thành công trình cầu Anh Sơn"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Anh Sơn thông báo kết quả Hội nghị TW 7\n"
            "Ngày 3/4/2024, Huyện ủy Anh Sơn tổ chức hội nghị để thông báo kết quả Hội nghị Trung ương 7.",
            "Hội nghị",
        ),
        ("Sáng 5/6/2024, Hội LHPN xã Kim Hòa, tọa đàm kỷ niệm ngày thành lập Hội.", "Tọa đàm kỷ niệm ngày thành lập Hội"),
        ("Sáng 5/6/2024, Hội LHPN xã Kim Hòa tổ chức chuyến tham quan tại huyện Anh Sơn.", "Chuyến tham quan tại huyện Anh Sơn"),
        ("Sáng 5/6/2024, Hội LHPN xã Kim Hòa tiến hành giám sát Trạm Y tế xã.", "Giám sát Trạm Y tế xã"),
        ("Hội LHPN xã Kim Hòa vừa tổ chức ra mắt Tổ hội nghề nghiệp.", "Ra mắt Tổ hội nghề nghiệp"),
        ("Sáng 5/6/2024, Hội LHPN xã Kim Hòa khai mạc Hội thi nấu ăn ngon.", "Hội thi nấu ăn ngon"),
        ("Trong 2 ngày 5, 6/6/2024, Hội LHPN xã Kim Hòa tổ chức Hội thi “Nấu ăn ngon”.", "Hội thi “Nấu ăn ngon”"),
        (
            "Sáng 5/6/2024, Đại hội đại biểu Hội LHPN xã Kim Hòa lần thứ XVI đã bầu Ban Chấp hành mới.",
            "Đại hội đại biểu Hội LHPN xã Kim Hòa lần thứ XVI",
        ),
        (
            "Tại Lễ phát động “Bình dân học vụ số” vào ngày 5/6/2024, ông Lê Văn An, Chủ tịch UBND xã Kim Hòa đề nghị các thôn vào cuộc.",
            "Lễ phát động “Bình dân học vụ số”",
        ),
        (
            "Hội nghị tổng kết công tác Hội năm 2024\nĐến dự có đồng chí Lê Văn An, Bí thư Đảng ủy xã Kim Hòa.",
            "Hội nghị tổng kết công tác Hội năm 2024",
        ),
    ],
)
def test_more_ways_to_tell_of_an_event(text: str, label: str, read: Read) -> None:
    assert [e.label for e in read(text).events] == [label]


@pytest.mark.parametrize(
    "text",
    [
        "Chuẩn bị hội nghị tổng kết công tác Hội năm 2024\nĐến dự có đồng chí Lê Văn An, Bí thư Đảng ủy xã Kim Hòa.",
        "Hội nghị tổng kết công tác Hội năm 2024\nCác thôn đã làm tốt công tác Hội. Ông Lê Văn An, Bí thư Đảng ủy xã Kim Hòa.",
        "Tin xã Kim Hòa\nÔng Lê Văn An, Bí thư Đảng ủy xã phát biểu tại một hội nghị.",
    ],
)
def test_a_title_and_some_conference_are_no_event(text: str, read: Read) -> None:
    assert not read(text).events


def test_a_long_name_ends_with_a_whole_part_and_a_brand_is_no_border(read: Read) -> None:
    text = (
        "Sáng 5/6/2024, UBND tỉnh Bình Dương tổ chức hội nghị đánh giá kết quả phối hợp giữa Công ty VinFast với các trường học "
        "trên địa bàn tỉnh trong năm học vừa qua, triển khai nhiệm vụ của năm học tới cho các đơn vị trực thuộc."
    )
    (event,) = read(text).events
    assert event.label.startswith("Hội nghị đánh giá kết quả phối hợp giữa Công ty VinFast với các trường học")
    assert event.label.endswith("năm học vừa qua")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sáng 5/6/2024, Thanh tra tỉnh Nghệ An công bố Quyết định thanh tra đối với UBND huyện Anh Sơn.", "Công bố Quyết định thanh tra"),
        (
            "Sáng 5/6/2024, Bí thư Tỉnh ủy Nghệ An Lê Văn Nam và đoàn công tác làm việc với Huyện ủy Anh Sơn.",
            "Làm việc với Huyện ủy Anh Sơn",
        ),
        (
            "Sáng 5/6/2024, bà Lê Thị Hoa, Chủ tịch UBND huyện Anh Sơn đến dự và chúc mừng hội nghị tổng kết công tác Hội.",
            "Hội nghị tổng kết công tác Hội",
        ),
    ],
)
def test_announcements_delegations_and_congratulations(text: str, label: str, read: Read) -> None:
    (event,) = read(text).events
    assert event.label.startswith(label)


def test_an_occasion_is_no_event_of_the_day(read: Read) -> None:
    text = (
        "Nhân dịp kỷ niệm 83 năm Ngày thành lập Hội và khai mạc Kỳ họp thứ 6, Quốc hội khóa XIII, chiều 21/10/2013, các đại biểu gặp nhau."
    )
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Sáng 5/6/2024, UBND huyện Tuy An tổ chức hội nghị tại Tp. Tuy Hòa và xã An Ninh.", "Hội nghị tại Tp. Tuy Hòa và xã An Ninh"),
        ("Sáng 5/6/2024, Huyện đoàn Tuy An tổ chức hội trại tòng quân.", "Hội trại tòng quân"),
        ("Sáng 5/6/2024, Huyện đoàn Tuy An tổ chức chương trình “Ngày hội việc làm 2024”.", "Chương trình “Ngày hội việc làm 2024”"),
    ],
)
def test_camps_and_programmes_of_a_day(text: str, label: str, read: Read) -> None:
    assert [e.label for e in read(text).events] == [label]
