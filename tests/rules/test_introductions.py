"""Which sentence introduces an event, and which only names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.",
        "Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác dân vận.",
        "Hội nghị sơ kết công tác dân vận diễn ra ngày 3/4/2024.",
        "Ngày 3/4/2024, tại quận Ba Đình đã diễn ra hội nghị sơ kết.",
        "Ngày 3/4/2024, đồng chí Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình chủ trì hội nghị sơ kết công tác dân vận.",
        "Ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh dự hội nghị tổng kết công tác dân vận.",
        "Phát biểu khai mạc hội nghị sơ kết công tác dân vận, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh nêu hai nhiệm vụ.",
        "Bí thư Quận ủy Ba Đình Vũ Thị Hạnh đã nói như vậy tại hội nghị giao ban với các phường, ngày 3/4/2024.",
        "Bí thư Quận ủy Ba Đình Vũ Thị Hạnh nêu yêu cầu tại hội nghị ngày 3/4/2024.",
        "Ngày 3/4/2024, hội nghị sơ kết của TP.HCM bước vào ngày làm việc thứ hai.",
        "Ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh chủ trì hội nghị với các phường.",
        "Ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh dự và chỉ đạo hội nghị đại biểu của phường Kim Mã.",
        "Ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Để và Chủ tịch UBND quận Bùi Văn Nam đồng chủ trì hội nghị kiểm điểm quy chế.",
        "Hội nghị sơ kết công tác dân vận do Quận ủy Ba Đình tổ chức ngày 3/4/2024 đã nêu hai nhiệm vụ.",
        "Hội nghị sơ kết công tác dân vận đã được Quận ủy Ba Đình tổ chức sáng 3/4/2024.",
        "Hội nghị tổng kết Chỉ thị số 05/2008/CT-BCA ngày 26/5/2008 của Bộ Công an được Quận ủy Ba Đình tổ chức ngày 3/4/2024.",
        "Tại hội nghị sơ kết công tác dân vận ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh phát biểu.",
        "Ngày 3/4/2024, phát biểu tại hội nghị ở quận Ba Đình, Bí thư Quận ủy Vũ Thị Hạnh cho rằng còn chậm.",
        "Ngày 3/4/2024, trong hội nghị với các phường, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh khẳng định sẽ giải quyết.",
        "Tin nổi bật\nĐó là yêu cầu của Bí thư Quận ủy Ba Đình Vũ Thị Hạnh tại hội nghị về cấp nước sạch.",
        "Giá nước\nBí thư Quận ủy Ba Đình Vũ Thị Hạnh khẳng định tại hội nghị về cấp nước sạch.",
        "Ngày 3/4/2024, quận bàn về cấp nước. Bí thư Quận ủy Ba Đình Vũ Thị Hạnh chủ trì hội nghị.",
        "Bí thư Quận ủy Ba Đình Vũ Thị Hạnh chủ trì hội nghị với các phường về cấp nước.",
    ],
)
def test_somebody_holds_it_or_it_takes_place_or_somebody_takes_part(text: str, read: Read) -> None:
    assert [e.kind for e in read(text).events] == ["hoi-nghi"]


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị rất quan trọng đối với quận Ba Đình.",
        "Ngày 3/4/2024, UBND quận Ba Đình cho biết sẽ sớm kiểm tra các quầy hàng.",
        "Ngày 3/4/2024, người dân đến Đại lễ đường quận Ba Đình đăng ký kết hôn.",
        "Quận ủy Ba Đình yêu cầu các chi bộ tổ chức hội nghị.",
        "Quận ủy Ba Đình chỉ đạo tổ chức hội nghị ở các phường.",
        "Năm 2024, các chi bộ đã tổ chức nhiều hội nghị.",
        "Bí thư Quận ủy Ba Đình phát biểu: tổ chức hội nghị phải thiết thực.",
        "Công tác tổ chức đại hội được quan tâm.",
        "Ngày 3/4/2024, UBND quận Ba Đình báo cáo công tác tổ chức lễ hội.",
        "Ngày 3/4/2024, ông Vũ Văn Nam, thành viên Ban tổ chức lễ hội quận Ba Đình, cho biết.",
        "Ngày 3/4/2024, UBND quận Ba Đình chưa tổ chức hội nghị.",
        "Từ ngày 3/4/2024, UBND quận Ba Đình ngừng ra quân.",
        "Trong thời gian dự hội nghị tổng kết công tác dân vận, ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh trả lời báo chí.",
        "Ngày 3/4/2024, UBND quận Ba Đình phát phiếu lấy ý kiến, bản đồ.",
        "Trong chuyến thăm chính thức quận Ba Đình, ngày 3/4/2024, lãnh đạo thành phố trả lời báo chí.",
        "Ngày 3/4/2024, tại Trung tâm Hội nghị quận Ba Đình, người dân xem phim.",
        "Thỏa thuận được ký kết ngày 3/4/2024, hoạt động diễn ra ở quận Ba Đình.",
    ],
)
def test_what_is_ordered_or_many_or_only_spoken_of_is_none(text: str, read: Read) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.", "2024-04-03"),
        ("Quận ủy Ba Đình tổ chức hội nghị vào sáng 3/4/2024.", "2024-04-03"),
        ("Ngày 1/2/2024, quận Ba Đình mưa; ngày 3/4/2024, Quận ủy tổ chức hội nghị.", "2024-04-03"),
        ("Trong tháng 4/2024, ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị.", "2024-04-03"),
    ],
)
def test_the_nearest_day_before_else_the_first_behind_is_the_events(text: str, edtf: str, read: Read) -> None:
    (event,) = read(text).events
    assert event.when is not None and event.when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sáng 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh đã tiếp xúc với 120 cử tri phường Kim Mã.", "tiep-xuc-cu-tri"),
        ("Tối 3/4/2024, UBND quận Ba Đình tổ chức họp với các hộ kinh doanh.", "cuoc-hop"),
        ("Sáng 3/4/2024, kỳ họp thứ năm HĐND quận Ba Đình thông qua hai nghị quyết.", "ky-hop"),
        (
            "Sáng 3/4/2024, Đoàn đại biểu Thành ủy Hà Nội do Bí thư Thành ủy Vũ Thị Hạnh làm trưởng đoàn đã có buổi tiếp đoàn tỉnh bạn.",
            "tiep",
        ),
        ("Sáng 3/4/2024, Quận ủy Ba Đình tổ chức công bố quyết định về công tác cán bộ.", "le-cong-bo"),
        ("Sáng 3/4/2024, Quận ủy Ba Đình tổ chức sơ kết 2 năm thực hiện Chỉ thị số 05-CT/TW.", "hoi-nghi"),
        ("Sáng 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh chủ trì buổi gặp gỡ với thanh niên.", "gap-mat"),
    ],
)
def test_words_of_meeting(text: str, kind: str, read: Read) -> None:
    assert [e.kind for e in read(text).events] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Sáng 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh đã tiếp xúc với máy móc mới.",
        "Sáng 3/4/2024, tại phường Kim Mã, gia đình đã tổ chức lễ an táng.",
        "Sáng 3/4/2024, phóng viên có buổi làm việc với Chủ tịch UBND phường Kim Mã Vũ Thị Hạnh.",
    ],
)
def test_other_meetings_are_no_events(text: str, read: Read) -> None:
    assert [e.kind for e in read(text).events] == []


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Ngày 3/4/2024, UBND quận Ba Đình tổ chức thả cá tái tạo nguồn lợi thủy sản trên hồ.", "tha-ca", "2024-04-03"),
        (
            "Tại buổi làm việc với Hội Nông dân quận Ba Đình chiều 3/4/2024, Bí thư Quận ủy Vũ Thị Hạnh nêu rõ.",
            "buoi-lam-viec",
            "2024-04-03",
        ),
        ("Ngày 3/4/2024, UBND quận Ba Đình tổ chức tuyên dương các đoàn viên tiêu biểu.", "le-tuyen-duong", "2024-04-03"),
        ("Ngày 3/4/2024, UBND quận Ba Đình tổ chức Lễ đánh cồng đầu xuân.", "danh-cong", "2024-04-03"),
        ("Cuộc họp tháo gỡ khó khăn do Bí thư Quận ủy Ba Đình Vũ Thị Hạnh chủ trì ngày 3/4/2024 nêu hai việc.", "cuoc-hop", "2024-04-03"),
        ("Chiều 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh đã gặp mặt học viên lớp tiếng Anh.", "gap-mat", "2024-04-03"),
        ("Sáng 3/4/2024, nhánh trái cầu vượt Kim Mã chính thức khánh thành, quận Ba Đình hết ùn tắc.", "le-khanh-thanh", "2024-04-03"),
        ("Ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh có buổi gặp gỡ với cán bộ hưu trí.", "gap-mat", "2024-04-03"),
        (
            "Hội nghị tổng kết Chỉ thị số 05/2008/CT-BCA ngày 26/5/2008 của Bộ Công an được Quận ủy Ba Đình tổ chức ngày 3/4/2024.",
            "hoi-nghi",
            "2024-04-03",
        ),
    ],
)
def test_what_is_introduced_and_when(text: str, kind: str, day: str, read: Read) -> None:
    assert [(e.kind, e.when and e.when.edtf) for e in read(text).events] == [(kind, day)]


def test_a_ceremony_is_named_by_its_kind(read: Read) -> None:
    text = "Quyết định về nhân sự\nMột.\nHai.\nTại lễ trao quyết định, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh giao nhiệm vụ."
    assert [e.kind for e in read(text).events] == ["le-cong-bo"]


def test_an_item_of_a_column_is_an_event_of_its_own(read: Read) -> None:
    text = (
        "Ngày 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh chủ trì phiên họp về giảm nghèo. Bí thư yêu cầu báo cáo UBND.* "
        "Ngày 3/4/2024, Ban Tuyên giáo Thành ủy Hà Nội làm việc với quận Ba Đình về báo chí."
    )
    assert [e.kind for e in read(text).events] == ["phien-hop", "buoi-lam-viec"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sáng 3/4/2024, Quận ủy Ba Đình mở hội nghị quán triệt kế hoạch.", "hoi-nghi"),
        ("Sáng 3/4/2024, UBND quận Ba Đình phát động lễ ra quân trồng cây.", "le-ra-quan"),
        ("Sáng 3/4/2024, UBND huyện Anh Sơn phối hợp Huyện đoàn tổ chức lễ ra quân trồng cây.", "le-ra-quan"),
        ("Sáng 3/4/2024, Quận ủy Ba Đình công bố các quyết định về tổ chức bộ máy.", "le-cong-bo"),
        ("Sáng 3/4/2024, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh có hội nghị đối thoại với thanh niên.", "doi-thoai"),
    ],
)
def test_words_of_local_government(text: str, kind: str, read: Read) -> None:
    assert [e.kind for e in read(text).events] == [kind]


def test_a_day_behind_since_is_not_the_events(read: Read) -> None:
    text = "Ngày 3/7/2025, UBND tỉnh Ninh Bình, tỉnh mới hợp nhất từ ngày 1/7/2025, trao các quyết định về cán bộ."
    assert [e.when.edtf for e in read(text).events if e.when] == ["2025-07-03"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bí thư nhắc tới hội nghị ngày 20/3/2024 tại Trung tâm Hội nghị quận như một bước chuyển.", [("hoi-nghi", "2024-03-20")]),
        ("Bí thư nhắc tới hội nghị như một bước chuyển từ ngày 20/3/2024.", []),
        ("Bí thư nhắc tới các hội nghị ngày 20/3/2024 như một bước chuyển.", []),
        ("Bí thư yêu cầu chuẩn bị tốt cho hội nghị toàn quận trong thời gian tới.", []),
    ],
    ids=["its own day", "another day", "several", "no day"],
)
def test_an_event_that_is_cited_with_its_day_is_a_further_event(text: str, expected: list[tuple[str, str]], read: Read) -> None:
    first = "Ngày 3/4/2024, Đoàn kiểm tra của Thành ủy Hà Nội làm việc với Quận ủy Ba Đình. "
    assert [(e.kind, e.when.edtf if e.when else None) for e in read(first + text, "2024-04-05").events[1:]] == expected


TOLD = "Ngày 2/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết công tác dân vận. Hội nghị nêu hai nhiệm vụ. "


@pytest.mark.parametrize(
    ("text", "label", "day"),
    [
        ("Tại buổi làm việc với phường Kim Mã sáng 3/4/2024, ", "Buổi làm việc với phường Kim Mã", "2024-04-03"),
        ("Trước đó, ngày 1/4/2024, trong buổi làm việc với phường Kim Mã, ", "Buổi làm việc với phường Kim Mã", "2024-04-01"),
        ("Cùng ngày, tại buổi làm việc với phường Kim Mã, ", "Buổi làm việc với phường Kim Mã", "2024-04-02"),
        ("Ngày 3/4/2024, phát biểu khai mạc Hội thảo cấp nước sạch, ", "Hội thảo cấp nước sạch", "2024-04-03"),
    ],
)
def test_another_event_is_where_somebody_speaks_on_its_own_day(text: str, label: str, day: str, read: Read) -> None:
    found = read(f"Công tác dân vận\n{TOLD}{text}Bí thư Quận ủy Ba Đình Vũ Thị Hạnh yêu cầu làm rõ.")
    other = next(e for e in found.events if e.label == label)
    assert other.when and other.when.edtf == day
    assert [f.object for f in found.facts if f.predicate == "spokeAt"] == [other.key]


@pytest.mark.parametrize("text", ["Tại buổi làm việc với phường Kim Mã, ", "Phát biểu khai mạc Hội thảo cấp nước sạch, "])
def test_another_event_needs_a_day_of_its_own(text: str, read: Read) -> None:
    found = read(f"Công tác dân vận\n{TOLD}{text}Bí thư Quận ủy Ba Đình Vũ Thị Hạnh yêu cầu làm rõ.")
    assert [e.label for e in found.events] == ["Hội nghị sơ kết công tác dân vận"]


def test_what_somebody_asks_to_be_held_is_no_event(read: Read) -> None:
    told = "Tại cuộc họp, Bí thư Quận ủy Ba Đình Vũ Thị Hạnh yêu cầu các phường phối hợp, tham mưu tổ chức thành công Đại hội Đảng bộ quận."
    text = f"Công tác dân vận\n{told}"
    assert [e.label for e in read(text).events if e.kind == "dai-hoi"] == []
