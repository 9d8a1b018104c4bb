"""One made-up press release, the changes that editors make to it, and its twin of the next year."""

from __future__ import annotations

TITLE = "Quận ủy Ba Đình tổng kết công tác xây dựng Đảng năm 2023"
LEAD = (
    "Sáng 11/12/2023, Quận ủy Ba Đình tổ chức hội nghị tổng kết công tác xây dựng Đảng năm 2023, triển khai phương hướng, "
    "nhiệm vụ năm 2024. Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình chủ trì hội nghị."
)
MIDDLE = (
    "Báo cáo tại hội nghị, đồng chí Lê Văn Khang, Phó Bí thư Thường trực Quận ủy Ba Đình cho biết, trong năm qua Đảng bộ quận đã "
    "hoàn thành 18 chỉ tiêu, kết nạp 215 đảng viên mới, thành lập 6 chi bộ trong doanh nghiệp ngoài khu vực nhà nước.",
    "Các cấp ủy đã quán triệt kịp thời các chỉ thị, nghị quyết của Trung ương và Thành phố; công tác kiểm tra, giám sát được tăng cường, "
    "công tác dân vận có nhiều đổi mới, khối đại đoàn kết toàn dân được củng cố.",
    "Phát biểu kết luận hội nghị, đồng chí Vũ Thị Hạnh đề nghị các chi bộ, đảng bộ trực thuộc tiếp tục nâng cao chất lượng sinh hoạt "
    "chi bộ, gắn trách nhiệm của người đứng đầu với kết quả thực hiện nhiệm vụ, chuẩn bị tốt các điều kiện đón Tết Nguyên đán.",
)
LAST = "Dịp này, Quận ủy tặng giấy khen 32 tập thể có thành tích xuất sắc trong công tác xây dựng Đảng và hệ thống chính trị."
RELEASE = "\n".join((TITLE, LEAD, *MIDDLE, LAST))

PRINTINGS = {
    "bao-a": RELEASE,
    "bao-b": RELEASE.replace(TITLE, "Đảng bộ quận Ba Đình hoàn thành 18 chỉ tiêu"),
    "bao-c": f"Trang chủ > Tin tức\n{RELEASE}\nTin, ảnh: Thu Giang",
    "bao-d": "\n".join((TITLE, LEAD, *MIDDLE)),
    "bao-e": RELEASE.replace("Sáng 11/12/2023", "(BĐ) – Sáng 11-12-2023").replace("ủy", "uỷ").replace("; ", ", "),
    "bao-g": RELEASE.replace("Đồng chí Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình chủ trì", "Bà Vũ Thị Hạnh, Bí thư Quận ủy Ba Đình chủ trì"),
}
"""As it came; another headline; page around it and a by-line; last paragraph dropped; other signs; another form of address."""

_NEXT = {"2024": "2025", "2023": "2024", "11/12": "13/12", "18 chỉ tiêu": "17 chỉ tiêu", "215": "198", "6 chi bộ": "4 chi bộ", "32": "29"}


def next_year() -> str:
    """The press release of the next year: the same words, other days and figures."""
    text = RELEASE
    for old, new in _NEXT.items():
        text = text.replace(old, new)
    return text


OTHER_REPORT = (
    "Ba Đình: Một năm nhiều kết quả trong công tác xây dựng Đảng\n"
    "Nhìn lại năm 2023, Đảng bộ quận Ba Đình đã để lại nhiều dấu ấn. Tại hội nghị tổng kết do Quận ủy Ba Đình tổ chức sáng 11/12/2023, "
    "Bí thư Quận ủy Vũ Thị Hạnh đánh giá cao tinh thần chủ động của các chi bộ.\n"
    "Bà cho rằng kết quả có được là nhờ sự đồng lòng của cán bộ, đảng viên và người dân trên địa bàn. Theo thống kê, số đảng viên "
    "mới kết nạp vượt kế hoạch đề ra, nhiều chi bộ khu dân cư duy trì nền nếp sinh hoạt và có cách làm hay."
)
"""Another reporter on the same conference."""
