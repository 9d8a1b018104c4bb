"""Who launches and runs a campaign, and which event opens it or belongs to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kgraph.model import Findings

Read = Callable[..., Findings]
Relations = Callable[..., set[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quận ủy Ba Đình phát động cuộc thi “Sạch đẹp”.", {("Quận ủy Ba Đình", "Sạch đẹp")}),
        ("Ban Tuyên giáo Quận ủy Ba Đình phát động cuộc thi “Sạch đẹp”.", {("Ban Tuyên giáo Quận ủy Ba Đình", "Sạch đẹp")}),
        (
            "UBND huyện Anh Sơn tổ chức Lễ phát động chiến dịch làm sạch bờ biển quê hương.",
            {("UBND huyện Anh Sơn", "làm sạch bờ biển quê hương")},
        ),
        ("UBND huyện Anh Sơn đã ra mắt mô hình “Tuyến phố xanh”.", {("UBND huyện Anh Sơn", "Tuyến phố xanh")}),
        ("Ngày 3/4/2024, Huyện đoàn Anh Sơn tổ chức lễ phát động phong trào “Sạch đẹp”.", {("Huyện đoàn Anh Sơn", "Sạch đẹp")}),
        (
            "Quận ủy Ba Đình nghe báo cáo; Trường THPT Lê Hồng Phong phát động phong trào “Sạch đẹp”.",
            {("Trường THPT Lê Hồng Phong", "Sạch đẹp")},
        ),
        ("Phong trào “Sạch đẹp” do Hội LHPN huyện Anh Sơn phát động lan rộng.", {("Hội LHPN huyện Anh Sơn", "Sạch đẹp")}),
        ("Phong trào “Sạch đẹp” rất thiết thực. Quận ủy Ba Đình đánh giá cao.", set()),
        (
            "Ngày 15/5/2024, UBND quận Thanh Xuân phối hợp với Bảo tàng Hồ Chí Minh tổ chức lễ ra mắt mô hình “Tuyến phố xanh”.",
            {("UBND quận Thanh Xuân", "Tuyến phố xanh"), ("Bảo tàng Hồ Chí Minh", "Tuyến phố xanh")},
        ),
        ("Hưởng ứng phong trào “Sạch đẹp” do Thành phố phát động, người dân quận Ba Đình ra quân.", set()),
    ],
)
def test_who_launches_is_the_subject_of_launching(text: str, expected: set[tuple[str, str]], relations: Relations) -> None:
    assert relations(text, "launched") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quận ủy Ba Đình triển khai Chuyên đề năm 2024 “Nêu gương”.", {("Quận ủy Ba Đình", "Nêu gương")}),
        (
            "Quận ủy Ba Đình thực hiện tốt các phong trào ở khu dân cư, nhất là cuộc vận động “Sạch đẹp”, phong trào “Dân vận khéo”.",
            {("Quận ủy Ba Đình", "Sạch đẹp"), ("Quận ủy Ba Đình", "Dân vận khéo")},
        ),
        ("Phong trào “Sạch đẹp” được Quận ủy Ba Đình chỉ đạo triển khai.", {("Quận ủy Ba Đình", "Sạch đẹp")}),
        ("UBND huyện Anh Sơn tổ chức Hội thi “Dân vận khéo” lần thứ VI.", {("UBND huyện Anh Sơn", "Dân vận khéo")}),
        (
            "Hội thi “Dân vận khéo” do UBND huyện Anh Sơn chủ trì, phối hợp với các đoàn thể tổ chức.",
            {("UBND huyện Anh Sơn", "Dân vận khéo")},
        ),
        ("Hội thi “Dân vận khéo” lần thứ VI do UBND huyện Anh Sơn tổ chức.", {("UBND huyện Anh Sơn", "Dân vận khéo")}),
        ("UBND huyện Anh Sơn ban hành Kế hoạch số 12/KH-UBND về việc tổ chức Cuộc thi “Sạch đẹp”.", {("UBND huyện Anh Sơn", "Sạch đẹp")}),
        (
            "Hội Nông dân huyện Anh Sơn phối hợp với UBND huyện Anh Sơn tổ chức Hội thi “Dân vận khéo”.",
            {("Hội Nông dân huyện Anh Sơn", "Dân vận khéo"), ("UBND huyện Anh Sơn", "Dân vận khéo")},
        ),
        (
            "Hưởng ứng Tháng hành động vì trẻ em, UBND huyện Anh Sơn tặng quà cho các cháu.",
            {("UBND huyện Anh Sơn", "Tháng hành động vì trẻ em")},
        ),
        (
            "Quận ủy Ba Đình tập trung lãnh đạo công tác tuyên truyền, đẩy mạnh phong trào “Sạch đẹp”.",
            {("Quận ủy Ba Đình", "Sạch đẹp")},
        ),
        (
            "Thực hiện quyết định của UBND thành phố Hà Nội, Quận ủy Ba Đình tổ chức phong trào “Sạch đẹp”.",
            {("Quận ủy Ba Đình", "Sạch đẹp")},
        ),
        ("Đảng bộ xã Lê Hồng đẩy mạnh phong trào “Sạch đẹp”.", {("Đảng bộ xã Lê Hồng", "Sạch đẹp")}),
        ("Quận ủy Ba Đình đã tổng kết 5 năm phong trào “Sạch đẹp”.", {("Quận ủy Ba Đình", "Sạch đẹp")}),
        ("Tại Trường THPT Lê Hồng Phong, Bộ Tư lệnh tổ chức hội thi “Sạch đẹp”.", {("Bộ Tư lệnh", "Sạch đẹp")}),
        ("Quận ủy Ba Đình yêu cầu các đơn vị tuyên truyền, đẩy mạnh phong trào “Sạch đẹp”.", set()),
        ("UBND huyện Anh Sơn khen thưởng. Người dân hưởng ứng phong trào “Sạch đẹp”.", set()),
        (
            "Quận ủy Ba Đình triển khai Chuyên đề năm 2023 “Kỷ cương” và Chuyên đề năm 2024 “Nêu gương”.",
            {("Quận ủy Ba Đình", "Kỷ cương"), ("Quận ủy Ba Đình", "Nêu gương")},
        ),
        (
            "Đảng ủy phường Kim Mã, quận Ba Đình triển khai phong trào “Sạch đẹp”.",
            {("Đảng ủy phường Kim Mã", "Sạch đẹp")},
        ),
        (
            "UBND quận Ba Đình triển khai “Không gian văn hóa Hồ Chí Minh”.",
            {("UBND quận Ba Đình", "Không gian văn hóa Hồ Chí Minh")},
        ),
        (
            "UBND quận Ba Đình thực hiện “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”.",
            {("UBND quận Ba Đình", "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh")},
        ),
    ],
)
def test_who_conducts_is_the_subject_of_conducting(text: str, expected: set[tuple[str, str]], relations: Relations) -> None:
    assert relations(text, "conducts") == expected


@pytest.mark.parametrize(
    ("text", "launches", "part"),
    [
        ("Ngày 3/4/2024, Huyện đoàn Anh Sơn tổ chức lễ phát động phong trào “Sạch đẹp”.", {("le-phat-dong", "Sạch đẹp")}, set()),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị sơ kết Chuyên đề năm 2024 “Nêu gương”.", set(), {("hoi-nghi", "Nêu gương")}),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị học tập Chuyên đề năm 2024 “Nêu gương”.", set(), {("hoi-nghi", "Nêu gương")}),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Phong trào “Sạch đẹp” rất thiết thực.", set(), set()),
        ("Ngày 3/4/2024, UBND quận Ba Đình tổ chức lễ khai mạc Hội thi “Dân vận khéo”.", {("le-khai-mac", "Dân vận khéo")}, set()),
        ("Ngày 3/4/2024, UBND quận Ba Đình tổ chức lễ trao giải Cuộc thi “Sạch đẹp”.", set(), {("le-trao", "Sạch đẹp")}),
        (
            "Hưởng ứng Tháng hành động vì trẻ em, ngày 3/4/2024, UBND quận Ba Đình tổ chức lễ trao quà.",
            set(),
            {("le-trao", "Tháng hành động vì trẻ em")},
        ),
        (
            "Ngày 3/4/2024, UBND quận Ba Đình tổ chức lễ trao quà. Đây là hoạt động nằm trong chiến dịch “Mùa hè xanh”.",
            set(),
            {("le-trao", "Mùa hè xanh")},
        ),
        (
            "Đây là hoạt động hưởng ứng chiến dịch “Mùa hè xanh”. Ngày 3/4/2024, UBND quận Ba Đình tổ chức lễ trao quà.",
            set(),
            {("le-trao", "Mùa hè xanh")},
        ),
        (
            "Ngày 3/4/2024, UBND quận Ba Đình tổ chức Lễ phát động phong trào “Sạch đẹp”. Lễ phát động là một trong chuỗi "
            "hoạt động hưởng ứng Tháng hành động vì trẻ em.",
            {("le-phat-dong", "Sạch đẹp")},
            {("le-phat-dong", "Tháng hành động vì trẻ em")},
        ),
        (
            "Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị tổng kết công tác, xây dựng phong trào “Sạch đẹp”.",
            set(),
            {("hoi-nghi", "Sạch đẹp")},
        ),
        ("Ngày 3/4/2024, Quận ủy Ba Đình tổ chức hội nghị. Đồng chí Bí thư yêu cầu hưởng ứng chiến dịch “Mùa hè xanh”.", set(), set()),
    ],
)
def test_an_event_opens_or_studies_a_campaign(
    text: str, launches: set[tuple[str, str]], part: set[tuple[str, str]], relations: Relations
) -> None:
    assert relations(text, "launchesCampaign") == launches
    assert relations(text, "partOfCampaign") == part


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Quận Đống Đa đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.", {"Quận Đống Đa"}),
        ("Huyện Anh Sơn tổ chức hội thi “Nhà nông đua tài”.", {"Huyện Anh Sơn"}),
        (
            "Huyện Anh Sơn đã vận động nhân dân thực hiện chủ trương; tổ chức tốt các phong trào, nhất là cuộc vận động “Sạch đẹp”.",
            {"Huyện Anh Sơn"},
        ),
        ("Hội LHPN huyện Anh Sơn triển khai mô hình “Tuyến phố xanh”.", set()),
        ("Hội Bảo trợ người khuyết tật tỉnh Nghệ An triển khai mô hình “Tuyến phố xanh”.", set()),
        ("Ngày 3/4/2024, huyện Anh Sơn phát động và triển khai phong trào “Sạch đẹp”.", {"Huyện Anh Sơn"}),
        (
            "Trường THPT Lê Hồng Phong, quận Ba Đình triển khai mô hình “Tuyến phố xanh”.",
            set(),
        ),
    ],
)
def test_a_unit_runs_what_it_is_itself_said_to_run(text: str, units: set[str], relations: Relations) -> None:
    assert {unit for unit, _ in relations(text, "runsCampaign")} == units


@pytest.mark.parametrize(
    "text",
    [
        "Phong trào “Sạch đẹp” do UBND quận Ba Đình phát động và phong trào “Dân vận khéo” lan rộng.",
        "Phong trào “Sạch đẹp” do UBND quận Ba Đình phát động luôn gắn với phong trào “Dân vận khéo”.",
    ],
)
def test_a_verb_of_a_relative_clause_has_no_object_behind_it(text: str, relations: Relations) -> None:
    assert ("UBND quận Ba Đình", "Dân vận khéo") not in relations(text, "launched", "conducts")


def test_a_quotation_begins_before_it_ends(read: Read) -> None:
    findings = read("Theo Kế hoạch số 12-KH/QU về việc tổ chức Cuộc thi “Sạch đẹp”, Quận ủy Ba Đình ban hành Kế hoạch số 12-KH/QU.")
    assert all(f.evidence.begin < f.evidence.end for f in findings.facts)


def test_a_quotation_never_grows_beyond_reason(read: Read) -> None:
    name = "Xây dựng đội ngũ cán bộ gương mẫu, tiên phong " * 6
    findings = read(f"Quận ủy Ba Đình triển khai Chuyên đề năm 2024 “{name.strip()}”.")
    assert findings.facts and all(f.evidence.end - f.evidence.begin <= 700 for f in findings.facts)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 3-5-2013, Huyện ủy Mê Linh tổ chức hội nghị sơ kết 3 năm thực hiện phong trào “Sạch đẹp”.",
        "Ngày 3-5-2013, Huyện ủy Mê Linh tổ chức hội nghị đánh giá kết quả thực hiện phong trào “Sạch đẹp”.",
        "Ngày 3-5-2013, Huyện ủy Mê Linh đã kiểm tra việc thực hiện phong trào “Sạch đẹp” tại xã Tiền Phong.",
        "Ngày 3-5-2013, đoàn công tác của Huyện ủy Mê Linh đã đi kiểm tra tiến độ thực hiện phong trào “Sạch đẹp”.",
        "Ngày 3-5-2013, Huyện ủy Mê Linh tổ chức hội nghị biểu dương phụ nữ tiêu biểu trong phong trào “Sạch đẹp”.",
        "Ngày 3-5-2013, Huyện ủy Mê Linh tổ chức hội nghị sơ kết Chỉ thị 12-CT/HU ngày 2/3/2010 về đẩy mạnh phong trào “Sạch đẹp”.",
        "Ngày 3-5-2013, Huyện ủy Mê Linh tổ chức hội nghị. Đây là hoạt động nhằm biểu dương cá nhân xuất sắc trong phong trào “Sạch đẹp”.",
    ],
)
def test_an_event_is_about_the_campaign_that_it_reviews_or_praises(text: str, relations: Relations) -> None:
    assert [campaign for _, campaign in relations(text, "partOfCampaign")] == ["Sạch đẹp"]


def test_what_a_body_does_not_hold_it_does_not_conduct(relations: Relations) -> None:
    text = "Ngày 3-5-2013, UBND huyện Anh Sơn đã quyết định không tổ chức cuộc thi “Sạch đẹp”."
    assert not relations(text, "conducts") | relations(text, "runsCampaign")


def test_a_ceremony_that_awards_the_prizes_of_a_contest_belongs_to_it(relations: Relations) -> None:
    text = "Tối 30/5/2024, Huyện đoàn Anh Sơn tổ chức lễ tổng kết, trao giải thưởng cuộc thi viết “Sạch đẹp”."
    assert {campaign for _, campaign in relations(text, "partOfCampaign")} == {"Sạch đẹp"}


def test_a_day_and_a_movement_that_an_event_answers(relations: Callable[..., set[tuple[str, str]]]) -> None:
    text = "Hưởng ứng Ngày Môi trường thế giới 05/6 và phong trào “Chống rác”, sáng 5/6/2024, Huyện đoàn Anh Sơn tổ chức lễ ra quân."
    assert relations(text, "partOfCampaign") == {("le-ra-quan", "Chống rác")}
