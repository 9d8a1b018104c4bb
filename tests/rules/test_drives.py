"""Campaigns as written: quoted, unquoted, with broken quotation marks, pointing back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.lexicon import Lexicon
from kgraph.model import Findings
from kgraph.rules.drive_words import Drive
from kgraph.rules.drives import find_drives
from kgraph.scan import Page

Scan = Callable[[str], Page]
Told = tuple[str, str | None, int | None, int | None]


def told(page: Page, lexicon: Lexicon) -> list[Told]:
    """Kind, name, edition and year of every campaign."""
    return [(d.entry.concept, d.name, d.edition, d.year) for d in find_drives(page, (), lexicon)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cuộc thi “Ba Đình trong tôi” lần thứ VI.", ("cuoc-thi", "Ba Đình trong tôi", 6, None)),
        ("Cuộc thi “Ba Đình trong tôi” lần thứ 6 năm 2024.", ("cuoc-thi", "Ba Đình trong tôi", 6, 2024)),
        ("Hội thi “Dân vận khéo” lần thứ Tư.", ("hoi-thi", "Dân vận khéo", 4, None)),
        ("Hội thi “Dân vận khéo” lần thứ nhất, năm 2024.", ("hoi-thi", "Dân vận khéo", 1, 2024)),
        ("Hội thi “Dân vận khéo” lần thứ XIX.", ("hoi-thi", "Dân vận khéo", 19, None)),
        ("Hội thi Dân vận khéo lần thứ Tư năm 2024.", ("hoi-thi", "Dân vận khéo", 4, 2024)),
        ("Trao giải cuộc thi ảnh Mỗi nhà một vườn rau xanh.", ("cuoc-thi", "Mỗi nhà một vườn rau xanh", None, None)),
        ("cuộc thi ẩm thực quốc tế với tên gọi “Món ngon quê nhà”", ("cuoc-thi", "Món ngon quê nhà", None, None)),
        ("Lễ phát động chiến dịch phòng, chống bạo lực học đường.", ("chien-dich", "phòng, chống bạo lực học đường", None, None)),
        ("Phong trào xây dựng Gia đình hiếu học lan rộng.", ("phong-trao", "xây dựng Gia đình hiếu học", None, None)),
        ("Kết quả của chiến dịch thanh niên tình nguyện hè 2013.", ("chien-dich", "thanh niên tình nguyện hè", None, 2013)),
        ("Xã thực hiện chương trình quốc gia về bảo vệ trẻ em.", ("chuong-trinh-quoc-gia", "bảo vệ trẻ em", None, None)),
        (
            "Hai ngành triển khai chương trình phối hợp tuyên truyền về phong trào công nhân.",
            ("chuong-trinh-phoi-hop", "phối hợp tuyên truyền về phong trào công nhân", None, None),
        ),
        ("Xã hưởng ứng tháng hành động vì trẻ em.", ("thang", "Tháng hành động vì trẻ em", None, None)),
        ("Huyện phát động tháng hành động “Vì trẻ em”.", ("thang", "Tháng hành động Vì trẻ em", None, None)),
        ("Công an mở đợt cao điểm tấn công, trấn áp tội phạm ma túy.", ("cao-diem", "Tấn công, trấn áp tội phạm", None, None)),
        ("Lễ khai mạc “Mùa hè của em” diễn ra sáng nay.", ("chuong-trinh", "Mùa hè của em", None, None)),
        ("Tỉnh phát động Giải thưởng “Búa liềm vàng”.", ("giai-thuong", "Búa liềm vàng", None, None)),
        ('Cuộc thi "Ba Đình trong tôi".', ("cuoc-thi", "Ba Đình trong tôi", None, None)),
        ("Phong trào thi đua “Dạy tốt - Học tốt”", ("phong-trao-thi-dua", "Dạy tốt - Học tốt", None, None)),
        (
            "Cuộc vận động “Người Việt Nam ưu tiên dùng hàng Việt Nam”",
            ("cuoc-van-dong", "Người Việt Nam ưu tiên dùng hàng Việt Nam", None, None),
        ),
        ("đợt sinh hoạt chính trị: “Nêu gương” sâu rộng", ("dot-sinh-hoat-chinh-tri", "Nêu gương", None, None)),
        ("cuộc vận động: “Sạch làng tốt ruộng”", ("cuoc-van-dong", "Sạch làng tốt ruộng", None, None)),
        ("các phong trào thi đua: “Dạy tốt, học tốt”", ("phong-trao-thi-dua", "Dạy tốt, học tốt", None, None)),
        ("Hưởng ứng Tháng hành động vì trẻ em năm 2024 với nhiều hoạt động.", ("thang", "Tháng hành động vì trẻ em", None, 2024)),
        ("Công an huyện mở đợt cao điểm tấn công, trấn áp tội phạm.", ("cao-diem", "Tấn công, trấn áp tội phạm", None, None)),
        ("Cuộc thi “Sạch đẹp” lần thứ VI - năm 2023.", ("cuoc-thi", "Sạch đẹp", 6, 2023)),
        ("Tổ chức Tháng Công nhân 2024.", ("thang", "Tháng Công nhân", None, 2024)),
        ("Hưởng ứng Tuần lễ Biển và Hải đảo Việt Nam năm 2024.", ("tuan-le", "Tuần lễ Biển và Hải đảo Việt Nam", None, 2024)),
        (
            "Xã đẩy mạnh phong trào Phụ nữ giúp nhau phát triển kinh tế, vệ sinh đường làng.",
            ("phong-trao", "Phụ nữ giúp nhau phát triển kinh tế", None, None),
        ),
        (
            "Xã thực hiện tốt phong trào Toàn dân bảo vệ an ninh Tổ quốc.",
            ("phong-trao", "Toàn dân bảo vệ an ninh Tổ quốc", None, None),
        ),
        ("Huyện phát động chiến dịch Mùa hè xanh năm 2024.", ("chien-dich", "Mùa hè xanh", None, None)),
        ("Hội triển khai chương trình “Mẹ đỡ đầu”.", ("chuong-trinh", "Mẹ đỡ đầu", None, None)),
        ("Chuyên đề năm 2024 “Nêu gương” được học tập.", ("chuyen-de", "Nêu gương", None, 2024)),
        ("Chuyên đề năm 2024 với nội dung “Nêu gương”", ("chuyen-de", "Nêu gương", None, 2024)),
        ("mô hình mang tên “Tuyến phố xanh”", ("mo-hinh", "Tuyến phố xanh", None, None)),
        ("CUỘC THI “BA ĐÌNH TRONG TÔI” LẦN THỨ VI", ("cuoc-thi", "BA ĐÌNH TRONG TÔI", 6, None)),
        ("phong trào “Tổ tự quản “3 không”, 2 sạch” lan rộng", ("phong-trao", "Tổ tự quản 3 không, 2 sạch", None, None)),
        ("Phong trào ‘Dân vận khéo’ lan rộng.", ("phong-trao", "Dân vận khéo", None, None)),
        ("Phong trào «Dân vận khéo» lan rộng.", ("phong-trao", "Dân vận khéo", None, None)),
        ("Lễ phát động “Tháng khuyến mại Hải Phòng năm 2024” đã diễn ra.", ("thang", "Tháng khuyến mại Hải Phòng", None, 2024)),
        pytest.param("Hội thi\u00a0“Dân vận\u00a0khéo” lần\u00a0thứ\u00a0II.", ("hoi-thi", "Dân vận khéo", 2, None)),
    ],
)
def test_a_campaign_is_kind_name_edition_and_year(text: str, expected: Told, scan: Scan, lexicon: Lexicon) -> None:
    assert told(scan(text), lexicon) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        'phong trào “Sạch đẹp" lan rộng.',
        'phong trào "Sạch đẹp” lan rộng.',
        "phong trào ”Sạch đẹp” lan rộng.",
        "phong trào “Sạch đẹp“ lan rộng.",
        "phong trào “ Sạch đẹp ” lan rộng.",
    ],
)
def test_a_broken_pair_of_marks_still_holds_the_name(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert [name for _, name, *_ in told(scan(text), lexicon)] == ["Sạch đẹp"]


def test_a_quotation_that_never_closes_ends_with_its_sentence(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Huyện phát động phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa. Ngày 3/4, huyện tổ chức lễ.")
    (drive,) = find_drives(page, (), lexicon)
    assert drive.name == "Toàn dân đoàn kết xây dựng đời sống văn hóa"
    assert drive.end <= page.sentences[0][1]


@pytest.mark.parametrize(
    ("text", "year", "whole_term"),
    [
        ("Chuyên đề năm 2024 được học tập.", 2024, False),
        ("Chuyên đề toàn khóa được học tập.", None, True),
        ("Cuộc thi thu hút nhiều người.", None, False),
    ],
)
def test_a_bare_head_has_no_name(text: str, year: int | None, whole_term: bool, scan: Scan, lexicon: Lexicon) -> None:
    (drive,) = find_drives(scan(text), (), lexicon)
    assert (drive.name, drive.year, drive.whole_term) == (None, year, whole_term)


@pytest.mark.parametrize(
    "text",
    [
        "Các phong trào thi đua được đẩy mạnh.",
        "Phim “Đất nước tôi” và bài hát “Quê hương” được trình diễn.",
        "Chương trình nghệ thuật “Đất thiêng” đặc sắc.",
        "Danh hiệu “Gia đình văn hóa” được trao.",
        "Hội thi với chủ đề “Gương sáng” sẽ đến.",
        "Đồng chí nói: “Tốt lắm”.",
        "Dự án cầu vượt được khởi công.",
        "Mô hình kinh tế trang trại phát triển.",
        "“Năm 2011, xã tôi còn nghèo”, ông nói.",
        "“Ngày càng nhiều người tham gia?”, một người hỏi.",
        "Tháng hành động này rất thiết thực.",
        "Ông tham gia chiến dịch Điện Biên Phủ.",
        "Chủ tịch phong trào Tiến bước từ chức.",
        "Ngày hội Toàn dân bảo vệ an ninh Tổ quốc được tổ chức.",
        "Khán giả xem chương trình “Giọng hát hay”.",
        "Tối 3/4, tỉnh tổ chức chương trình “Giai điệu quê hương”.",
        "Nhà thầu thi công dự án “Nhà máy xử lý nước”.",
        'Mọi người cùng tham gia cuộc thi". Ông nói thêm.',
        "Cô dự cuộc thi Asia's Next Top Model.",
        "Ông phát động chiến dịch tranh cử tổng thống Mỹ.",
        "Các em diễn tiết mục Ngày Chủ nhật xanh.",
        "Sáng nay diễn ra lễ trao Giải thưởng “Cống hiến vì cộng đồng”.",
        "Đại hội đánh giá phong trào sinh viên nhiệm kỳ 2015 - 2018.",
        "Phải mất 12 tháng hành động vì trẻ em mới xong.",
    ],
)
def test_quotations_and_words_that_name_no_campaign(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert [drive for drive in told(scan(text), lexicon) if drive[1]] == []


def test_the_theme_stands_behind_the_name(scan: Scan, lexicon: Lexicon) -> None:
    (drive,) = find_drives(scan("Cuộc thi “Ba Đình trong tôi” lần thứ VI với chủ đề “Gương sáng đời thường”."), (), lexicon)
    assert (drive.name, drive.edition, drive.theme) == ("Ba Đình trong tôi", 6, "Gương sáng đời thường")


@pytest.mark.parametrize(
    "text",
    [
        "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "“Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”",
        "Học tập và làm theo tư tưởng, đạo đức và phong cách Hồ Chí Minh",
    ],
)
def test_a_campaign_known_in_full_needs_no_marks(text: str, scan: Scan, lexicon: Lexicon) -> None:
    (drive,) = find_drives(scan(f"Quận đẩy mạnh {text} trong cán bộ."), (), lexicon)
    assert drive.name == "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"


def test_campaigns_stand_in_text_order_and_one_inside_a_name_is_not_listed(scan: Scan, lexicon: Lexicon) -> None:
    page = scan("Phong trào “Thi đua thực hiện cuộc vận động Toàn dân” và cuộc thi “Sạch đẹp”.")
    assert [(d.entry.concept, d.name) for d in find_drives(page, (), lexicon)] == [
        ("phong-trao", "Thi đua thực hiện cuộc vận động Toàn dân"),
        ("cuoc-thi", "Sạch đẹp"),
    ]


def test_a_name_is_bounded(scan: Scan, lexicon: Lexicon) -> None:
    drives: tuple[Drive, ...] = find_drives(scan("Phong trào “" + "sạch đẹp " * 500), (), lexicon)
    assert all(d.end - d.begin < 400 for d in drives)


@pytest.mark.parametrize(
    "text", ["Hội tổ chức lễ phát động hai cuộc thi Nhiếp ảnh lớn.", "Đảng ủy tổ chức học tập các chuyên đề về tư tưởng."]
)
def test_several_at_once_have_no_name(text: str, scan: Scan, lexicon: Lexicon) -> None:
    assert find_drives(scan(text), (), lexicon) == ()


def test_a_name_in_small_letters_ends_before_what_is_told_of_it(scan: Scan, lexicon: Lexicon) -> None:
    (drive,) = find_drives(scan("Sở phát động cuộc thi Tìm kiếm Đại sứ đọc sách dành cho học sinh."), (), lexicon)
    assert drive.name == "Tìm kiếm Đại sứ đọc sách"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hội phát động đợt 2 sáng tác văn học nghệ thuật về đề tài “Quê hương đổi mới”.", "Quê hương đổi mới"),
        ("Hội phát động sáng tác ca khúc về đề tài “Quê hương đổi mới”.", "Quê hương đổi mới"),
        (
            "Sở đẩy mạnh cuộc vận động xây dựng người cán bộ, công chức, viên chức “Trung thành, sáng tạo, gương mẫu”.",
            "Trung thành, sáng tạo, gương mẫu",
        ),
        ("Sở đẩy mạnh phong trào xây dựng cơ quan, đơn vị “An toàn về an ninh trật tự”.", "An toàn về an ninh trật tự"),
    ],
)
def test_words_of_its_kind_may_part_a_head_from_its_name(text: str, name: str, scan: Scan, lexicon: Lexicon) -> None:
    (drive,) = find_drives(scan(text), (), lexicon)
    assert drive.name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ CHQS tỉnh Nghệ An tổ chức phát động đợt thi đua cao điểm kỷ niệm 30 năm Ngày truyền thống.", []),
        ("Bộ CHQS tỉnh Nghệ An phát động phong trào thi đua Quyết thắng năm 2024.", ["Quyết thắng"]),
        ("Huyện Anh Sơn tổng kết công tác Đoàn và phong trào Thanh thiếu nhi năm 2024.", []),
        ("Huyện đoàn Anh Sơn tổ chức Lễ phát động “Bình dân học vụ số” năm 2025.", ["Bình dân học vụ số"]),
    ],
)
def test_what_a_drive_without_a_head_or_cut_short_is(text: str, names: list[str], read: Callable[..., Findings]) -> None:
    assert [c.label for c in read(text).campaigns] == names


def test_a_campaign_of_days_is_named_with_them(read: Callable[..., Findings]) -> None:
    text = "Sở Y tế tỉnh Gia Lai phát động Chiến dịch 90 ngày đêm khám sức khỏe định kỳ năm 2025."
    assert [c.label for c in read(text).campaigns] == ["90 ngày đêm khám sức khỏe định kỳ"]


@pytest.mark.parametrize(
    "text",
    [
        "UBND xã Kim Hòa đã phát động phong trào thi đua giai đoạn 2025 – 2030.",
        "Ban Tuyên giáo Tỉnh ủy Nghệ An tổ chức Cuộc thi trắc nghiệm trực tuyến năm 2026.",
    ],
)
def test_a_time_and_a_form_are_no_names(text: str, read: Callable[..., Findings]) -> None:
    assert not read(text).campaigns
